import type { Country } from '../../model/dictionary.ts';
import type { Catalogue } from './catalogue.ts';
import { checkCard } from './check-card.ts';
import { filtersFor } from './filters.ts';
import { formEntry } from './form-entry.ts';
import { languageRows } from './languages.ts';
import { listCard } from './list-card.ts';
import type { CodebookPage } from './page-data.ts';
import { directionOf, flat, readerOf, type ShownText, textFor } from './reader.ts';
import { variableCard } from './variable-card.ts';

/** From so many cards on a page lets the browser draw only what is in sight, at the price of jumps that land less exactly. */
const MANY = 1500;

/** A country without a title is called by its id. */
function idOf({ id }: Country): ShownText {
  return { parts: [{ kind: 'text', text: id.string.text }], lang: '', dir: 'auto', fallback: false };
}

/** The page of one language; `present` says how many texts each language has. */
export function codebookPage(catalogue: Catalogue, tag: string, present: ReadonlyMap<string, number>): CodebookPage {
  const reader = readerOf(catalogue, tag);
  const { dictionary, forms, concepts, lists, checks } = catalogue;
  const filters = filtersFor(reader);
  const title = textFor(dictionary.title, reader);
  const country = dictionary.country && (textFor(dictionary.country.title, reader) ?? idOf(dictionary.country));
  return {
    lang: reader.wordsTag,
    dir: directionOf(reader.wordsTag),
    title,
    country,
    heading: [...(country ? [flat(country)] : []), title ? flat(title) : dictionary.name.string.text].join(' · '),
    name: dictionary.name.string.text,
    version: dictionary.version?.string.text ?? '',
    profiles: catalogue.profiles.join(', '),
    words: reader.words.page,
    logic: reader.words.logic,
    languages: languageRows(present, reader),
    severalLanguages: catalogue.languages.length > 1,
    filters: filters.groups,
    many: concepts.length + lists.length + checks.length > MANY,
    forms: forms.map((form) => formEntry(form, reader)),
    variables: concepts.map((concept) => () => variableCard(concept, filters, reader)),
    lists: lists.map((list) => () => listCard(list, filters, reader)),
    checks: checks.map((check) => () => checkCard(check, filters, reader)),
  };
}
