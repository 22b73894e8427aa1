import type { DataFile, Reading, Submission, SubmissionReader } from '../submission.ts';
import { csvTable } from './csv-table.ts';
import { attach, endJoined, joinedTo, tellUnjoined } from './joined.ts';
import { levelsOf } from './levels.ts';
import { missingFrom, missingNames } from './missing.ts';
import { fileAt } from '../pages.ts';
import { otherKinds } from '../recognise/kinds.ts';
import { type OpenTable, openTable } from './open-table.ts';
import { type ReadingTable, readingTable } from './reading-table.ts';
import { sortTables } from './sort-tables.ts';
import { type Table, tableLocation } from './table.ts';
import { xlsxTables } from './xlsx-table.ts';
import { isForm } from './xlsform-tables.ts';

/** Some submissions of one of several files. */
export interface TableSubmissions {
  /** The name of the file. */
  readonly file: string;
  readonly submissions: readonly Submission[];
}

/**
 * Reads files together: those of submissions, and those of the repeats in them, as ODK Central and Briefcase export them
 * (`form.csv`, `form-member.csv`) or as sheets saved one by one, in any order. Which is which is seen in their columns and
 * names; where several hold submissions, a repeat belongs to the one that its name begins with, else to the first.
 */
export type FilesReader = (files: readonly DataFile[], reading: Reading) => AsyncIterable<TableSubmissions>;

export const readCsvFiles: FilesReader = (files, reading) => {
  const counted = countedFiles(files, reading);
  return readTables(
    counted.map((file) => csvTable(file, reading.report)),
    reading,
  );
};

export const readCsvSubmissions: SubmissionReader = async function* readCsv(file, reading) {
  for await (const { submissions } of readCsvFiles([file], reading)) yield submissions;
};

/** A sheet with submissions, and a sheet for each repeat. */
export const readXlsxSubmissions: SubmissionReader = async function* readXlsx(file, reading) {
  const [counted = file] = countedFiles([file], reading);
  const tables = await xlsxTables(counted, reading.report);
  if (await isForm(tables))
    return reading.report('unknown-data-file', fileAt(file.name), { file: file.name, ...otherKinds.form });
  for await (const { submissions } of readTables(tables, reading)) yield submissions;
};

/** Files of which the reading is told as it goes; what is read twice is counted once. */
function countedFiles(files: readonly DataFile[], { progress }: Reading): readonly DataFile[] {
  const done = files.map(() => 0);
  return files.map((file, index) => ({
    name: file.name,
    size: file.size,
    pieces: async function* pieces(from = 0) {
      let at = from;
      for await (const piece of file.pieces(from)) {
        yield piece;
        at += piece.length;
        if (at <= (done[index] ?? 0)) continue;
        done[index] = at;
        progress(done.reduce((sum, bytes) => sum + bytes, 0));
      }
    },
  }));
}

async function* readTables(tables: readonly Table[], reading: Reading): AsyncGenerator<TableSubmissions> {
  const { report, forms } = reading;
  const root = levelsOf(forms);
  const opened: OpenTable[] = [];
  for (const table of tables) {
    const open = await openTable(table, root);
    if (open) opened.push(open);
    else if (!table.oneOfSeveral) report('table-refused', tableLocation(table), EMPTY(table.file));
  }
  for (const { main, others } of sortTables(opened, report)) {
    const all = [main, ...others];
    const around = ({ level }: OpenTable): OpenTable | undefined => all.find((one) => one.level === level.parent);
    const [first, ...repeats] = all.map((table) => readingTable(table, around(table), report));
    if (first === undefined) continue;
    const missing = missingFrom([first, ...repeats], root);
    const names = missingNames(missing, root);
    for await (const submissions of readMain(first, repeats, names, reading))
      yield { file: main.table.file, submissions };
    if (missing.length > 0) report('missing-columns', fileAt(main.table.file), { names: missing });
  }
}

const EMPTY = (file: string): { file: string; problem: string; help: string } => ({
  file,
  problem: 'The table is empty: it has no row of headings.',
  help: 'Export or download the data again.',
});

async function* readMain(
  main: ReadingTable,
  others: readonly ReadingTable[],
  missing: ReadonlySet<string>,
  { report }: Reading,
): AsyncGenerator<readonly Submission[]> {
  const joined = await joinedTo(main, others, report);
  tellUnjoined(others, joined, report);
  let number = 0;
  for await (const rows of main.data(true)) {
    const submissions: Submission[] = [];
    for (const row of rows) {
      number += 1;
      const answers = main.read(row);
      if (joined.length > 0) await attach(answers, row, number, joined);
      submissions.push({ number, line: row.number, answers, ...(missing.size > 0 ? { missing } : {}) });
    }
    if (submissions.length > 0) yield submissions;
  }
  main.end();
  await endJoined(joined, report);
}
