/** Runs of blanks and the ends of lines look the same to whoever reads a text. */
export function normalText(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}

const QUOTED = /"[^"]*"|'[^']*'/g;

/** Blanks outside of quotes, and the shape of the quotes, mean nothing in an expression. */
export function normalExpression(text: string): string {
  const straight = text.replaceAll(/[“”]/g, '"').replaceAll(/[‘’]/g, "'").trim();
  const quoted = straight.match(QUOTED) ?? [];
  const others = straight.split(QUOTED).map((part) => part.replaceAll(/\s+/g, ' ').replaceAll(/ ?([^\w$]) ?/g, '$1'));
  return others.map((part, at) => part + (quoted[at] ?? '')).join('');
}

/** Words in any order, as those of an appearance. */
export function normalWords(text: string): string {
  return text
    .split(/[\s;,]+/)
    .filter((word) => word !== '')
    .toSorted()
    .join(' ');
}

/** A file is known by its name alone, wherever it lies. */
export function normalFile(text: string): string {
  return normalText(text).replace(/^.*\//, '');
}
