import path from 'node:path';
import { type ImportedAreas, type ImportedList, importAreas } from '../../adopt/areas/import-areas.ts';
import { type AreaFile, readTables } from '../../adopt/areas/read/read-tables.ts';
import { plural, withThousands } from '../../core/counts.ts';
import { createCollector } from '../../diagnostics/collector.ts';
import { quote } from '../../diagnostics/quote.ts';
import { dayText, DAY, MINUTE } from '../../expression/gregorian.ts';
import { writeFileAside } from '../../formats/write-aside.ts';
import { diskFile, isDataFile } from '../../submissions/disk-file.ts';
import { printFindings } from '../findings.ts';
import { type ExitCode, type Host, UsageError } from '../host.ts';
import { createProgress } from '../progress.ts';
import { namedFiles, type Wanted } from '../workbooks.ts';
import type { AreasCommandOptions } from './options.ts';
import { type OpenedTarget, openTarget } from './target.ts';

const GAZETTEERS: Wanted = {
  name: /\.(?:xls[xmb]?|ods|csv|tsv)$/i,
  what: 'workbooks and CSV files',
  help: 'Name files that end in .xlsx or .csv, or their folder.',
};

export async function runAreas(named: readonly string[], options: AreasCommandOptions, host: Host): Promise<ExitCode> {
  const started = host.now();
  const opened = openTarget(options.out, host.cwd);
  const files = namedFiles(named, host.cwd, GAZETTEERS);
  const { report, diagnostics } = createCollector();
  const progress = createProgress(host);
  const tables = await readTables(
    openedFiles(files, host, (text) => progress.show(text)),
    report,
  );
  progress.show('comparing the places');
  const imported = importAreas(tables, opened.target, { ...wishesOf(options), today: today(host) }, report);
  refuseInputs(imported, opened, files, host);
  const outcome = await written(imported, opened, options);
  progress.end();
  if (!options.quiet) host.err(`${outcome}\n`);
  return printFindings(diagnostics(), options, host, started);
}

function* openedFiles(files: readonly string[], { cwd }: Host, show: (text: string) => void): Iterable<AreaFile> {
  for (const [at, file] of files.entries()) {
    show(`reading file ${at + 1} of ${files.length}`);
    const opened = diskFile(path.resolve(cwd, file), file);
    if (!isDataFile(opened)) throw new UsageError(`${quote(file)} cannot be read: ${opened.reason}.`, GAZETTEERS.help);
    yield opened;
  }
}

function wishesOf(options: AreasCommandOptions): Omit<Parameters<typeof importAreas>[2], 'today'> {
  const attributes = options.attribute.map((word) => {
    const [column = '', heading = column] = word.split('=');
    return { column: column.trim(), heading: heading.trim() };
  });
  const { levels, list, language: languages, variables, retired, edition } = options;
  return { levels, list, languages, attributes, variables, retired, edition };
}

function today({ evaluation }: Host): string {
  const { clock } = evaluation();
  return dayText(Math.floor((clock.now + clock.offset(clock.now) * MINUTE) / DAY));
}

/** A gazetteer may lie where its lists would go. */
function refuseInputs(
  { files }: ImportedAreas,
  { root }: OpenedTarget,
  inputs: readonly string[],
  { cwd }: Host,
): void {
  const read = new Map(inputs.map((file) => [path.resolve(cwd, file), file]));
  for (const file of files.keys()) {
    const input = read.get(path.join(root, file));
    if (input !== undefined)
      throw new UsageError(
        `${quote(input)} is read by this command, and would be overwritten.`,
        'Move it elsewhere, or choose other names: --list',
      );
  }
}

/** Writes what there is to write, the lists before what names them, and says what became of the gazetteer. */
async function written(
  { files, lists, variables }: ImportedAreas,
  { target, root }: OpenedTarget,
  { out, dryRun }: AreasCommandOptions,
): Promise<string> {
  if (files.size === 0) return 'Nothing was written.';
  const parts = [...lists.map(listWords), ...(variables.length > 0 ? [plural(variables.length, 'variable')] : [])];
  if (dryRun) return `${out}: ${parts.join(', ')}; nothing was written.`;
  let changed = 0;
  for (const [file, text] of files) {
    const bytes = new TextEncoder().encode(text);
    if ((await writeFileAside(path.join(root, file), bytes)) === 'written') changed += 1;
  }
  const hint = target.manifest ? '' : ' It is in no dictionary.';
  return `${out}: ${parts.join(', ')}; ${plural(changed, 'file')} written.${hint}`;
}

function listWords({ name, places, changes }: ImportedList): string {
  const words = `${name} ${plural(places, 'place')}`;
  if (!changes) return words;
  const { added, gone, renamed, moved } = changes;
  const counts = [
    [added, 'new'],
    [gone, 'gone'],
    [renamed, 'renamed'],
    [moved, 'moved'],
  ] as const;
  const shown = counts.flatMap(([count, word]) => (count === 0 ? [] : [`${withThousands(count)} ${word}`]));
  return `${words} (${shown.length === 0 ? 'nothing changed' : shown.join(', ')})`;
}
