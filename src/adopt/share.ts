import type { Question } from '../model/item.ts';
import { questionsOf } from '../model/walk.ts';
import { type Written, type WrittenMap, writeYaml } from '../source/yaml/write.ts';
import { questionKeys } from './items.ts';
import { writtenList } from './lists.ts';
import { type AdoptedForm, listsOf, type ListSheet, nameOf } from './workbook.ts';

/** Something that bears one name in several workbooks and is not the same in all. */
export interface Conflict {
  readonly kind: 'question' | 'list';
  readonly name: string;
  readonly forms: readonly string[];
}

/** What all forms have alike, by name. */
export interface Shared {
  readonly shared: WrittenMap;
  readonly conflicts: readonly Conflict[];
}

/** A question that all forms ask alike becomes a variable; one that differs stays with each form. */
export function shareQuestions(forms: readonly AdoptedForm[]): Shared {
  const met = new Map<
    string,
    { readonly keys: WrittenMap; readonly text: string; readonly forms: string[]; same: boolean }
  >();
  for (const form of forms) for (const { item } of questionsOf(form.form.items)) noteQuestion(item, form, met);
  const all = [...met].filter(([name]) => name !== '');
  return {
    shared: new Map(all.filter(([, { same }]) => same).map(([name, { keys }]) => [name, keys])),
    conflicts: all
      .filter(([, { same, forms: where }]) => !same && new Set(where).size > 1)
      .map(([name, { forms: where }]) => ({ kind: 'question', name, forms: [...new Set(where)] })),
  };
}

function noteQuestion(
  question: Question,
  form: AdoptedForm,
  met: Map<string, { readonly keys: WrittenMap; readonly text: string; readonly forms: string[]; same: boolean }>,
): void {
  const name = question.name.string.text;
  const keys = questionKeys(question, form);
  const text = writeYaml(keys);
  const known = met.get(name);
  if (!known) met.set(name, { keys, text, forms: [nameOf(form)], same: true });
  else {
    known.forms.push(nameOf(form));
    known.same &&= known.text === text;
  }
}

/** Lists of one name that differ get a name of their own; in the workbooks they keep theirs. */
export function shareLists(forms: readonly AdoptedForm[]): Shared & { readonly nameIn: NameIn } {
  const shared = new Map<string, Written>();
  const texts = new Map<string, string>();
  const names = new Map<string, string>();
  const conflicts = new Map<string, string[]>();
  for (const form of forms)
    for (const [sheet, list] of listsOf(form)) {
      const keys = writtenList(list, form);
      const text = writeYaml(keys);
      const name = [list.name, `${list.name}_${nameOf(form)}`, `${list.name}_${nameOf(form)}_${sheet}`].find(
        (each) => (texts.get(each) ?? text) === text,
      );
      if (name === undefined) continue;
      if (name !== list.name) conflicts.set(list.name, [...(conflicts.get(list.name) ?? []), nameOf(form)]);
      texts.set(name, text);
      names.set(`${nameOf(form)} ${sheet} ${list.name}`, name);
      shared.set(name, name === list.name ? keys : new Map<string, Written>([['as', list.name], ...keys]));
    }
  return {
    shared,
    conflicts: [...conflicts].map(([name, where]) => ({ kind: 'list', name, forms: where })),
    nameIn: (form, list, sheet) => names.get(`${nameOf(form)} ${sheet} ${list}`) ?? list,
  };
}

/** The name in the dictionary of a list on a sheet of a form. */
type NameIn = (form: AdoptedForm, list: string, sheet: ListSheet) => string;
