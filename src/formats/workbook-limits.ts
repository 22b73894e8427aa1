import type { ColumnPlan, SheetPlan, WorkbookPlan } from './workbook.ts';
import { cellText } from './cell-text.ts';

/**
 * Something that Excel cannot hold. `row` counts from 1 as Excel shows it (the headings are row 1) and is 0 where the
 * whole sheet is meant; `header` is '' unless one column is meant. `problem` is a sentence for the author.
 */
export interface WorkbookProblem {
  readonly sheet: string;
  readonly row: number;
  readonly header: string;
  readonly problem: string;
}

/** Thrown by the writer for a plan that the caller did not check with `workbookProblems`. */
export class WorkbookLimit extends Error {
  override readonly name = 'WorkbookLimit';
  readonly problems: readonly WorkbookProblem[];

  constructor(problems: readonly WorkbookProblem[]) {
    super(problems.map(sentence).join('\n'));
    this.problems = problems;
  }
}

// https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3
const LONGEST_TEXT = 32_767;
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
const LONGEST_NAME = 31;

/** What keeps a plan from being written, in the order of its sheets and rows; empty for a plan that can be written. */
export function workbookProblems(plan: WorkbookPlan): readonly WorkbookProblem[] {
  const seen = new Set<string>();
  const problems = plan.sheets.flatMap((sheet) => [...nameProblems(sheet.name, seen), ...sheetProblems(sheet)]);
  if (plan.sheets.length === 0) problems.push(about('', 'A workbook needs at least one sheet.'));
  return problems;
}

function nameProblems(name: string, seen: Set<string>): WorkbookProblem[] {
  const twice = seen.has(name.toLowerCase());
  seen.add(name.toLowerCase());
  if (twice) return [about(name, 'Another sheet has the same name; Excel takes capital and small letters as equal.')];
  if (name.trim() === '') return [about(name, 'A sheet needs a name.')];
  if (name.length > LONGEST_NAME)
    return [about(name, `The name is longer than the ${LONGEST_NAME} characters of a tab.`)];
  if (/[\\/?*[\]:]|^'|'$/.test(name)) {
    return [about(name, String.raw`The name of a sheet cannot hold \ / ? * [ ] or : and cannot begin or end with '.`)];
  }
  return [];
}

function sheetProblems(sheet: SheetPlan): WorkbookProblem[] {
  if (sheet.columns.length > MOST_COLUMNS) {
    return [about(sheet.name, `The sheet has ${sheet.columns.length} columns; Excel holds ${MOST_COLUMNS}.`)];
  }
  if (sheet.rows.length + 1 > MOST_ROWS) {
    return [about(sheet.name, `The sheet has ${sheet.rows.length + 1} rows; Excel holds ${MOST_ROWS}.`)];
  }
  const headers = sheet.columns.map((column) => column.header);
  return [headers, ...sheet.rows.map((row) => row.cells)].flatMap((cells, index) =>
    cells.some(isTooLong) ? longTexts(sheet.name, index + 1, cells, sheet.columns) : [],
  );
}

function longTexts(
  sheet: string,
  row: number,
  cells: readonly string[],
  columns: readonly ColumnPlan[],
): WorkbookProblem[] {
  return cells.flatMap((text, index) => {
    const problem = `The text has ${cellText(text).length} characters; a cell of Excel holds ${LONGEST_TEXT}.`;
    return isTooLong(text) ? [{ sheet, row, header: columns[index]?.header ?? '', problem }] : [];
  });
}

function isTooLong(text: string): boolean {
  return text.length > LONGEST_TEXT && cellText(text).length > LONGEST_TEXT;
}

function about(sheet: string, problem: string): WorkbookProblem {
  return { sheet, row: 0, header: '', problem };
}

function sentence({ sheet, row, header, problem }: WorkbookProblem): string {
  const place = [
    `sheet "${sheet}"`,
    row > 0 ? `row ${row}` : '',
    header === '' ? '' : `column "${header.slice(0, 100)}"`,
  ];
  return `${place.filter(Boolean).join(', ')}: ${problem}`;
}
