import { listed } from '../diagnostics/quote.ts';
import type { Report } from '../diagnostics/collector.ts';
import { reasonOf } from '../source/files.ts';
import { readKobo } from './json/read-json.ts';
import { readOdata } from './odata/read-odata.ts';
import { type DataPage, fileAt, reportMissingPages } from './pages.ts';
import { otherKinds } from './recognise/kinds.ts';
import { isShape, recognise } from './recognise.ts';
import type { DataFile, Reading, Shape, Submission, SubmissionReader } from './submission.ts';
import { readCsvFiles, readXlsxSubmissions } from './table/read-tables.ts';
import { readXml } from './xml/read-xml.ts';

/** Who reads which shape; CSV files are read together, since repeats have files of their own. */
const READERS: Readonly<Record<Exclude<Shape, 'csv'>, SubmissionReader>> = {
  kobo: readKobo,
  odata: readOdata,
  xml: readXml,
  xlsx: readXlsxSubmissions,
};

/** Some submissions of a file. */
export interface FileSubmissions {
  readonly file: DataFile;
  readonly shape: Shape;
  readonly submissions: readonly Submission[];
}

/**
 * Reads the submissions of several files, each of whatever shape it is, and reports the pages of servers that are in none of
 * them. Never throws for what stands in the files, nor for a disk that fails.
 */
export async function* readFiles(
  files: readonly DataFile[],
  { forms, report, progress }: Omit<Reading, 'page'>,
): AsyncGenerator<FileSubmissions> {
  const pages: DataPage[] = [];
  const reading: Reading = { forms, report, progress, page: (page) => void pages.push(page) };
  const tables: DataFile[] = [];
  for (const file of files) yield* readFile(file, tables, reading);
  yield* readCsv(tables, reading);
  reportMissingPages(pages, report);
}

async function* readFile(file: DataFile, tables: DataFile[], reading: Reading): AsyncGenerator<FileSubmissions> {
  try {
    const kind = await recognise(file);
    if (!isShape(kind)) reportOther(file, otherKinds[kind], reading.report);
    else if (kind === 'csv') tables.push(file);
    else
      for await (const submissions of READERS[kind](file, reading))
        yield { file, shape: kind, submissions: withMissing(submissions, file) };
  } catch (error) {
    reportSystem(error, file.name, reading.report);
  }
}

function withMissing(submissions: readonly Submission[], { missing }: DataFile): readonly Submission[] {
  return missing === undefined ? submissions : submissions.map((each) => ({ ...each, missing }));
}

async function* readCsv(files: readonly DataFile[], reading: Reading): AsyncGenerator<FileSubmissions> {
  try {
    for await (const { file: name, submissions } of readCsvFiles(files, reading)) {
      const file = files.find((each) => each.name === name);
      if (file) yield { file, shape: 'csv', submissions };
    }
  } catch (error) {
    reportSystem(
      error,
      listed(
        files.map(({ name }) => name),
        'or',
      ),
      reading.report,
    );
  }
}

/** A disk that fails is told; anything else is a defect of ours. */
function reportSystem(error: unknown, file: string, report: Report): void {
  if (!isSystemError(error)) throw error;
  report('file-unreadable', fileAt(file), { file, reason: reasonOf(error) });
}

function reportOther(
  { name }: DataFile,
  words: { readonly seems: string; readonly help: string },
  report: Report,
): void {
  report('unknown-data-file', fileAt(name), { file: name, ...words });
}

/** What the operating system says, such as of a disk that was unplugged. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
