import type { CatalogueCheck } from '../codebook/catalogue.ts';
import { checkFacts } from '../codebook/check-card.ts';
import { type Card, cardFact, type CardSource } from './card.ts';
import { asCardFacts } from './fact-lines.ts';
import { findingFacts } from './findings.ts';
import { textFacts } from './texts.ts';

/** A check of data: what it looks for, in words, and what it says. */
export function checkCard(entry: CatalogueCheck, source: CardSource): Card {
  const { check } = entry;
  const { page } = source.reader.words;
  const { location } = check.origin;
  const parts = check.kind === 'when' ? [check.when] : check.kind === 'sums' ? [...check.of, check.to] : [];
  return {
    name: check.name,
    what: `check of data, ${page[check.severity]}`,
    facts: [
      ...textFacts(page.label, check.label, source),
      ...(check.label ? [] : textFacts(page.message, check.message, source)),
      ...asCardFacts(checkFacts(entry, source.reader), source.reader),
      ...cardFact('Written', [{ text: 'here', at: location }]),
      ...findingFacts([location, ...parts.map(({ origin }) => origin.location)], source),
    ],
  };
}
