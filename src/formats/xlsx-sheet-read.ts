import type { Budget } from './xlsx-budget.ts';
import type { CellContext } from './xlsx-cell.ts';
import type { NoteRead, SheetAside, SheetRead } from './xlsx-cells.ts';
import { addressColumn } from './column-letters.ts';
import { sheetDoubts } from './xlsx-doubts.ts';
import { type WorkbookPackage, relationshipsOf } from './xlsx-package.ts';
import { Refused, type ReadProblem } from './xlsx-problem.ts';
import { SheetHandler } from './xlsx-sheet.ts';
import { readDrawing } from './xlsx-drawing.ts';
import { readNotes } from './xlsx-notes.ts';
import { readThreads } from './xlsx-threads.ts';
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
  extras: { validations: 0, conditionalFormats: 0, links: 0, tables: 0, drawings: 0, filters: 0, protections: 0 },
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
    ...(context.aside ? { aside: asideOf(from, part.name, handler, budget) } : {}),
  };
  return { sheet, problems: sheetDoubts(sheet, handler) };
}

/** A comment that can be answered stands among the notes as well, unless a program left that copy out. */
function notesOf(from: WorkbookPackage, sheet: string, budget: Budget): readonly NoteRead[] {
  const notes = partsOf(from, sheet, 'comments', budget).flatMap((part) => readNotes(part, budget));
  const known = new Set(notes.map(({ address }) => address));
  const threads = partsOf(from, sheet, 'threadedComment', budget).flatMap((part) =>
    unlessDamaged(() => readThreads(part, budget)),
  );
  return [...notes, ...threads.filter(({ address }) => !known.has(address))];
}

function asideOf(from: WorkbookPackage, sheet: string, { looks }: SheetHandler, budget: Budget): SheetAside {
  const drawings = partsOf(from, sheet, 'drawing', budget).flatMap((part) =>
    unlessDamaged(() => [readDrawing(part, budget)]),
  );
  return { looks: looks.found(), drawings };
}

/** What no converter looks at does not stop the reading of the form. */
function unlessDamaged<Thing>(read: () => readonly Thing[]): readonly Thing[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refused && error.problem.kind === 'damaged') return [];
    throw error;
  }
}

function partsOf(from: WorkbookPackage, sheet: string, kind: string, budget: Budget): readonly XmlPart[] {
  const targets = [...relationshipsOf(from, sheet, budget).values()].filter(({ type }) => type === kind);
  return targets.flatMap(({ target }) => from.part(target) ?? []);
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
