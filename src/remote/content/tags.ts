/** The tags of a row, in one cell: KoboToolbox keeps those of both columns together. */
export function tagsOf(cells: ReadonlyMap<string, string>): string {
  const own = (cells.get('tags') ?? '').split(/\s+/);
  const hxl = [...(cells.get('hxl') ?? '').matchAll(/[#+][a-zA-Z][a-zA-Z0-9_]*/g)].map(([tag]) => `hxl:${tag}`);
  return [...own, ...hxl].filter(Boolean).join(' ');
}
