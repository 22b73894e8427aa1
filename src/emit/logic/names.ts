import type { Quote } from './statement.ts';

/** What a question or section is, as far as a sentence about it depends on it. */
export interface Named {
  readonly quote: Quote;
  readonly answer: 'code' | 'codes' | 'date' | 'computed' | 'other' | 'section';
  /** Whether it has several values where the expression stands, because it is in a repeat that the expression is not in. */
  readonly several: boolean;
  /** The label of one of its codes. */
  readonly code: (name: string) => Quote | undefined;
}

/** What the names of an expression stand for, for a reader of one language. */
export interface LogicNames {
  readonly question: (name: string) => Named | undefined;
  /** The question that the expression belongs to: what `.` is, and in a choice filter the one whose choices it is about. */
  readonly self: Named | undefined;
  /** Whether plain names are columns of the list, as in a choice filter. */
  readonly inChoices: boolean;
  readonly list: (name: string) => { readonly quote: Quote; readonly code: Named['code'] } | undefined;
}
