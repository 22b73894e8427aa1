import type { Profile } from '../../vocabulary/profiles.ts';
import type { Dictionary, Language } from '../dictionary.ts';
import type { Form } from '../form.ts';

/**
 * The languages of a form with their headers, in the order of the dictionary, or in its own where nothing is adapted. A plain
 * column beside translated ones is a language without a name to KoboToolbox, which refuses it (kobo-api.md 0.6), and to pyxform
 * it belongs to whatever default_language names: there the language gets the header that it would have had.
 */
export function deliverLanguages(dictionary: Dictionary, form: Form, profile: Profile): readonly Language[] {
  if (profile === 'xlsform') return asWritten(dictionary, form);
  const languages = dictionary.languages.filter(({ tag }) => form.languages.includes(tag));
  if (languages.length < 2) return languages;
  return languages.map((language) => {
    const staysPlain = profile === 'odk' && language.tag === form.defaultLanguage;
    return language.header === '' && !staysPlain
      ? { ...language, header: `${language.name} (${language.tag})` }
      : language;
  });
}

function asWritten({ languages }: Dictionary, form: Form): readonly Language[] {
  const byTag = new Map(languages.map((language) => [language.tag, language]));
  return form.languages.flatMap((tag) => byTag.get(tag) ?? []);
}
