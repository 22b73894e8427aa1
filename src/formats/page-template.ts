import { sha256 } from '../core/hash.ts';
import { compileTemplate, type HelperOptions, type TemplateKit } from './handlebars.ts';
import { templateFiles } from './template-files.ts';

/** What a page is made of: its folder of `templates/`, and the styles and scripts that are put into it, one after the other. */
export interface PagePlan {
  readonly folder: string;
  /** Paths below `templates/`. */
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  readonly helpers?: TemplateKit['helpers'];
}

/** Made when it is shown and then let go: thousands of parts of a page need not be in memory at once. */
export type Later<Value> = () => Value;

/**
 * Pages that are whole in themselves, from `page.hbs` of a folder with the other templates there as partials. A policy lets
 * a browser run and load nothing but what is put in.
 */
export function pageTemplate({ folder, styles, scripts, helpers = {} }: PagePlan): (page: object) => string {
  const files = templateFiles(folder);
  const partials = [...files].filter(([name]) => name.endsWith('.hbs') && name !== 'page.hbs');
  const render = compileTemplate(files.get('page.hbs') ?? '', {
    partials: new Map(partials.map(([name, text]) => [name.slice(0, -'.hbs'.length), text.trimEnd()])),
    helpers: { is: (one: unknown, other: unknown) => one === other, made, ...helpers },
  });
  const [style, script] = [joined(styles), joined(scripts)];
  const scripted = script === '' ? '' : ` script-src '${hashOf(script)}';`;
  const policy = `default-src 'none'; style-src '${hashOf(style)}';${scripted} base-uri 'none'; form-action 'none'`;
  return (page) => render({ page, style, script, policy });
}

function joined(paths: readonly string[]): string {
  return paths
    .map((path) => {
      const [folder = '', file = ''] = path.split('/');
      return templateFiles(folder).get(file) ?? '';
    })
    .join('');
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
