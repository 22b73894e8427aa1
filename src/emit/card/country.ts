import { plural } from '../../core/counts.ts';
import { countryDifferences } from '../../model/compare/country-differences.ts';
import type { Difference } from '../../model/compare/difference.ts';
import { placesOfCountry } from '../../model/contract/places-of-country.ts';
import type { Country, Dictionary } from '../../model/dictionary.ts';
import type { Item } from '../../model/item.ts';
import { type CardFact, cardFact, type CardLine, type CardSource } from './card.ts';

const MOST_CHANGES = 20;

/** What a country makes of its core. New languages are no change. */
function changesIn(dictionary: Dictionary): readonly Difference[] {
  return countryDifferences(dictionary).filter(({ kind }) => kind !== 'translated');
}

/** What the country changes of some variables and items: each change with its place, and what the core has in its place. */
export function changesOfItems(items: readonly Item[], source: CardSource): readonly CardFact[] {
  const all: ReadonlySet<unknown> = new Set(items);
  return changesFact(source, ({ subject }) => {
    if (subject.kind === 'variable') return all.has(subject.after);
    return subject.kind === 'item' && all.has(subject.after?.item);
  });
}

/** The same for a list and its codes. */
export function changesOfList(name: string, source: CardSource): readonly CardFact[] {
  return changesFact(source, ({ subject }) => {
    if (subject.kind === 'code') return subject.lists.after.name === name;
    return subject.kind === 'list' && subject.after?.name === name;
  });
}

/** The same for a form: itself, and the items that it lacks, has more, or has elsewhere. */
export function changesOfForm(name: string, source: CardSource): readonly CardFact[] {
  return changesFact(source, ({ subject, facet }) => {
    if (subject.kind === 'form') return subject.after?.name.string.text === name;
    const isWhole = facet === 'add' || facet === 'remove' || facet === 'order';
    return subject.kind === 'item' && isWhole && subject.forms.after.name.string.text === name;
  });
}

/** Of which country a dictionary is, and how much it changes. */
export function countryFact({ country, ...dictionary }: Dictionary, source: CardSource): readonly CardFact[] {
  if (!country) return [];
  const count = changesIn(source.reader.catalogue.dictionary).length;
  const words = `${country.id.string.text}: ${plural(count, 'change')} of ${dictionary.name.string.text}`;
  return cardFact('Country', [{ text: words, at: country.origin.location }]);
}

function changesFact({ reader }: CardSource, isAbout: (change: Difference) => boolean): readonly CardFact[] {
  const { dictionary } = reader.catalogue;
  const { country } = dictionary;
  if (!country) return [];
  const lines = withoutRepeats(changesIn(dictionary).filter(isAbout)).map((change) => linesOf(change, country));
  return cardFact(`Country ${country.id.string.text}`, cappedGroups(lines));
}

/** A variable that is changed differs in itself and wherever it is asked. */
function withoutRepeats(changes: readonly Difference[]): readonly Difference[] {
  return [...new Map(changes.map((change) => [keyOf(change), change])).values()];
}

function keyOf({ subject, name, kind, facet, language, before, after }: Difference): string {
  const about = subject.kind === 'code' ? `code ${name}` : '';
  return JSON.stringify([about, kind, facet, language, before?.words, after?.words]);
}

function linesOf(change: Difference, country: Country): readonly CardLine[] {
  const { before, after, kind } = change;
  const said = after && kind === 'changed' ? `: ${after.words}` : '';
  const line = { text: `${WORDS[kind]} ${whatOf(change)}${said}`, at: placesOfCountry(country)(change) };
  return before ? [line, { text: `in the core: ${before.words}`, at: before.origin.location, depth: 1 }] : [line];
}

const WORDS: Readonly<Record<Difference['kind'], string>> = {
  added: 'adds',
  removed: 'takes out',
  changed: 'changes',
  moved: 'moves',
  translated: 'translates',
};

function whatOf({ subject, name, facet, language }: Difference): string {
  const words = `${facet}${language ? ` (${language})` : ''}`;
  const isWhole = facet === 'add' || facet === 'remove' || facet === 'order';
  if (subject.kind === 'code') return isWhole ? `the code ${name}` : `${words} of the code ${name}`;
  return isWhole ? name : words;
}

function cappedGroups(groups: readonly (readonly CardLine[])[]): readonly CardLine[] {
  const more = groups.length - MOST_CHANGES;
  return [...groups.slice(0, MOST_CHANGES).flat(), ...(more > 0 ? [{ text: `… and ${more} more` }] : [])];
}
