import type { JsonRecord } from '../../model/record/record-reader.ts';
import type { FaultKind } from './fault.ts';

/** Where a submission begins: on a line of its own, or somewhere in a line with others. */
export interface Place {
  readonly line: number;
  readonly ownLine: boolean;
}

/** Where something is wrong, in the units that editors show; the column is undefined where it is not known. */
export interface Spot {
  readonly line: number;
  readonly column: number | undefined;
}

/**
 * What is wrong with a submission: a fault of its text; `deep`: nested further than any form; `long`: longer than any
 * submission.
 */
export type Trouble = FaultKind | 'deep' | 'long';

/** Takes what is found in a file, in its order. */
export interface Cuts {
  readonly record: (record: JsonRecord, place: Place) => void;
  /** A submission that cannot be read. */
  readonly broken: (trouble: Trouble, place: Place, spot: Spot) => void;
  /** Text that belongs to no submission. */
  readonly stray: (spot: Spot) => void;
  /** The file ends though something is still open; `inside` tells that it is a submission. */
  readonly cut: (inside: boolean, spot: Spot) => void;
  /** Zeros, with which disks fill what was never written. */
  readonly zeros: (spot: Spot) => void;
  /** Bytes that are no UTF-8, in a submission. */
  readonly letters: (place: Place) => void;
  /** What a page says besides its submissions, once it is read to its end. */
  readonly page: (members: JsonRecord) => void;
}
