import { originAt } from '../../core/origin.ts';
import { createCollector, type Report } from '../../diagnostics/collector.ts';
import type { SheetRead } from '../../formats/xlsx-cells.ts';
import type { Form } from '../../model/form.ts';
import { cellAt } from './cell-text.ts';
import { columnsOf, type Spelling } from './columns.ts';
import { readRows } from './settings.ts';
import { readTable } from './table.ts';

const asWritten: Spelling = { columnOf: (header) => header, isText: () => false };

/**
 * The sheets that are none of XLSForm's, kept as they are: no converter reads them, but people do. One that is no table with
 * headings cannot be kept, which is told.
 */
export function otherSheets(file: string, sheets: readonly SheetRead[], report: Report): Form['sheets'] {
  return new Map(
    sheets.flatMap((sheet) => {
      if (sheet.content === 'cells' && sheet.rows.length === 0) return [];
      const { report: hear, diagnostics } = createCollector();
      const table = readTable(file, sheet, false, hear);
      const columns = columnsOf(table, asWritten, hear);
      const lost = diagnostics().some(({ rule }) => rule !== 'excel-rewrote');
      if (!lost && table.headers.length > 0) return [[sheet.name, readRows(table, columns)] as const];
      const at = originAt(cellAt({ file, sheet: sheet.name }, 1, 1, '')).location;
      report('sheet-not-kept', at, { sheet: sheet.name });
      return [];
    }),
  );
}
