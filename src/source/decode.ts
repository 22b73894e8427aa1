import type { SourceText } from '../core/location.ts';
import type { Range } from '../core/range.ts';

/** What is wrong with the bytes of a text file; `at` is a range of the decoded text. */
export interface DecodeProblem {
  readonly kind: 'encoding' | 'control-character';
  readonly at: Range;
  readonly seen: string;
}

export interface Decoded {
  readonly source: SourceText;
  readonly problems: readonly DecodeProblem[];
}

/** Decodes UTF-8 and, as Excel writes it, UTF-16 with a byte order mark. What cannot be read becomes U+FFFD. */
export function decode(path: string, bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding, { fatal: false }).decode(bytes);
  const problems = [...badBytes(bytes, text, encoding), ...controlCharacters(text)];
  return { source: { path, text: text.replaceAll(CONTROL, '\uFFFD') }, problems };
}

// XML 1.0 cannot hold these, so neither a workbook nor a form can.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g;

/** By a byte order mark, or by the zeros of UTF-16 beside plain letters. */
export function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first !== 0 && second === 0 && bytes[3] === 0) return 'utf-16le';
  if (first === 0 && second !== 0 && bytes[2] === 0) return 'utf-16be';
  return 'utf-8';
}

function badBytes(bytes: Uint8Array, text: string, encoding: string): DecodeProblem[] {
  if (isValid(bytes, encoding)) return [];
  const start = Math.max(text.indexOf('\uFFFD'), 0);
  return [{ kind: 'encoding', at: { start, end: start + 1 }, seen: encoding.toUpperCase() }];
}

function isValid(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The first control character only: a binary file would give thousands. */
function controlCharacters(text: string): DecodeProblem[] {
  const start = text.search(CONTROL);
  if (start < 0) return [];
  const code = text.charCodeAt(start).toString(16).toUpperCase().padStart(4, '0');
  return [{ kind: 'control-character', at: { start, end: start + 1 }, seen: `U+${code}` }];
}
