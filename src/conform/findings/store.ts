import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { fileOf } from '../../core/location.ts';
import type { FindingSink, Subject } from '../finding.ts';
import { createRecordSet } from './bits.ts';
import { countNames, type Dimension, dimensions, type Findings, type Found, isForCleaning } from './found.ts';
import { createGrouping } from './groups.ts';
import { createSpill } from './spill.ts';
import { createLineCodec } from './stored-line.ts';
import { type Counter, createCounter } from './tally.ts';

export interface StoreOptions {
  /** Where findings lie while there are too many for memory; nobody but this process can read them there. */
  readonly folder: string;
  /** Tells of a finding whether it is known and waits; it is counted and not kept then. */
  readonly isKnown?: (found: Found) => boolean;
}

/** Takes the findings of a run, however many. */
export interface FindingStore {
  /** Takes a finding on a submission. */
  readonly add: FindingSink;
  /** Takes what is wrong with a file, or with the form, as such. */
  readonly tell: (diagnostic: Diagnostic) => void;
  /** Counts a submission that was looked at, once each, whether anything is found or not. */
  readonly looked: (subject: Subject) => void;
  readonly close: () => Findings;
}

/**
 * Findings go through memory to disk; what stays are counts and a few examples. Texts are cut where they are long.
 * @throws PublishError where the disk has no room
 */
export function createFindingStore({ folder, isKnown }: StoreOptions): FindingStore {
  const counts = { errors: 0, warnings: 0, infos: 0, toClean: 0, records: 0, known: 0 };
  const codec = createLineCodec();
  const spill = createSpill(folder);
  const grouping = createGrouping();
  const by = { version: createCounter(), enumerator: createCounter(), site: createCounter(), day: createCounter() };
  const records = countRecords(by);
  const take = (found: Found): void => {
    if (isKnown?.(found) === true) {
      counts.known += 1;
      return;
    }
    const line = codec.encode(found);
    spill.add(line);
    grouping.add(found, () => codec.decode(line));
    counts[countNames[found.diagnostic.severity]] += 1;
    if (isForCleaning(found)) counts.toClean += 1;
    records.count(found);
  };
  return {
    add: take,
    tell: (diagnostic) => take(aboutNoRecord(diagnostic)),
    looked: (subject) => {
      counts.records += 1;
      for (const dimension of dimensions) by[dimension].of(subject[dimension]).records += 1;
    },
    close: () => ({
      counts: { ...counts, ...records.counts() },
      groups: grouping.groups(),
      by: talliesOf(by),
      all: async function* () {
        for await (const lines of spill.lines()) yield lines.map(codec.decode);
      },
      end: spill.end,
    }),
  };
}

function aboutNoRecord(diagnostic: Diagnostic): Found {
  const nothing = { variable: '', label: '', value: undefined, hidden: false, expected: '' };
  return { diagnostic, subject: undefined, ...nothing };
}

type Counters = Readonly<Record<Dimension, Counter>>;

function talliesOf(by: Counters): Findings['by'] {
  return {
    version: by.version.tallies('version'),
    enumerator: by.enumerator.tallies('enumerator'),
    site: by.site.tallies('site'),
    day: by.day.tallies('day'),
  };
}

interface RecordCounts {
  readonly count: (found: Found) => void;
  readonly counts: () => { readonly recordsWithFindings: number; readonly recordsWithErrors: number };
}

/** Counts each submission once, in whatever order its findings come. What is only worth knowing does not count. */
function countRecords(by: Counters): RecordCounts {
  const withFindings = createRecordSet();
  const withErrors = createRecordSet();
  return {
    count: ({ diagnostic: { location, severity }, subject }) => {
      if (!subject) return;
      const file = fileOf(location);
      const isFirst = severity !== 'info' && withFindings.add(file, subject.number);
      const isFirstError = severity === 'error' && withErrors.add(file, subject.number);
      for (const dimension of dimensions) {
        const tally = by[dimension].of(subject[dimension]);
        tally.findings += 1;
        if (isFirst) tally.recordsWithFindings += 1;
        if (isFirstError) tally.recordsWithErrors += 1;
      }
    },
    counts: () => ({ recordsWithFindings: withFindings.size(), recordsWithErrors: withErrors.size() }),
  };
}
