import { type Command, InvalidArgumentError, Option } from 'commander';
import { dayNumberIn } from '../../expression/gregorian.ts';
import { isProfile, type Profile, profiles } from '../../vocabulary/profiles.ts';
import type { GenerateCommandOptions } from '../generate/options.ts';
import type { ExitCode, Host } from '../host.ts';
import { COUNTRY, SOURCE } from '../options.ts';

/** A month that is always the same, so that today's records are tomorrow's. */
const [FROM, UNTIL] = ['2026-01-01', '2026-01-31'];

export function addGenerate(program: Command, host: Host, done: (code: ExitCode) => void): void {
  program
    .command('generate')
    .argument('[source]', SOURCE)
    .summary('made-up submissions of a form, as KoboToolbox would deliver them')
    .option('--count <number>', 'how many', whole, 100)
    .option('--out <file>', 'where they go, one on each line (JSON); left out: to the screen')
    .option('--form <name>', 'the form that is filled in; left out where there is only one')
    .option('--country <id>', COUNTRY)
    .option('--profile <name>', `${profiles.join(', ')}: instead of the manifest's first`, profile)
    .option('--seed <number>', 'another number gives other submissions, the same number the same ones', whole, 1)
    .addOption(
      new Option('--from <day>', 'the first day of an interview').argParser(day).default(dayNumberIn(FROM), FROM),
    )
    .addOption(
      new Option('--until <day>', 'the last day of an interview').argParser(day).default(dayNumberIn(UNTIL), UNTIL),
    )
    .option(
      '--faults <share>',
      'so many of them have one fault each, from 0 to 1; each: one more for each kind',
      share,
      0,
    )
    .option('--faults-out <file>', 'writes which record has which fault, one on each line (JSON)')
    .action(async (source: string | undefined, options: GenerateCommandOptions) => {
      // Only this command makes records.
      const { generate } = await import('../generate/run.ts');
      done(await generate(source, options, host));
    });
}

function whole(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > Number.MAX_SAFE_INTEGER) throw new InvalidArgumentError('It is a whole number.');
  return value;
}

function profile(text: string): Profile {
  if (!isProfile(text)) throw new InvalidArgumentError(`It is one of ${profiles.join(', ')}.`);
  return text;
}

function day(text: string): number {
  const days = dayNumberIn(text);
  if (days === undefined) throw new InvalidArgumentError(`It is a day such as ${FROM}.`);
  return days;
}

function share(text: string): number | 'each' {
  if (text === 'each') return text;
  const value = /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= 0 && value <= 1)) throw new InvalidArgumentError('It is a number from 0 to 1, such as 0.1, or: each');
  return value;
}
