import { listed, quote, quotedFew } from '../quote.ts';
import { rule } from '../rule.ts';

const PAGE = 'reach';

/** Something that is known of a question or group, and the words that say it. */
export interface Reason {
  readonly kind: 'constraint' | 'parameters' | 'relevant';
  readonly name: string;
  readonly is: string;
  readonly words: string;
  /** What the answer can be, where that is short: `at most 5`. */
  readonly limit: string | undefined;
}

/** Parts of an expression as they were written: quotes around them would read like quotes of their own. */
function shown(words: readonly string[]): string {
  return listed(words.map(plain), 'and');
}

function plain(words: string): string {
  return quote(words).slice(1, -1);
}

function holdsNever(words: readonly string[]): string {
  return words.length > 1 ? 'never hold together' : 'never holds';
}

function reasonWords({ kind, name, is, words, limit }: Reason): string {
  if (kind === 'relevant')
    return `${quote(name)} is ${is === 'question' ? 'asked' : 'shown'} only where ${shown([words])}`;
  const its = `${kind} ${kind === 'parameters' ? 'are' : 'is'} ${quote(words)}`;
  return limit === undefined
    ? `the ${its.replace(' ', ` of ${quote(name)} `)}`
    : `${quote(name)} is ${limit}: its ${its}`;
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
      const consequence =
        is === 'question' ? `${quote(name)} is never asked` : `the ${is} ${quote(name)} is never shown`;
      return `${shown(written)} ${holdsNever(written)}${because(reasons)}. So ${consequence}.`;
    },
    help: ({ written }) =>
      written.length > 1
        ? 'Correct one of the conditions, or write "or" between them where either is enough.'
        : 'Correct the condition, or what stands against it. What is left out on purpose has the relevance false().',
  }),
  'never-answered': rule<{
    name: string;
    written: readonly string[];
    because: readonly Reason[];
    isRequired: boolean;
  }>({
    severity: 'warning',
    page: PAGE,
    title: 'A constraint that no answer meets',
    why: 'Whatever people answer is refused, so that the question stays empty; where it is required, nobody comes to the end of the form.',
    message: ({ name, written, because: reasons, isRequired }) =>
      `${shown(written)} ${holdsNever(written)}${because(reasons)}. So ${quote(name)} takes no answer${isRequired ? ', and needs one' : ''}.`,
    help: ({ written }) =>
      written.length > 1
        ? 'Correct one of the conditions, or write "or" between them where either is enough.'
        : 'Correct the constraint.',
  }),
  'default-not-allowed': rule<{ name: string; value: string; written: readonly string[] }>({
    severity: 'warning',
    page: PAGE,
    title: 'A default that the constraint refuses',
    why: 'People who leave it as it stands cannot go on, or send it all the same where they never come by the question.',
    message: ({ name, value, written }) =>
      `${quote(name)} begins with ${quote(value)}, which ${shown(written)} refuses.`,
    help: () => 'Write a default that the constraint allows, or none.',
  }),
  'calculation-not-allowed': rule<{ name: string; values: readonly string[]; written: readonly string[] }>({
    severity: 'warning',
    page: PAGE,
    title: 'A calculation that the constraint refuses',
    why: 'Nobody can change what is computed, so nobody can go on, or send the form.',
    message: ({ name, values, written }) =>
      `${quote(name)} is computed as ${listed(values.map(quote), 'or')}, which ${shown(written)} refuses.`,
    help: () => 'Correct the calculation or the constraint. What is computed seldom needs a constraint.',
  }),
  'never-holds': rule<{ written: readonly string[]; because: readonly Reason[] }>({
    severity: 'warning',
    page: PAGE,
    title: 'A part of a condition that can never hold',
    why: 'Nobody tells: the case that the author had in mind is never met.',
    message: ({ written, because: reasons }) => `${shown(written)} ${holdsNever(written)}${because(reasons)}.`,
    help: () => 'Correct the condition, or what stands against it. If the case cannot come up, take it out.',
  }),
  'always-holds': rule<{ written: readonly string[] }>({
    severity: 'warning',
    page: PAGE,
    title: 'Conditions of which one always holds',
    why: 'Nobody tells: the condition is as good as none.',
    message: ({ written }) => `Whatever people answer, ${listed(written.map(plain), 'or')} holds.`,
    help: () => 'Write "and" where both are meant.',
  }),
  'branch-never-taken': rule<{ written: readonly string[]; after: readonly string[]; because: readonly Reason[] }>({
    severity: 'info',
    page: PAGE,
    title: 'A branch of if() that is never taken',
    why: 'The value in this branch never comes out.',
    message: ({ written, after, because: reasons }) => {
      const asked = after.length > 0 ? `, since it is asked only where ${shown(after)}` : '';
      return `${shown(written)} ${holdsNever(written)} here${asked}${because(reasons)}.`;
    },
    help: () => 'Ask first for what is rarest, or take the branch out.',
  }),
  'code-never-offered': rule<{ list: string; codes: readonly string[]; filter: string; filters: number }>({
    severity: 'warning',
    page: PAGE,
    title: 'A code that no choice filter lets through',
    why: 'Nobody can choose it, and nobody tells.',
    message: ({ list, codes, filter, filters }) =>
      `${filters > 1 ? 'None of the choice filters lets' : `The choice filter ${plain(filter)} never lets`} ${quotedFew(codes)} of ${quote(list)} through.`,
    help: () =>
      'Correct the column that the filter looks at, or add the code that it names to the list of the question before.',
  }),
};
