import type { Budget } from './xlsx-budget.ts';
import type { CellContext } from './xlsx-cell.ts';
import type { NoteRead, SheetRead } from './xlsx-cells.ts';
import { addressColumn } from './column-letters.ts';
import { sheetDoubts } from './xlsx-doubts.ts';
import { type WorkbookPackage, relationshipsOf } from './xlsx-package.ts';
import type { ReadProblem } from './xlsx-problem.ts';
import { SheetHandler } from './xlsx-sheet.ts';
import { readNotes } from './xlsx-notes.ts';
import type { Tab } from './xlsx-workbook-part.ts';
import { type XmlPart, readXml } from './xml-read.ts';

/** A sheet with what is doubtful about it. */
export interface SheetResult {
  readonly sheet: SheetRead;
  readonly problems: readonly ReadProblem[];
}

const NOTHING: Omit<SheetRead, 'name' | 'state' | 'content'> = {
  rows: [],
  notes: [],
  merges: [],
  hiddenColumns: [],
  extras: { validations: 0, conditionalFormats: 0, links: 0, tables: 0, drawings: 0, filters: 0 },
};

/** A tab of which no cell is read. */
export function sheetWithoutCells({ name, state }: Tab, content: 'chart' | 'skipped'): SheetResult {
  return { sheet: { name, state, content, ...NOTHING }, problems: [] };
}

export function readSheet(
  from: WorkbookPackage,
  part: XmlPart,
  { name, state }: Tab,
  context: CellContext,
  budget: Budget,
): SheetResult {
  const handler = new SheetHandler(context, budget);
  readXml(part, handler, () => budget.addElement());
  const declared = declaredEnd(handler.dimension);
  const { merges, hiddenColumns, extras } = handler;
  const sheet: SheetRead = {
    name,
    state,
    content: 'cells',
    rows: handler.rows.list,
    ...(declared === undefined ? {} : { declared }),
    notes: notesOf(from, part.name, budget),
    merges,
    hiddenColumns,
    extras,
  };
  return { sheet, problems: sheetDoubts(sheet, handler) };
}

function notesOf(from: WorkbookPackage, sheet: string, budget: Budget): readonly NoteRead[] {
  const targets = [...relationshipsOf(from, sheet, budget).values()].filter(({ type }) => type === 'comments');
  return targets.flatMap(({ target }) => {
    const part = from.part(target);
    return part ? readNotes(part, budget) : [];
  });
}

const RANGE = /^\$?([A-Za-z]{1,3})?\$?(\d+)?(?::\$?([A-Za-z]{1,3})?\$?(\d+)?)?$/;

/** The end of a range such as `A1:F20`, `A1`, `A:F` or `1:20`. */
function declaredEnd(range: string | undefined): SheetRead['declared'] {
  const [all, firstColumn, firstRow, lastColumn, lastRow] = RANGE.exec(range ?? '') ?? [];
  const [column, row] = [lastColumn ?? firstColumn, lastRow ?? firstRow];
  if (all === undefined || (column === undefined && row === undefined)) return undefined;
  const last = column === undefined ? undefined : addressColumn(`${column}1`);
  return { row: row === undefined ? Infinity : Number(row), column: last ?? Infinity };
}
