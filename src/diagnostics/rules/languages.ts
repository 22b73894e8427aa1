import { didYouMean, quote } from '../quote.ts';
import { rule } from '../rule.ts';

export const languageRules = {
  'unknown-language': rule<{ tag: string; suggestion: string | undefined; known: string }>({
    severity: 'error',
    page: 'languages',
    title: 'A language that the dictionary does not have',
    why: 'The text would not reach any form.',
    message: ({ tag, suggestion }) => `${quote(tag)} is not a language of the dictionary.${didYouMean(suggestion)}`,
    help: ({ known }) =>
      known === ''
        ? 'Add it to languages: in dictionary.yaml.'
        : `Languages here: ${known}. Add it to languages: in dictionary.yaml, or for one country in its country.yaml; or correct the tag.`,
  }),
  'missing-translation': rule<{ missing: string; name: string; languages: string }>({
    severity: 'warning',
    page: 'languages',
    title: 'A text is missing in a language',
    why: 'The forms show the text of the default language in its place.',
    message: ({ missing, name, languages }) => `The ${missing} of ${quote(name)} is missing in ${languages}.`,
    help: () => 'Add the translation, here or in locales/.',
    upstream: 'pyxform: translation column missing',
  }),
  'text-in-two-places': rule<{ language: string }>({
    severity: 'error',
    page: 'languages',
    title: 'A translation stands in two places and differs',
    why: 'Which of the two is shown would be chance.',
    message: ({ language }) => `The text in ${quote(language)} here differs from the one in the dictionary.`,
    help: () => 'Keep one of the two.',
  }),
  'locale-target': rule<{ path: string; suggestion: string | undefined }>({
    severity: 'error',
    page: 'languages',
    title: 'A translation of something that does not exist',
    why: 'The text reaches no form.',
    message: ({ path, suggestion }) => `${quote(path)} names nothing in the dictionary.${didYouMean(suggestion)}`,
    help: ({ path }) =>
      path.startsWith('codelists.')
        ? 'Correct the name, or delete the translation. Codes of an included list are translated under that list, those of a CSV file in a column of the file.'
        : 'Correct the name, or delete the translation.',
  }),
};
