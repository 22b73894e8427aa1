import { codeBook } from './code-book.ts';
import type { FormColumn } from './levels.ts';
import type { Meaning } from './meaning.ts';

/** The question that the beginning of a heading names, and whether by its label. */
export interface Named {
  readonly column: FormColumn;
  readonly labels: boolean;
}

export type Prefix = (text: string) => Named | undefined;

const SEPARATORS = /[/.:>|_-]/g;

/** What stands in front of a sign that can separate a question from a choice, the longest first. */
export function prefixesOf(heading: string): readonly string[] {
  return [...heading.matchAll(SEPARATORS)].map(({ index }) => heading.slice(0, index)).toReversed();
}

/** What says whether a code was chosen: yes, no, or nothing that is known. */
export function chosen(text: string): boolean | undefined {
  if (/^(?:1|1\.0|true|yes|y|oui|si|sí|x)$/i.test(text)) return true;
  return /^(?:0|0\.0|false|no|n|non)$/i.test(text) ? false : undefined;
}

/** `needs/food`, `needs.food` or `What do you need?/Food`: the longest beginning counts, and a known code before an unknown one. */
export function choiceOf(heading: string, prefix: Prefix, below: readonly string[]): Meaning | undefined {
  const found = prefixesOf(heading).flatMap((start) => {
    const named = prefix(start);
    const rest = heading.slice(start.length + 1).trim();
    return named?.column.multiple && rest !== '' ? [{ ...named, rest, sign: heading.charAt(start.length) }] : [];
  });
  for (const { column, labels, rest } of found) {
    const meant = codeBook(column)?.meant(rest, labels);
    if (meant?.kind === 'code') return { kind: 'choice', column, code: meant.code };
  }
  const [first] = found;
  const isDetail = below.length > 0 && below.every((text) => chosen(text) !== undefined);
  if (first === undefined || first.sign === '_' || /\s/.test(first.rest) || !isDetail) return undefined;
  return { kind: 'choice', column: first.column, code: first.rest };
}
