import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** What is printed; `records` counts the submissions that were looked at. */
export interface PrintInput {
  readonly diagnostics: readonly Diagnostic[];
  readonly records?: number;
}

/** How it is printed; `width` in columns, `all` shows every finding of a kind, `elapsed` in milliseconds. */
export interface PrintOptions {
  readonly color: boolean;
  readonly width: number;
  readonly all: boolean;
  readonly elapsed?: number;
}

/** One format: a pure function whose answer ends with a line end, or is empty. */
export type Printer = (input: PrintInput, options: PrintOptions) => string;
