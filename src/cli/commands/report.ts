import { type Command, InvalidArgumentError, Option } from 'commander';
import { profiles } from '../../vocabulary/profiles.ts';
import type { ExitCode, Host } from '../host.ts';
import { collect, COUNTRY, day, SERVER, SOURCE, STORE, wholeNumber } from '../options.ts';
import { type ReportFormat, reportFormats, type ReportOptions } from '../report/choices.ts';

export function addReport(program: Command, host: Host, done: (code: ExitCode) => void): void {
  program
    .command('report')
    .argument('[source]', SOURCE)
    .summary('fills the report of a form from its submissions: tables, summaries, by groups')
    .option('--data <file>', 'submissions of the form (repeatable)', collect, [])
    .option('--server <name>', SERVER, collect, [])
    .option('--store <file>', STORE)
    .option('--form <name>', 'the form; left out where there is only one')
    .option('--country <id>', COUNTRY)
    .addOption(
      new Option('--profile <name>', "whose data it is: instead of the manifest's first").choices([...profiles]),
    )
    .option(
      '--by <question>',
      'tell figures apart by its answers; several make groups together (repeatable)',
      collect,
      [],
    )
    .option(
      '--language <tag>',
      'the language of the report, or all; left out: that of the form (repeatable)',
      collect,
      [],
    )
    .option('--since <date>', 'count from this day on, such as 2026-01-31', day)
    .option('--until <date>', 'count up to this day', day)
    .option('--small-cells <n>', 'hide counts under this number; not below what the dictionary says', wholeNumber)
    .option('--template <file>', 'a report template of yours, with the partials beside it')
    .option('--format <name>', `${reportFormats.join(', ')}; left out: html (repeatable)`, collectFormat, [])
    .option('--out <folder>', 'where to write', 'build/report')
    .action(async (source: string | undefined, options: ReportOptions) => {
      // Only this command counts.
      const { report } = await import('../report/run.ts');
      done(await report(source, options, host));
    });
}

function collectFormat(value: string, before: readonly ReportFormat[]): ReportFormat[] {
  const format = reportFormats.find((known) => known === value);
  if (format === undefined) throw new InvalidArgumentError(`It is one of ${reportFormats.join(', ')}.`);
  return [...before, format];
}
