import { fileOf, type Location } from '../../core/location.ts';
import { ownCopy } from './cut.ts';

/** Texts that come again in many findings, each kept once; what comes too late or is too long is written out. */
export interface SharedTexts {
  readonly refer: (text: string) => number | string;
  readonly text: (reference: number | string) => string;
}

const MOST_TEXTS = 20_000;
const LONGEST_TEXT = 500;

export function createSharedTexts(): SharedTexts {
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  return {
    refer: (text) => {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      if (texts.length >= MOST_TEXTS || text.length > LONGEST_TEXT) return text;
      const kept = ownCopy(text);
      numbers.set(kept, texts.length);
      return texts.push(kept) - 1;
    },
    text: (reference) => (typeof reference === 'string' ? reference : (texts[reference] ?? '')),
  };
}

/** Places of the dictionary, each kept once; there are as many as the dictionary has lines, at most. */
export interface SharedPlaces {
  readonly refer: (place: Location) => number;
  readonly place: (reference: number) => Location | undefined;
}

export function createSharedPlaces(): SharedPlaces {
  const byObject = new WeakMap<Location, number>();
  const byWords = new Map<string, number>();
  const places: Location[] = [];
  const add = (place: Location): number => {
    const words = wordsOf(place);
    const number = byWords.get(words) ?? places.push(place) - 1;
    byWords.set(words, number);
    byObject.set(place, number);
    return number;
  };
  return {
    refer: (place) => byObject.get(place) ?? add(place),
    place: (reference) => places[reference],
  };
}

function wordsOf(place: Location): string {
  const at =
    place.kind === 'text'
      ? [place.start, place.end]
      : place.kind === 'cell'
        ? [place.sheet, place.cell]
        : [place.record, place.path];
  return JSON.stringify([place.kind, fileOf(place), ...at]);
}
