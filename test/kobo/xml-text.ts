import type { Row } from './state.ts';

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The JSON of a submission as XML: lists of texts are joined with blanks, as for select_multiple. */
export function jsonToXml(id: string, submission: Row): string {
  return `<?xml version='1.0' ?>\n<${id} id="${id}">${elements(submission)}</${id}>`;
}

function elements(row: Row): string {
  return Object.entries(row)
    .map(([name, value]) => element(name, value))
    .join('');
}

function element(name: string, value: unknown): string {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return element(name, value.join(' '));
  if (Array.isArray(value)) return value.map((one) => element(name, one)).join('');
  const inside =
    typeof value === 'object' && value !== null ? elements(value as Row) : escapeXml(String(value as string | number));
  return `<${name}>${inside}</${name}>`;
}
