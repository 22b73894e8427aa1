import { listed, quote } from '../quote.ts';
import { rule } from '../rule.ts';

const PAGE = 'reach';

/** Something that is known of a question or group, and the words that say it. */
export interface Reason {
  readonly kind: 'constraint' | 'parameters' | 'relevant';
  readonly name: string;
  readonly is: string;
  readonly words: string;
}

/** Parts of an expression as they were written: quotes around them would read like quotes of their own. */
function shown(words: readonly string[]): string {
  return listed(
    words.map((each) => quote(each).slice(1, -1)),
    'and',
  );
}

function reasonWords({ kind, name, is, words }: Reason): string {
  if (kind === 'relevant') return `${quote(name)} is ${is === 'question' ? 'asked' : 'shown'} only where ${shown([words])}`;
  return `the ${kind} of ${quote(name)} ${kind === 'parameters' ? 'are' : 'is'} ${quote(words)}`;
}

function because(reasons: readonly Reason[]): string {
  return reasons.length === 0 ? '' : `, because ${listed(reasons.map(reasonWords), 'and')}`;
}

/** What can never happen, whatever people answer. */
export const reachRules = {
  'never-asked': rule<{ name: string; is: string; written: readonly string[]; because: readonly Reason[] }>({
    severity: 'warning',
    page: PAGE,
    title: 'A question or group that nobody is ever asked',
    why: 'Nobody tells: the form works, and the answers are missing.',
    message: ({ name, is, written, because: reasons }) => {
      const holds = written.length > 1 ? 'never hold together' : 'never holds';
      return `${shown(written)} ${holds}${because(reasons)}. So ${is === 'question' ? '' : `the ${is} `}${quote(name)} is never ${is === 'question' ? 'asked' : 'shown'}.`;
    },
    help: ({ written }) =>
      written.length > 1
        ? 'Correct one of the conditions, or write "or" between them where either is enough.'
        : 'Correct the condition, or what stands against it. What is left out on purpose has the relevance false().',
  }),
};
