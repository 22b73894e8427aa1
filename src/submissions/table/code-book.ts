import { memoized } from '../../core/memo.ts';
import type { Code } from '../../model/code-list.ts';
import type { ColumnCodes } from '../../model/columns/column.ts';
import type { FormColumn } from './levels.ts';
import { foldedLabel } from './words.ts';

/** What a text stands for in a list: a code, the label of one, the label of several, or nothing that is known. */
export type Meant =
  { readonly kind: 'code'; readonly code: string } | { readonly kind: 'several' } | { readonly kind: 'unknown' };

/** The codes of a question by what an export can call them; `labels` where the table is known to have labels for codes. */
export interface CodeBook {
  meant(text: string, labels: boolean): Meant;
  /** The codes of an answer to select_multiple, by codes or labels with blanks between them. */
  allMeant(text: string, labels: boolean): readonly string[] | 'several' | 'unknown';
}

const UNKNOWN: Meant = { kind: 'unknown' };
const SEVERAL: Meant = { kind: 'several' };

/** The code book of a column; undefined where its codes are not known. */
export const codeBook = memoized((column: FormColumn): CodeBook | undefined => {
  const lists = column.codes.map(bookOfList);
  if (lists.length === 0) return undefined;
  const meant = (text: string, labels: boolean): Meant => (labels ? byLabel(lists, text) : byCode(lists, text));
  return { meant, allMeant: (text, labels) => allMeant(text, (part) => meant(part, labels)) };
});

/** One list as one version of the form has it. */
interface ListBook {
  code(text: string): Meant | undefined;
  label(text: string): Meant | undefined;
}

/** A table of labels: what the newest version calls so, be it that an older one had a code of this name. */
function byLabel(lists: readonly ListBook[], text: string): Meant {
  for (const { label, code } of lists) {
    const meant = label(text) ?? code(text);
    if (meant) return meant;
  }
  return UNKNOWN;
}

/** A table of codes: a code of any version is one. People may have put labels in the place of some. */
function byCode(lists: readonly ListBook[], text: string): Meant {
  for (const { code } of lists) {
    const meant = code(text);
    if (meant) return meant;
  }
  for (const { label } of lists) {
    const meant = label(text);
    if (meant) return meant;
  }
  return UNKNOWN;
}

/** Columns of one list share one. */
const bookOfList = memoized(({ offered, retired }: ColumnCodes): ListBook => {
  const codes = [...offered, ...retired];
  const names = new Set(codes.map(({ name }) => name.string.text));
  const exact = new Map<string, Meant>();
  const folded = new Map<string, Meant>();
  for (const code of codes) {
    for (const label of labelsOf(code)) {
      enter(exact, label, code);
      enter(folded, foldedLabel(label), code);
    }
  }
  return {
    code: (text) => (names.has(text) ? { kind: 'code', code: text } : numberOrWord(text, names)),
    label: (text) => exact.get(text) ?? folded.get(foldedLabel(text)),
  };
});

function labelsOf({ texts }: Code): readonly string[] {
  return [...(texts.label?.byLanguage.values() ?? [])].map(({ string }) => string.text.trim()).filter(Boolean);
}

function enter(to: Map<string, Meant>, label: string, { name }: Code): void {
  const code = name.string.text;
  const known = to.get(label);
  if (known === undefined) to.set(label, { kind: 'code', code });
  else if (known.kind === 'code' && known.code !== code) to.set(label, SEVERAL);
}

/** What Excel, Python and R make of a code on its way: `1.0` of 1, `TRUE` of true. */
function numberOrWord(text: string, names: ReadonlySet<string>): Meant | undefined {
  const known = (code: string): Meant | undefined => (names.has(code) ? { kind: 'code', code } : undefined);
  if (/^-?\d+\.0$/.test(text)) return known(text.slice(0, -2));
  if (!/^(?:true|false)$/i.test(text)) return undefined;
  const lower = text.toLowerCase();
  return known(lower) ?? known(lower.toUpperCase()) ?? known(lower.charAt(0).toUpperCase() + lower.slice(1));
}

function allMeant(text: string, meant: (text: string) => Meant): readonly string[] | 'several' | 'unknown' {
  const words = text.split(/\s+/).filter(Boolean);
  const parts = text.split(/[,;|\n]/).map((part) => meant(part.trim()));
  if (parts.length > 1 && parts.every((part) => part.kind === 'code')) return parts.map(({ code }) => code);
  const readings = readingsOf(words, 0, meant, new Map());
  return readings.length === 1 ? (readings[0] ?? 'unknown') : readings.length > 1 ? 'several' : 'unknown';
}

/** Labels have blanks in them: the ways to cut a row of words into labels and codes, at most two of them. */
function readingsOf(
  words: readonly string[],
  from: number,
  meant: (text: string) => Meant,
  known: Map<number, readonly (readonly string[])[]>,
): readonly (readonly string[])[] {
  if (from === words.length) return [[]];
  const before = known.get(from);
  if (before !== undefined) return before;
  const found: (readonly string[])[] = [];
  for (let end = from + 1; end <= Math.min(words.length, from + LONGEST_LABEL) && found.length < 2; end++) {
    const first = meant(words.slice(from, end).join(' '));
    if (first.kind === 'unknown') continue;
    const rests = readingsOf(words, end, meant, known);
    // A label of several codes can be read in several ways.
    for (const rest of first.kind === 'several' ? [...rests, ...rests] : rests)
      found.push(first.kind === 'code' ? [first.code, ...rest] : rest);
  }
  known.set(from, found.slice(0, 2));
  return found.slice(0, 2);
}

/** In words. */
const LONGEST_LABEL = 60;
