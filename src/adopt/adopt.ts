import type { Report } from '../diagnostics/collector.ts';
import type { Dictionary } from '../model/dictionary.ts';
import { isMap, type Written, type WrittenMap, writeYaml } from '../source/yaml/write.ts';
import { reportDifferences } from './differences.ts';
import { writtenForm } from './form-file.ts';
import { writtenItems } from './items.ts';
import { inlineLanguages, splitLanguages } from './locales.ts';
import { type FormItems, shareModules } from './modules.ts';
import type { OnConflict } from './on-conflict.ts';
import { type NamedQuestion, shareQuestions } from './questions.ts';
import { renameLists } from './rename-lists.ts';
import { shareLists } from './share-lists.ts';
import { adoptLanguages, type AdoptedLanguages, spokenLanguages } from './texts.ts';
import { type AdoptedForm, type ListSheet, nameOf } from './workbook.ts';

export interface AdoptOptions {
  /** The name of the dictionary. */
  readonly name: string;
  readonly onConflict: OnConflict;
  /** Whether texts of all languages but the first stand in files of their own; left out: where there are many. */
  readonly locales: boolean | undefined;
}

/** The files of a dictionary, and how workbooks became it. */
export interface Adopted {
  readonly files: ReadonlyMap<string, string>;
  readonly variables: number;
  readonly lists: number;
  readonly modules: number;
  /** Whether workbooks contradict each other somewhere. */
  readonly differs: boolean;
}

/** Workbooks as one dictionary that compiles back to the same forms, unless one is to have what another says. */
export function adopt(dictionaries: readonly Dictionary[], options: AdoptOptions, report: Report): Adopted {
  const { forms, languages } = adoptedForms(dictionaries);
  const lists = shareLists(forms, options.onConflict);
  const named = forms.map((form): AdoptedForm => {
    const own = { ...form, listName: (list: string, sheet: ListSheet = 'choices') => lists.nameIn(form, list, sheet) };
    return { ...own, named: renameLists(own) };
  });
  const questions = shareQuestions(named, options.onConflict);
  const shared = shareModules(named.map((form) => ({ form, items: writtenItems(form.named.items, form, questions) })));
  const variables = variablesOf(questions);
  const sections = new Map<string, WrittenMap>([
    ['codelists', lists.definitions],
    ['variables', variables],
    ['modules', shared.modules],
    ['forms', new Map(shared.forms.map(writtenPair))],
  ]);
  reportDifferences({ questions: [...questions.values()], lists }, options.onConflict, report);
  return {
    files: filesOf(sections, languages, options),
    variables: variables.size,
    lists: lists.definitions.size,
    modules: shared.modules.size,
    differs: [...questions.values(), ...lists.named].some(({ classes }) => classes.length > 1),
  };
}

function adoptedForms(dictionaries: readonly Dictionary[]): {
  readonly forms: readonly AdoptedForm[];
  readonly languages: AdoptedLanguages;
} {
  const spoken = spokenLanguages(dictionaries.map(({ languages }) => languages));
  const adopted = adoptLanguages(spoken);
  const forms = dictionaries.flatMap((dictionary, at) =>
    [...dictionary.forms.values()].map((form): AdoptedForm => {
      return { dictionary, form, named: form, languages: spoken[at] ?? [], adopted, listName: (list) => list };
    }),
  );
  return { forms, languages: adopted };
}

function variablesOf(questions: ReadonlyMap<string, NamedQuestion>): WrittenMap {
  return new Map(
    [...questions].flatMap(([name, { variable }]) => (variable ? [[name, variable.written] as const] : [])),
  );
}

function writtenPair({ form, items }: FormItems): readonly [string, WrittenMap] {
  return [nameOf(form), writtenForm(form, items)];
}

/** Of more languages than these, texts are easier kept in files of their own. */
const MOST_INLINE = 3;

function filesOf(
  sections: ReadonlyMap<string, WrittenMap>,
  languages: AdoptedLanguages,
  { name, locales = languages.all.length > MOST_INLINE }: AdoptOptions,
): ReadonlyMap<string, string> {
  const first = languages.all[0]?.tag ?? '';
  const split = (locales ? splitLanguages : inlineLanguages)(sections, first);
  const files = [...split.sections].flatMap(([section, definitions]) => sectionFiles(section, definitions));
  const texts = [...split.locales].map(([tag, locale]) => [`locales/${tag}.yaml`, locale] as const);
  return new Map(
    [['dictionary.yaml', manifest(name, languages)] as const, ...files, ...texts].map(([file, map]) => [
      file,
      writeYaml(map),
    ]),
  );
}

/** Forms have a file each. */
function sectionFiles(section: string, definitions: Written): readonly (readonly [string, WrittenMap])[] {
  if (!isMap(definitions) || definitions.size === 0) return [];
  if (section !== 'forms') return [[`${section}.yaml`, new Map([[section, definitions]])]];
  return [...definitions].map(([name, form]) => [`forms/${name}.yaml`, new Map([['forms', new Map([[name, form]])]])]);
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
