import { plural } from '../../core/counts.ts';
import { questionsOf } from '../../model/walk.ts';
import type { Module } from '../../model/dictionary.ts';
import type { CatalogueForm } from '../codebook/catalogue.ts';
import { type Card, capped, type CardFact, cardFact, type CardSource } from './card.ts';
import { changesOfForm, countryFact } from './country.ts';
import { findingFacts } from './findings.ts';
import { textFacts } from './texts.ts';

const MOST_NAMES = 20;

export function formCard({ name, form }: CatalogueForm, source: CardSource): Card {
  const { page } = source.reader.words;
  const settings = [...form.settings].map(([key, { string, origin }]) => ({
    text: `${key}: ${string.text}`,
    at: origin.location,
  }));
  return {
    name,
    what: 'form',
    facts: [
      ...textFacts('Title', form.title, source),
      ...languagesFact(form.languages, source),
      ...cardFact(page.questions, [{ text: String(questionsOf(form.items).length) }]),
      ...cardFact('Settings', capped(settings, MOST_NAMES)),
      ...cardFact('Written', [{ text: 'here', at: form.origin.location }]),
      ...changesOfForm(name, source),
      ...findingFacts([form.name.origin.location], source),
    ],
  };
}

export function moduleCard(name: string, { asks, origin }: Module, source: CardSource): Card {
  return {
    name,
    what: 'module',
    facts: [
      ...cardFact(
        'Asks',
        capped(
          asks.map((text) => ({ text })),
          MOST_NAMES,
        ),
      ),
      ...cardFact('Written', [{ text: 'here', at: origin.location }]),
      ...findingFacts([origin.location], source),
    ],
  };
}

/** What a source holds, in figures. */
export function summaryCard(name: string, source: CardSource): Card {
  const { reader, findings, kind } = source;
  const { dictionary, forms, lists, concepts } = reader.catalogue;
  const { page } = reader.words;
  const count = (severity: string, word: string): string =>
    plural(findings.filter((finding) => finding.severity === severity).length, word);
  return {
    name,
    what: kind,
    facts: [
      ...textFacts('Title', dictionary.title, source),
      ...countryFact(dictionary, source),
      ...cardFact(
        page.forms,
        forms.map((form) => ({
          text: `${form.name}: ${plural(questionsOf(form.form.items).length, 'question')}`,
          at: form.form.origin.location,
        })),
      ),
      ...(kind === 'dictionary' ? cardFact(page.variables, [{ text: String(dictionary.variables.size) }]) : []),
      ...cardFact(page.questions, [
        { text: String(concepts.filter(({ placements }) => placements.length > 0).length) },
      ]),
      ...cardFact(page.lists, [{ text: String(lists.length) }]),
      ...languagesFact(
        dictionary.languages.map(({ tag }) => tag),
        source,
      ),
      ...cardFact('Findings', [
        { text: `${count('error', 'error')}, ${count('warning', 'warning')}, ${count('info', 'note')}` },
      ]),
    ],
  };
}

function languagesFact(tags: readonly string[], { reader }: CardSource): readonly CardFact[] {
  const { languages } = reader.catalogue.dictionary;
  const names = tags.map((tag) => languages.find((language) => language.tag === tag)?.name ?? tag);
  return cardFact(reader.words.page.languages, names.length === 0 ? [] : [{ text: names.join(', ') }]);
}
