import type { Range } from '../../core/range.ts';

/** A line of a YAML file: from its first character that is no blank to its last one. */
export interface Line extends Range {
  readonly text: string;
  /** Where the line begins, before its indentation. */
  readonly from: number;
  /** Where the next line begins. */
  readonly next: number;
  /** How many blanks it is indented by. */
  readonly indent: number;
}

/** The line that holds an offset. */
export function lineAt(text: string, offset: number): Line {
  const from = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const found = text.indexOf('\n', from);
  const next = found < 0 ? text.length : found + 1;
  const whole = text.slice(from, next);
  // YAML's own blanks alone: a no-break space is a letter to it.
  const trimmed = whole.replace(/^[ \t]+/, '');
  const content = trimmed.replace(/[ \t\r\n]+$/, '');
  const indent = content === '' ? 0 : whole.length - trimmed.length;
  return { text: content, from, next, indent, start: from + indent, end: from + indent + content.length };
}

/** The nearest line after this one that is not blank. */
export function lineAfter(text: string, line: Line): Line | undefined {
  for (let next = line.next; next < text.length;) {
    const found = lineAt(text, next);
    if (found.text !== '') return found;
    next = found.next;
  }
  return undefined;
}

/** The nearest line before this one that is not blank. */
export function lineBefore(text: string, line: Line): Line | undefined {
  for (let end = line.from - 1; end >= 0;) {
    const found = lineAt(text, end);
    if (found.text !== '') return found;
    end = found.from - 1;
  }
  return undefined;
}

/** A line with what is indented deeper below it: from its first character to the last one that belongs to it. */
export function withSubtree(text: string, line: Line, from: number = line.start): Range {
  let last = line;
  for (let next = lineAfter(text, line); next && next.indent > line.indent; next = lineAfter(text, next)) last = next;
  return { start: from, end: last.end };
}

/** What stands in a line after its dashes and its key: `b` in `- a: b`; without a key, all after the dashes. */
export function valueIn(line: Line): { readonly key: boolean; readonly value: Range } {
  const dashes = /^(?:- +)*/.exec(line.text)?.[0].length ?? 0;
  const rest = line.text.slice(dashes);
  const key = /^(?:"[^"]*"|'[^']*')\s*:(?=\s|$)/.exec(rest)?.[0].length ?? plainKey(rest);
  const blanks = rest.slice(key).search(/\S|$/);
  return { key: key > 0, value: { start: line.start + dashes + key + blanks, end: line.end } };
}

function plainKey(text: string): number {
  return /^['"{[#]/.test(text) ? 0 : text.search(/:(?:\s|$)/) + 1;
}

/** The offset of a comment's # in a line, after one blank or more; -1 where there is none. */
export function commentIn({ text, start }: Line): number {
  const found = text.search(/ #/);
  return found < 0 ? -1 : start + found + 1;
}
