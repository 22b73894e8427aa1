import { didYouMean, quote, quoteWhole } from '../quote.ts';
import { rule } from '../rule.ts';

/** What goes wrong with a file that comes back from a translator. */
export const translatorRules = {
  'translation-file': rule<{ problem: string; help: string }>({
    severity: 'error',
    page: 'translations',
    title: 'A file that holds no translations of this dictionary',
    why: 'Nothing of it was taken over.',
    message: ({ problem }) => problem,
    help: ({ help }) => help,
  }),
  'translation-unknown': rule<{ path: string; suggestion: string | undefined }>({
    severity: 'error',
    page: 'translations',
    title: 'A translation of a text that is not there',
    why: 'The text was renamed or deleted while it was with the translator, so the translation has no place.',
    message: ({ path, suggestion }) => `${quote(path)} is no text of the dictionary.${didYouMean(suggestion)}`,
    help: ({ suggestion }) =>
      suggestion === undefined
        ? 'Nothing, if the text was deleted. Else write its present name here.'
        : `Write ${suggestion} here, if that is the text; else leave the row out.`,
  }),
  'translation-source': rule<{ given: string; present: string; edited: boolean }>({
    severity: 'error',
    page: 'translations',
    title: 'A translation of another source text',
    why: 'The translation may not say what the text says now, so it was not taken over.',
    message: ({ given, present, edited }) =>
      edited
        ? `The source was changed in this file: it says ${quote(given)}, the dictionary ${quote(present)}.`
        : `The text was changed since the translator got it: it was ${quote(given)} and is ${quote(present)}.`,
    help: ({ edited }) =>
      edited
        ? 'Write the source as it was. If it should change, change it in the dictionary, and export again.'
        : 'Export again, with --only stale,missing, and copy this translation over where it still fits.',
  }),
  'translation-changed': rule<{ given: string; present: string }>({
    severity: 'error',
    page: 'translations',
    title: 'A translation that was changed in two places',
    why: 'One of the two would be lost.',
    message: ({ given, present }) =>
      `The dictionary has had ${quote(present)} since this file was exported, and the file has ${quote(given)}.`,
    help: () =>
      'Write the better one into both, and import again. If the file is the newer one throughout: --accept translation-changed.',
  }),
  'translation-twice': rule<{ path: string; given: string }>({
    severity: 'error',
    page: 'translations',
    title: 'Two translations of one text',
    why: 'Which of them is meant would be chance, so neither was taken over.',
    message: ({ path, given }) => `${quote(path)} has another translation here: ${quote(given)}.`,
    help: () => 'Delete one of the two rows.',
  }),
  'translation-references': rule<{ lost: string; added: string; isSlip: boolean }>({
    severity: 'error',
    page: 'translations',
    title: 'A reference was lost or changed in translation',
    why: 'The form could not be published, or the answer would be missing in this language.',
    message: ({ lost, added, isSlip }) => {
      if (lost === '') return `The translation has ${added}, which the source has not.`;
      if (added === '') return `The translation has lost ${lost}.`;
      return isSlip
        ? `The source has ${lost}, and the translation made ${added} of it.`
        : `The translation has ${added} where the source has ${lost}.`;
    },
    help: ({ lost, added }) =>
      lost === ''
        ? `Delete ${added}.`
        : `Write ${lost}${added === '' ? '' : ` in place of ${added}`}, letter by letter: it is replaced by an answer.`,
  }),
  'translation-comment': rule<{ path: string; comment: string }>({
    severity: 'info',
    page: 'translations',
    title: 'A translator has a question',
    why: 'Nobody else will see it: comments are not kept in the dictionary.',
    message: ({ path, comment }) => `On ${quote(path)}: ${quoteWhole(comment)}`,
    help: () => 'Answer it, or change the source text.',
  }),
};
