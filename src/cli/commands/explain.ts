import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { suggest } from '../../core/suggest.ts';
import { pageNames, readPage, rulePage } from '../../diagnostics/pages.ts';
import { didYouMean, quote } from '../../diagnostics/quote.ts';
import { isRuleId, type RuleId, ruleIds, rules } from '../../diagnostics/registry.ts';
import type { Rule } from '../../diagnostics/rule.ts';
import { proseWidth, wrap } from '../../printers/wrap.ts';
import { EXIT, type ExitCode, type Host, UsageError } from '../host.ts';
import { type CommonOptions, SOURCE, withCommonOptions } from '../options.ts';
import { findSource, openSource, WHAT_TO_NAME } from '../source.ts';

const LANGUAGE = 'language';
const UPSTREAM = 'upstream';
const MORE = `lexiform explain RULE shows one of them with examples, lexiform explain ${LANGUAGE} every key of the language, lexiform explain ${UPSTREAM} what stands for each check of pyxform, and lexiform explain SOURCE NAME what a name or a cell of a dictionary or a workbook is.`;

export function addExplain(program: Command, host: Host, done: (code: ExitCode) => void): void {
  const command = program
    .command('explain')
    .argument('[word]', `a rule, ${LANGUAGE} or ${UPSTREAM}; or ${SOURCE}; left out: a list of all rules`)
    .argument('[name]', 'of the source: a question, group, list, code (sex/female), form, or cell (survey!C14)')
    .summary('the page of a rule, the reference of the language, or what a name or a cell is');
  withCommonOptions(command).action(
    async (word: string | undefined, name: string | undefined, options: CommonOptions) => {
      const source = sourceFor(word, name, host.cwd);
      if (source !== undefined) return done(await explainNamed(source, name, options, host));
      host.out(await explanation(word, proseWidth(host.width)));
      done(EXIT.clean);
    },
  );
}

/** What a first word names on the disk: with a second word always, by itself unless it is a word of ours. */
function sourceFor(word: string | undefined, name: string | undefined, cwd: string): string | undefined {
  if (word === undefined) return undefined;
  if (name !== undefined) return findSource(word, cwd);
  const ours = word === LANGUAGE || word === UPSTREAM || isRuleId(word);
  return ours || !existsSync(path.resolve(cwd, word)) ? undefined : findSource(word, cwd);
}

async function explanation(word: string | undefined, width: number): Promise<string> {
  if (word === undefined) return `${listOfRules()}\n${wrap(MORE, width).join('\n')}\n`;
  if (word === LANGUAGE) return reference();
  if (word === UPSTREAM) return upstreamText(width);
  if (isRuleId(word)) return ruleText(word, width);
  // A word with an ending or a folder is the name of a file, of which there is none.
  if (/[./\\]/.test(word)) throw new UsageError(`There is no ${quote(word)}.`, WHAT_TO_NAME);
  const likely = suggest(word, [...ruleIds(), LANGUAGE, UPSTREAM]);
  throw new UsageError(
    `There is no rule ${quote(word)}.${didYouMean(likely)}`,
    'lexiform explain lists all rules. For a name of a form or a dictionary, name its file or folder first: lexiform explain form.xlsx NAME',
  );
}

/** Cards, the table and the reference are long, and only this command needs them. */
async function explainNamed(
  source: string,
  name: string | undefined,
  options: CommonOptions,
  host: Host,
): Promise<ExitCode> {
  const { explainSource } = await import('../explain-source.ts');
  return explainSource(openSource(source, host.cwd), name, options, host);
}

async function upstreamText(width: number): Promise<string> {
  const { upstreamTable } = await import('../upstream-table.ts');
  return upstreamTable(width);
}

async function reference(): Promise<string> {
  const { languageReference } = await import('../../dictionary/language/reference.ts');
  return `${languageReference().trimEnd()}\n`;
}

function listOfRules(): string {
  const widest = Math.max(...ruleIds().map((id) => id.length));
  const pages = pageNames().map((name) => {
    const ids = ruleIds().filter((id) => rules[id].page === name);
    const lines = ids.map((id) => `  ${rules[id].severity.padEnd(8)} ${id.padEnd(widest)}  ${rules[id].title}\n`);
    return `${readPage(name).title}\n${lines.join('')}`;
  });
  return pages.join('\n');
}

function ruleText(id: RuleId, width: number): string {
  const { title, severity, upstream }: Pick<Rule<never>, 'title' | 'severity' | 'upstream'> = rules[id];
  const body = plainText(rulePage(id).section, width);
  const elsewhere = upstream === undefined ? '' : `\n${wrap(`Elsewhere: ${upstream}`, width).join('\n')}\n`;
  return `${id}  ${severity}\n${title}\n\n${body}\n${elsewhere}`;
}

/** Markdown as a terminal shows it best: paragraphs broken to its width, examples indented and otherwise as they are. */
function plainText(markdown: string, width: number): string {
  const parts = markdown.split(/^(```.*\n[\s\S]*?^```)$/m).map((part) => part.trim());
  return parts
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('```') ? indentedExample(part) : paragraphs(part, width)))
    .join('\n\n');
}

function paragraphs(text: string, width: number): string {
  const joined = text.split(/\n{2,}/).map((paragraph) => paragraph.replaceAll('\n', ' '));
  return joined.map((paragraph) => wrap(paragraph, width).join('\n')).join('\n\n');
}

/** A file of its own is shown with its name above it. */
function indentedExample(fence: string): string {
  const [info = '', ...lines] = fence.split('\n').slice(0, -1);
  const file = info.match(/ file=(\S+)/)?.[1];
  const text = lines.map((line) => (line === '' ? '' : `    ${line}`)).join('\n');
  return file === undefined ? text : `  ${file}:\n${text}`;
}
