import type { Dictionary } from '../model/dictionary.ts';
import { type Written, type WrittenMap, writeYaml } from '../source/yaml/write.ts';
import { formFile } from './form-file.ts';
import { type Conflict, shareLists, shareQuestions } from './share.ts';
import { adoptLanguages, type AdoptedLanguages } from './texts.ts';
import { type AdoptedForm, nameOf } from './workbook.ts';

/** The files of a dictionary, and what people should know of how workbooks became it. */
export interface Adopted {
  readonly files: ReadonlyMap<string, string>;
  /** Names that mean different things in the workbooks, each with the forms that differ. */
  readonly conflicts: readonly Conflict[];
}

/** Workbooks as one dictionary that compiles back to the same forms. */
export function adopt(dictionaries: readonly Dictionary[], name: string): Adopted {
  const adopted = adoptLanguages(dictionaries);
  const found = dictionaries.flatMap((dictionary) =>
    [...dictionary.forms.values()].map((form): AdoptedForm => {
      const languages = adopted.of(dictionary.languages, dictionary.origin);
      return { dictionary, form, languages, adopted, listName: (list) => list };
    }),
  );
  const lists = shareLists(found);
  const forms = found.map((form): AdoptedForm => {
    return { ...form, listName: (list, sheet = 'choices') => lists.nameIn(form, list, sheet) };
  });
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
