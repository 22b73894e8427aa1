/**
 * Characters of names (XML 1.0 NCName) and blanks, as the XLSForm converter and XPath read them.
 */

const NAME_START =
  'A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const NAME_REST = `${NAME_START}0-9.\\-\\u00B7\\u0300-\\u036F\\u203F\\u2040`;

/** Source of a regular expression (flag `u`) for a name without prefix. */
export const NAME = `[${NAME_START}][${NAME_REST}]*`;

/**
 * Source of a regular expression for one blank: white space as Python's `\s` sees it, because pyxform collapses
 * exactly these before a form is made. The byte-order mark, white space to JavaScript, is left out for that reason.
 */
export const BLANK = '[\\t-\\r\\u001c-\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';

const WHOLE_NAME = new RegExp(`^${NAME}$`, 'u');

/** Whether a question may bear this name: a letter or `_`, then letters, digits, `_`, `-`, `.`. */
export function isName(text: string): boolean {
  return WHOLE_NAME.test(text);
}
