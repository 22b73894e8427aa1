import { inQuotes } from './quotes.ts';

/** What a text without quotes may begin with. */
const BEGINNING = /^[\p{L}\p{N}¿¡«“(]/u;
/** What YAML gives a meaning inside a text, or would take away. */
const SIGNS = /:(?:\s|$)|\s#|["\\\t\uFEFF]|\s$/u;
const FLOW_SIGNS = /[,[\]{}:#&*!|>'%@`?]/u;
const WORD = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.-]*$/u;

/** A text of one line as a file holds it: without quotes where nobody can misread it. */
export function oneLine(text: string, isInBrackets: boolean): string {
  const isPlain = BEGINNING.test(text) && !SIGNS.test(text) && !(isInBrackets && FLOW_SIGNS.test(text));
  return isPlain ? text : inQuotes(text);
}

/** A key as a file holds it. */
export function keyText(key: string): string {
  return WORD.test(key) ? key : inQuotes(key);
}

/**
 * A text as it stands behind a key that is not inside brackets: on the same line, or, of several lines, below it.
 * @param indent how far its lines are indented
 */
export function valueText(text: string, indent: number, lineEnd: string): string {
  if (!text.includes('\n')) return oneLine(text, false);
  const lines = text.split('\n').map((line) => (line === '' ? '' : ' '.repeat(indent) + line));
  return ['|', ...lines].join(lineEnd);
}

/** The same inside brackets, where a line end is written as an empty line. */
export function bracketText(text: string, indent: number, lineEnd: string): string {
  if (!text.includes('\n')) return oneLine(text, true);
  return inQuotes(text).replaceAll('\n', `${lineEnd}${lineEnd}${' '.repeat(indent)}`);
}
