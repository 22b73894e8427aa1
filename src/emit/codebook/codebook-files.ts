import { sha256 } from '../../core/hash.ts';
import { compileTemplate, type HelperOptions } from '../../formats/handlebars.ts';
import type { OutputFile } from '../../formats/publish.ts';
import { templateFiles } from '../../formats/template-files.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import { catalogueOf } from './catalogue.ts';
import { completeness, pageFile, pageTags } from './languages.ts';
import { codebookPage } from './page.ts';
import type { CodebookPage, Later } from './page-data.ts';

/** The codebook of a dictionary: a page a language, each whole in itself; below `codebook/`. */
export function codebookFiles(deliveries: readonly Delivery[], dictionary: Dictionary): readonly OutputFile[] {
  const catalogue = catalogueOf(deliveries, dictionary);
  const present = completeness(catalogue);
  const render = pageRenderer();
  return pageTags(catalogue).map((tag) => ({
    path: `codebook/${pageFile(tag, catalogue)}`,
    bytes: new TextEncoder().encode(render(codebookPage(catalogue, tag, present))),
  }));
}

/** The templates with style and script put in, and a policy that lets a browser run and load nothing but these. */
export function pageRenderer(): (page: CodebookPage) => string {
  const files = templateFiles('codebook');
  const file = (name: string): string => files.get(name) ?? '';
  const partials = [...files].filter(([name]) => name.endsWith('.hbs') && name !== 'page.hbs');
  const render = compileTemplate(file('page.hbs'), {
    partials: new Map(partials.map(([name, text]) => [name.slice(0, -'.hbs'.length), text.trimEnd()])),
    helpers: { is: (one: unknown, other: unknown) => one === other, made },
  });
  const [style, script] = [file('codebook.css'), file('codebook.js')];
  const policy = `default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(script)}'; base-uri 'none'; form-action 'none'`;
  return (page) => render({ page, style, script, policy });
}

/** Makes what is shown inside the block, and gives it in one piece. */
function made(later: Later<object>, { fn: show }: HelperOptions): string {
  const html = show(later());
  // V8 keeps a text as a tree of the pieces that it was put together from until somebody looks into it; of a whole page
  // that is millions of pieces.
  html.charCodeAt(0);
  return html;
}

/** How a Content-Security-Policy names an inlined text (W3C CSP 3, 2.3.1). */
function hashOf(text: string): string {
  return `sha256-${Buffer.from(sha256(text), 'hex').toString('base64')}`;
}
