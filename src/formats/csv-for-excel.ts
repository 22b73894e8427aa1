import { csvField } from './csv-write.ts';

/** Tells Excel that a CSV file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A row of a CSV file that people open in Excel, with the line end that it expects. An apostrophe stands before what Excel
 * would take for a formula; so this is for people, and never for what a form engine or a server reads.
 */
export function excelCsvRow(cells: readonly string[]): string {
  return `${cells.map((cell) => csvField(harmlessCell(cell))).join(',')}\r\n`;
}

// What begins a formula or is passed over before one (OWASP, CSV injection), with the wide forms of East Asian keyboards.
const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

// Excel computes nothing from a number.
const NEGATIVE = /^-\d+(\.\d+)?$/;

function harmlessCell(text: string): string {
  // No program needs it, and some end a file there.
  const plain = text.replaceAll('\0', '\uFFFD');
  return FORMULA.test(plain) && !NEGATIVE.test(plain) ? `'${plain}` : plain;
}
