// XML 1.0 NCName (https://www.w3.org/TR/REC-xml-names/#NT-NCName), which is what pyxform asks of a name.
const START =
  'A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const REST = `${START}0-9.\\-\\u00B7\\u0300-\\u036F\\u203F\\u2040`;

/** Source of a regular expression (flag `u`) for a name: a letter or `_`, then letters, digits, `_`, `-`, `.`. */
export const XML_NAME = `[${START}][${REST}]*`;

const WHOLE = new RegExp(`^${XML_NAME}$`, 'u');
const FOREIGN = new RegExp(`[^${REST}]`, 'gu');

/** Whether pyxform and KoboToolbox take this word as the name of a question, group or repeat. */
export function isXmlName(name: string): boolean {
  return WHOLE.test(name);
}

/** The nearest valid name: blanks become `_`, what a name cannot hold goes, a digit in front gets a `_`. */
export function toXmlName(name: string): string {
  const kept = name.trim().replaceAll(/\s+/g, '_').replaceAll(FOREIGN, '');
  return isXmlName(kept) ? kept : `_${kept}`;
}
