import path from 'node:path';
import { CORE } from '../../conform/made-by.ts';
import { createCollector } from '../../diagnostics/collector.ts';
import { type BuiltFile, builtFiles } from '../../formats/built-files.ts';
import { type OutputFile, publish } from '../../formats/publish.ts';
import { dataNodes } from '../../model/columns/columns.ts';
import { deliver } from '../../model/deliver/deliver.ts';
import { print } from '../../printers/printer.ts';
import { readFiles } from '../../submissions/read-files.ts';
import type { DataFile } from '../../submissions/submission.ts';
import { startTally, type Tally } from '../../report/tally.ts';
import { fails } from '../findings.ts';
import { EXIT, type ExitCode, type Host, UsageError } from '../host.ts';
import { openForm } from '../one-form.ts';
import { openData, type OpenedData } from '../open-data.ts';
import { createProgress } from '../progress.ts';
import { refuseSource } from '../source.ts';
import { groupsOf, languagesOf, limitOf, type ReportFormat, type ReportOptions } from './choices.ts';
import { reportsOn } from './outputs.ts';
import { templateOf } from './page-templates.ts';
import { leftOutRemarks, remarksOn } from './telling.ts';

/** Marks our files in the output folder. */
const TAG = 'report';
/** More groups than this make a page that nobody reads; in a table of numbers, filters find them. */
const MOST_GROUPS = { page: 60, table: 1000 } as const;

/** Counts the submissions, writes the reports and tells the exit code. */
export async function report(source: string | undefined, options: ReportOptions, host: Host): Promise<ExitCode> {
  const data = await openData(source, options, host);
  try {
    return await reportOn(data, source, options, host);
  } finally {
    await data.close();
  }
}

async function reportOn(
  data: OpenedData,
  source: string | undefined,
  options: ReportOptions,
  host: Host,
): Promise<ExitCode> {
  const {
    dictionary,
    form,
    source: folder,
    remark,
  } = openForm(source, { form: data.form, country: countryOf(data.parts) }, host);
  if (remark !== undefined) host.err(`${remark}\n`);
  refuseSource(folder, path.resolve(host.cwd, options.out), options.out);
  const delivery = deliver(dictionary, form, options.profile ?? dictionary.profiles[0] ?? 'xlsform');
  const limit = limitOf(options, dictionary);
  const languages = languagesOf(options, delivery, dictionary);
  const formats: readonly ReportFormat[] = options.format.length > 0 ? options.format : ['html'];
  const template = options.template === undefined ? undefined : templateOf(options.template, host);
  const tally = startTally({
    delivery,
    dictionary,
    by: groupsOf(options, delivery, dictionary, limit),
    mostGroups: formats.includes('html') ? MOST_GROUPS.page : MOST_GROUPS.table,
    since: options.since,
    until: options.until,
  });
  const isWhole = await countAll(tally, data.files, options, host);
  for (const line of [...remarksOn(tally), ...leftOutRemarks(data.files)]) host.err(`${line}\n`);
  if (!isWhole && tally.state.records.size === 0) {
    host.err('Nothing was written: no submission could be read.\n');
    return EXIT.findings;
  }

  const { files, problems } = reportsOn(tally, { languages, formats, limit, template });
  for (const problem of problems) host.err(`${problem}\n`);
  await write(files, tally, options, host);
  return problems.length > 0 || !isWhole ? EXIT.findings : EXIT.clean;
}

/** What several parts of a dictionary have in common is in its core. */
function countryOf(parts: OpenedData['parts']): string | undefined {
  const [only, ...others] = parts ?? [];
  return only === CORE || others.length > 0 ? undefined : only;
}

/** Tells whether every file could be read as a whole. */
async function countAll(tally: Tally, files: readonly DataFile[], { by }: ReportOptions, host: Host): Promise<boolean> {
  const { delivery, dictionary, mostGroups } = tally.request;
  const collector = createCollector();
  const progress = createProgress(host);
  const reading = { forms: [dataNodes(delivery, dictionary)], report: collector.report, progress: () => undefined };
  for await (const { submissions } of readFiles(files, reading)) {
    for (const { answers } of submissions) tally.add(answers);
    progress.show(`${tally.state.records.size} records counted`);
    if (tally.state.tooManyGroups) throw tooManyGroups(by, mostGroups);
  }
  progress.end();
  const diagnostics = collector.diagnostics();
  if (diagnostics.length > 0)
    host.err(print('compact', { diagnostics }, { color: false, width: host.width, all: true, elapsed: 0 }));
  return !fails(diagnostics, 'error');
}

function tooManyGroups(by: readonly string[], most: number): UsageError {
  return new UsageError(
    `There are more than ${most} groups by ${by.join(' and ')}, which no table can show.`,
    `Take a question with fewer answers${by.length > 1 ? ', or fewer questions' : ''}. Tables for other programs hold up to ${MOST_GROUPS.table}: --format csv`,
  );
}

/** Reports of other forms and languages stay, as they were made on their own. */
async function write(files: readonly OutputFile[], tally: Tally, { out }: ReportOptions, host: Host): Promise<void> {
  if (files.length === 0) {
    host.err(`Nothing was written to ${out}.\n`);
    return;
  }
  const folder = path.resolve(host.cwd, out);
  const made = new Set(files.map((file) => file.path));
  const others = (await builtFiles(folder, TAG)).filter((file) => !made.has(file.path));
  await publish(folder, TAG, withOthers(files, others));
  const { size } = tally.state.records;
  const names = files.map((file) => file.path).join(', ');
  host.err(`${out}: ${names}, on ${size === 1 ? '1 record' : `${size} records`}.\n`);
}

async function* withOthers(files: readonly OutputFile[], others: readonly BuiltFile[]): AsyncGenerator<OutputFile> {
  yield* files;
  for (const { path: file, read } of others) yield { path: file, bytes: await read() };
}
