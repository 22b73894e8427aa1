import { pageTemplate } from '../../formats/page-template.ts';
import type { OutputFile } from '../../formats/publish.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import { catalogueOf } from './catalogue.ts';
import { completeness, pageFile, pageTags } from './languages.ts';
import { codebookPage } from './page.ts';

/** The codebook of a dictionary: a page a language, each whole in itself; below `codebook/`. */
export function codebookFiles(deliveries: readonly Delivery[], dictionary: Dictionary): readonly OutputFile[] {
  const catalogue = catalogueOf(deliveries, dictionary);
  const present = completeness(catalogue);
  const render = pageTemplate({
    folder: 'codebook',
    styles: ['codebook/codebook.css'],
    scripts: ['codebook/fold.js', 'codebook/codebook.js'],
  });
  return pageTags(catalogue).map((tag) => ({
    path: `codebook/${pageFile(tag, catalogue)}`,
    bytes: new TextEncoder().encode(render(codebookPage(catalogue, tag, present))),
  }));
}
