// The small words of XML 1.0: https://www.w3.org/TR/xml, 2.2 to 2.8 and 4.1.

const FIRST = String.raw`:A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}`;
const LATER = String.raw`${FIRST}.0-9\u00B7\u0300-\u036F\u203F-\u2040\-`;
const NAME = new RegExp(`^[${FIRST}][${LATER}]*$`, 'u');

/** What no document may hold, not even as a reference. Decoders let no half of a character pass. */
// oxlint-disable-next-line no-control-regex -- these are meant
const FORBIDDEN = /[\0-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

const DECLARATION =
  /^<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(["'])1\.\d+\1([ \t\n]+encoding[ \t\n]*=[ \t\n]*(["'])[A-Za-z][\w.-]*\3)?([ \t\n]+standalone[ \t\n]*=[ \t\n]*(["'])(yes|no)\5)?[ \t\n]*\?>$/;

const INSTRUCTION = /^<\?([^ \t\n?]+)(?:[ \t\n][^]*)?\?>$/;

const REFERENCE = /&[^;]*;?/g;

const CHARACTERS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

/** The way out of a document that is not well-formed. */
export function malformed(): SyntaxError {
  return new SyntaxError('not well-formed');
}

export function isName(word: string): boolean {
  return NAME.test(word);
}

export function isAllowed(text: string): boolean {
  return !FORBIDDEN.test(text);
}

/** @param isFirst whether nothing stands before it in the document */
export function isInstruction(text: string, isFirst: boolean): boolean {
  const target = INSTRUCTION.exec(text)?.[1] ?? '';
  if (target === 'xml') return isFirst && DECLARATION.test(text);
  return isName(target) && target.toLowerCase() !== 'xml';
}

/** The text that is meant by one with references to characters; others would need a document type. */
export function resolved(text: string): string {
  return text.replaceAll(REFERENCE, (reference) => CHARACTERS[reference] ?? numbered(reference));
}

function numbered(reference: string): string {
  const [, hexadecimal, decimal] = /^&#(?:x([\dA-Fa-f]+)|(\d+));$/.exec(reference) ?? [];
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  const isHalf = code >= 0xd800 && code <= 0xdfff;
  if (!(code <= 0x10ffff) || isHalf) throw malformed();
  const character = String.fromCodePoint(code);
  if (!isAllowed(character)) throw malformed();
  return character;
}
