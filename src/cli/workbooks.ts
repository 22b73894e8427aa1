import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Incoming } from '../adopt/import-workbooks.ts';
import { compareText } from '../core/location.ts';
import { quote } from '../diagnostics/quote.ts';
import { filesBeside } from '../source/beside.ts';
import { formStem } from '../xlsform/read/compile-workbook.ts';
import { UsageError } from './host.ts';
import { findSource, openSource } from './source.ts';

const WHAT_TO_NAME = 'Name files that end in .xlsx, or their folder.';

/** What a command takes, as it stands in a folder. */
export interface Wanted {
  readonly name: RegExp;
  /** Such as `workbooks`. */
  readonly what: string;
  readonly help: string;
}

/** What stands in a folder of forms; of older kinds it is told how to bring them along. */
const WORKBOOKS: Wanted = { name: /\.(?:xls[xmb]?|ods)$/i, what: 'workbooks', help: WHAT_TO_NAME };

/** The workbooks that the words of a command line name. */
export function namedWorkbooks(words: readonly string[], cwd: string): readonly string[] {
  const workbooks = namedFiles(words, cwd, WORKBOOKS);
  refuseTwice(workbooks);
  return workbooks;
}

/** The files that the words of a command line name, each once: by themselves, by their folder, or by a part of their names. */
export function namedFiles(words: readonly string[], cwd: string, wanted: Wanted): readonly string[] {
  const found = words.flatMap((word) => filesIn(word, cwd, wanted));
  return [...new Map(found.map((file) => [path.resolve(cwd, file), file])).values()];
}

/** The command lines of Windows leave it to programs to look into a folder, and to see what `RMS*.xlsx` means. */
function filesIn(word: string, cwd: string, { name, what, help }: Wanted): readonly string[] {
  const isPattern = path.basename(word).includes('*') && !existsSync(path.resolve(cwd, word));
  const folder = isPattern ? path.dirname(word) : word;
  const full = path.resolve(cwd, folder);
  if (word === '' || !existsSync(full) || !statSync(full).isDirectory()) return [word];
  const wanted = isPattern ? patternOf(path.basename(word)) : name;
  const names = readdirSync(full, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && wanted.test(entry.name) && !/^(?:~\$|\.)/.test(entry.name))
    .map((entry) => entry.name);
  if (names.length > 0) return names.toSorted(compareText).map((file) => path.join(folder, file));
  const missing = isPattern ? `no files ${quote(path.basename(word))}` : `no ${what}`;
  throw new UsageError(`There are ${missing} in ${quote(folder)}.`, help);
}

/** A `*` stands for anything. Windows tells no large letters from small ones. */
function patternOf(word: string): RegExp {
  const parts = word.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`, 'i');
}

/** A form is known by the name of its file. */
function refuseTwice(workbooks: readonly string[]): void {
  const known = new Map<string, string>();
  for (const file of workbooks) {
    const stem = stemOf(file).toLowerCase();
    const other = known.get(stem);
    known.set(stem, file);
    if (other === undefined) continue;
    const sentence = `${quote(other)} and ${quote(file)} would be one form, because a form is known by the name of its file.`;
    throw new UsageError(sentence, 'Rename one of them.');
  }
}

/** The name of a workbook without its ending. */
export function stemOf(workbook: string): string {
  return formStem(path.basename(workbook));
}

/** A workbook that was named, with the files beside it. */
export function openWorkbook(workbook: string, cwd: string): Incoming {
  const source = findSource(workbook, cwd, WHAT_TO_NAME);
  const tree = openSource(source, cwd);
  if (tree.workbook === undefined) throw new UsageError(`${quote(workbook)} is no workbook.`, WHAT_TO_NAME);
  return { tree, file: tree.workbook, find: filesBeside(source, tree.prefix) };
}
