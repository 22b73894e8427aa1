import { isKnownTag, shorterTag } from '../../../vocabulary/language-codes.ts';
import { type AreaTable, textIn } from '../read/table.ts';

/** Which names of a gazetteer become which labels. */
export interface NameLanguages {
  /** The languages of the labels, as the dictionary has them. */
  readonly tags: readonly string[];
  /** The labels, by their places among the tags, that names in a language become; none where they are left out. */
  readonly labelsOf: (language: string | undefined) => readonly number[];
  /** The languages of names that become no label. */
  readonly left: readonly string[];
}

/** What the dictionary and the user say of languages. */
export interface LanguageWishes {
  /** The languages of the dictionary, the default one first; none where it has plain columns; undefined without a dictionary. */
  readonly tags: readonly string[] | undefined;
  /** `da` in the gazetteer is `prs` in the dictionary. */
  readonly mapped: readonly (readonly [language: string, tag: string])[];
}

/** The languages in which tables have names, in the order of their columns; '' for those of which nothing says it. */
export function spokenIn(tables: readonly AreaTable[]): readonly string[] {
  const spoken = new Set<string>();
  for (const table of tables) {
    const { levels, languages } = table.columns;
    for (const { language, index, column } of [...levels.values()].flatMap(({ names }) => names)) {
      const told = languages.get(index);
      if (language !== undefined) spoken.add(language);
      else if (told === undefined) spoken.add('');
      else for (const row of table.rows) if (textIn(row, column) !== '') spoken.add(textIn(row, told).toLowerCase());
    }
  }
  return [...spoken];
}

export function nameLanguages(spoken: readonly string[], { tags, mapped }: LanguageWishes): NameLanguages {
  const labels = tags ?? freeTags(spoken, mapped);
  const plain = mapped[0]?.[0] ?? spoken[0];
  const known = new Map(
    spoken.map((language) => [
      language,
      // Plain labels can be in one language only.
      labels.length > 0 ? labelsFor(language, labels, mapped) : language === plain ? [0] : [],
    ]),
  );
  return {
    tags: labels.length > 0 ? labels : [''],
    labelsOf: (language = '') => known.get(language.toLowerCase()) ?? [],
    left: spoken.filter((language) => known.get(language)?.length === 0),
  };
}

/** Without a dictionary every language that has a tag is taken. */
function freeTags(spoken: readonly string[], mapped: LanguageWishes['mapped']): readonly string[] {
  const own = spoken.map((language) => shorterTag(language) ?? language).filter(isKnownTag);
  return [...new Set([...own, ...mapped.map(([, tag]) => tag)])];
}

/** What is nowhere said to be in a language is in the dictionary's own. */
function labelsFor(language: string, tags: readonly string[], mapped: LanguageWishes['mapped']): readonly number[] {
  const wished = mapped.flatMap(([from, tag]) => (from === language ? [tag] : []));
  const own = language === '' ? tags[0] : sameTag(language, tags);
  const all = [...new Set([...wished, ...(own === undefined ? [] : [own])])];
  return all.flatMap((tag) => (tags.includes(tag) ? [tags.indexOf(tag)] : []));
}

/** `eng` and `EN` are `en`; `pt` is `pt-BR` where no other Portuguese is there. */
function sameTag(language: string, tags: readonly string[]): string | undefined {
  const short = shorterTag(language) ?? language;
  const variants = tags.filter((tag) => tag.startsWith(`${short}-`));
  return tags.find((tag) => tag === language || tag === short) ?? (variants.length === 1 ? variants[0] : undefined);
}
