import type { CodeList } from '../model/code-list.ts';
import { isMap, type Written, type WrittenMap } from '../source/yaml/write.ts';
import { type Class, classesOf, wordsOf } from './agree.ts';
import { writtenList } from './lists.ts';
import { chosenClass, largest, type OnConflict } from './on-conflict.ts';
import { type AdoptedForm, listsOf, type ListSheet, nameOf, tagsOf } from './workbook.ts';

/** A list on a sheet of a form, as the language has it. */
export interface Holding {
  readonly form: AdoptedForm;
  readonly sheet: ListSheet;
  readonly list: CodeList;
  readonly keys: WrittenMap;
}

/** What the workbooks say of the lists of one name. */
export interface NamedList {
  readonly name: string;
  /** The lists that agree; more than one class where workbooks contradict each other. */
  readonly classes: readonly Class<Holding, WrittenMap>[];
  /** The class that all forms take, where they do not keep their own. */
  readonly chosen: Class<Holding, WrittenMap> | undefined;
}

/** The code lists of a dictionary that holds several workbooks. */
export interface SharedLists {
  readonly definitions: WrittenMap;
  readonly named: readonly NamedList[];
  /** Lists that hold the codes of another one, by their names: these name it only. */
  readonly alike: ReadonlyMap<string, string>;
  /** The name in the dictionary of a list on a sheet of a form. */
  readonly nameIn: (form: AdoptedForm, list: string, sheet: ListSheet) => string;
}

/** Brings together the lists of one name; those that differ get names of their own, and in workbooks keep theirs. */
export function shareLists(forms: readonly AdoptedForm[], onConflict: OnConflict): SharedLists {
  const named = [...byName(forms)].map(([name, holdings]): NamedList => {
    const classes = classesOf(holdings, ({ keys, form }) => ({ written: keys, tags: tagsOf(form) }));
    return { name, classes, chosen: chosenClass(classes, onConflict) };
  });
  const definitions = new Map<string, WrittenMap>();
  const names = new Map<string, string>();
  const taken = new Set(named.map(({ name }) => name));
  for (const each of named) define(each, definitions, names, taken);
  const alike = likeOthers(definitions);
  return {
    definitions: new Map([...definitions].map(([name, keys]) => [name, including(keys, alike.get(name))])),
    named,
    alike,
    nameIn: (form, list, sheet) => names.get(placeOf(form, sheet, list)) ?? list,
  };
}

function byName(forms: readonly AdoptedForm[]): ReadonlyMap<string, readonly Holding[]> {
  const found = new Map<string, Holding[]>();
  for (const form of forms)
    for (const [sheet, list] of listsOf(form)) {
      const holding = { form, sheet, list, keys: writtenList(list, form) };
      found.set(list.name, [...(found.get(list.name) ?? []), holding]);
    }
  return found;
}

/** What most forms have keeps the name; every other class is named after the first form that has it. */
function define(
  { name, classes, chosen }: NamedList,
  definitions: Map<string, WrittenMap>,
  names: Map<string, string>,
  taken: Set<string>,
): void {
  const main = chosen ?? largest(classes);
  for (const each of chosen ? [chosen] : classes) {
    const own = each === main ? name : freeName(name, each.uses[0], taken);
    const keys = each.version.written;
    definitions.set(own, own === name ? keys : new Map<string, Written>([['as', name], ...keys]));
    for (const use of chosen ? classes.flatMap(({ uses }) => uses) : each.uses)
      names.set(placeOf(use.form, use.sheet, name), own);
  }
}

function freeName(name: string, { form, sheet }: Holding, taken: Set<string>): string {
  const stem = `${name}_${nameOf(form)}`;
  const free = taken.has(stem) ? `${stem}_${sheet}` : stem;
  taken.add(free);
  return free;
}

function placeOf(form: AdoptedForm, sheet: ListSheet, list: string): string {
  return `${nameOf(form)}\n${sheet}\n${list}`;
}

/** Lists of one code are alike by chance. */
const FEWEST = 2;

/** The lists that hold the same codes under several names, each with the first of these. */
function likeOthers(definitions: ReadonlyMap<string, WrittenMap>): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  const alike = new Map<string, string>();
  for (const [name, keys] of definitions) {
    const codes = keys.get('codes');
    if (codes === undefined || !isMap(codes) || codes.size < FEWEST || keys.has('delivery')) continue;
    const words = wordsOf(new Map([...keys].filter(([key]) => key !== 'as')));
    const other = first.get(words);
    if (other === undefined) first.set(words, name);
    else alike.set(name, other);
  }
  return alike;
}

function including(keys: WrittenMap, other: string | undefined): WrittenMap {
  if (other === undefined) return keys;
  const as = keys.get('as');
  return new Map<string, Written>([...(as === undefined ? [] : [['as', as] as const]), ['include', [other]]]);
}
