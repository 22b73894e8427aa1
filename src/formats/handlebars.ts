import Handlebars from 'handlebars';

/** What templates share: partials by name, and functions that they can call. */
export interface TemplateKit {
  readonly partials: ReadonlyMap<string, string>;
  readonly helpers: Readonly<Record<string, Handlebars.HelperDelegate>>;
}

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

/** Why a template cannot be read, with the line; nothing where it can. */
export function syntaxProblem(template: string): string | undefined {
  try {
    Handlebars.parse(template);
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return error.message;
  }
}
