import { type Counts, type Dimension, dimensions, type Findings, type Group, type Tally } from './found.ts';

/** A value of a dimension that stands out, and how much. */
export interface Telling {
  readonly dimension: Dimension;
  readonly value: string;
  /** Submissions with findings, and all submissions, of this value. */
  readonly found: number;
  readonly records: number;
  /** The share of submissions with findings: of this value, and of all others. */
  readonly share: number;
  readonly otherShare: number;
}

/** Fewer submissions may be chance. */
const FEWEST = 5;
/** So many times the share of the others. */
const TIMES = 3;

/** Versions, enumerators, sites and days whose submissions have findings far oftener than all others have. */
export function tellingValues({ by, counts }: Findings): readonly Telling[] {
  return dimensions.flatMap((dimension) =>
    by[dimension].values.flatMap((tally) => {
      const telling = compared(dimension, tally, counts);
      return telling && tally.value !== '' ? [telling] : [];
    }),
  );
}

function compared(dimension: Dimension, tally: Tally, counts: Counts): Telling | undefined {
  const { value, records, recordsWithFindings: found } = tally;
  const others = counts.records - records;
  if (found < FEWEST || others < FEWEST) return undefined;
  const [share, otherShare] = [found / records, (counts.recordsWithFindings - found) / others];
  return share >= TIMES * otherShare ? { dimension, value, found, records, share, otherShare } : undefined;
}

/** Most of a group's submissions share a value that most submissions do not have. */
export interface Concentration {
  readonly dimension: Dimension;
  readonly value: string;
  /** Submissions of the group with this value. */
  readonly found: number;
  /** The share of the value among all submissions. */
  readonly usual: number;
}

/** Where the findings of a group come from, if that says something: from one enumerator, one old version, one day. */
export function concentrations({ among, records }: Group, { by, counts }: Findings): readonly Concentration[] {
  return dimensions.flatMap((dimension) => {
    const [value, found] = largest(among[dimension]);
    const tally = by[dimension].values.find((each) => each.value === value);
    if (!tally || value === '' || found < FEWEST || found * 2 < records || counts.records === 0) return [];
    const usual = tally.records / counts.records;
    return usual * TIMES <= found / records ? [{ dimension, value, found, usual }] : [];
  });
}

function largest(values: ReadonlyMap<string, number>): readonly [value: string, times: number] {
  let best: readonly [string, number] = ['', 0];
  for (const each of values) if (each[1] > best[1]) best = each;
  return best;
}
