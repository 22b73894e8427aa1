import type { Reference } from '../tree.ts';
import type { ExpressionType, Rows } from './type.ts';

/** What the names of an expression mean. The room of expressions knows no form: whoever has one says it. */
export interface Scope {
  /** The answer, calculation, repeat or group that a reference names. */
  reference(reference: Pick<Reference, 'name' | 'lastSaved'>): ExpressionType;
  /** What `.` is outside of brackets. */
  readonly own: ExpressionType;
  /** The rows whose columns bare names are outside of brackets, as in a choice filter. */
  readonly rows: Rows | undefined;
  /** The rows that `instance('…')` gives; undefined where they are not known. */
  instance(name: string): Rows | undefined;
  /** The rows that `pulldata('…', …)` searches; undefined where they are not known. */
  file(name: string): Rows | undefined;
}
