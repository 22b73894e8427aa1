import { createCollector } from '../../../src/diagnostics/collector.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { writeWorkbook } from '../../../src/formats/xlsx-write.ts';
import { columnsOf, type DataNode } from '../../../src/model/columns/column.ts';
import { dataNodes } from '../../../src/model/columns/columns.ts';
import { deliver } from '../../../src/model/deliver/deliver.ts';
import { memoryTree } from '../../../src/source/files.ts';
import type { DataFile, Reading, Submission } from '../../../src/submissions/submission.ts';
import { readCsvFiles, readXlsxSubmissions } from '../../../src/submissions/table/read-tables.ts';
import { compileWorkbook } from '../../../src/xlsform/read/compile-workbook.ts';
import { planOf } from '../../support/workbook-tables.mjs';

export interface TablesRead {
  /** Without the names of what is missing. */
  readonly submissions: readonly Submission[];
  /** The names of questions that have no column, as submissions say. */
  readonly missing: readonly string[];
  /** What each submission says, without its place. */
  readonly answers: readonly Submission['answers'][];
  readonly findings: readonly Diagnostic[];
  /** `rule place: message` of each finding, but for questions that have no column. */
  readonly told: readonly string[];
}

/** What a form leaves in data; it is written as tables, as workbooks are in the examples. */
export async function formOf(markdown: string): Promise<readonly DataNode[]> {
  const tree = { ...memoryTree({ 'form.xlsx': await writeWorkbook(planOf(markdown)) }), workbook: 'form.xlsx' };
  const { dictionary } = compileWorkbook(tree, 'form.xlsx');
  const [form] = dictionary?.forms.values() ?? [];
  if (!dictionary || !form) throw new Error('the form of a test cannot be read');
  const nodes = dataNodes(deliver(dictionary, form, 'kobo'), dictionary);
  if ([...columnsOf(nodes)].length === 0) throw new Error('the form of a test has no question');
  return nodes;
}

/** A file in memory, in pieces of so many bytes. */
export function fileOf(name: string, content: string | Uint8Array, piece = 65_536): DataFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return {
    name,
    size: bytes.length,
    pieces: async function* pieces(from = 0) {
      for (let at = from; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    },
  };
}

export async function readCsv(forms: Reading['forms'], ...files: readonly (DataFile | string)[]): Promise<TablesRead> {
  const all = files.map((file) => (typeof file === 'string' ? fileOf('data.csv', file) : file));
  return collect((reading) => inOneRow(readCsvFiles(all, reading)), forms);
}

export async function readXlsx(forms: Reading['forms'], bytes: Uint8Array): Promise<TablesRead> {
  return collect((reading) => readXlsxSubmissions(fileOf('data.xlsx', bytes), reading), forms);
}

/** The same of a workbook that is written as tables. */
export async function readSheets(forms: Reading['forms'], markdown: string): Promise<TablesRead> {
  return readXlsx(forms, await writeWorkbook(planOf(markdown)));
}

async function* inOneRow(files: ReturnType<typeof readCsvFiles>): AsyncGenerator<readonly Submission[]> {
  for await (const { submissions } of files) yield submissions;
}

async function collect(
  read: (reading: Reading) => AsyncIterable<readonly Submission[]>,
  forms: Reading['forms'],
): Promise<TablesRead> {
  const { report, diagnostics } = createCollector();
  const submissions: Submission[] = [];
  const missing: string[] = [];
  for await (const batch of read({ forms, report, progress: () => undefined, page: () => undefined }))
    submissions.push(
      ...batch.map(({ missing: names, ...submission }) => {
        missing.push(...(names ?? []));
        return submission;
      }),
    );
  const findings = diagnostics();
  const told = findings
    .filter(({ rule }) => rule !== 'missing-columns')
    .map(({ rule, location, message }) =>
      location.kind === 'record' ? `${rule} ${location.record}: ${message}` : `${rule}: ${message}`,
    );
  return {
    submissions,
    missing: [...new Set(missing)],
    answers: submissions.map(({ answers }) => answers),
    findings,
    told,
  };
}
