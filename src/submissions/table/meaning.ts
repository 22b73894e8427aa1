import { columnLetters } from '../../formats/column-letters.ts';
import type { FormColumn, Level } from './levels.ts';

/** What a column of a table is; `labels` where its heading is a label, so that labels stand below it as well. */
export type Meaning =
  | { readonly kind: 'answer'; readonly column: FormColumn; readonly labels: boolean }
  /** Whether a code of a select_multiple was chosen. */
  | { readonly kind: 'choice'; readonly column: FormColumn; readonly code: string }
  /** A part of a geopoint: latitude, longitude, altitude, accuracy. */
  | { readonly kind: 'place'; readonly column: FormColumn; readonly part: number }
  /** An answer in an entry of a repeat that has no table of its own; the numbers are those of the entries, from 1. */
  | { readonly kind: 'entry'; readonly level: Level; readonly entries: readonly number[]; readonly column: FormColumn }
  /** What the server says, under the key that it has in JSON. */
  | { readonly kind: 'server'; readonly key: string }
  /** What joins tables, and nothing else. */
  | { readonly kind: 'join' }
  /** A column that means what another one does. */
  | { readonly kind: 'twin'; readonly of: number; readonly key: string; readonly column?: FormColumn }
  | { readonly kind: 'unknown'; readonly key: string; readonly heading: string };

/** What is wrong with headings, by the places of their columns from 0. */
export interface HeadingTrouble {
  /** Headings that several questions share, which nothing tells apart. */
  readonly shared: readonly { readonly index: number; readonly columns: readonly FormColumn[] }[];
}

export interface Understood {
  readonly meanings: readonly Meaning[];
  readonly trouble: HeadingTrouble;
}

/** What stands in a column without a heading is kept under this key. */
export function keyWithoutHeading(index: number): string {
  return `column ${columnLetters(index + 1)}`;
}
