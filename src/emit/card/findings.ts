import { fileOf, type Location } from '../../core/location.ts';
import type { Item } from '../../model/item.ts';
import { facetEntries } from '../../model/walk.ts';
import { type CardFact, cardFact, type CardSource } from './card.ts';

/** What check finds about something that is written at these places. */
export function findingFacts(places: readonly Location[], { findings }: CardSource): readonly CardFact[] {
  const about = findings.filter(({ location }) => places.some((place) => touches(place, location)));
  return cardFact(
    'Findings',
    about.map(({ severity, rule, message, location }) => ({ text: `${severity} ${rule}: ${message}`, at: location })),
  );
}

/** Every place in which something of an item is written. */
export function placesOf(item: Item): readonly Location[] {
  const facets = facetEntries(item.facets).flatMap(([, facet]) =>
    'byLanguage' in facet ? [...facet.byLanguage.values()] : [facet],
  );
  const type = item.kind === 'question' ? [item.type] : [];
  return [item.name, ...type, ...facets, ...item.columns.values()].map(({ origin }) => origin.location);
}

/** In a workbook a row belongs together. */
function touches(place: Location, finding: Location): boolean {
  if (fileOf(place) !== fileOf(finding)) return false;
  if (place.kind === 'cell' && finding.kind === 'cell')
    return place.sheet === finding.sheet && place.row === finding.row;
  return place.kind === 'text' && finding.kind === 'text' && place.start <= finding.end && finding.start <= place.end;
}
