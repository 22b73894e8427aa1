import { isName, malformed, resolved } from './xml-words.ts';

/** By name with its prefix; not every name is there. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>;

/** The end of what has not come to its end in the text that is there so far. */
export const INCOMPLETE = -1;

const [TAB, NEWLINE, SPACE, DOUBLE_QUOTE, AMPERSAND, SINGLE_QUOTE] = [0x09, 0x0a, 0x20, 0x22, 0x26, 0x27];
const [SLASH, COLON, LESS, EQUALS, UNDERSCORE] = [0x2f, 0x3a, 0x3c, 0x3d, 0x5f];

/** Any name can be an attribute's. */
export function newAttributes(): Record<string, string> {
  return Object.create(null) as Record<string, string>;
}

/** Puts one attribute to the others and gives the place behind it. */
export function addAttribute(text: string, from: number, attributes: Record<string, string>): number {
  const nameEnd = endOfName(text, from);
  const equals = afterBlanks(text, nameEnd);
  if (equals === text.length) return INCOMPLETE;
  if (text.charCodeAt(equals) !== EQUALS) throw malformed();
  const quote = afterBlanks(text, equals + 1);
  if (quote === text.length) return INCOMPLETE;
  const mark = text.charCodeAt(quote);
  if (mark !== DOUBLE_QUOTE && mark !== SINGLE_QUOTE) throw malformed();
  let isPlain = true;
  let end = quote + 1;
  for (let code = text.charCodeAt(end); code !== mark; code = text.charCodeAt(end)) {
    if (end === text.length) return INCOMPLETE;
    if (code === LESS) throw malformed();
    if (code === AMPERSAND || code < SPACE) isPlain = false;
    end += 1;
  }
  const name = text.slice(from, nameEnd);
  if (attributes[name] !== undefined) throw malformed();
  const raw = text.slice(quote + 1, end);
  attributes[name] = isPlain ? raw : resolved(raw.replaceAll(/[\t\n]/g, ' '));
  return end + 1;
}

/** The end of the name that begins here, or of the text. */
export function endOfName(text: string, from: number): number {
  let end = from;
  let code = text.charCodeAt(from);
  let isPlain = isLetter(code);
  while (isLetter(code) || (code >= 0x2d && code <= 0x39 && code !== SLASH) || code >= 0x80) {
    if (code >= 0x80) isPlain = false;
    end += 1;
    code = text.charCodeAt(end);
  }
  if (!isPlain && end < text.length && !isName(text.slice(from, end))) throw malformed();
  return end;
}

/** Also `:` and `_`, with which names can begin as well. */
function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === COLON || code === UNDERSCORE;
}

export function afterBlanks(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === SPACE || code === NEWLINE || code === TAB; code = text.charCodeAt(at))
    at += 1;
  return at;
}
