import { type Command, Option } from 'commander';
import type { CountriesOptions } from '../countries/options.ts';
import type { ExitCode, Host } from '../host.ts';
import { collect } from '../options.ts';

export function addCountries(program: Command, host: Host, done: (code: ExitCode) => void): void {
  program
    .command('countries')
    .argument('[source]', 'the folder of a dictionary')
    .summary('how each country differs from the core, and which countries a change of the core touches or breaks')
    .option('--country <id>', 'only this country (repeatable)', collect, [])
    .option('--out <file>', 'write the whole matrix, as a page (.html) or a workbook (.xlsx) (repeatable)', collect, [])
    .option('--since <source>', 'what has changed in the core since then does to countries: a folder or git:REVISION')
    .addOption(new Option('--format <name>', 'how it is told on the screen').choices(['table', 'json']))
    .addOption(
      new Option('--fail-on <severity>', 'with --since: what breaks a country, and makes the exit code 1')
        .choices(['error', 'warning'])
        .default('error'),
    )
    .option('--all', 'with --since: every finding, not only the first three of a kind', false)
    .option('--no-color', 'no colours')
    .action(async (source: string | undefined, options: CountriesOptions) => {
      const { countries } = await import('../countries/run.ts');
      done(await countries(source, options, host));
    });
}
