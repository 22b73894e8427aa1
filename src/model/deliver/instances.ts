import { written } from '../../source/source-string.ts';
import { questionTypes } from '../../vocabulary/types.ts';
import type { Plain } from '../facets.ts';
import type { Item, TypeUse } from '../item.ts';

/** A file that a form loads because a question is of a type that reads one. */
export interface LoadedFile {
  /** What expressions call it. */
  readonly instance: string;
  /** As the type names it, or, where `isOwn`, after the question. */
  readonly file: Plain;
  /** Whether the question does nothing but load it: `csv-external` and `xml-external`. */
  readonly isOwn: boolean;
}

/** Forms know a file by its name alone, without folders. */
export function baseName(path: string): string {
  return path.replaceAll('\\', '/').split('/').at(-1) ?? '';
}

/** pyxform names an instance after its file, without folders and extension. */
export function instanceName(file: string): string {
  return baseName(file).replace(/\.[^.]*$/, '');
}

/** The list whose CSV file a type reads its codes from, by its name in the workbook. */
export function listOfFile({ word, argument }: TypeUse): string | undefined {
  const file = questionTypes.get(word)?.takes === 'file' ? baseName(argument?.string.text ?? '') : '';
  return file.endsWith('.csv') ? instanceName(file) : undefined;
}

const EXTERNAL = new Map([
  ['csv-external', 'csv'],
  ['xml-external', 'xml'],
]);

/** `select_one_from_file x.csv` names its file; `csv-external` reads the one that bears its own name. */
export function loadedFile(item: Item): LoadedFile | undefined {
  if (item.kind === 'section') return undefined;
  const { name, type } = item;
  const own = name.string.text;
  const ending = EXTERNAL.get(type.word);
  if (ending !== undefined) {
    const string = written(`${own}.${ending}`, name.origin.location);
    return { instance: own, file: { ...name, string }, isOwn: true };
  }
  if (questionTypes.get(type.word)?.takes !== 'file' || !type.argument) return undefined;
  return { instance: instanceName(type.argument.string.text), file: type.argument, isOwn: false };
}
