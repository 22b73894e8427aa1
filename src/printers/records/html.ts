import { pageTemplate } from '../../formats/page-template.ts';
import type { RecordPrinter } from './about.ts';
import { reportPage } from './html-page.ts';

/** A page that is whole in itself: for whoever asks what is wrong, where, since when and with whom. */
export const printRecordsHtml: RecordPrinter = async function* (findings, _options, about) {
  const render = pageTemplate({ folder: 'conform', styles: ['conform/conform.css'], scripts: [] });
  yield render(await reportPage(findings, about));
};
