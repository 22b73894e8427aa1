import { type ByteFile, readAt } from './byte-file.ts';
import type { Epoch } from './python-date.ts';
import { Budget, type ReadLimits, USUAL_LIMITS } from './xlsx-budget.ts';
import type { CellContext } from './xlsx-cell.ts';
import type { RowRead } from './xlsx-cells.ts';
import { mainParts } from './xlsx-content-types.ts';
import { type WorkbookPackage, needed, relationshipsOf } from './xlsx-package.ts';
import { type ReadProblem, Refused, damaged, unsafe } from './xlsx-problem.ts';
import { SheetHandler } from './xlsx-sheet.ts';
import { refuseOtherFiles } from './xlsx-sniff.ts';
import { readStrings } from './xlsx-strings.ts';
import { readStyles } from './xlsx-styles.ts';
import { type FoundTab, findTabs } from './xlsx-tabs.ts';
import { readWorkbookPart } from './xlsx-workbook-part.ts';
import { streamXml } from './xml-stream.ts';
import type { XmlPart } from './xml-read.ts';
import type { ZipEntry } from './zip-directory.ts';
import { type StreamedArchive, entryPieces, openArchive, wholeEntry } from './zip-stream.ts';

/** A workbook of which the sheets can be larger than memory. */
export type StreamedWorkbook =
  | { readonly kind: 'workbook'; readonly sheets: readonly StreamedSheet[]; readonly epoch: Epoch }
  | { readonly kind: 'refused'; readonly problem: ReadProblem };

export interface StreamedSheet {
  /** As on the tab. */
  readonly name: string;
  /** The rows that hold something, some at a time; each call reads anew. Takes why the rest of a sheet is not read. */
  rows(refused: (problem: ReadProblem) => void): AsyncGenerator<readonly RowRead[]>;
}

/** What passes by costs time alone: a full sheet of Excel has 1,048,576 rows, and may have hundreds of columns. */
const SHEET_LIMITS: ReadLimits = {
  bytes: 40_000_000_000,
  elements: 2_000_000_000,
  cells: 1_000_000_000,
  characters: 20_000_000_000,
};

/** What a file is stands near its beginning, unless it is a workbook. */
const SNIFFED = 1_000_000;

/** Reads all of a workbook but its rows, with the limits of `readWorkbook`. Never throws for what stands in the file. */
export async function openWorkbook(file: ByteFile): Promise<StreamedWorkbook> {
  try {
    refuseOtherFiles(await readAt(file, 0, SNIFFED));
    return await open(await openArchive(file));
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', problem: error.problem };
    throw error;
  }
}

async function open(archive: StreamedArchive): Promise<StreamedWorkbook> {
  const parts = new SmallParts(archive, new Budget(USUAL_LIMITS));
  const { budget } = parts;
  await parts.load((name) => name.endsWith('.rels') || name === '[Content_Types].xml' || name === 'mimetype');
  const main = mainParts(parts, budget);
  const strings = main.strings ?? stringsByReference(parts, main.workbook);
  const wanted = new Set([main.workbook, strings, 'xl/styles.xml']);
  await parts.load((name) => wanted.has(name));
  const workbook = readWorkbookPart(needed(parts.smallPart(main.workbook), main.workbook), budget);
  const styles = parts.part('xl/styles.xml');
  const context: CellContext = {
    strings: strings === undefined ? [] : readStrings(needed(parts.part(strings), strings), budget, new Set()),
    styles: styles === undefined ? [] : readStyles(styles, budget),
    epoch: workbook.epoch,
  };
  const tabs = findTabs(parts, main.workbook, workbook, budget).filter(({ content }) => content === 'cells');
  return { kind: 'workbook', sheets: tabs.map((tab) => sheetOf(archive, tab, context)), epoch: workbook.epoch };
}

function stringsByReference(parts: SmallParts, workbook: string): string | undefined {
  const references = [...relationshipsOf(parts, workbook, parts.budget).values()];
  return references.find(({ type }) => type === 'sharedStrings')?.target;
}

function sheetOf(archive: StreamedArchive, { tab, part }: FoundTab, context: CellContext): StreamedSheet {
  return {
    name: tab.name,
    async *rows(refused) {
      try {
        yield* rowsOf(archive, part, context);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        refused({ ...error.problem, sheet: tab.name });
      }
    },
  };
}

async function* rowsOf(
  archive: StreamedArchive,
  part: string,
  context: CellContext,
): AsyncGenerator<readonly RowRead[]> {
  const budget = new Budget(SHEET_LIMITS);
  const entry = entryOf(archive, part);
  if (entry === undefined) throw damaged(`Its part "${part}" is missing.`);
  budget.addBytes(entry.size);
  const handler = new SheetHandler(context, budget);
  for await (const _ of streamXml(entryPieces(archive, entry), part, handler, () => budget.addElement())) {
    if (handler.rows.list.length > 0) yield handler.rows.list.splice(0);
  }
}

function entryOf({ entries }: StreamedArchive, name: string): ZipEntry | undefined {
  const entry = entries.get(name);
  if (entry === 'twice') throw unsafe(`It has two parts called "${name}", and programs differ in which they read.`);
  return entry;
}

/** The parts that describe others: those that were asked for are unpacked as a whole. */
class SmallParts implements WorkbookPackage {
  readonly names: readonly string[];
  readonly budget: Budget;
  private readonly archive: StreamedArchive;
  private readonly loaded = new Map<string, XmlPart>();

  constructor(archive: StreamedArchive, budget: Budget) {
    this.archive = archive;
    this.budget = budget;
    this.names = [...archive.entries.keys()];
  }

  async load(wanted: (name: string) => boolean): Promise<void> {
    for (const name of this.names.filter((each) => wanted(each))) {
      const entry = entryOf(this.archive, name);
      if (entry === undefined) continue;
      this.budget.addBytes(entry.size);
      this.loaded.set(name, { name, bytes: await wholeEntry(this.archive, entry) });
    }
  }

  part(name: string): XmlPart | undefined {
    return this.loaded.get(name);
  }

  smallPart(name: string): XmlPart | undefined {
    return this.loaded.get(name);
  }
}
