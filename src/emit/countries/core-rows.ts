import { plural } from '../../core/counts.ts';
import { fileOf, type Location } from '../../core/location.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import { type Text, textInAny } from '../../model/facets.ts';
import type { Item } from '../../model/item.ts';
import { offeredCodes } from '../../model/code-list.ts';
import { walk } from '../../model/walk.ts';

/** A thing of the core that countries are held against. */
export interface CoreRow {
  readonly key: string;
  readonly kind: 'question' | 'section' | 'list' | 'form';
  readonly name: string;
  readonly label: string;
  /** `select_one sex`, `group`, `12 codes` */
  readonly type: string;
  /** The forms that hold it, each as often as it does. */
  readonly forms: readonly string[];
}

/** Rows that are written in one place, in their order. */
export interface RowGroup {
  readonly title: string;
  readonly rows: readonly CoreRow[];
}

export interface CoreRows {
  readonly questions: readonly RowGroup[];
  readonly lists: readonly RowGroup[];
  readonly forms: readonly RowGroup[];
  readonly byKey: ReadonlyMap<string, CoreRow>;
}

export const keyOfVariable = (name: string): string => `variable ${name}`;
export const keyOfList = (name: string): string => `list ${name}`;
export const keyOfForm = (name: string): string => `form ${name}`;

/** One variable is one thing wherever it is asked; all else is one thing where it is written. */
export function keyOfItem(item: Item, { variables }: Dictionary): string {
  const { variable } = item.kind === 'question' ? item : {};
  if (variable !== undefined && variables.has(variable)) return keyOfVariable(variable);
  const { location } = item.origin;
  return `item ${fileOf(location)} ${location.kind === 'text' ? location.start : JSON.stringify(location)}`;
}

/** The file that something is written in, for a person who has the folder of the dictionary open. */
export function fileTeller({ origin }: Dictionary): (location: Location) => string {
  const folder = fileOf(origin.location).replace(/[^/]*$/, '');
  return (location) => {
    const file = fileOf(location);
    return file.startsWith(folder) ? file.slice(folder.length) : file;
  };
}

export function labelIn(text: Text | undefined, { defaultLanguage }: Dictionary): string {
  return textInAny(text, [defaultLanguage])?.string.text ?? '';
}

/** Everything of the core, in the order of its files. */
export function coreRows(core: Dictionary): CoreRows {
  const questions = questionGroups(core);
  const fileIn = fileTeller(core);
  const lists = [...core.codeLists.values()].map((list): [string, CoreRow] => {
    const type = plural(offeredCodes(list).length, 'code');
    const label = labelIn(list.label, core);
    return [
      fileIn(list.origin.location),
      { key: keyOfList(list.name), kind: 'list', name: list.name, label, type, forms: [] },
    ];
  });
  const forms = [...core.forms].map(([name, form]): [string, CoreRow] => [
    '',
    { key: keyOfForm(name), kind: 'form', name, label: labelIn(form.title, core), type: '', forms: [name] },
  ]);
  const groups = { questions, lists: grouped(lists), forms: grouped(forms) };
  const all = Object.values(groups).flatMap((some) => some.flatMap(({ rows }) => rows));
  return { ...groups, byKey: new Map(all.map((row) => [row.key, row])) };
}

/** Variables by the files that define them, then what modules and forms hold besides. */
function questionGroups(core: Dictionary): readonly RowGroup[] {
  const fileIn = fileTeller(core);
  const rows = new Map<string, { readonly title: string; readonly row: CoreRow; readonly forms: string[] }>();
  const add = (title: string, item: Item, key: string): string[] => {
    const forms: string[] = [];
    const kind = item.kind === 'section' ? 'section' : 'question';
    const type = item.kind === 'section' ? item.type : item.type.string.text;
    const row = {
      key,
      kind,
      name: item.name.string.text,
      label: labelIn(item.facets.label, core),
      type,
      forms,
    } as const;
    rows.set(key, { title, row, forms });
    return forms;
  };
  for (const [name, variable] of core.variables) add(fileIn(variable.origin.location), variable, keyOfVariable(name));
  for (const [form, { items }] of core.forms)
    for (const { item } of walk(items)) {
      const key = keyOfItem(item, core);
      (rows.get(key)?.forms ?? add(holderOf(item, form), item, key)).push(form);
    }
  return grouped([...rows.values()].map(({ title, row }) => [title, row]));
}

/** What holds an item that is no variable. */
function holderOf({ origin }: Item, form: string): string {
  const use = origin.trail.find(({ kind }) => kind === 'use');
  return use ? `module ${use.name}` : `form ${form}`;
}

function grouped(rows: readonly (readonly [string, CoreRow])[]): readonly RowGroup[] {
  const groups = new Map<string, CoreRow[]>();
  for (const [title, row] of rows) groups.set(title, [...(groups.get(title) ?? []), row]);
  return [...groups].map(([title, some]) => ({ title, rows: some }));
}
