import { type Command, InvalidArgumentError } from 'commander';
import type { AreasCommandOptions } from '../areas/options.ts';
import type { ExitCode, Host } from '../host.ts';
import { collect, withTellingOptions } from '../options.ts';

export function addAreas(program: Command, host: Host, done: (code: ExitCode) => void): void {
  const command = program
    .command('areas')
    .argument(
      '<files...>',
      'a gazetteer of p-coded areas (COD-AB): workbooks (.xlsx), CSV files, or folders that hold them',
    )
    .summary('administrative areas of a gazetteer as code lists')
    .requiredOption('--out <folder>', 'a dictionary, or the layer of a country in it: dictionary/countries/xa')
    .option('--levels <levels>', 'such as 1-3 or 1,3; left out: all below the country', levels)
    .option('--list <name>', 'what the lists are called', pattern, 'admin{level}')
    .option(
      '--language <language=tag>',
      'a language of the gazetteer, and which one of the dictionary it is (repeatable)',
      collectPair,
      [],
    )
    .option('--attribute <column[=name]>', 'keep a column, such as center_lat=latitude (repeatable)', collect, [])
    .option('--edition <name>', 'which edition it is, where its files do not say')
    .option(
      '--retired <version>',
      "since when places that are gone are not offered; left out: the dictionary's version",
    )
    .option('--variables', 'also the variables that ask the levels, each narrowed by the one above', false)
    .option('--dry-run', 'tell everything, write nothing', false);
  withTellingOptions(command).action(async (files: readonly string[], options: AreasCommandOptions) => {
    // Only this command reads gazetteers.
    const { runAreas } = await import('../areas/run.ts');
    done(await runAreas(files, options, host));
  });
}

/** `1-3`, `1,3` or `2`. */
function levels(text: string): ReadonlySet<number> {
  const chosen = new Set<number>();
  for (const part of text.split(',')) {
    const [, from, to = from] = /^\s*(\d)(?:\s*-\s*(\d))?\s*$/.exec(part) ?? [];
    if (from === undefined || Number(to) < Number(from)) throw new InvalidArgumentError('Write levels as 1-3 or 1,3.');
    for (let level = Number(from); level <= Number(to); level += 1) chosen.add(level);
  }
  return chosen;
}

function pattern(text: string): string {
  if (!/^[A-Za-z_][\w.-]*$/.test(text.replaceAll('{level}', '1')))
    throw new InvalidArgumentError('It is a name with {level} in it, such as admin{level}.');
  return text;
}

type Pairs = readonly (readonly [string, string])[];

function collectPair(text: string, before: Pairs): Pairs {
  const [, language, tag] = /^([A-Za-z-]+)=([\w-]+)$/.exec(text) ?? [];
  if (language === undefined || tag === undefined) throw new InvalidArgumentError('Write it as da=prs.');
  return [...before, [language.toLowerCase(), tag]];
}
