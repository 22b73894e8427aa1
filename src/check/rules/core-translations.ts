import { fileOf, type Location } from '../../core/location.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { listUses } from '../../model/deliver/list-uses.ts';
import type { Dictionary, Language } from '../../model/dictionary.ts';
import { textIn } from '../../model/facets.ts';
import { gather } from '../../model/walk.ts';
import { languagesOf, type Shown, shownOf, shownOfCodes, type Wanted } from './languages.ts';

/** So many texts of the core without a translation are told one by one; more of them, in one sentence. */
const FEW = 10;

type Outside = NonNullable<Wanted['outside']>;

/**
 * Tells of each language in which many texts of the core are missing in the forms of a country, where a finding a text would
 * bury all others: a country that begins has no text at all in its languages.
 * @returns the languages in which the texts of the core are expected one by one
 */
export function checkCoreTranslations(
  dictionary: Dictionary,
  forms: Dictionary['forms'],
  report: Report,
): Outside | undefined {
  const { country, languages } = dictionary;
  if (!country) return undefined;
  const folder = fileOf(country.origin.location).replace(/[^/]*$/, '');
  const known = new Set(country.core.languages.map(({ tag }) => tag));
  const told = languages.filter(({ tag }) => country.languages.includes(tag) && !known.has(tag));
  const asAWhole = new Set(
    told.filter((language) => {
      const missing = missingIn(language, dictionary, forms, folder);
      if (missing.length <= FEW) return false;
      const { id } = country;
      report('untranslated-core', language.origin.location, {
        language: language.name,
        tag: language.tag,
        country: id.string.text,
        texts: missing.length,
      });
      return true;
    }),
  );
  return { folder, languages: languages.filter((language) => !asAWhole.has(language)) };
}

/** The same for the languages of one form. */
export function within({ folder, languages }: Outside, spoken: readonly Language[]): Outside {
  return { folder, languages: spoken.filter((language) => languages.includes(language)) };
}

const itemTexts = gather((item) => shownOf(item));

/** The texts outside of a folder that forms show and that a language lacks, each once. */
function missingIn(
  { tag }: Language,
  dictionary: Dictionary,
  forms: Dictionary['forms'],
  folder: string,
): readonly Shown[] {
  const missing = new Map<string, Shown>();
  for (const form of forms.values()) {
    if (!languagesOf(form, dictionary).some((language) => language.tag === tag)) continue;
    const lists = [...listUses(form, dictionary.codeLists).keys()].flatMap(
      (name) => dictionary.codeLists.get(name) ?? [],
    );
    for (const shown of [...itemTexts(form.items), ...lists.flatMap(shownOfCodes)]) {
      const { location } = shown.text.origin;
      if (textIn(shown.text, tag) === undefined && !fileOf(location).startsWith(folder))
        missing.set(`${shown.key} ${placeOf(location)}`, shown);
    }
  }
  return [...missing.values()];
}

function placeOf(location: Location): string {
  return `${fileOf(location)} ${location.kind === 'text' ? location.start : ''}`;
}
