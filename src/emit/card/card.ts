import type { Location } from '../../core/location.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Places } from '../../model/places.ts';
import type { CatalogueForm } from '../codebook/catalogue.ts';
import type { Reader } from '../codebook/reader.ts';

/** What a name stands for, as a card of facts. */
export interface Card {
  readonly name: string;
  /** Such as `question`, `list`. */
  readonly what: string;
  readonly facts: readonly CardFact[];
}

export interface CardFact {
  readonly term: string;
  readonly lines: readonly CardLine[];
}

export interface CardLine {
  readonly text: string;
  /** The place that the line speaks of. */
  readonly at?: Location;
  /** How many steps it stands in. */
  readonly depth?: number;
}

/** What cards are made of. */
export interface CardSource {
  readonly kind: 'dictionary' | 'workbook';
  readonly reader: Reader;
  readonly findings: readonly Diagnostic[];
  /** The rows of each form in its workbook. */
  readonly places: ReadonlyMap<CatalogueForm, Places>;
}

/** A line of a card; none where there is nothing to say. */
export function cardFact(term: string, lines: readonly CardLine[]): readonly CardFact[] {
  return lines.length === 0 ? [] : [{ term, lines }];
}

/** The first of many, and how many there are beside. */
export function capped(lines: readonly CardLine[], most: number): readonly CardLine[] {
  const more = lines.length - most;
  return more > 0 ? [...lines.slice(0, most), { text: `… and ${more} more` }] : lines;
}
