import { type Gazetteer, ancestorOf, type Place } from './place.ts';

/** The levels that become lists, from the highest down. */
export type Chosen = readonly number[];

/** Of several countries the country is chosen as well; else it is the same for all places. */
export function chosenLevels({ levels }: Gazetteer, wished: ReadonlySet<number> | undefined): Chosen {
  const countries = levels.get(0)?.size ?? 0;
  return [...levels.keys()].filter((level) =>
    wished ? wished.has(level) : level > 0 || (level === 0 && (countries > 1 || levels.size === 1)),
  );
}

/** The chosen level right above; undefined for the highest. */
export function levelAbove(level: number, chosen: Chosen): number | undefined {
  return chosen.findLast((each) => each < level);
}

/** The code of the place of the chosen level above; '' where there is none. */
export function parentOf(place: Place, chosen: Chosen, gazetteer: Gazetteer): string {
  const above = levelAbove(place.level, chosen);
  return above === undefined ? '' : ancestorOf(place, above, gazetteer);
}
