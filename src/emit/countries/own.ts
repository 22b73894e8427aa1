import { plural } from '../../core/counts.ts';
import type { Location } from '../../core/location.ts';
import { offeredCodes } from '../../model/code-list.ts';
import type { Country, Dictionary } from '../../model/dictionary.ts';
import type { Text } from '../../model/facets.ts';
import type { Item } from '../../model/item.ts';
import { walk } from '../../model/walk.ts';
import { unique } from './cell.ts';
import { type CoreRow, type CoreRows, keyOfItem, labelIn } from './core-rows.ts';

/** Something that only a country has. */
export interface Own {
  readonly kind: CoreRow['kind'];
  readonly name: string;
  readonly label: string;
  readonly type: string;
  /** The forms of the country that hold it. */
  readonly forms: readonly string[];
  /** File and line. */
  readonly place: string;
}

/** What a country adds to the core, in the order of its files and forms. */
export function ownThings(
  dictionary: Dictionary,
  { core }: Country,
  rows: CoreRows,
  placeOf: (location: Location) => string,
): readonly Own[] {
  const make = (kind: Own['kind'], name: string, label: Text | undefined, type: string, location: Location): Own => {
    return { kind, name, label: labelIn(label, dictionary), type, forms: [], place: placeOf(location) };
  };
  const questions = ownQuestions(dictionary, core, rows).map(({ item, forms }): Own => {
    const type = item.kind === 'section' ? item.type : item.type.string.text;
    const own = make(item.kind, item.name.string.text, item.facets.label, type, item.origin.location);
    return { ...own, forms: unique(forms) };
  });
  const lists = [...dictionary.codeLists].flatMap(([name, list]): readonly Own[] => {
    if (core.codeLists.has(name)) return [];
    return [make('list', name, list.label, plural(offeredCodes(list).length, 'code'), list.origin.location)];
  });
  const forms = [...dictionary.forms].flatMap(([name, form]): readonly Own[] => {
    if (core.forms.has(name)) return [];
    const count = walk(form.items).filter(({ item }) => item.kind === 'question').length;
    return [make('form', name, form.title, plural(count, 'question'), form.origin.location)];
  });
  return [...questions, ...lists, ...forms];
}

interface OwnItem {
  readonly item: Item;
  readonly forms: string[];
}

/** Variables as they are defined, then what stands in forms alone. */
function ownQuestions(dictionary: Dictionary, core: Dictionary, rows: CoreRows): readonly OwnItem[] {
  const found = new Map<string, OwnItem>();
  for (const [name, variable] of dictionary.variables)
    if (!core.variables.has(name)) found.set(keyOfItem(variable, dictionary), { item: variable, forms: [] });
  for (const [form, { items }] of dictionary.forms)
    for (const { item } of walk(items)) {
      const key = keyOfItem(item, dictionary);
      if (rows.byKey.has(key)) continue;
      const own = found.get(key) ?? { item, forms: [] };
      own.forms.push(form);
      found.set(key, own);
    }
  return [...found.values()];
}
