// Curly quotes count as straight ones, because pyxform makes straight ones of them in every sheet.
const APOSTROPHE = /['‘’]/;
const QUOTATION_MARK = /["“”]/;

/** A text as a literal of XPath 1.0, which knows no escapes: in the quotes that it does not hold, or put together. */
export function literal(text: string): string {
  if (!APOSTROPHE.test(text)) return `'${text}'`;
  if (!QUOTATION_MARK.test(text)) return `"${text}"`;
  const parts = text.split(/(['‘’]+)/).filter((part) => part !== '');
  return `concat(${parts.map((part) => (APOSTROPHE.test(part) ? `"${part}"` : `'${part}'`)).join(', ')})`;
}
