import { suggest } from '../../core/suggest.ts';
import { quote } from '../../diagnostics/quote.ts';
import { openTranslations, type Translations } from '../../dictionary/locales/open.ts';
import type { UnitKind } from '../../dictionary/locales/unit.ts';
import type { Dictionary, Language } from '../../model/dictionary.ts';
import type { FileTree } from '../../source/files.ts';
import { findPlaces, type Places } from '../../translate/places.ts';
import type { Speaks } from '../../translate/row.ts';
import { type Host, UsageError } from '../host.ts';
import { projectIn } from '../one-form.ts';
import { findDictionary, isWorkbook, openSource } from '../source.ts';
import type { Extra } from './choices.ts';

/** A dictionary as the translation commands look at it. */
export interface OpenedTexts {
  readonly folder: string;
  readonly shown: string;
  readonly tree: FileTree;
  readonly dictionary: Dictionary;
  readonly translations: Translations;
  readonly places: Places;
  readonly speaks: Speaks;
}

/** @throws UsageError where there is no dictionary that can be read, or it has no languages */
export function openTexts(source: string | undefined, host: Host): OpenedTexts {
  const folder = findDictionary(source, host.cwd);
  const shown = source ?? folder;
  if (isWorkbook(folder))
    throw new UsageError(
      `${quote(shown)} is a workbook: its translations are columns of it.`,
      `A dictionary can be translated. lexiform import ${shown} --out core makes one of it.`,
    );
  const tree = openSource(folder, host.cwd);
  const { dictionary } = projectIn(tree, shown);
  const translations = openTranslations(tree);
  if (!translations || dictionary.damaged)
    throw new UsageError(
      `${quote(shown)} has lines that cannot be read, so texts would be missing.`,
      `lexiform check ${shown} shows them.`,
    );
  if (translations.languages.length === 0)
    throw new UsageError(
      `${quote(shown)} names no languages.`,
      'Write languages: { en: English, fr: Français } into dictionary.yaml.',
    );
  const speaks: Speaks = (form, tag) => dictionary.forms.get(form)?.languages.includes(tag) === true;
  return { folder, shown, tree, dictionary, translations, places: findPlaces(dictionary), speaks };
}

/** A language that texts can be translated into. */
export function targetLanguage({ languages, defaultLanguage }: Translations, tag: string): Language {
  const known = languages.find((language) => language.tag === tag);
  if (!known) {
    const likely = suggest(
      tag,
      languages.map((language) => language.tag),
    );
    throw new UsageError(
      `${quote(tag)} is not a language of the dictionary.${likely === undefined ? '' : ` Did you mean ${quote(likely)}?`}`,
      `It has: ${languages.map(({ tag: each, name }) => `${each} (${name})`).join(', ')}. Others are added under languages: in dictionary.yaml.`,
    );
  }
  if (tag === defaultLanguage)
    throw new UsageError(`The dictionary is written in ${known.name}.`, 'Name a language that it is translated into.');
  return known;
}

export function sourceLanguage({ languages, defaultLanguage }: Translations): Language {
  const found = languages.find(({ tag }) => tag === defaultLanguage) ?? languages[0];
  if (!found) throw new RangeError('a dictionary with languages has a default one');
  return found;
}

export function kindsOf(extras: readonly Extra[]): readonly UnitKind[] {
  return extras.map((extra) => (extra === 'definitions' ? 'definition' : extra));
}
