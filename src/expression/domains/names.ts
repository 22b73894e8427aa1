import type { ExpressionType } from '../types/type.ts';
import type { Expression } from '../tree.ts';
import type { Cases } from './cases.ts';

/** A question whose answer an expression reads. */
export interface Variable {
  readonly name: string;
  readonly values: Values;
}

/** What answers a question can have, beside none. */
export type Values =
  | { readonly kind: 'number'; readonly isWhole: boolean }
  | { readonly kind: 'date' | 'dateTime' }
  | { readonly kind: 'text' }
  /** One of these. */
  | { readonly kind: 'code'; readonly codes: ReadonlySet<string> }
  /** Several of these; undefined where they are not known. */
  | { readonly kind: 'codes'; readonly codes: ReadonlySet<string> | undefined };

/** What the names of an expression stand for, at the place where it stands. */
export interface Names {
  /** The question that a reference or a full stop reads, where that is a single answer. */
  variable(node: Expression): Variable | undefined;
  typeOf(node: Expression): ExpressionType;
  /** What stands in a column, where the expression is looked at for one row of a list: a text in its place. */
  readonly column?: (node: Expression) => string | undefined;
  /** What tells this place from others: a path, or today's date, is not the same thing elsewhere. */
  readonly place: string;
  /** When conditions hold, as far as it was asked: they are looked at alone and as parts of others. */
  readonly known?: Map<Expression, Cases>;
}
