import type { Budget } from './xlsx-budget.ts';
import { type WorkbookPackage, relationshipsOf } from './xlsx-package.ts';
import { damaged, tooLarge } from './xlsx-problem.ts';
import type { Tab, WorkbookPart } from './xlsx-workbook-part.ts';

/** A tab and the part of the file behind it. */
export interface FoundTab {
  readonly tab: Tab;
  readonly content: 'cells' | 'chart' | 'missing';
  /** The name of its part. */
  readonly part: string;
}

const MOST_TABS = 5_000;

/** The tabs that lead somewhere, in their order. openpyxl drops a tab that refers to nothing; so does this. */
export function findTabs(
  from: WorkbookPackage,
  workbook: string,
  { tabs }: WorkbookPart,
  budget: Budget,
): readonly FoundTab[] {
  if (tabs.length > MOST_TABS) throw tooLarge(`It has more than ${MOST_TABS} sheets.`);
  const relationships = relationshipsOf(from, workbook, budget);
  const names = new Set(from.names);
  return tabs.flatMap((tab) => {
    if (tab.id === undefined || tab.id === '') return [];
    const relationship = relationships.get(tab.id);
    if (relationship === undefined) throw damaged('It does not say where one of its sheets is.', { sheet: tab.name });
    const { type, target } = relationship;
    const there = type === 'chartsheet' ? 'chart' : 'cells';
    return [{ tab, content: names.has(target) ? there : 'missing', part: target }];
  });
}
