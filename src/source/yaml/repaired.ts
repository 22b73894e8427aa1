import type { Range } from '../../core/range.ts';
import type { Mask } from './mask.ts';

/**
 * What a syntax error means to the author, and which stretches to pass over so that the rest of the file can still be
 * read. Without masks reading ends there; without a `problem` it comes of a mistake that was told already.
 */
export interface Repair {
  readonly rule: 'yaml-syntax' | 'needs-quotes';
  readonly at: Range;
  readonly problem: string | undefined;
  readonly help: string;
  readonly masks: readonly Mask[];
}
