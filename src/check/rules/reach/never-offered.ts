import type { Report } from '../../../diagnostics/collector.ts';
import type { Names } from '../../../expression/domains/names.ts';
import { referencesIn } from '../../../expression/references.ts';
import type { Expression } from '../../../expression/tree.ts';
import { type Code, type CodeList, offeredCodes } from '../../../model/code-list.ts';
import { listColumns, searches } from '../../../model/deliver/list-uses.ts';
import type { Item } from '../../../model/item.ts';
import { listOf } from '../../../model/type-use.ts';
import { gather } from '../../../model/walk.ts';
import { itemReadings, type Reading } from '../../readings.ts';
import { factsButOf, type Facts } from './facts.ts';
import { isReadable, type Places } from './places.ts';
import { clausesOf, disprove } from './proof.ts';
import { wordsIn } from './telling.ts';

/** Codes that the choice filter of no question lets through, whatever is answered to what it reads. */
export function checkOffered(places: Places, facts: Facts, report: Report): void {
  if (filtersIn(places.view.form.items).length === 0) return;
  const uses = usesByList(places.view.form.items);
  for (const list of places.view.lists) {
    const filters = uses.get(list.name)?.map(({ filter }) => filter) ?? [];
    const readable = filters.flatMap((filter) => (filter && isReadable(filter) ? [filter] : []));
    if (readable.length === 0 || readable.length < filters.length || !isWhole(list)) continue;
    checkList(list, readable, places, facts, report);
  }
}

/** What is missing could not be read, or is each country's own; a hierarchy of lists is looked at for itself. */
function isWhole({ damaged, country, parent }: CodeList): boolean {
  return !damaged && country !== 'replace' && !parent;
}

interface Use {
  readonly list: string;
  /** Undefined where all codes are offered, or others that are not known here. */
  readonly filter: Reading | undefined;
}

const filtersIn = gather((item): readonly Reading[] => {
  const filter = filterOf(item);
  return filter ? [filter] : [];
});

const usesIn = gather((item): readonly Use[] => listsOf(item).map((list) => ({ list, filter: filterOf(item) })));

function listsOf(item: Item): readonly string[] {
  const own = item.kind === 'section' ? item.list : listOf(item.type);
  return [own, ...listColumns.map((column) => item.facets[column])].flatMap((plain) => plain?.string.text ?? []);
}

function filterOf(item: Item): Reading | undefined {
  if (item.kind === 'section' || !item.facets.choice_filter || searches(item)) return undefined;
  return itemReadings(item).find(({ key }) => key === 'choice_filter');
}

function usesByList(items: readonly Item[]): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>();
  for (const use of usesIn(items)) {
    const others = uses.get(use.list);
    if (others) others.push(use);
    else uses.set(use.list, [use]);
  }
  return uses;
}

function checkList(list: CodeList, filters: readonly Reading[], places: Places, facts: Facts, report: Report): void {
  const codes = offeredCodes(list);
  const isOffered = filters.map((filter) => offers(filter, places, facts));
  const never = codes.filter((code) => isOffered.every((offered) => !offered(code)));
  const [first] = never;
  const [filter] = filters;
  // Where no code at all is offered, the column is compared with the wrong thing, which is told there.
  if (!first || !filter?.tree || never.length === codes.length) return;
  const params = {
    list: list.name,
    codes: never.map(({ name }) => name.string.text),
    filter: wordsIn([{ node: filter.tree, holds: true }], filter)[0] ?? '',
    filters: filters.length,
  };
  report('code-never-offered', first.name.origin.location, params);
}

/** Whether a filter may let a code through: looked at once for all codes with the same cells. */
function offers(filter: Reading, places: Places, facts: Facts): (code: Code) => boolean {
  const known = new Map<string, boolean>();
  const columns = columnsIn(filter);
  return (code) => {
    const key = JSON.stringify(columns.map((column) => cellOf(code, column)));
    const found = known.get(key) ?? mayOffer(code, filter, places, facts);
    known.set(key, found);
    return found;
  };
}

function mayOffer(code: Code, filter: Reading, places: Places, facts: Facts): boolean {
  if (!filter.tree) return true;
  const names: Names = {
    ...places.names(filter),
    // Each code has its own cases.
    known: new Map(),
    column: (node) => {
      const column = columnNamed(node);
      return column === undefined ? undefined : cellOf(code, column);
    },
  };
  const about = factsButOf(filter.item, facts);
  const proof = disprove({ parts: clausesOf(filter.tree), names, around: [], about });
  // `filter = 1` leaves codes out on purpose.
  return !proof?.parts.every(({ node }) => referencesIn(node).length > 0);
}

function columnsIn({ facts }: Reading): readonly string[] {
  return [...new Set(facts.paths.flatMap(({ node }) => columnNamed(node) ?? []))];
}

/** A bare name in a choice filter is a column of the list. */
function columnNamed(node: Expression): string | undefined {
  if (node.kind !== 'path' || node.absolute || node.start || node.steps.length !== 1) return undefined;
  const [step] = node.steps;
  const isPlain = step?.axis === 'child' && step.test.kind === 'name' && step.predicates.length === 0;
  return isPlain && step.test.kind === 'name' ? step.test.name : undefined;
}

/** Labels and what the converter adds are not known by one text. */
function cellOf({ name, attributes }: Code, column: string): string | undefined {
  if (column === 'name') return name.string.text;
  return column === 'label' || column === 'itextId' ? undefined : (attributes.get(column)?.string.text ?? '');
}
