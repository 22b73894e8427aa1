import type { Range } from '../../core/range.ts';
import { instanceNames, mayNameInstances } from '../../expression/references.ts';
import type { CodeList } from '../code-list.ts';
import type { Formula, Plain } from '../facets.ts';
import { type Form, isFormula, type OwnSheet } from '../form.ts';
import type { Facets, Item } from '../item.ts';
import { listOf } from '../type-use.ts';
import { facetEntries, gather } from '../walk.ts';

/**
 * How a form uses a list: a select can read it from a file, pulldata must, an instance takes what there is, two old types
 * have sheets of their own, and everything else needs the choices sheet.
 */
export type ListUse = 'select' | 'pulldata' | 'instance' | 'sheet' | OwnSheet;

interface NamedUse {
  readonly name: string;
  readonly use: ListUse;
}

/** KoboToolbox's columns that name a list. */
export const listColumns = ['kobo--matrix_list', 'kobo--score-choices', 'kobo--rank-items'] as const;

/** The lists that a form uses and how, in the order of its rows. */
export function listUses(form: Form, lists: ReadonlyMap<string, CodeList>): ReadonlyMap<string, ReadonlySet<ListUse>> {
  const uses = new Map<string, Set<ListUse>>();
  const named = [
    ...usesOf(form.items),
    ...[form.settings, ...form.entities].flatMap((row) => [...row.values()].filter(isFormula).flatMap(formulaUses)),
  ];
  for (const { name, use } of named) if (lists.has(name)) uses.set(name, (uses.get(name) ?? new Set()).add(use));
  return uses;
}

/** The lists that items name in their cells and in their expressions. */
const usesOf = gather((item) => [...itemUses(item), ...formulasIn(item.facets).flatMap(formulaUses)]);

function itemUses(item: Item): readonly NamedUse[] {
  const columns: NamedUse[] = [];
  for (const column of listColumns) {
    const plain = item.facets[column];
    if (plain) columns.push(useOf(plain, 'sheet'));
  }
  if (item.kind === 'section') return item.list ? [...columns, useOf(item.list, 'sheet')] : columns;
  const list = listOf(item.type);
  const own = list ? [useOf(list, searches(item) ? 'sheet' : useOfType(item.type))] : [];
  return [...columns, ...own, ...parameterLists(item.facets.parameters)];
}

/** search(…) puts its answers in place of those of the choices sheet, and pyxform refuses it with a file. */
export function searches({ facets }: Item): boolean {
  return /\bsearch\s*\(/.test(facets.appearance?.string.text ?? '');
}

function useOf({ string }: Plain, use: ListUse): NamedUse {
  return { name: string.text, use };
}

/** pyxform adds the code of an `or_other` to the choices sheet only. */
function useOfType({ word, orOther }: { readonly word: string; readonly orOther: boolean }): ListUse {
  if (word === 'select_one_external') return 'external_choices';
  if (word === 'osm') return 'osm';
  return (word === 'select_one' || word === 'select_multiple') && !orOther ? 'select' : 'sheet';
}

/** A list that a parameter names; `span` is where its name stands in the cell. */
export interface ParameterList extends NamedUse {
  readonly span: Range;
}

const LIST_PARAMETER = /(?<=^|[\s,;])(tick_labelset|reference-geometry)\s*=\s*([^\s,;]+)/dg;

/** Labels of a range stand on the choices sheet; a geometry to refer to can be any instance (pyxform 4.5.0). */
export function parameterLists(parameters: Plain | undefined): readonly ParameterList[] {
  if (!parameters) return [];
  return [...parameters.string.text.matchAll(LIST_PARAMETER)].map((match) => {
    const [start, end] = match.indices?.[2] ?? [0, 0];
    return { name: match[2] ?? '', use: match[1] === 'tick_labelset' ? 'sheet' : 'instance', span: { start, end } };
  });
}

/** The expressions that a workbook holds: soft limits are not among them. */
function formulasIn(facets: Facets): readonly Formula[] {
  const formulas: Formula[] = [];
  for (const [, facet] of facetEntries(facets))
    if ('parsed' in facet && 'tree' in facet.parsed) formulas.push(facet as Formula);
  return formulas;
}

function formulaUses({ parsed, string }: Formula): readonly NamedUse[] {
  if (!mayNameInstances(string.text)) return [];
  return instanceNames(parsed.tree).map(({ name, call }) => ({
    name,
    use: call.name === 'pulldata' ? 'pulldata' : 'instance',
  }));
}
