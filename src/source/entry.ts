import type { TextLocation } from '../core/location.ts';
import type { Range } from '../core/range.ts';
import type { SourceString } from './source-string.ts';

/** What a YAML file holds, as typed: every value is text, a list or a map, and each knows its place. */
export type Entry = TextEntry | MapEntry | ListEntry | BlankEntry | DamagedEntry;

export interface TextEntry {
  readonly kind: 'text';
  readonly string: SourceString;
  readonly location: TextLocation;
  readonly style: 'plain' | 'quoted' | 'block';
  /** A comment that follows an unquoted text after one single blank: it may have been meant as text. */
  readonly swallowed?: Range;
}

export interface MapEntry {
  readonly kind: 'map';
  readonly pairs: readonly EntryPair[];
  readonly location: TextLocation;
}

export interface EntryPair {
  readonly key: SourceString;
  readonly keyLocation: TextLocation;
  readonly value: Entry;
}

export interface ListEntry {
  readonly kind: 'list';
  readonly items: readonly Entry[];
  readonly location: TextLocation;
}

/** A key without a value: it removes what would be inherited. */
export interface BlankEntry {
  readonly kind: 'blank';
  readonly location: TextLocation;
  /** A comment that follows the colon after one single blank: it may have been meant as the value. */
  readonly swallowed?: Range;
}

/** Something that was already reported and must not give a second finding. */
export interface DamagedEntry {
  readonly kind: 'damaged';
  readonly location: TextLocation;
}
