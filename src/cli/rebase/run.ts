import { rm } from 'node:fs/promises';
import path from 'node:path';
import { plural } from '../../core/counts.ts';
import { suggest } from '../../core/suggest.ts';
import { didYouMean, quote } from '../../diagnostics/quote.ts';
import { compileProject } from '../../dictionary/compile.ts';
import { BASE_FILE } from '../../dictionary/project/layer.ts';
import { writeFileAside } from '../../formats/write-aside.ts';
import type { Adaptation } from '../../model/adaptations.ts';
import { rebasedText } from '../../printers/rebase.ts';
import { baseText } from '../../rebase/base-text.ts';
import { standingOf, take } from '../../rebase/rebase.ts';
import type { FileTree } from '../../source/files.ts';
import { EXIT, type ExitCode, type Host, UsageError } from '../host.ts';
import { namedCountries } from '../parts/chosen.ts';
import { findDictionary, isWorkbook, openSource } from '../source.ts';

export interface RebaseOptions {
  readonly country: readonly string[];
  readonly take: readonly string[];
  readonly keep: readonly string[];
}

const ALL = 'all';

/** Shows what the core and a country both changed, carries out what was decided, and writes down what the core says now. */
export async function rebase(source: string | undefined, options: RebaseOptions, host: Host): Promise<ExitCode> {
  const folder = findDictionary(source, host.cwd);
  if (isWorkbook(folder)) throw new UsageError('A workbook has no countries.', 'Name the folder of a dictionary.');
  const tree = openSource(folder, host.cwd);
  const ids = countriesIn(tree, options.country);
  const decided = options.take.length + options.keep.length > 0;
  if (decided && ids.length !== 1)
    throw new UsageError(
      'It is not said for which country.',
      `Add one of: ${ids.map((id) => `--country ${id}`).join(', ')}`,
    );
  let open = 0;
  for (const id of ids) open += await rebaseCountry(tree, folder, id, options, host);
  return open > 0 ? EXIT.findings : EXIT.clean;
}

function countriesIn(tree: FileTree, wanted: readonly string[]): readonly string[] {
  const { countries } = compileProject(tree);
  if (countries.length === 0)
    throw new UsageError('The dictionary has no countries.', 'A country is a folder: countries/ID/country.yaml');
  return namedCountries(countries, wanted).map(({ id: name, compile }) => {
    const { dictionary, diagnostics } = compile();
    if (dictionary && !diagnostics.some(({ severity }) => severity === 'error')) return name;
    throw new UsageError(
      `The layer of ${quote(name)} has errors.`,
      `Mend them first: lexiform check --country ${name}`,
    );
  });
}

/** @returns how many changes of the core wait for a decision */
async function rebaseCountry(
  tree: FileTree,
  folder: string,
  id: string,
  options: RebaseOptions,
  host: Host,
): Promise<number> {
  const moved = (standingOf(tree, id)?.adaptations ?? []).filter(({ state }) => state === 'moved');
  const wanted = pathsOf(moved, options.take, options.keep);
  const { tree: after, texts, stuck } = take(tree, id, wanted);
  for (const [file, text] of texts) await write(folder, file, text, host);
  for (const each of stuck) host.err(stuckText(each, id));
  const kept = new Set(pathsOf(moved, options.keep, options.take));
  const adaptations = standingOf(after, id)?.adaptations ?? [];
  await writeBase(
    tree,
    folder,
    id,
    baseText(adaptations, (each) => kept.has(each)),
    host,
  );
  const open = adaptations.filter(({ state, path: each }) => state === 'moved' && !kept.has(each));
  for (const each of open) host.out(rebasedText(each, id));
  const told =
    open.length > 0 ? `${plural(open.length, 'change')} of the core to decide on` : 'up to date with the core';
  host.err(`${id}  ${plural(adaptations.length, 'thing')} said otherwise, ${told}.\n`);
  return open.length;
}

/** The paths that a decision names, of those that wait for one. */
function pathsOf(moved: readonly Adaptation[], named: readonly string[], others: readonly string[]): readonly string[] {
  const known = moved.map(({ path: each }) => each);
  const unknown = named.find((each) => each !== ALL && !known.includes(each));
  if (unknown !== undefined)
    throw new UsageError(
      `${quote(unknown)} does not wait for a decision.${didYouMean(suggest(unknown, known))}`,
      known.length > 0 ? `These do: ${known.join(', ')}` : 'Nothing does: the country is up to date with the core.',
    );
  const both = named.find((each) => others.includes(each));
  if (both !== undefined) throw new UsageError(`${quote(both)} is both taken and kept.`, 'Decide for one of them.');
  return named.includes(ALL) ? known.filter((each) => !others.includes(each)) : named;
}

async function write(folder: string, file: string, text: string, host: Host): Promise<void> {
  await writeFileAside(path.join(folder, file), new TextEncoder().encode(text));
  host.err(`written  ${path.relative(host.cwd, path.join(folder, file)).split(path.sep).join('/')}\n`);
}

/** Written only where it changes. */
async function writeBase(
  tree: FileTree,
  folder: string,
  id: string,
  text: string | undefined,
  host: Host,
): Promise<void> {
  const file = `countries/${id}/${BASE_FILE}`;
  const before = tree.paths.includes(file) ? tree.read(file) : undefined;
  const known = before instanceof Uint8Array ? new TextDecoder().decode(before).replaceAll('\r\n', '\n') : undefined;
  if (text === known) return;
  if (text === undefined) await rm(path.join(folder, file));
  else await write(folder, file, text, host);
}

function stuckText({ path: each }: Adaptation, id: string): string {
  return `${id}  ${each} does not stand by itself in a file of the country: take it out by hand, then run this again.\n`;
}
