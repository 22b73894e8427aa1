import type { Range } from '../../core/range.ts';
import type { CannotEvaluate, FailureCode } from './value.ts';

/** Why something has no value, in words for those who write forms; `words` are the author's own. */
const SENTENCES = {
  syntax: (words: string) => (words === '' ? 'The expression cannot be read here.' : words),
  'unknown-name': (words: string) => `The form has no question "${words}".`,
  'unknown-list': (words: string) => `The form has no list or file "${words}" that can be read here.`,
  'unknown-function': (words: string) => `There is no function ${words}().`,
  entries: (words: string) => `${words}.`,
  'not-in-collect': (words: string) => `Collect cannot compute this: ${words}.`,
  device: (words: string) => `${words}.`,
  'several-answers': (words: string) =>
    `${words} is asked once for each entry, so it has several answers here: take sum(…), count(…), join(…) or indexed-repeat(…).`,
  'wrong-value': (words: string) => `${words}.`,
  pattern: (words: string) => `${words}.`,
} as const satisfies Record<FailureCode, (words: string) => string>;

export function failure(code: FailureCode, span: Range, words = ''): CannotEvaluate {
  return { kind: 'cannot-evaluate', code, span, message: SENTENCES[code](words) };
}
