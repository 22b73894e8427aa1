/** Deeper than this no form can nest its answers; what goes over every answer stays clear of the stack's end. */
export const DEEPEST = 100;

/** Whether objects and lists stand inside each other further than any form nests them; `text` is what was parsed. */
export function isTooDeep(value: object, text: string): boolean {
  // Looking for brackets in the text is far faster than going over every answer, and few submissions have so many.
  return hasMany(text, '}', DEEPEST) && isDeeper(value, DEEPEST);
}

/** Whether a text has more than so many closing brackets. */
function hasMany(text: string, bracket: '}' | ']', most: number): boolean {
  let left = most;
  for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
    left -= 1;
    if (left < 0) return true;
  }
  return bracket === '}' && hasMany(text, ']', left);
}

function isDeeper(value: object, room: number): boolean {
  for (const key in value) {
    const inner: unknown = (value as Readonly<Record<string, unknown>>)[key];
    if (typeof inner === 'object' && inner !== null && (room <= 1 || isDeeper(inner, room - 1))) return true;
  }
  return false;
}
