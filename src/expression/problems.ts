import type { Range } from '../core/range.ts';
import type { ReferenceText } from './reference-text.ts';
import { wordingOf } from './wording.ts';
import type { SyntaxProblemCode } from './wording.ts';

/** A mistake in the writing of an expression or a text: one for each mistake of the author, not for its echoes. */
export interface SyntaxProblem {
  readonly code: SyntaxProblemCode;
  readonly span: Range;
  /** What is wrong, in the author's own characters, and what comes of it. */
  readonly message: string;
  /** What to write. */
  readonly help: string;
}

const LONGEST_QUOTE = 40;

export function syntaxProblem(code: SyntaxProblemCode, span: Range, written: string, detail = ''): SyntaxProblem {
  return { code, span, ...wordingOf(code, shortened(written), shortened(detail)) };
}

/** What is wrong with a `${…}`, or undefined. */
export function referenceProblem(reference: ReferenceText, written: string): SyntaxProblem | undefined {
  const { span, name, lastSaved } = reference;
  switch (reference.fault) {
    case undefined:
      return undefined;
    case 'unterminated':
      return syntaxProblem('unterminated-reference', span, written);
    case 'empty':
      return syntaxProblem('empty-reference', span, written);
    case 'malformed':
      return syntaxProblem('malformed-reference', span, written);
    case 'blank':
      return syntaxProblem('blank-in-reference', span, written, `\${${lastSaved ? 'last-saved#' : ''}${name}}`);
  }
}

function shortened(text: string): string {
  const characters = Array.from(text.slice(0, 2 * LONGEST_QUOTE + 2));
  return characters.length <= LONGEST_QUOTE ? text : `${characters.slice(0, LONGEST_QUOTE - 1).join('')}…`;
}
