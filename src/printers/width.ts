import { letterBoundary } from '../core/letter-boundary.ts';

// How many columns of a terminal a text takes: the rules of wcwidth, with emoji sequences taken as one wide sign.

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

const NARROW = /^[\u0020-\u007E]*$/;
const EMOJI = /\p{Emoji}\uFE0F|\p{Emoji_Presentation}/u;
// Marks above and below, format characters, and the later parts of a Hangul syllable; a soft hyphen shows.
const NO_WIDTH = /^(?!\u00AD)[\p{Mn}\p{Me}\p{Cf}\u1160-\u11FF\uD7B0-\uD7FF]$/u;
// East_Asian_Width W and F (Unicode Standard Annex 11), with the gaps of their blocks.
const WIDE =
  /^[\u1100-\u115F\u2329\u232A\u2E80-\u303E\u3041-\u4DBF\u4E00-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18DFF}\u{1AFF0}-\u{1B2FB}\u{1F200}-\u{1F265}\u{20000}-\u{3FFFD}]$/u;

/** A sign as a person sees it, and where it begins in its text (in UTF-16 code units). */
export interface Sign {
  readonly text: string;
  readonly start: number;
}

// V8 copies the whole input for each segment, so a long text is given to it piece by piece.
const PIECE = 128;

/** The signs of a text (Unicode Standard Annex 29, extended grapheme clusters). */
export function signsOf(text: string): readonly Sign[] {
  if (NARROW.test(text)) return Array.from(text, (letter, start) => ({ text: letter, start }));
  const signs: Sign[] = [];
  for (let from = 0; from < text.length;) {
    const piece = segmentsOf(text, from);
    // The last sign may go on in the next piece, unless it fills one alone.
    if (from + PIECE < text.length && piece.length > 1) piece.pop();
    signs.push(...piece);
    const last = piece.at(-1);
    from = last ? last.start + last.text.length : text.length;
  }
  return signs;
}

function segmentsOf(text: string, from: number): Sign[] {
  const segments = graphemes.segment(text.slice(from, letterBoundary(text, from + PIECE)));
  return Array.from(segments, ({ segment, index }) => ({ text: segment, start: from + index }));
}

/** The columns that one sign takes: 0, 1 or 2, and more only where a sign is made of several wide letters. */
export function signWidth(sign: string): number {
  if (NARROW.test(sign)) return sign.length;
  if (EMOJI.test(sign)) return 2;
  let width = 0;
  for (const letter of sign) width += letterWidth(letter);
  return width;
}

function letterWidth(letter: string): number {
  if (NO_WIDTH.test(letter)) return 0;
  return WIDE.test(letter) ? 2 : 1;
}

/** The columns that a text takes on a terminal. */
export function displayWidth(text: string): number {
  if (NARROW.test(text)) return text.length;
  return signsOf(text).reduce((width, sign) => width + signWidth(sign.text), 0);
}
