import Handlebars from 'handlebars';

/** What templates share: partials by name, and functions that they can call. */
export interface TemplateKit {
  readonly partials: ReadonlyMap<string, string>;
  readonly helpers: Readonly<Record<string, Handlebars.HelperDelegate>>;
}

/** What a helper that is used as a block is told, beside its arguments. */
export type HelperOptions = Handlebars.HelperOptions;

/** Fills a template; values are escaped for HTML unless a helper says otherwise. Unknown names are errors, not blanks. */
export type Render = (data: object) => string;

/**
 * Compiles a template in a world of its own: only the kit's helpers and partials, nothing of object prototypes.
 * @throws Error with the line, where the template itself is wrong
 */
export function compileTemplate(template: string, { partials, helpers }: TemplateKit): Render {
  const world = Handlebars.create();
  for (const [name, text] of partials) world.registerPartial(name, text);
  world.registerHelper(helpers);
  return world.compile(template, { strict: true, preventIndent: true });
}

/** Why a template cannot be read, with the line, in the words of who edits it; nothing where it can. */
export function syntaxProblem(template: string): string | undefined {
  const curly = curlyQuotes(template);
  if (curly !== undefined) return curly;
  try {
    Handlebars.parse(template);
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return inWords(error.message);
  }
}

/** Between the braces: what a word processor makes of a quote becomes part of a name. */
function curlyQuotes(template: string): string | undefined {
  // Comments may hold anything, and go on to their own end.
  const bare = template.replaceAll(/\{\{~?!--.*?--~?\}\}/gs, (comment) => comment.replaceAll(/[^\n]/g, ' '));
  const at = bare.search(/\{\{[^{}]*[\u2018\u2019\u201C-\u201E]/u);
  if (at < 0) return undefined;
  return `Line ${bare.slice(0, at).split('\n').length} has curly quotes between {{ and }}: type straight ones, "…".`;
}

const UNEXPECTED = /^Parse error on line (\d+):\n(.*)\n(-*)\^\nExpecting .*, got '(\w+)'$/s;
const CLOSING = /^(.*) doesn't match (.*) - (\d+):\d+$/s;

/** What the library says for programmers. */
function inWords(message: string): string {
  const [, line = '', near = '', , got] = UNEXPECTED.exec(message) ?? [];
  if (got === 'EOF') return 'Something that {{# opens is not closed: write {{/if}}, {{/each}} and so on where it ends.';
  if (got !== undefined)
    return `Line ${line} is not understood: each {{ wants its }}, with nothing left out between them. It is near: ${near.trim().replace(/^\.{3}/, '…')}`;
  const [, opened, closed, at] = CLOSING.exec(message) ?? [];
  return opened === undefined
    ? message
    : `Line ${at}: {{#${opened}}} is closed by {{/${closed}}}; write {{/${opened}}}.`;
}
