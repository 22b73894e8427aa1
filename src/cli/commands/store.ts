import { type Command, InvalidArgumentError } from 'commander';
import type { ExitCode, Host } from '../host.ts';
import { STORE } from '../options.ts';
import { withDictionary } from '../remote/server-options.ts';
import { type ExportFormat, type ExportOptions, exportFormats } from '../store/formats.ts';
import type { ListOptions } from '../store/list.ts';

export function addStore(program: Command, host: Host, done: (code: ExitCode) => void): void {
  const store = program.command('store').summary('what was pulled: see what there is, and write it as tables');
  withDictionary(store.command('list'))
    .summary('the projects in the store')
    .option('--store <file>', STORE)
    .action(async (options: ListOptions) => {
      const { listStore } = await import('../store/list.ts');
      done(await listStore(options, host));
    });
  withDictionary(store.command('export'))
    .argument('[projects...]', 'a server, or one project: kobo-prod/household; left out: all')
    .summary('a table for each form and repeat, or the submissions as they came')
    .option('--store <file>', STORE)
    .option('--format <name>', `${exportFormats.join(', ')}; left out: csv (repeatable)`, collectFormat, [])
    .option('--out <folder>', 'where to write', 'build/data')
    .action(async (words: readonly string[], options: ExportOptions) => {
      const { exportStore } = await import('../store/export.ts');
      const format = options.format.length > 0 ? options.format : (['csv'] as const);
      done(await exportStore(words, { ...options, format }, host));
    });
}

function collectFormat(value: string, before: readonly ExportFormat[]): ExportFormat[] {
  const format = exportFormats.find((known) => known === value);
  if (format === undefined) throw new InvalidArgumentError(`It is one of ${exportFormats.join(', ')}.`);
  return [...before, format];
}
