// JSON leaves these as they are: an 8-bit terminal takes some for commands, others reorder the line that shows them.
const UNSHOWN = /[\u007F-\u009F\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** JSON in ASCII where it matters: the same data, with characters that do something to a terminal written as `\uXXXX`. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2).replaceAll(UNSHOWN, escape);
  return `${text}\n`;
}

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
