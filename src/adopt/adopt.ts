import type { Dictionary } from '../model/dictionary.ts';
import type { Question } from '../model/item.ts';
import { questionsOf } from '../model/walk.ts';
import { type Written, type WrittenMap, writeYaml } from '../source/yaml/write.ts';
import { questionKeys, writtenItems } from './items.ts';
import { writtenList } from './lists.ts';
import { adoptLanguages, type AdoptedLanguages } from './texts.ts';
import type { AdoptedForm } from './workbook.ts';

/** The files of a dictionary, and what people should know of how workbooks became it. */
export interface Adopted {
  readonly files: ReadonlyMap<string, string>;
  /** Names that mean different things in the workbooks, each with the forms that differ. */
  readonly conflicts: readonly Conflict[];
}

export interface Conflict {
  readonly kind: 'question' | 'list';
  readonly name: string;
  readonly forms: readonly string[];
}

/** Workbooks as one dictionary that compiles back to the same forms. */
export function adopt(dictionaries: readonly Dictionary[], name: string): Adopted {
  const adopted = adoptLanguages(dictionaries.map(({ languages }) => languages));
  const found = dictionaries.flatMap((dictionary) =>
    [...dictionary.forms.values()].map((form): AdoptedForm => {
      return { dictionary, form, languages: dictionary.languages, adopted, listName: (list) => list };
    }),
  );
  const lists = shareLists(found);
  const forms = found.map((form) => ({ ...form, listName: (list: string) => lists.nameIn(form, list) }));
  const questions = shareQuestions(forms);
  const files = new Map([
    ['dictionary.yaml', writeYaml(manifest(name, adopted))],
    ...section('codelists', lists.shared),
    ...section('variables', questions.shared),
    ...forms.map((form) => [`forms/${nameOf(form)}.yaml`, writeYaml(formFile(form, questions.shared))] as const),
  ]);
  return { files, conflicts: [...questions.conflicts, ...lists.conflicts] };
}

function section(name: string, definitions: WrittenMap): readonly (readonly [string, string])[] {
  return definitions.size === 0 ? [] : [[`${name}.yaml`, writeYaml(new Map([[name, definitions]]))]];
}

function nameOf({ form }: AdoptedForm): string {
  return form.name.string.text;
}

function manifest(name: string, { all }: AdoptedLanguages): WrittenMap {
  const languages = all.map(
    (language) =>
      [
        language.tag,
        new Map([
          ['name', language.name],
          ['header', language.header],
        ]),
      ] as const,
  );
  return new Map<string, Written>([
    ['lexiform', '1'],
    ['dictionary', name],
    ...(all.length > 0 ? [['languages', new Map(languages)] as const] : []),
    ['profiles', ['xlsform']],
  ]);
}

interface Shared {
  readonly shared: WrittenMap;
  readonly conflicts: readonly Conflict[];
}

/** A question that all forms ask alike becomes a variable; one that differs stays with each form. */
function shareQuestions(forms: readonly AdoptedForm[]): Shared {
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
function shareLists(
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

function formFile(form: AdoptedForm, questions: WrittenMap): WrittenMap {
  const { settings, items, entities, sheets, layout } = form.form;
  const rows = (all: typeof entities): Written =>
    all.map((row) => new Map([...row].map(([header, { string }]) => [header, string.text])));
  const tags = form.languages.map(form.adopted.tagOf);
  const held = (layout?.lists ?? []).map(form.listName);
  const keys: readonly (readonly [string, Written])[] = [
    ...(tags.length > 0 ? [['languages', tags] as const] : []),
    ['stamp', 'no'],
    ...(held.length > 0 ? [['lists', held] as const] : []),
    ...(settings.size > 0 ? [['settings', rowOf(settings)] as const] : []),
    ...(entities.length > 0 ? [['entities', rows(entities)] as const] : []),
    ...(sheets.size > 0 ? [['sheets', new Map([...sheets].map(([name, all]) => [name, rows(all)]))] as const] : []),
    ['items', writtenItems(items, form, new Set(questions.keys()))],
  ];
  return new Map([['forms', new Map([[nameOf(form), new Map(keys)]])]]);
}

function rowOf(settings: AdoptedForm['form']['settings']): WrittenMap {
  return new Map([...settings].map(([header, { string }]) => [header, string.text]));
}
