// Form engines read these files (pyxform, KoboToolbox, pulldata in Collect), not spreadsheets alone: an apostrophe in
// front of `=` or `-`, the usual guard against formulas, would become part of a code. So there is none.

/**
 * A table as RFC 4180 has it, but with LF at the end of each row: commas, UTF-8 without byte order mark, quotation
 * marks only where a text needs them. Line breaks inside a text become LF.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${line(row)}\n`).join('');
}

/** A row of one empty text is quoted, since a blank line is no row to most readers. */
function line(row: readonly string[]): string {
  return row.length === 1 && row[0] === '' ? '""' : row.map(csvField).join(',');
}

/** A text as it stands between two commas. */
export function csvField(text: string): string {
  const plain = text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
  return NEEDS_QUOTES.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

// Besides what RFC 4180 asks for: blanks at either end, which some readers trim outside quotation marks; what readers
// that guess the separator count; and `sep=`, which Excel obeys in the first line.
const NEEDS_QUOTES = /[",;\t\n]|^\s|\s$|^sep=/i;
