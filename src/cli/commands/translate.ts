import { type Command, InvalidArgumentError } from 'commander';
import { states } from '../../translate/state.ts';
import { type Acceptable, acceptable } from '../../translate/compare.ts';
import type { ExitCode, Host } from '../host.ts';
import { collect, withTellingOptions } from '../options.ts';
import { type ExportOptions, exportForms, extras } from '../translate/choices.ts';
import type { ImportOptions } from '../translate/import.ts';
import type { StatusOptions } from '../translate/status.ts';

const DICTIONARY = 'the folder of the dictionary; left out: the nearest one';
const LANGUAGE = 'the tag of the language, such as fr';

export function addTranslate(program: Command, host: Host, done: (code: ExitCode) => void): void {
  const translate = program
    .command('translate')
    .summary('texts to a translator and back, and how far each language is');
  addExport(translate, host, done);
  addImport(translate, host, done);
  addStatus(translate, host, done);
}

function addExport(translate: Command, host: Host, done: (code: ExitCode) => void): void {
  translate
    .command('export')
    .argument('[source]', DICTIONARY)
    .summary('the texts in one language, with what is translated already')
    .requiredOption('--language <tag>', LANGUAGE)
    .option(
      '--as <kind>',
      `${exportForms.join(', ')}; left out: by the name of the file, else xlsx`,
      oneOf(exportForms),
    )
    .option('--out <file>', 'where to write; left out: translations.fr.xlsx, for French')
    .option('--form <name>', 'only texts that this form shows (repeatable)', collect, [])
    .option(
      '--only <states>',
      `only texts that are ${states.join(', ')}: several with commas between`,
      listOf(states),
      [],
    )
    .option('--with <kinds>', `also ${extras.join(', ')}: several with commas between`, listOf(extras), [])
    .option('--before <source>', 'shows what stale texts said before: git:v1.3.0, or an older folder')
    .action(async (source: string | undefined, options: ExportOptions) => {
      const { exportTexts } = await import('../translate/export.ts');
      done(await exportTexts(source, options, host));
    });
}

function addImport(translate: Command, host: Host, done: (code: ExitCode) => void): void {
  const command = translate
    .command('import')
    .argument('<files...>', 'what translators sent back: .xlsx, .xlf, .po')
    .summary('translations into locales/, checked one by one; what is wrong stays out and is told')
    .requiredOption('--language <tag>', LANGUAGE)
    .option('--dictionary <folder>', DICTIONARY)
    .option(
      '--accept <rules>',
      `lets pass, with a warning: ${acceptable.join(', ')}`,
      listOf<Acceptable>(acceptable),
      [],
    );
  withTellingOptions(command).action(async (files: readonly string[], options: ImportOptions) => {
    const { importTexts } = await import('../translate/import.ts');
    done(await importTexts(files, options, host));
  });
}

function addStatus(translate: Command, host: Host, done: (code: ExitCode) => void): void {
  translate
    .command('status')
    .argument('[source]', DICTIONARY)
    .summary('how many texts each language and form has, and how many are of an older source')
    .option('--language <tag>', `${LANGUAGE} (repeatable)`, collect, [])
    .option('--form <name>', 'only this form (repeatable)', collect, [])
    .option('--with <kinds>', `also ${extras.join(', ')}: several with commas between`, listOf(extras), [])
    .option('--format <name>', 'pretty, json, markdown', oneOf(['pretty', 'json', 'markdown'] as const), 'pretty')
    .option('--fail-under <percent>', 'exit code 1 where a language or form has less that is up to date', percent)
    .action(async (source: string | undefined, options: StatusOptions) => {
      const { tellStatus } = await import('../translate/status.ts');
      done(await tellStatus(source, options, host));
    });
}

function oneOf<const Word extends string>(words: readonly Word[]): (value: string) => Word {
  return (value) => {
    const word = words.find((known) => known === value);
    if (word === undefined) throw new InvalidArgumentError(`It is one of ${words.join(', ')}.`);
    return word;
  };
}

/** `missing,stale`; given twice, both count. */
function listOf<Word extends string>(words: readonly Word[]): (value: string, before: readonly Word[]) => Word[] {
  const one = oneOf(words);
  return (value, before) => [...before, ...value.split(',').map((word) => one(word.trim()))];
}

function percent(value: string): number {
  if (!/^\d{1,3}(?:\.\d+)?$/.test(value) || Number(value) > 100)
    throw new InvalidArgumentError('It is a percentage, such as 95.');
  return Number(value);
}
