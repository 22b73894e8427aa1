import type { Question } from '../model/item.ts';
import { questionsOf } from '../model/walk.ts';
import { type Written, type WrittenMap, writeYaml } from '../source/yaml/write.ts';
import { questionKeys } from './items.ts';
import { writtenList } from './lists.ts';
import { type AdoptedForm, nameOf } from './workbook.ts';

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

/** Lists of one name that differ get a name of their own for each form; in the workbooks they keep theirs. */
export function shareLists(
  forms: readonly AdoptedForm[],
): Shared & { readonly nameIn: (form: AdoptedForm, list: string) => string } {
  const shared = new Map<string, Written>();
  const texts = new Map<string, string>();
  const names = new Map<string, string>();
  const conflicts = new Map<string, string[]>();
  for (const form of forms)
    for (const list of form.dictionary.codeLists.values()) {
      const keys = writtenList(list, form);
      const text = writeYaml(keys);
      const known = texts.get(list.name);
      const isOther = known !== undefined && known !== text;
      const name = isOther ? `${list.name}_${nameOf(form)}` : list.name;
      if (isOther) conflicts.set(list.name, [...(conflicts.get(list.name) ?? []), nameOf(form)]);
      texts.set(name, text);
      names.set(`${nameOf(form)} ${list.name}`, name);
      shared.set(name, isOther ? new Map<string, Written>([['as', list.name], ...keys]) : keys);
    }
  return {
    shared,
    conflicts: [...conflicts].map(([name, where]) => ({ kind: 'list', name, forms: where })),
    nameIn: (form, list) => names.get(`${nameOf(form)} ${list}`) ?? list,
  };
}
