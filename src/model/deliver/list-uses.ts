import { instanceNames } from '../../expression/references.ts';
import type { CodeList } from '../code-list.ts';
import type { Formula, Plain } from '../facets.ts';
import type { Form } from '../form.ts';
import type { Item } from '../item.ts';
import { listOf } from '../type-use.ts';
import { walk } from '../walk.ts';
import { formulasOf } from '../formulas.ts';

/** How a form uses a list: a select can read it from a file, pulldata must, everything else needs the choices sheet. */
export type ListUse = 'select' | 'pulldata' | 'instance' | 'sheet';

/** KoboToolbox's columns that name a list. */
export const listColumns = ['kobo--matrix_list', 'kobo--score-choices', 'kobo--rank-items'] as const;

/** The lists that a form uses and how, in the order of its rows. */
export function listUses(form: Form, lists: ReadonlyMap<string, CodeList>): ReadonlyMap<string, ReadonlySet<ListUse>> {
  const uses = new Map<string, Set<ListUse>>();
  const add = (name: string | undefined, use: ListUse): void => {
    if (name !== undefined && lists.has(name)) uses.set(name, (uses.get(name) ?? new Set()).add(use));
  };
  for (const { item } of walk(form.items)) {
    for (const { name, use } of itemUses(item)) add(name.string.text, use);
    for (const { formula } of formulasOf(item)) for (const { name, use } of formulaUses(formula)) add(name, use);
  }
  return uses;
}

function itemUses(item: Item): { name: Plain; use: ListUse }[] {
  const named = listColumns
    .flatMap((column) => item.facets[column] ?? [])
    .map((name) => ({ name, use: 'sheet' as const }));
  if (item.kind === 'section') return item.list ? [...named, { name: item.list, use: 'sheet' }] : named;
  const list = listOf(item.type);
  const readsFile = item.type.word === 'select_one' || item.type.word === 'select_multiple';
  return list ? [...named, { name: list, use: readsFile ? 'select' : 'sheet' }] : named;
}

function formulaUses({ parsed }: Formula): { name: string; use: ListUse }[] {
  return instanceNames(parsed.tree).map(({ name, call }) => ({
    name,
    use: call.name === 'pulldata' ? 'pulldata' : 'instance',
  }));
}
