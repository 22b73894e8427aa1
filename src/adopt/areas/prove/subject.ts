import type { Report } from '../../../diagnostics/collector.ts';
import type { Chosen } from '../places/chosen.ts';
import type { NameLanguages } from '../places/languages.ts';
import type { Gazetteer, Place, Places } from '../places/place.ts';
import type { AreaTable } from '../read/table.ts';

/** What is proven of a gazetteer. */
export interface Subject {
  readonly tables: readonly AreaTable[];
  readonly gazetteer: Gazetteer;
  readonly languages: NameLanguages;
  readonly chosen: Chosen;
  readonly report: Report;
}

const NO_PLACES: Places = new Map();

export function placesOf({ gazetteer }: Subject, level: number): Places {
  return gazetteer.levels.get(level) ?? NO_PLACES;
}

export function chosenPlaces(subject: Subject): readonly Place[] {
  return subject.chosen.flatMap((level) => [...placesOf(subject, level).values()]);
}
