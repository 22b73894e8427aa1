import { quote } from '../../diagnostics/quote.ts';
import { CellRanges } from '../../formats/cell-ranges.ts';
import { columnLetters } from '../../formats/column-letters.ts';
import type { CellRead, RowRead, SheetRead } from '../../formats/xlsx-cells.ts';
import { choiceColumnOf, surveyColumnOf } from '../../vocabulary/spelt-headers.ts';
import { sectionRow } from '../../vocabulary/workbook-types.ts';
import { cellAt, cellText, collapsed } from '../../xlsform/read/cell-text.ts';
import type { KeptCells } from './kept-cells.ts';
import type { Loss } from './loss.ts';
import { rangesText } from './words.ts';

/** What says itself by what a row becomes: the type of a group, the list of a code. */
const SPOKEN: ReadonlySet<string> = new Set(['type', 'disabled', 'list_name']);
const FEW = 20;

/** The cells below the headings whose texts are nowhere in the dictionary. */
export function lostCells(sheet: SheetRead, file: string, kept: KeptCells): readonly Loss[] {
  const here = kept.get(sheet.name) ?? new Set();
  const columns = columnNames(sheet);
  const lost = sheet.rows.flatMap((row) =>
    row.number === 1 ? [] : lostInRow(row, columns, here).map((cell) => ({ row: row.number, cell })),
  );
  const [first] = lost;
  if (!first) return [];
  const rest = new CellRanges();
  for (const { row, cell } of lost.slice(FEW)) rest.add(row, cell.column);
  const shown = lost
    .slice(0, FEW)
    .map(({ row, cell }) => `${columnLetters(cell.column)}${row} ${quote(cellText(cell))}`);
  const at = cellAt({ file, sheet: sheet.name }, first.row, first.cell.column, cellText(first.cell));
  const params = { sheet: sheet.name, cells: lost.length, shown, rest: rangesText(rest.list()) };
  return [(report) => report('cells-not-kept', at, params)];
}

function lostInRow(row: RowRead, columns: ReadonlyMap<number, string>, here: ReadonlySet<string>): readonly CellRead[] {
  const isKept = (cell: CellRead): boolean => here.has(`${columnLetters(cell.column)}${row.number}`);
  const end = isEnd(row, columns);
  const speaks = end || row.cells.some(isKept);
  return row.cells.filter((cell) => {
    const name = columns.get(cell.column) ?? '';
    const isSpoken = speaks && (SPOKEN.has(name) || (end && name === 'name'));
    return cellText(cell) !== '' && !isSpoken && !isKept(cell);
  });
}

/** A row that closes a section has nothing that the dictionary does not say by where its items end. */
function isEnd({ cells }: RowRead, columns: ReadonlyMap<number, string>): boolean {
  const type = cells.find(({ column }) => columns.get(column) === 'type');
  return type !== undefined && sectionRow(collapsed(cellText(type)))?.end === true;
}

/** The headings of a sheet by their columns, in the spelling of today. */
function columnNames({ name, rows: [first] }: SheetRead): ReadonlyMap<number, string> {
  if (first?.number !== 1) return new Map();
  const lists = ['choices', 'external_choices', 'osm'].includes(name.toLowerCase());
  const columnOf = lists ? choiceColumnOf : surveyColumnOf;
  return new Map(
    first.cells.map((cell) => {
      const header = collapsed(cellText(cell));
      return [cell.column, columnOf(header) ?? header];
    }),
  );
}
