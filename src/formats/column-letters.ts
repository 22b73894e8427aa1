/** The letters that Excel shows over a column, which counts from 1. */
export function columnLetters(column: number): string {
  const rest = column - 1;
  const last = String.fromCharCode(65 + (rest % 26));
  return rest < 26 ? last : columnLetters(Math.floor(rest / 26)) + last;
}

/** The column of an address such as `C14`, from 1; undefined for what is no address of a cell. */
export function addressColumn(address: string): number | undefined {
  let column = 0;
  let at = 0;
  for (; at < address.length; at++) {
    const letter = (address.charCodeAt(at) | 0x20) - 0x60;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return at > 0 && at <= 3 && isRow(address, at) ? column : undefined;
}

function isRow(address: string, from: number): boolean {
  for (let at = from; at < address.length; at++) {
    const code = address.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return false;
  }
  return from < address.length;
}
