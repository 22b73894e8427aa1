import type { Findings } from '../../conform/findings/found.ts';
import type { PrintOptions } from '../input.ts';

/** What a report says of where its findings come from. */
export interface About {
  /** The dictionary or workbook, as the user called it. */
  readonly source: string;
  /** The titles of the forms. */
  readonly forms: readonly string[];
  /** The files of submissions. */
  readonly data: readonly string[];
}

/** Findings on submissions as text, piece by piece: there may be more of it than memory. */
export type RecordPrinter = (findings: Findings, options: PrintOptions, about: About) => AsyncIterable<string>;
