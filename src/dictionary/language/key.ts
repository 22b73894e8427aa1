import type { Origin } from '../../core/origin.ts';
import type { Plain } from '../../model/facets.ts';
import type { Entry, ListEntry, MapEntry } from '../../source/entry.ts';

/** A text as written, by language tag; `''` is a text written without a language. */
export interface RawText {
  readonly byLanguage: ReadonlyMap<string, Plain>;
  readonly origin: Origin;
}

/** yes or no, as one of the words that XLSForm takes for it. */
export interface Flag extends Plain {
  readonly value: boolean;
}

/** What each kind of key gives when it is decoded. */
export interface KindValues {
  /** Text that people read: one text, or a map from language to text. */
  readonly text: RawText;
  /** Anything on one line or more: an expression, an appearance. */
  readonly plain: Plain;
  /** A single word; compared in NFC. */
  readonly name: Plain;
  readonly flag: Flag;
  /** One of the words in `values`. */
  readonly choice: Plain;
  /** One word or a list of words. */
  readonly names: readonly Plain[];
  /** XLSForm's `key=value key=value`, or a map. */
  readonly parameters: Plain;
  /** A map from word to plain text. */
  readonly cells: ReadonlyMap<string, Plain>;
  /** A map from word to text, each in one language or several. */
  readonly texts: ReadonlyMap<string, RawText>;
  /** A map that a decoder of its own reads. */
  readonly map: MapEntry;
  /** A list that a decoder of its own reads. */
  readonly list: ListEntry;
  /** Whatever stands there; a decoder of its own reads it. */
  readonly entry: Entry;
}

export type Kind = keyof KindValues;

/** The shapes that a value can have beyond its kind: what decoders of their own read, and what an editor can complete. */
export type Holds =
  | 'languages'
  | 'policy'
  | 'codes'
  | 'list parent'
  | 'question type'
  | 'section type'
  | 'items'
  | 'changes'
  | 'settings'
  | 'attachments'
  | 'rows'
  | 'sheets'
  | 'soft limits'
  | 'sums'
  | 'duration'
  | 'time span'
  | 'later check'
  | 'retirement';

/** A key of the language: the one place from which decoder, messages, reference and JSON Schema come. */
export interface Key {
  readonly name: string;
  readonly kind: Kind;
  readonly doc: string;
  /** How the value is written, on one line of YAML. */
  readonly example: string;
  readonly values?: readonly string[];
  readonly required?: true;
  /** Names the shape of the value where its kind does not say it, for the reference and the JSON Schema. */
  readonly holds?: Holds;
}

/** A key without a value: what would be inherited is removed. */
export interface Removed {
  readonly removed: true;
  readonly origin: Origin;
}

/** The decoded keys of a thing, by name; each absent, removed or a value of its kind. */
export type Values<Keys extends readonly Key[]> = {
  readonly [K in Keys[number] as K['name']]?: KindValues[K['kind']] | Removed;
};

export type AnyValue = KindValues[Kind] | Removed;

export function isRemoved(value: AnyValue): value is Removed {
  return 'removed' in value;
}

/** The value that a key gives, where it has one. */
export function given<Value extends AnyValue>(value: Value | undefined): Exclude<Value, Removed> | undefined {
  return value === undefined || isRemoved(value) ? undefined : (value as Exclude<Value, Removed>);
}

/** Keeps the names and kinds of a table as literal types, from which the decoded type follows. */
export function keys<const Table extends readonly Key[]>(table: Table): Table {
  return table;
}
