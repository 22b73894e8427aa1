import { hasRightToLeft } from '../core/languages.ts';

const LONGEST = 100;
const LONGEST_WHOLE = 1000;
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

/**
 * The author's own words, in quotes: on one line, cut when long, without control characters, and set apart
 * (U+2068 … U+2069) when written from right to left, so that the sentence around them keeps its order.
 */
export function quote(words: string): string {
  return quoted(words, LONGEST);
}

/** The same for words that are told because they are kept nowhere else. */
export function quoteWhole(words: string): string {
  return quoted(words, LONGEST_WHOLE);
}

function quoted(words: string, longest: number): string {
  const line = words.replaceAll(/[\r\n\t]+/g, ' ').replaceAll(CONTROL, '\uFFFD');
  const short = line.length > longest ? `${line.slice(0, longest)}…` : line;
  return hasRightToLeft(short) ? `"\u2068${short}\u2069"` : `"${short}"`;
}

/** `a, b and c` */
export function listed(words: readonly string[], joint: 'and' | 'or'): string {
  const others = words.slice(0, -1).join(', ');
  return others === '' ? (words[0] ?? '') : `${others} ${joint} ${words.at(-1) ?? ''}`;
}

const FEW = 5;

/** The author's own words in quotes, the first five of many. */
export function quotedFew(words: readonly string[]): string {
  const shown = words.slice(0, FEW).map(quote);
  return words.length > FEW ? `${shown.join(', ')} and ${words.length - FEW} more` : listed(shown, 'and');
}

/** ` Did you mean "x"?`, or nothing where there is no likely word. */
export function didYouMean(word: string | undefined): string {
  return word === undefined ? '' : ` Did you mean ${quote(word)}?`;
}
