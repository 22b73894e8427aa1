import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { quote } from '../../diagnostics/quote.ts';
import { layerSchema } from '../../dictionary/language/layer-schema.ts';
import { languageSchema } from '../../dictionary/language/schema.ts';
import { templateFiles } from '../../formats/template-files.ts';
import { writeFileAside } from '../../formats/write-aside.ts';
import { EXIT, type ExitCode, type Host, UsageError } from '../host.ts';

const SCHEMA = '.lexiform/dictionary.schema.json';
const LAYER_SCHEMA = '.lexiform/country.schema.json';
const SETTINGS = '.vscode/settings.json';
const SECTIONS = '{codelists,variables,modules,forms,indicators,checks,crosswalks}/**/*.yaml';
/** Locale files have a language of their own, so they are not among these. */
const SCHEMA_FILES = {
  [`./${SCHEMA}`]: ['dictionary/dictionary.yaml', `dictionary/${SECTIONS}`],
  [`./${LAYER_SCHEMA}`]: ['dictionary/countries/*/*.yaml', `dictionary/countries/*/${SECTIONS}`],
};
/** What is made for editors, and made anew by each version. */
const SCHEMAS: Readonly<Record<string, () => object>> = { [SCHEMA]: languageSchema, [LAYER_SCHEMA]: layerSchema };

interface InitOptions {
  readonly editor: boolean;
}

export function addInit(program: Command, host: Host, done: (code: ExitCode) => void): void {
  program
    .command('init')
    .argument('[dir]', 'where the project begins', '.')
    .summary('a new dictionary project that checks and builds clean')
    .option('--editor', 'only what editors need to complete and check as you type', false)
    .action(async (dir: string, options: InitOptions) => done(await init(dir, options, host)));
}

async function init(dir: string, { editor }: InitOptions, host: Host): Promise<ExitCode> {
  const root = path.resolve(host.cwd, dir);
  const schemas = Object.entries(SCHEMAS).map(([file, schema]): [string, string] => [file, textOf(schema())]);
  const files = new Map([...(editor ? [] : projectFiles()), ...schemas, [SETTINGS, settingsText()]]);
  if (!editor) refuseExisting(root, files, dir);
  for (const [file, text] of files) {
    const kept = file === SETTINGS && existsSync(path.join(root, file));
    if (!kept) await writeFileAside(path.join(root, file), new TextEncoder().encode(text));
    host.err(
      kept ? `kept     ${file}: add to it ${settingsText().replaceAll(/\s+/g, ' ').trim()}\n` : `written  ${file}\n`,
    );
  }
  if (!editor) host.out(nextSteps(dir));
  return EXIT.clean;
}

/** Nothing that is there is overwritten. */
function refuseExisting(root: string, files: ReadonlyMap<string, string>, dir: string): void {
  // A dictionary in a dictionary would be read as part of it.
  const there = ['dictionary.yaml', ...files.keys()].find(
    (file) => file !== SETTINGS && !(file in SCHEMAS) && existsSync(path.join(root, file)),
  );
  if (there === undefined) return;
  throw new UsageError(
    `${quote(dir)} already has ${there}.`,
    'Choose another folder. For the files that editors need, use: lexiform init --editor',
  );
}

/** The template project; each YAML file tells editors where the schema is. */
function projectFiles(): [string, string][] {
  return [...templateFiles('init')].map(([file, text]) => [
    file.replace(/^gitignore$/, '.gitignore'),
    withModeline(file, text),
  ]);
}

function withModeline(file: string, text: string): string {
  if (!file.endsWith('.yaml')) return text;
  const up = '../'.repeat(file.split('/').length - 1);
  return `# yaml-language-server: $schema=${up}${SCHEMA}\n${text}`;
}

function settingsText(): string {
  return textOf({ 'yaml.schemas': SCHEMA_FILES });
}

function textOf(json: object): string {
  return `${JSON.stringify(json, null, 2)}\n`;
}

function nextSteps(dir: string): string {
  const go = dir === '.' ? '' : `  cd ${dir.includes(' ') ? `"${dir}"` : dir}\n`;
  return `A dictionary with one form is ready. Next:\n${go}  lexiform check\n  lexiform build\n`;
}
