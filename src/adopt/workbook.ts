import { memoized } from '../core/memo.ts';
import type { Dictionary } from '../model/dictionary.ts';
import type { CodeList } from '../model/code-list.ts';
import type { Form, OwnSheet } from '../model/form.ts';
import type { AdoptedLanguages, Spoken } from './texts.ts';

/** A workbook on its way into a dictionary. */
export interface AdoptedForm {
  readonly dictionary: Dictionary;
  readonly form: Form;
  /** The same, with every list under the name that the dictionary has for it. */
  readonly named: Form;
  /** As the workbook has them; none where its texts stand in plain columns. */
  readonly languages: readonly Spoken[];
  /** As the dictionary will have them. */
  readonly adopted: AdoptedLanguages;
  /** The name in the dictionary of a list on a sheet of the workbook. */
  readonly listName: (name: string, sheet?: ListSheet) => string;
}

/** The sheets that hold lists. */
export type ListSheet = 'choices' | OwnSheet;

/** The lists of a workbook, with the sheet that each stands on. */
export function listsOf({ dictionary, form }: AdoptedForm): readonly (readonly [ListSheet, CodeList])[] {
  const { lists = [], ownLists = {} } = form.layout ?? {};
  return [
    ...lists.flatMap((name) => dictionary.codeLists.get(name) ?? []).map((list) => ['choices', list] as const),
    ...(ownLists.external_choices ?? []).map((list) => ['external_choices', list] as const),
    ...(ownLists.osm ?? []).map((list) => ['osm', list] as const),
  ];
}

export function nameOf({ form }: AdoptedForm): string {
  return form.name.string.text;
}

/** The languages that a form has texts in, by their tags in the dictionary. */
export const tagsOf = memoized(
  ({ languages, adopted }: AdoptedForm): ReadonlySet<string> => new Set(languages.map(adopted.tagOf)),
);
