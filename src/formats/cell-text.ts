// What XML 1.0 has no place for (https://www.w3.org/TR/xml/#charsets); exceljs drops U+007F as well.
// oxlint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]|\p{Cs}/gu;

/**
 * A text as a cell can hold it: line breaks as Excel has them in cells (LF), and U+FFFD for the characters that no
 * XML file can hold, so that a reader sees where something was.
 */
export function cellText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(NOT_XML, '\uFFFD');
}

/**
 * `_x000D_` in a workbook means the character U+000D, so the underscore in front of what only looks like that is
 * written as `_x005F_` (ECMA-376 part 1, 22.9.2.19). openpyxl, and so pyxform, undoes it in shared strings only.
 */
export function escapeXstring(text: string): string {
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
