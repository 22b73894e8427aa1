/** Deeper than this no form can nest its answers; what goes over every answer stays clear of the stack's end. */
export const DEEPEST = 100;

/** Whether objects and lists stand inside each other further than any form nests them. */
export function isTooDeep(value: object, room = DEEPEST): boolean {
  for (const key in value) {
    const inner: unknown = (value as Readonly<Record<string, unknown>>)[key];
    if (typeof inner === 'object' && inner !== null && (room <= 1 || isTooDeep(inner, room - 1))) return true;
  }
  return false;
}
