import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { plural } from '../../core/counts.ts';
import { compareText } from '../../core/location.ts';
import { createCollector } from '../../diagnostics/collector.ts';
import { quote } from '../../diagnostics/quote.ts';
import { openTranslations } from '../../dictionary/locales/open.ts';
import { readYamlFile } from '../../dictionary/project/project.ts';
import { writeFileAside } from '../../formats/write-aside.ts';
import type { FileTree } from '../../source/files.ts';
import { applyTexts, type ReadFile } from '../../translate/apply.ts';
import type { Acceptable } from '../../translate/compare.ts';
import type { Accepted, Judgement } from '../../translate/judge.ts';
import { receive } from '../../translate/receive.ts';
import { printFindings } from '../findings.ts';
import { type ExitCode, type Host, UsageError } from '../host.ts';
import type { TellingOptions } from '../options.ts';
import { type OpenedTexts, openTexts, targetLanguage } from './open.ts';

export interface ImportOptions extends TellingOptions {
  readonly language: string;
  readonly dictionary?: string;
  readonly accept: readonly Acceptable[];
}

/** Takes translations back into the dictionary; what is wrong with some of them keeps no other out. */
export async function importTexts(files: readonly string[], options: ImportOptions, host: Host): Promise<ExitCode> {
  const started = host.now();
  const opened = openTexts(options.dictionary, host);
  const { translations } = opened;
  const { tag } = targetLanguage(translations, options.language);
  const { report, diagnostics } = createCollector();
  const delivered = await Promise.all(files.map(async (name) => ({ name, bytes: await bytesOf(name, host) })));
  const judgement = receive(delivered, { translations, tag, accept: options.accept }, report);
  const written = judgement.accepted.length > 0 ? await writeTexts(judgement.accepted, opened, tag) : [];
  if (!options.quiet) host.err(told(judgement, written));
  return printFindings(diagnostics(), options, host, started);
}

async function bytesOf(file: string, host: Host): Promise<Uint8Array> {
  const full = path.resolve(host.cwd, file);
  const known = await stat(full).catch(() => undefined);
  if (!known) throw new UsageError(`There is no ${quote(file)}.`, 'Name what the translator sent back.');
  if (!known.isFile()) throw new UsageError(`${quote(file)} is no file.`, 'Name what the translator sent back.');
  return readFile(full);
}

/** Writes the files that change, and tells which; nothing is written unless every text reads back as it was given. */
async function writeTexts(
  accepted: readonly Accepted[],
  { tree, folder, translations }: OpenedTexts,
  tag: string,
): Promise<readonly string[]> {
  const read = (file: string): ReadFile | undefined =>
    readYamlFile(tree, file.slice(tree.prefix.length), () => undefined);
  const known = tree.paths.find((file) => file === `locales/${tag}.yaml` || file === `locales/${tag}.yml`);
  const locale = known === undefined ? undefined : read(tree.prefix + known);
  const { files, begun } = applyTexts(accepted, { tag, defaultLanguage: translations.defaultLanguage, locale, read });
  const contents = new Map([...files].map(([file, text]) => [file.slice(tree.prefix.length), text]));
  if (begun !== undefined) contents.set(`locales/${tag}.yaml`, begun);
  assureReadsBack(accepted, contents, tree, tag);
  for (const [file, text] of contents) await writeFileAside(path.join(folder, file), new TextEncoder().encode(text));
  return [...contents.keys()].map((file) => tree.prefix + file);
}

function assureReadsBack(
  accepted: readonly Accepted[],
  contents: ReadonlyMap<string, string>,
  tree: FileTree,
  tag: string,
): void {
  const paths = [...new Set([...tree.paths, ...contents.keys()])].toSorted(compareText);
  const after: FileTree = {
    ...tree,
    paths,
    read: (file) => {
      const text = contents.get(file);
      return text === undefined ? tree.read(file) : new TextEncoder().encode(text);
    },
  };
  const units = new Map(openTranslations(after)?.units.map((unit) => [unit.path, unit]));
  for (const { unit, text } of accepted) {
    const found = units.get(unit.path)?.byLanguage.get(tag)?.string.text;
    if (found !== text)
      throw new Error(`${unit.path} would read ${JSON.stringify(found)} and not ${JSON.stringify(text)}`);
  }
}

function told({ accepted, untouched, emptied, refused, unfinished }: Judgement, written: readonly string[]): string {
  const parts = [
    `${plural(accepted.length, 'text')} taken over`,
    refused > 0 ? `${refused} refused, see below` : '',
    unfinished > 0 ? `${unfinished} left out that are marked as fuzzy` : '',
    emptied > 0 ? `${emptied} emptied in the file, and kept as they were` : '',
    untouched > 0 ? `${untouched} unchanged` : '',
  ];
  const lines = [...written.map((file) => `written  ${file}`), parts.filter((part) => part !== '').join('; ')];
  return `${lines.join('\n')}.\n`;
}
