import { importAreas, type AreasOptions, type ImportedAreas } from '../../../src/adopt/areas/import-areas.ts';
import { type AreaFile, readTables } from '../../../src/adopt/areas/read/read-tables.ts';
import { readTarget } from '../../../src/adopt/areas/write/target.ts';
import { createCollector } from '../../../src/diagnostics/collector.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { writeWorkbook } from '../../../src/formats/xlsx-write.ts';
import { placeOf } from '../../../src/printers/place.ts';
import { type FileTree, memoryTree } from '../../../src/source/files.ts';
import { memoryFile } from '../../submissions/reading.ts';
import { planOf } from '../../support/workbook-tables.mjs';

export const usualOptions: AreasOptions = {
  levels: undefined,
  list: 'admin{level}',
  languages: [],
  attributes: [],
  variables: false,
  retired: undefined,
  edition: 'v01',
  today: '2026-03-15',
};

export interface AreasOutcome extends ImportedAreas {
  readonly diagnostics: readonly Diagnostic[];
  /** `rule at place` of each finding but those that are not worth a word, in the order of places. */
  readonly findings: readonly string[];
}

type Contents = Readonly<Record<string, string | Uint8Array>>;

/** A file of a tree as a gazetteer is read from. */
export function bytesIn(tree: FileTree, file: string): AreaFile {
  const bytes = tree.read(file);
  if (!(bytes instanceof Uint8Array)) throw new Error(`there is no ${file}`);
  return memoryFile(bytes, [64], file);
}

/** Imports the files of a gazetteer into a folder of a tree. */
export async function importing(
  gazetteer: Contents,
  options: Partial<AreasOptions> = {},
  files: Contents = {},
  folder = '',
): Promise<AreasOutcome> {
  const { report, diagnostics } = createCollector();
  const tree = memoryTree(gazetteer);
  const tables = await readTables(
    Object.keys(gazetteer).map((file) => bytesIn(tree, file)),
    report,
  );
  const target = readTarget(memoryTree(files), folder);
  const imported = importAreas(tables, target, { ...usualOptions, ...options }, report);
  const findings = diagnostics().map(({ rule, location }) => `${rule} at ${placeOf(location)}`);
  return { ...imported, diagnostics: diagnostics(), findings };
}

/** A workbook of sheets that stand below each other as Markdown tables. */
export async function workbook(tables: string): Promise<Uint8Array> {
  return writeWorkbook(planOf(tables));
}
