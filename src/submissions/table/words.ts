/** A heading or a path as people leave them in Excel: case, blanks and the signs between groups count nothing. */
export function foldedName(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s\u200B-\u200F\uFEFF]+/g, '')
    .replaceAll(/[./:>|-]+/g, '/');
}

/** What is left of a label when it has gone through an export: no marks of HTML or Markdown, no references. */
export function foldedLabel(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/<\/?[a-z][^<>]*>/gi, ' ')
    .replaceAll(/&nbsp;/gi, ' ')
    .replaceAll(/&amp;/gi, '&')
    .replaceAll(/\$\{[^{}]*\}/g, ' ')
    .replaceAll(/\*+|__|#+(?=\s)|`/g, '')
    .toLowerCase()
    .replaceAll(/[\s\u200B-\u200F\uFEFF]+/g, ' ')
    .trim();
}

/** The same for labels that stand behind each other: it makes no difference what stands between them. */
export function foldedChain(text: string): string {
  return foldedLabel(text)
    .replaceAll(/\s*[/.>:|\-\u2013\u2014]+\s*/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
