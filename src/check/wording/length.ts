import { withoutReferences } from './plain-words.ts';

/** Scripts in which a sign stands for a syllable or a word. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
/** Letters that one sign of a dense script stands for, roughly. */
const LETTERS = 3;

const MUCH_LONGER = 3;
const MUCH_SHORTER = 4;
/** Short words differ more than long texts: `ID` and `Identifiant`. */
const LONGER_BY = 80;
const LONG_ENOUGH = 60;

/** Whether a translation is so much longer or shorter than its source that one may be of something else. */
export function isOtherLength(source: string, translation: string): boolean {
  const from = extent(source);
  const to = extent(translation);
  if (to > from * MUCH_LONGER && to > from + LONGER_BY) return true;
  return from >= LONG_ENOUGH && to * MUCH_SHORTER < from;
}

function extent(text: string): number {
  const words = withoutReferences(text).normalize('NFC').replaceAll(/\p{M}/gu, '');
  return words.length + (words.match(DENSE)?.length ?? 0) * (LETTERS - 1);
}
