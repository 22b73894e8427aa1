import { createCollector } from '../diagnostics/collector.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Dictionary } from '../model/dictionary.ts';
import type { BesideFile } from '../source/beside.ts';
import type { FileTree } from '../source/files.ts';
import { adopt, type Adopted, type AdoptOptions } from './adopt.ts';
import { createFormNames } from './form-names.ts';
import { readForImport } from './losses/losses.ts';
import { createMedia } from './media/media.ts';

/** A workbook that is to become part of a dictionary. */
export interface Incoming {
  readonly tree: FileTree;
  /** Its path in the tree. */
  readonly file: string;
  /** Finds a file that its form shows, by its name. */
  readonly find: (name: string) => BesideFile | undefined;
}

/** What became of workbooks. */
export interface Imported {
  /** How many of them could be read. */
  readonly read: number;
  /** The dictionary; nothing where no workbook could be read. */
  readonly adopted: Adopted | undefined;
  /** The files that the forms show, by their places in the dictionary. */
  readonly media: ReadonlyMap<string, () => Uint8Array>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads workbooks, one at a time, and makes one dictionary of them.
 * @param stems the names of all of them without `.xlsx`, which their forms get
 */
export function importWorkbooks(
  workbooks: Iterable<Incoming>,
  stems: readonly string[],
  options: AdoptOptions,
): Imported {
  const collector = createCollector();
  const dictionaries: Dictionary[] = [];
  const names = createFormNames(stems);
  const media = createMedia();
  for (const { tree, file, find } of workbooks) {
    const { dictionary, diagnostics } = readForImport(tree, file);
    const named = dictionary && names.take(dictionary);
    const taken = named && media.take(named.dictionary, find);
    if (taken) dictionaries.push(taken.dictionary);
    for (const diagnostic of [...diagnostics, ...(named?.diagnostics ?? []), ...(taken?.diagnostics ?? [])])
      collector.add(diagnostic);
  }
  const adopted = dictionaries.length === 0 ? undefined : adopt(dictionaries, options, collector.report);
  return { read: dictionaries.length, adopted, media: media.files(), diagnostics: collector.diagnostics() };
}
