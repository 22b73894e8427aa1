import { suggest } from '../../../core/suggest.ts';
import { isXmlName, toXmlName } from '../../../core/names.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import { type AreaTable, textIn } from '../read/table.ts';
import { type Attribute, isCalled } from './list-columns.ts';

/** That columns which are to be kept are there, under names that a form can use. */
export function proveAttributes(tables: readonly AreaTable[], attributes: readonly Attribute[], report: Report): void {
  const [table] = tables;
  if (!table) return;
  const at = table.locate(table.headings, 0);
  for (const { column, heading } of attributes) {
    const isThere = tables.some((each) => each.headings.cells.some((_, index) => isCalled(each, index, column)));
    const known = tables.flatMap((each) => each.headings.cells.map((_, index) => textIn(each.headings, index)));
    if (!isThere) report('area-attribute', at, { column, suggestion: suggest(column, known) });
    if (!isXmlName(heading))
      report('invalid-name', at, { name: heading, what: 'a column', suggestion: toXmlName(heading) });
  }
}
