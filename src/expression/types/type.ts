/** The kind of value that an expression gives. Any value can also be empty: a question that nobody has answered yet. */
export type ExpressionType =
  | NumberType
  | TextType
  | BooleanType
  | CodeType
  | PlaceType
  | NodesType
  | { readonly kind: 'date' | 'time' | 'dateTime' }
  /** What nothing certain can be said of; no rule speaks of it. */
  | { readonly kind: 'unknown' };

export type Kind = ExpressionType['kind'];

export interface NumberType {
  readonly kind: 'number';
  /** Whether it is surely whole. */
  readonly isInteger: boolean;
}

export interface TextType {
  readonly kind: 'text';
  /** All that it can be, beside nothing; undefined where it can be anything. */
  readonly offer: Offer | undefined;
  /** Whether people write it as they like. */
  readonly isFree: boolean;
}

export interface BooleanType {
  readonly kind: 'boolean';
  /** Whether it is the value of a calculate, which some engines keep as the text `true` or `false`. */
  readonly isStored: boolean;
}

/** A code of a list (`code`), or any number of them with blanks between them (`codes`). */
export interface CodeType {
  readonly kind: 'code' | 'codes';
  /** Undefined where the codes are not known. */
  readonly offer: Offer | undefined;
}

export interface PlaceType {
  readonly kind: 'place';
  readonly shape: 'geopoint' | 'geotrace' | 'geoshape';
}

/** Places of a form or rows of a list, not yet a value. */
export interface NodesType {
  readonly kind: 'nodes';
  readonly rows: Rows | undefined;
}

/** The rows of a list or file, or the entries of a repeat. */
export interface Rows {
  /** Of the list, file or repeat. */
  readonly name: string;
  /** What a column of the rows holds; undefined where they have no such column. */
  column(name: string): ExpressionType | undefined;
  /** The columns there are; undefined where it is not known whether these are all. */
  readonly columns: ReadonlySet<string> | undefined;
}

/** A finite choice of values, and where they are written. */
export interface Offer {
  readonly values: ReadonlySet<string>;
  readonly source: Source;
}

export type Source =
  | { readonly kind: 'list'; readonly list: string }
  | { readonly kind: 'column'; readonly list: string; readonly column: string }
  /** Texts in quotes, in the expression itself or in the calculation that it reads. */
  | { readonly kind: 'literal' };

export const UNKNOWN: ExpressionType = { kind: 'unknown' };
export const NUMBER: ExpressionType = { kind: 'number', isInteger: false };
export const INTEGER: ExpressionType = { kind: 'number', isInteger: true };
export const TEXT: ExpressionType = { kind: 'text', offer: undefined, isFree: false };
export const FREE_TEXT: ExpressionType = { kind: 'text', offer: undefined, isFree: true };
export const BOOLEAN: ExpressionType = { kind: 'boolean', isStored: false };
export const STORED_BOOLEAN: ExpressionType = { kind: 'boolean', isStored: true };
export const DATE: ExpressionType = { kind: 'date' };
export const TIME: ExpressionType = { kind: 'time' };
export const DATE_TIME: ExpressionType = { kind: 'dateTime' };
export const NODES: ExpressionType = { kind: 'nodes', rows: undefined };

export function literalText(value: string): ExpressionType {
  return { kind: 'text', offer: { values: new Set([value]), source: { kind: 'literal' } }, isFree: false };
}

/** The values that something is limited to, where it is limited. */
export function offerOf(type: ExpressionType): Offer | undefined {
  return type.kind === 'text' || type.kind === 'code' || type.kind === 'codes' ? type.offer : undefined;
}

/** Whether it is never anything but empty. */
export function isNothing(type: ExpressionType): boolean {
  return type.kind === 'text' && type.offer !== undefined && [...type.offer.values].every((value) => value === '');
}

/** What comes out where it is one or the other, as of the branches of an `if`. */
export function either(one: ExpressionType, other: ExpressionType): ExpressionType {
  if (one === other || (isNothing(other) && one.kind !== 'text')) return one;
  if (isNothing(one) && other.kind !== 'text') return other;
  if (one.kind === 'number' && other.kind === 'number') return one.isInteger ? other : one;
  if (one.kind === 'code' && other.kind === 'code' && one.offer === other.offer) return one;
  if (isText(one) && isText(other)) return textOf(one, other);
  return one.kind === other.kind && one.kind !== 'codes' && one.kind !== 'nodes' ? one : UNKNOWN;
}

type Textual = TextType | CodeType;

function isText(type: ExpressionType): type is Textual {
  return type.kind === 'text' || type.kind === 'code';
}

function textOf(one: Textual, other: Textual): ExpressionType {
  const isFree = (one.kind === 'text' && one.isFree) || (other.kind === 'text' && other.isFree);
  if (!one.offer || !other.offer) return { kind: 'text', offer: undefined, isFree };
  const values = new Set([...one.offer.values, ...other.offer.values]);
  return { kind: 'text', offer: { values, source: { kind: 'literal' } }, isFree };
}
