import type { FrequencyTable } from '../../emit/report/report-data.ts';
import type { Counter } from './counted.ts';

/** The places that codes have in a table. */
export interface CodePlaces {
  /** Where a code is counted; undefined for what no list has. */
  placeOf(code: string): number | undefined;
  /** Codes by their places. */
  codes(): readonly string[];
}

/** The codes of a list. */
export function listPlaces(codes: readonly string[]): CodePlaces {
  const places = new Map(codes.map((code, place) => [code, place]));
  return { placeOf: (code) => places.get(code), codes: () => codes };
}

/** Data with more codes than this has no codes there, but texts; and so has one with longer ones. */
const MOST_CODES = 1000;
const LONGEST_CODE = 64;

/** The codes of a file that is not at hand: those of the data, in the order of their first use. */
export function foundPlaces(): CodePlaces {
  const places = new Map<string, number>();
  return {
    placeOf: (code) => {
      const known = places.get(code);
      if (known !== undefined || places.size >= MOST_CODES || code.length > LONGEST_CODE || /\s/.test(code))
        return known;
      places.set(code, places.size);
      return places.size - 1;
    },
    codes: () => [...places.keys()],
  };
}

/** Answers that are put together by blanks, as XForms has them. */
const BLANKS = /\s+/;

export function codeCounter(counts: FrequencyTable['counts'], { placeOf }: CodePlaces): Counter {
  const found: number[] = [];
  const lastAt: number[] = [];
  let n = 0;
  let unlisted = 0;
  let lastUnlisted = 0;
  /** A code that is written twice in an answer counts once. */
  const count = (code: string): void => {
    const place = placeOf(code);
    if (place === undefined) {
      if (lastUnlisted !== n) unlisted += 1;
      lastUnlisted = n;
    } else if (lastAt[place] !== n) {
      found[place] = (found[place] ?? 0) + 1;
      lastAt[place] = n;
    }
  };
  return {
    add: (text) => {
      n += 1;
      if (counts === 'one') count(text);
      else if (counts === 'first') count(text.split(BLANKS, 1)[0] ?? '');
      else for (const code of text.split(BLANKS)) count(code);
      return true;
    },
    result: () => ({ kind: 'frequency', n, counts: found, unlisted }),
  };
}
