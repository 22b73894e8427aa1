import type { Origin } from '../core/origin.ts';
import type { Dictionary, Language } from '../model/dictionary.ts';
import type { Text } from '../model/facets.ts';
import { isLanguageTag, UNDETERMINED } from '../core/languages.ts';
import type { Written } from '../source/yaml/write.ts';

/** The languages of several workbooks as one dictionary has them. */
export interface AdoptedLanguages {
  readonly all: readonly Language[];
  /** The tag in the dictionary of a language of a workbook. */
  readonly tagOf: (language: Language) => string;
  /** The languages of a workbook: where others have languages, its plain columns are one as well. */
  readonly of: (languages: readonly Language[], origin: Origin) => readonly Language[];
}

/** Tags that ISO 639-2 leaves to everybody: for languages that say no tag, or one that another heading has. */
const OWN_TAGS = Array.from({ length: 26 }, (_, at) => `qa${String.fromCodePoint(97 + at)}`);

/** One language for each heading, in the order in which they are met. */
export function adoptLanguages(workbooks: readonly Pick<Dictionary, 'languages' | 'origin'>[]): AdoptedLanguages {
  const isPlain = workbooks.every(({ languages }) => languages.length === 0);
  const of: AdoptedLanguages['of'] = (languages, origin) =>
    isPlain || languages.length > 0 ? languages : [{ tag: '', name: 'default', header: '', origin }];
  const byHeader = new Map<string, Language>();
  for (const language of workbooks.flatMap(({ languages, origin }) => of(languages, origin))) {
    if (byHeader.has(language.header)) continue;
    const taken = new Set([...byHeader.values()].map(({ tag }) => tag));
    const said = language.tag === '' ? UNDETERMINED : language.tag;
    const candidates = [...(isLanguageTag(said) ? [said] : []), ...OWN_TAGS];
    const tag = candidates.find((each) => !taken.has(each)) ?? language.tag;
    byHeader.set(language.header, { ...language, tag });
  }
  return { all: [...byHeader.values()], tagOf: ({ header, tag }) => byHeader.get(header)?.tag ?? tag, of };
}

/** A text as the language has it: a string where there are no languages, else a map of them. */
export function writtenText(text: Text, languages: readonly Language[], { tagOf }: AdoptedLanguages): Written {
  const [only] = text.byLanguage.values();
  if (languages.length === 0) return only?.string.text ?? '';
  return new Map(
    languages.flatMap((language) => {
      const local = text.byLanguage.get(language.tag);
      return local ? [[tagOf(language), local.string.text] as const] : [];
    }),
  );
}
