import { Writable } from 'node:stream';
import { startsRightToLeft } from '../core/languages.ts';
import type { Row, stream, Style } from 'exceljs';
import { cellText, escapeXstring } from './cell-text.ts';
import { rowHeight, withAutomaticHeights } from './row-height.ts';
import { WorkbookLimit, workbookProblems } from './workbook-limits.ts';
import type { SheetPlan, WorkbookPlan } from './workbook.ts';
import { type CellStyles, cellStyles } from './xlsx-style.ts';
import { unzipOwn, zip } from './zip-write.ts';

type WorkbookWriter = stream.xlsx.WorkbookWriter;

const FIXED_DATE = new Date(Date.UTC(1980, 0, 1));
const WIDEST = 255;

/**
 * The bytes of an .xlsx file. The same plan gives the same bytes at any time, in any time zone. Every cell is a text
 * cell, and so are the empty cells below the last row.
 * @throws WorkbookLimit for a plan that Excel cannot hold; ask `workbookProblems` first.
 */
export async function writeWorkbook(plan: WorkbookPlan): Promise<Uint8Array> {
  const problems = workbookProblems(plan);
  if (problems.length > 0) throw new WorkbookLimit(problems);
  const { sink, chunks } = collector();
  const workbook = await newWorkbook(sink);
  const styles = cellStyles();
  for (const sheet of plan.sheets) writeSheet(workbook, sheet, styles);
  await workbook.commit();
  return zip(withAutomaticHeights(unzipOwn(Buffer.concat(chunks.splice(0)))));
}

/** exceljs takes 0.2 s to load, and its stream writer a quarter of the time of its buffer writer. */
async function newWorkbook(sink: Writable): Promise<WorkbookWriter> {
  const { default: excel } = await import('exceljs');
  // Shared strings, because openpyxl (and so pyxform) undoes `_x005F_` nowhere else. Compressed once, by `zip`.
  const options = { stream: sink, useStyles: true, useSharedStrings: true, zip: { store: true } };
  const workbook = new excel.stream.xlsx.WorkbookWriter(options);
  const properties = { creator: 'Lexiform', lastModifiedBy: 'Lexiform', created: FIXED_DATE, modified: FIXED_DATE };
  return Object.assign(workbook, properties);
}

function writeSheet(workbook: WorkbookWriter, plan: SheetPlan, styles: CellStyles): void {
  const sheet = workbook.addWorksheet(plan.name, {
    views: [{ state: 'frozen', ySplit: 1, activeCell: 'A2', rightToLeft: plan.rightToLeft }],
  });
  // A column's format also holds for the cells that a person fills in later, below the last row.
  sheet.columns = plan.columns.map(({ width }) => ({ width: Math.min(width, WIDEST), style: styles.text }));
  const headers = plan.columns.map((column) => column.header);
  writeRow(sheet.getRow(1), headers, () => styles.header);
  for (const [index, row] of plan.rows.entries()) {
    const shade = styles.of(row);
    const height = rowHeight(row.cells, plan.columns);
    if (height !== undefined) sheet.getRow(index + 2).height = height;
    const plain = shade ?? styles.text;
    const styleOf = (text: string): Partial<Style> => (startsRightToLeft(text) ? styles.rightToLeft(plain) : plain);
    writeRow(sheet.getRow(index + 2), row.cells, styleOf, shade);
  }
  sheet.commit();
}

/** Empty cells are not written: where a row is shaded, its own style fills them. */
function writeRow(
  row: Row,
  texts: readonly string[],
  styleOf: (text: string) => Partial<Style>,
  whole?: Partial<Style>,
): void {
  for (const [index, text] of texts.entries()) {
    if (text === '') continue;
    const cell = row.getCell(index + 1);
    cell.value = escapeXstring(cellText(text));
    cell.style = styleOf(text);
  }
  // Last, because a cell starts from a copy of its row's style, and copies of a style are slow to recognise.
  if (whole) Object.assign(row, { style: whole });
  row.commit();
}

function collector(): { readonly sink: Writable; readonly chunks: Uint8Array[] } {
  const chunks: Uint8Array[] = [];
  const sink = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { sink, chunks };
}
