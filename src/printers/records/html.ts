import { sha256 } from '../../core/hash.ts';
import { compileTemplate } from '../../formats/handlebars.ts';
import { templateFiles } from '../../formats/template-files.ts';
import type { RecordPrinter } from './about.ts';
import { reportPage } from './html-page.ts';

/** A page that is whole in itself: for whoever asks what is wrong, where, since when and with whom. */
export const printRecordsHtml: RecordPrinter = async function* (findings, _options, about) {
  const files = templateFiles('conform');
  const partials = [...files].flatMap(([name, text]) =>
    name.endsWith('.hbs') && name !== 'page.hbs' ? [[name.slice(0, -'.hbs'.length), text.trimEnd()] as const] : [],
  );
  const style = files.get('conform.css') ?? '';
  const render = compileTemplate(files.get('page.hbs') ?? '', { partials: new Map(partials), helpers: {} });
  const policy = `default-src 'none'; style-src '${hashOf(style)}'; base-uri 'none'; form-action 'none'`;
  yield render({ page: await reportPage(findings, about), style, policy });
};

/** How a Content-Security-Policy names an inlined text (W3C CSP 3, 2.3.1). */
function hashOf(text: string): string {
  return `sha256-${Buffer.from(sha256(text), 'hex').toString('base64')}`;
}
