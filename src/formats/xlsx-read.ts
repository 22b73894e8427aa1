import { Budget, type ReadLimits, USUAL_LIMITS } from './xlsx-budget.ts';
import type { CellContext } from './xlsx-cell.ts';
import type { WorkbookRead } from './xlsx-cells.ts';
import { type MainParts, mainParts } from './xlsx-content-types.ts';
import { missingDoubt, strictDoubt } from './xlsx-doubts.ts';
import { readLooks } from './xlsx-looks.ts';
import { type WorkbookPackage, needed, openPackage, relationshipsOf } from './xlsx-package.ts';
import { Refused } from './xlsx-problem.ts';
import { type SheetResult, readSheet, sheetWithoutCells } from './xlsx-sheet-read.ts';
import { refuseOtherFiles } from './xlsx-sniff.ts';
import { readStrings } from './xlsx-strings.ts';
import { readStyles } from './xlsx-styles.ts';
import { type FoundTab, findTabs } from './xlsx-tabs.ts';
import { type WorkbookPart, readWorkbookPart } from './xlsx-workbook-part.ts';

export interface ReadOptions {
  /** Whether a sheet is read; all are where this is left out. `names` are those of all tabs, in their order. */
  readonly wanted?: (name: string, names: readonly string[]) => boolean;
  /** Whether what authors say beside the values of cells is read as well: colours, pictures. */
  readonly aside?: boolean;
  /** Other limits than the usual ones. */
  readonly limits?: Partial<ReadLimits>;
}

/**
 * Reads the cells of an `.xlsx` file as openpyxl 3.1 does in the hands of pyxform (`read_only`, `data_only`).
 * Memory and time are bounded for any bytes. Never throws: what is no such file, is damaged, hides something or is
 * too large is refused, with what to do about it.
 */
export function readWorkbook(bytes: Uint8Array, options: ReadOptions = {}): WorkbookRead {
  try {
    refuseOtherFiles(bytes);
    return readPackage(bytes, options);
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', problem: error.problem };
    throw error;
  }
}

function readPackage(bytes: Uint8Array, { wanted, limits, aside = false }: ReadOptions): WorkbookRead {
  const budget = new Budget({ ...USUAL_LIMITS, ...limits });
  const parts = openPackage(bytes, budget);
  const main = mainParts(parts, budget);
  const workbook = readWorkbookPart(needed(parts.smallPart(main.workbook), main.workbook), budget);
  const found = findTabs(parts, main.workbook, workbook, budget);
  const tabs = found.filter(({ content }) => content !== 'missing');
  const names = tabs.map(({ tab }) => tab.name);
  const context = readContext(parts, main, workbook, aside, budget);
  const results = tabs.map((one) =>
    wanted === undefined || wanted(one.tab.name, names)
      ? readTab(one, parts, context, budget)
      : sheetWithoutCells(one.tab, 'skipped'),
  );
  const missing = found.filter(({ content }) => content === 'missing').map(({ tab }) => missingDoubt(tab.name));
  const doubts = results.flatMap(({ problems }) => problems);
  return {
    kind: 'workbook',
    sheets: results.map(({ sheet }) => sheet),
    problems: [...strictDoubt(workbook.strict), ...missing, ...doubts],
    names: workbook.names,
    locked: workbook.locked,
  };
}

function readTab(
  { tab, content, part }: FoundTab,
  parts: WorkbookPackage,
  context: CellContext,
  budget: Budget,
): SheetResult {
  if (content === 'chart') return sheetWithoutCells(tab, 'chart');
  return readSheet(parts, needed(parts.part(part), part), tab, context, budget);
}

/** openpyxl finds the texts by their type, and the styles under one name alone. */
function readContext(
  parts: WorkbookPackage,
  { workbook, strings }: MainParts,
  { epoch }: WorkbookPart,
  aside: boolean,
  budget: Budget,
): CellContext {
  const texts = strings ?? stringsByReference(parts, workbook, budget);
  const styles = parts.smallPart('xl/styles.xml');
  const rich = new Set<number>();
  return {
    strings: texts === undefined ? [] : readStrings(needed(parts.part(texts), texts), budget, rich),
    styles: styles === undefined ? [] : readStyles(styles, budget),
    epoch,
    ...(aside ? { aside: { looks: styles === undefined ? [] : readLooks(styles, budget), rich } } : {}),
  };
}

function stringsByReference(parts: WorkbookPackage, workbook: string, budget: Budget): string | undefined {
  const references = [...relationshipsOf(parts, workbook, budget).values()];
  return references.find(({ type }) => type === 'sharedStrings')?.target;
}
