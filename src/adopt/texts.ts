import type { Language } from '../model/dictionary.ts';
import type { Plain, Text } from '../model/facets.ts';
import { isLanguageTag, UNDETERMINED } from '../core/languages.ts';
import type { Written } from '../source/yaml/write.ts';
import { tagOfName } from '../vocabulary/language-names.ts';
import { withoutPlaceholders } from '../vocabulary/placeholders.ts';

/** A language as a workbook has it. */
export type Spoken = Pick<Language, 'tag' | 'name' | 'header'>;

/** The languages of several workbooks as one dictionary has them. */
export interface AdoptedLanguages {
  readonly all: readonly Spoken[];
  /** The tag in the dictionary of a language of a workbook. */
  readonly tagOf: (language: Spoken) => string;
}

/** Tags that ISO 639-2 leaves to everybody: for languages that say no tag, or one that another heading has. */
const OWN_TAGS = Array.from({ length: 26 }, (_, at) => `qa${String.fromCodePoint(97 + at)}`);

/** What a workbook has that holds all texts in plain columns, where other workbooks have languages. */
const PLAIN: Spoken = { tag: '', name: 'default', header: '' };

/** The languages of each workbook; none at all only where no workbook has any. */
export function spokenLanguages(workbooks: readonly (readonly Spoken[])[]): readonly (readonly Spoken[])[] {
  if (workbooks.every(({ length }) => length === 0)) return workbooks;
  return workbooks.map((languages) => (languages.length > 0 ? languages : [PLAIN]));
}

/** One language for each heading, in the order in which they are met. */
export function adoptLanguages(workbooks: readonly (readonly Spoken[])[]): AdoptedLanguages {
  const byHeader = new Map<string, Spoken>();
  for (const language of workbooks.flat()) {
    if (byHeader.has(language.header)) continue;
    const taken = new Set([...byHeader.values()].map(({ tag }) => tag));
    const wanted = language.tag === '' ? UNDETERMINED : language.tag;
    const named = tagOfName(language.name);
    const candidates = [...(isLanguageTag(wanted) ? [wanted] : named === undefined ? [] : [named]), ...OWN_TAGS];
    const tag = candidates.find((each) => !taken.has(each)) ?? wanted;
    byHeader.set(language.header, { ...language, tag });
  }
  return { all: [...byHeader.values()], tagOf: ({ header, tag }) => byHeader.get(header)?.tag ?? tag };
}

/** A text as the language has it: a string where there are no languages, else one for each of them. */
export function writtenText(text: Text, languages: readonly Spoken[], { tagOf }: AdoptedLanguages): Written {
  const [only] = text.byLanguage.values();
  if (languages.length === 0) return only ? literal(only) : '';
  const texts = languages.flatMap((language) => {
    const local = text.byLanguage.get(language.tag);
    return local ? [[tagOf(language), literal(local)] as const] : [];
  });
  return { byTag: new Map(texts) };
}

/** What a cell says, in a place where a dictionary takes `$(name)` for a parameter. */
export function literal({ string }: Plain): string {
  return withoutPlaceholders(string.text);
}
