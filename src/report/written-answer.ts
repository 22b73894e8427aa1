/**
 * An answer as it is written, for counting: what a device makes of it is of no concern, so that nothing is lost that is not
 * as it should be. Several answers can be a list; anything else with parts, such as a place, is just there.
 */
export function writtenAnswer(value: unknown): string {
  return Array.isArray(value) ? value.map(writtenOne).join(' ').trim() : writtenOne(value);
}

function writtenOne(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'object' && value !== null ? '{}' : '';
}
