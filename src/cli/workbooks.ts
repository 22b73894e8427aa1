import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Incoming } from '../adopt/import-workbooks.ts';
import { compareText } from '../core/location.ts';
import { quote } from '../diagnostics/quote.ts';
import { filesBeside } from '../source/beside.ts';
import { formStem } from '../xlsform/read/compile-workbook.ts';
import { UsageError } from './host.ts';
import { findSource, openSource } from './source.ts';

/** The workbooks that the words of a command line name. */
export function namedWorkbooks(words: readonly string[], cwd: string): readonly string[] {
  const workbooks = words.flatMap((word) => workbooksIn(word, cwd));
  refuseTwice(workbooks);
  return workbooks;
}

/** What stands in a folder of forms; of older kinds it is told how to bring them along. */
const SPREADSHEET = /\.(?:xls[xmb]?|ods)$/i;

/** The command lines of Windows leave it to programs to look into a folder, and to see what `*.xlsx` means. */
function workbooksIn(word: string, cwd: string): readonly string[] {
  const isPattern = path.basename(word).toLowerCase() === '*.xlsx';
  const folder = isPattern ? path.dirname(word) : word;
  const full = path.resolve(cwd, folder);
  if (!existsSync(full) || !statSync(full).isDirectory()) return [word];
  const names = readdirSync(full).filter(
    (name) => (isPattern ? /\.xlsx$/i : SPREADSHEET).test(name) && !name.startsWith('~$'),
  );
  if (names.length > 0) return names.toSorted(compareText).map((name) => path.join(folder, name));
  throw new UsageError(`There are no workbooks in ${quote(folder)}.`, 'Name files that end in .xlsx, or their folder.');
}

/** A form is known by the name of its file. */
function refuseTwice(workbooks: readonly string[]): void {
  const stems = workbooks.map((file) => stemOf(file).toLowerCase());
  const twice = workbooks.find((_file, at) => stems.indexOf(stems[at] ?? '') !== at);
  if (twice === undefined) return;
  const sentence = `Two workbooks are named ${quote(path.basename(twice))}, and a form is known by the name of its file.`;
  throw new UsageError(sentence, 'Rename one of them.');
}

/** The name of a workbook without its ending. */
export function stemOf(workbook: string): string {
  return formStem(path.basename(workbook));
}

/** A workbook that was named, with the files beside it. */
export function openWorkbook(workbook: string, cwd: string): Incoming {
  const source = findSource(workbook, cwd);
  const tree = openSource(source, cwd);
  if (tree.workbook === undefined)
    throw new UsageError(`${quote(workbook)} is no workbook.`, 'Name files that end in .xlsx.');
  return { tree, file: tree.workbook, find: filesBeside(source, tree.prefix) };
}
