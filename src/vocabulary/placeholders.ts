/** `$(name)`, which a module fills in; with one more dollar sign in front it is the text itself. */
const PLACEHOLDER = /\$?\$\(\s*([\p{L}_][\p{L}\p{N}_.-]*)\s*\)/gu;

/** A place of a text that a module fills in, or, escaped, the text `$(name)` itself. */
export interface Placeholder {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly isEscaped: boolean;
}

export function placeholdersIn(text: string): readonly Placeholder[] {
  if (!text.includes('$(')) return [];
  return [...text.matchAll(PLACEHOLDER)].map(({ 0: words, 1: name = '', index }) => {
    return { name, start: index, end: index + words.length, isEscaped: words.startsWith('$$') };
  });
}

/** Whether a value waits for a module to fill it in with `$(name)`: it is looked at where it is placed. */
export function hasPlaceholder(text: string): boolean {
  return placeholdersIn(text).some(({ isEscaped }) => !isEscaped);
}

/** A text as a dictionary has it that is to come out as it is, whatever looks like `$(name)` in it. */
export function withoutPlaceholders(text: string): string {
  return text.includes('$(') ? text.replaceAll(PLACEHOLDER, (words) => `$${words}`) : text;
}
