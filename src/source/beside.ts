import { type Dirent, readdirSync } from 'node:fs';
import path from 'node:path';
import { isRegular, readFile, type Unreadable } from './files.ts';

/** A file that may belong to a workbook. */
export interface BesideFile {
  /** As messages name it. */
  readonly shown: string;
  read(): Uint8Array | Unreadable;
}

/**
 * The files that stand where people keep what a form shows: in `<workbook>-media/`, in `media/`, and beside the workbook.
 * A name is found in capital or small letters alike, unless a file bears exactly this one.
 */
export function filesBeside(workbook: string, prefix: string): (name: string) => BesideFile | undefined {
  const home = path.dirname(workbook);
  const stem = path.basename(workbook, path.extname(workbook));
  const folders = [`${stem}-media/`, 'media/', ''];
  const names = new Map<string, readonly string[]>();
  const namesIn = (folder: string): readonly string[] => {
    const known = names.get(folder) ?? filesIn(home, folder);
    names.set(folder, known);
    return known;
  };
  return (name) => {
    for (const folder of folders) {
      const found = sameName(name, namesIn(folder));
      const file = `${folder}${found}`;
      if (found !== undefined) return { shown: prefix + file, read: () => readFile(home, file) };
    }
    return undefined;
  };
}

function sameName(name: string, files: readonly string[]): string | undefined {
  const folded = fold(name);
  return files.find((file) => file === name) ?? files.find((file) => fold(file) === folded);
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Links that lead out of the folder of the workbook are left out. */
function filesIn(home: string, folder: string): readonly string[] {
  return entriesOf(path.join(home, folder)).flatMap((entry) =>
    !entry.name.startsWith('.') && isRegular(home, `${folder}${entry.name}`, entry) ? [entry.name] : [],
  );
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
