import { tmpdir } from 'node:os';
import path from 'node:path';
import { plural, withThousands } from '../../core/counts.ts';
import type { Findings } from '../../conform/findings/found.ts';
import type { KnownFindings } from '../../conform/findings/known.ts';
import { createFindingStore, type FindingStore } from '../../conform/findings/store.ts';
import { writeFileAside, writeStreamAside } from '../../formats/write-aside.ts';
import type { About } from '../../printers/records/about.ts';
import { recordPrinters } from '../../printers/records/printer.ts';
import { countsLine } from '../../printers/records/words.ts';
import { findingsWorkbook } from '../../printers/records/workbook.ts';
import { EXIT, type ExitCode, type Host, UsageError } from '../host.ts';
import type { FormatChoice } from '../options.ts';
import { createProgress, type Progress } from '../progress.ts';
import { readRecordBaseline, tellKnown, writeRecordBaseline } from './baseline.ts';
import type { FindingOptions, RecordFormat } from './options.ts';
import { refuseOverwriting } from './overwriting.ts';

/** The findings of one run, from the first to the exit code. */
export interface FindingRun {
  readonly store: FindingStore;
  /** Writes every output that was asked for and tells the exit code; `started` is when the command began. */
  readonly finish: (about: About, started: number) => Promise<ExitCode>;
}

/**
 * Opens a place for findings, before the first submission is read.
 * @param inputs the files that the command reads, and folders of dictionaries
 * @throws UsageError for a baseline that cannot be read, and for outputs that would overwrite each other or an input
 */
export async function beginFindings(
  options: FindingOptions,
  inputs: readonly string[],
  host: Host,
): Promise<FindingRun> {
  await refuseOverwriting(options, inputs, host);
  const { baseline, writeBaseline } = options;
  // A baseline that is written anew holds what the old one sets aside, too.
  const known =
    baseline === undefined || writeBaseline !== undefined ? undefined : await readRecordBaseline(baseline, host);
  const store = createFindingStore({ folder: tmpdir(), ...(known ? { isKnown: known.has } : {}) });
  return {
    store,
    finish: async (about, started) => {
      const findings = store.close();
      try {
        return await finish(findings, { about, options, known, host, started });
      } finally {
        findings.end();
      }
    },
  };
}

interface Run {
  readonly about: About;
  readonly options: FindingOptions;
  readonly known: KnownFindings | undefined;
  readonly host: Host;
  readonly started: number;
}

async function finish(findings: Findings, run: Run): Promise<ExitCode> {
  const { options, known, host } = run;
  const { baseline, writeBaseline, failOn } = options;
  if (writeBaseline !== undefined) {
    await writeRecordBaseline(findings, writeBaseline, host);
    return EXIT.clean;
  }
  const choices = choicesOf(options, host);
  for (const choice of choices) await write(findings, choice, run);
  if (!options.quiet) tellFiles(findings, choices, host);
  if (known && baseline !== undefined && !options.quiet) tellKnown(known, baseline, findings, host);
  const { errors, warnings } = findings.counts;
  return errors > 0 || (failOn === 'warning' && warnings > 0) ? EXIT.findings : EXIT.clean;
}

/** Without a word, people get sentences and programs lines. */
function choicesOf({ format }: FindingOptions, { terminal }: Host): readonly FormatChoice<RecordFormat>[] {
  return format.length > 0 ? format : [{ format: terminal ? 'pretty' : 'compact', file: undefined }];
}

/** Whoever wants files only still sees how it went. */
function tellFiles({ counts }: Findings, choices: readonly FormatChoice<RecordFormat>[], { err }: Host): void {
  const files = choices.flatMap(({ file }) => (file === undefined ? [] : [file]));
  if (files.length === choices.length) err(`${countsLine(counts)}\nWritten: ${files.join(', ')}\n`);
}

async function write(findings: Findings, { format, file }: FormatChoice<RecordFormat>, run: Run): Promise<void> {
  const { host } = run;
  if (file === undefined) return show(textOf(findings, format, run, true), host);
  const progress = createProgress(host);
  const watched = withProgress(findings, `writing ${file}`, progress);
  const full = path.resolve(host.cwd, file);
  if (format === 'xlsx') await writeFileAside(full, await workbookOf(watched, run));
  else await writeStreamAside(full, textOf(watched, format, run, false));
  progress.end();
}

/** The same findings, and a line that counts them as they go by. */
function withProgress(findings: Findings, doing: string, progress: Progress): Findings {
  const { errors, warnings, infos } = findings.counts;
  const total = plural(errors + warnings + infos, 'finding');
  return {
    ...findings,
    all: async function* () {
      let done = 0;
      for await (const some of findings.all()) {
        yield some;
        done += some.length;
        progress.show(`${doing}: ${withThousands(done)} of ${total}`);
      }
    },
  };
}

/** exceljs loads when it is needed. */
async function workbookOf(findings: Findings, { about, options }: Run): Promise<Uint8Array> {
  const { writeTables } = await import('../../formats/xlsx-tables.ts');
  return writeTables(findingsWorkbook(findings, about, { layout: options.log }));
}

function textOf(findings: Findings, format: RecordFormat, run: Run, toScreen: boolean): AsyncIterable<string> {
  if (format === 'xlsx') throw new UsageError('A workbook needs a file.', 'Write --format xlsx=FILE.');
  const { about, host, options, started } = run;
  const look = { color: toScreen && host.color && options.color, width: host.width, all: options.all };
  return recordPrinters[format](findings, { ...look, elapsed: host.now() - started }, about);
}

async function show(text: AsyncIterable<string>, { out, drained }: Host): Promise<void> {
  for await (const piece of text) {
    out(piece);
    await drained?.();
  }
}
