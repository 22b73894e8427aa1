import type { Text } from '../../model/facets.ts';
import { type CardFact, cardFact, type CardSource } from './card.ts';

/** A text in each language, with the name of the language where there are several. */
export function textFacts(term: string, text: Text | undefined, { reader }: CardSource): readonly CardFact[] {
  const { languages } = reader.catalogue.dictionary;
  const locals = [...(text?.byLanguage ?? [])].filter(([, { string }]) => string.text !== '');
  const nameOf = (tag: string): string => languages.find((language) => language.tag === tag)?.name ?? tag;
  const one = languages.length < 2 || locals.every(([tag]) => tag === '');
  return cardFact(
    term,
    locals.map(([tag, { string }]) => ({ text: one ? string.text : `${nameOf(tag)}: ${string.text}` })),
  );
}
