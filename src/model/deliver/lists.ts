import { instanceNames } from '../../expression/references.ts';
import { edit, type SourceString } from '../../source/source-string.ts';
import { INLINE_CODES, type Profile } from '../../vocabulary/profiles.ts';
import { type CodeList, physicalName } from '../code-list.ts';
import type { Formula } from '../facets.ts';
import type { Form } from '../form.ts';
import type { Facets, Item, Question } from '../item.ts';
import { asFormula } from '../parse.ts';
import { asTypeUse, listOf } from '../type-use.ts';
import { facetEntries, mapItems } from '../walk.ts';
import { listColumns, type ListUse, listUses } from './list-uses.ts';

type Lists = ReadonlyMap<string, CodeList>;

interface Named {
  readonly form: Form;
  readonly inline: readonly CodeList[];
  readonly external: readonly CodeList[];
}

/** Chooses which lists travel as files, and gives every list its name in the workbook wherever it is named. */
export function deliverLists(form: Form, lists: Lists, profile: Profile): Named {
  const uses = listUses(form, lists);
  const used = [...uses.keys()].flatMap((name) => lists.get(name) ?? []);
  const external = used.filter((list) => travelsAsFile(list, uses.get(list.name) ?? new Set(), profile));
  const names = new Map(used.map((list) => [list.name, physicalName(list)]));
  const files = new Set(external.map((list) => list.name));
  const items = mapItems(form.items, (item) => [nameLists(item, names, files)]);
  return { form: { ...form, items }, external, inline: used.filter((list) => !files.has(list.name)) };
}

/** Whether a list goes out as a CSV file: by its own word, or because it is long; pulldata reads nothing else. */
export function travelsAsFile(list: CodeList, uses: ReadonlySet<ListUse>, profile: Profile): boolean {
  if (uses.has('pulldata')) return true;
  if (uses.has('sheet') || !uses.has('select')) return false;
  return (
    list.delivery === 'external' ||
    (list.delivery === undefined && profile !== 'xlsform' && list.codes.length > INLINE_CODES)
  );
}

function nameLists(item: Item, names: ReadonlyMap<string, string>, files: ReadonlySet<string>): Item {
  const facets = nameInFacets(item.facets, names);
  if (item.kind === 'section')
    return { ...item, facets, list: item.list && { ...item.list, string: renamed(item.list.string, names) } };
  return { ...item, facets, type: nameInType(item, names, files) };
}

function renamed(string: SourceString, names: ReadonlyMap<string, string>): SourceString {
  const name = names.get(string.text);
  return name === undefined || name === string.text
    ? string
    : edit(string, [{ start: 0, end: string.text.length, text: name }]);
}

/** `select_one admin2` becomes `select_one_from_file admin2.csv` where the list is a file. */
function nameInType(
  { type }: Question,
  names: ReadonlyMap<string, string>,
  files: ReadonlySet<string>,
): Question['type'] {
  const list = listOf(type)?.string.text;
  const name = list === undefined ? undefined : names.get(list);
  if (list === undefined || name === undefined) return type;
  const start = type.string.text.indexOf(list, type.word.length);
  const whole = { start, end: start + list.length };
  if (!files.has(list))
    return name === list ? type : asTypeUse({ ...type, string: edit(type.string, [{ ...whole, text: name }]) });
  const word = { start: 0, end: type.word.length, text: `${type.word}_from_file` };
  return asTypeUse({ ...type, string: edit(type.string, [word, { ...whole, text: `${name}.csv` }]) });
}

function nameInFacets(facets: Facets, names: ReadonlyMap<string, string>): Facets {
  const entries = facetEntries(facets).map(([column, facet]) => {
    if (listColumns.some((known) => known === column) && 'string' in facet)
      return [column, { ...facet, string: renamed(facet.string, names) }];
    return [column, 'parsed' in facet && 'tree' in facet.parsed ? nameInFormula(facet as Formula, names) : facet];
  });
  return Object.fromEntries(entries) as Facets;
}

function nameInFormula(formula: Formula, names: ReadonlyMap<string, string>): Formula {
  const edits = instanceNames(formula.parsed.tree).flatMap(({ name, span }) => {
    const text = names.get(name);
    return text === undefined || text === name ? [] : [{ ...span, text }];
  });
  return edits.length === 0
    ? formula
    : { ...formula, ...asFormula({ ...formula, string: edit(formula.string, edits) }) };
}
