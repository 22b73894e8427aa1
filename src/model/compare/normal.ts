/** Runs of blanks, and the shape of quotes, which converters make straight, say the same to whoever reads a text. */
export function normalText(text: string): string {
  return straight(text.normalize('NFC')).replaceAll(/\s+/g, ' ').trim();
}

function straight(text: string): string {
  return text.replaceAll(/[“”]/g, '"').replaceAll(/[‘’]/g, "'");
}

const QUOTED = /"[^"]*"|'[^']*'/g;

/** Blanks outside of quotes, and the shape of the quotes, mean nothing in an expression. */
export function normalExpression(text: string): string {
  const plain = straight(text).trim();
  const quoted = plain.match(QUOTED) ?? [];
  const others = plain.split(QUOTED).map((part) => part.replaceAll(/\s+/g, ' ').replaceAll(/ ?([^\w$]) ?/g, '$1'));
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
