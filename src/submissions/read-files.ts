import type { Report } from '../diagnostics/collector.ts';
import { reasonOf } from '../source/files.ts';
import { readKobo } from './json/read-json.ts';
import { readOdata } from './odata/read-odata.ts';
import { type DataPage, fileAt, reportMissingPages } from './pages.ts';
import { otherKinds } from './recognise/kinds.ts';
import { isShape, recognise } from './recognise.ts';
import type { DataFile, Reading, Shape, Submission, SubmissionReader } from './submission.ts';
import { readXml } from './xml/read-xml.ts';

/** Who reads which shape; whoever reads tables has a place here. */
const READERS: Readonly<Partial<Record<Shape, SubmissionReader>>> = { kobo: readKobo, odata: readOdata, xml: readXml };

export function readerFor(shape: Shape): SubmissionReader | undefined {
  return READERS[shape];
}

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
  for (const file of files) yield* readFile(file, reading);
  reportMissingPages(pages, report);
}

async function* readFile(file: DataFile, reading: Reading): AsyncGenerator<FileSubmissions> {
  try {
    const kind = await recognise(file);
    const reader = isShape(kind) ? readerFor(kind) : undefined;
    if (!isShape(kind)) reportOther(file, otherKinds[kind], reading.report);
    else if (!reader) reportOther(file, TABLE, reading.report);
    else for await (const submissions of reader(file, reading)) yield { file, shape: kind, submissions };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    reading.report('file-unreadable', fileAt(file.name), { file: file.name, reason: reasonOf(error) });
  }
}

const TABLE = {
  seems: 'is a table, and only JSON and XML are read',
  help: 'Download the submissions as JSON: …/api/v2/assets/<id>/data.json of KoboToolbox, or OData of ODK Central.',
};

function reportOther({ name }: DataFile, words: typeof TABLE, report: Report): void {
  report('unknown-data-file', fileAt(name), { file: name, ...words });
}

/** What the operating system says, such as of a disk that was unplugged. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
