import { didYouMean, listed, quote, quotedFew } from '../quote.ts';
import { rule } from '../rule.ts';

const PAGE = 'record-checks';
const SILENT = 'Nobody would be told of what the check was written for.';

/** What a check needs and does not say. */
const LACKS = {
  kind: { words: 'what it looks for', help: 'Write when: with a condition that should not hold, sums: or duration:.' },
  of: { words: 'what is added up', help: 'Name the questions: sums: { of: [women, men], to: individuals }' },
  to: { words: 'what the sum should be', help: 'Name the question: sums: { of: [women, men], to: individuals }' },
  duration: { words: 'how long an interview may take', help: 'Write under: or over: with a time such as 8m.' },
} as const;

/** How a question is named by something else than its name in `${ }`. */
export type WrongWay = 'own' | 'bare' | 'path' | 'last-saved';

/** Rules that data is held against: that they can be computed, and mean what they say. */
export const recordCheckRules = {
  'check-incomplete': rule<{ name: string; lacks: keyof typeof LACKS }>({
    severity: 'error',
    page: PAGE,
    title: 'A check that looks for nothing',
    why: SILENT,
    message: ({ name, lacks }) => `Check ${quote(name)} does not say ${LACKS[lacks].words}.`,
    help: ({ lacks }) => LACKS[lacks].help,
  }),
  'check-kinds': rule<{ name: string; kinds: readonly string[] }>({
    severity: 'error',
    page: PAGE,
    title: 'A check that looks for several things',
    why: 'A finding must say one thing; only the first of them is looked for.',
    message: ({ name, kinds }) =>
      `Check ${quote(name)} says ${listed(
        kinds.map((kind) => `${kind}:`),
        'and',
      )}.`,
    help: () => 'Write a check for each, with a name and a message of its own.',
  }),
  'check-unknown-name': rule<{ check: string; name: string; suggestion: string | undefined; defined: boolean }>({
    severity: 'error',
    page: PAGE,
    title: 'A check names a question that is not there',
    why: SILENT,
    message: ({ check, name, suggestion }) =>
      `Check ${quote(check)} names ${quote(name)}, which no form asks.${didYouMean(suggestion)}`,
    help: ({ name, suggestion, defined }) => {
      if (defined) return `The dictionary defines ${name}: ask it in a form, or take the check out.`;
      return suggestion === undefined ? `Correct the name, or ask ${name} in a form.` : `Write ${suggestion}.`;
    },
  }),
  'check-message-name': rule<{
    check: string;
    name: string;
    form: string | undefined;
    suggestion: string | undefined;
  }>({
    severity: 'error',
    page: PAGE,
    title: 'The message of a check names a question that is not there',
    why: 'Whoever reads the finding sees the name in place of an answer.',
    message: ({ check, name, form, suggestion }) => {
      const who = form === undefined ? 'no form asks' : `form ${quote(form)} does not ask`;
      return `The message of check ${quote(check)} names ${quote(name)}, which ${who}.${didYouMean(suggestion)}`;
    },
    help: ({ name, form, suggestion }) => {
      if (form !== undefined)
        return `Leave ${name} out of the message, or say which forms the check is for, by forms:.`;
      return suggestion === undefined ? `Correct the name, or leave it out.` : `Write \${${suggestion}}.`;
    },
  }),
  'check-nowhere': rule<{ check: string; needs: readonly string[] }>({
    severity: 'warning',
    page: PAGE,
    title: 'A check that no form can be held against',
    why: SILENT,
    message: ({ check, needs }) => `No form asks all that check ${quote(check)} needs: ${quotedFew(needs)}.`,
    help: ({ needs }) =>
      needs.join(' ') === 'start end'
        ? 'Let a form note both: metadata: [start, end]'
        : 'Ask them in one form. A check looks at one record, so it cannot compare answers of two forms.',
  }),
  'check-form': rule<{
    check: string;
    form: string;
    known: boolean;
    lacks: readonly string[];
    suggestion: string | undefined;
  }>({
    severity: 'error',
    page: PAGE,
    title: 'A check for a form that it cannot be held against',
    why: 'Nobody would be told of what the check was written for in this form.',
    message: ({ check, form, known, lacks, suggestion }) =>
      known
        ? `Check ${quote(check)} is for form ${quote(form)}, which does not ask ${quotedFew(lacks)}.`
        : `Check ${quote(check)} is for form ${quote(form)}, which the dictionary does not have.${didYouMean(suggestion)}`,
    help: ({ known, suggestion }) => {
      if (known) return 'Take the form out of forms:, or ask the questions in it.';
      return suggestion === undefined ? 'Write the name of a form.' : `Write ${suggestion}.`;
    },
  }),
  'check-reference': rule<{ written: string; is: WrongWay; suggestion: string | undefined }>({
    severity: 'error',
    page: PAGE,
    title: 'A check names a question in a way that means nothing in it',
    why: SILENT,
    message: ({ written, is }) => {
      if (is === 'own') return 'A check stands at no question, so the full stop means no answer.';
      if (is === 'last-saved') return `${quote(written)} is known on the device alone, not in the data.`;
      return is === 'bare'
        ? `${quote(written)} stands without \${ }, so it means no question.`
        : `${quote(written)} is a path, and a check stands at no place of a form.`;
    },
    help: ({ written, is, suggestion }) => {
      if (is === 'last-saved') return 'Take it out: data is checked record by record.';
      if (is === 'bare' && suggestion === undefined)
        return `Name the question as \${name}. A code stands in quotes: '${written}'.`;
      return suggestion === undefined ? 'Name the question: ${name}.' : `Write \${${suggestion}}.`;
    },
  }),
  'check-across-repeats': rule<{
    check: string;
    form: string;
    first: { readonly name: string; readonly repeat: string };
    second: { readonly name: string; readonly repeat: string };
  }>({
    severity: 'error',
    page: PAGE,
    title: 'A check compares answers of two repeats',
    why: 'The entries of the two have nothing to do with each other, so there is nothing to compare.',
    message: ({ check, form, first, second }) =>
      `Check ${quote(check)} names ${quote(first.name)} of the repeat ${quote(first.repeat)} and ${quote(second.name)} of the repeat ${quote(second.repeat)} in form ${quote(form)}.`,
    help: ({ second }) =>
      `Say what of all entries is meant, such as sum(\${${second.name}}) or count(\${${second.name}}), or write two checks.`,
  }),
  'check-sum-place': rule<{ check: string; name: string; to: string; repeat: string; form: string }>({
    severity: 'error',
    page: PAGE,
    title: 'A sum that stands in a repeat where its parts do not',
    why: 'The same parts would be compared with the total of each entry.',
    message: ({ name, to, repeat, form }) =>
      `${quote(to)} is asked for each entry of the repeat ${quote(repeat)}, but ${quote(name)} stands outside of it in form ${quote(form)}.`,
    help: () => 'Parts stand beside the total, or in a repeat beside it: then they are added up over its entries.',
  }),
  'check-sum-twice': rule<{ name: string; isTotal: boolean }>({
    severity: 'error',
    page: PAGE,
    title: 'A question is counted twice in a sum',
    why: 'The sum would never be right, and every record would be told.',
    message: ({ name, isTotal }) =>
      isTotal ? `${quote(name)} is the total and one of its parts.` : `${quote(name)} is added up twice.`,
    help: () => 'Name each question once.',
  }),
  'check-sum-type': rule<{ name: string; form: string; type: string }>({
    severity: 'error',
    page: PAGE,
    title: 'Something that is no number is added up',
    why: 'There is nothing to add, so nobody would be told of a sum that is wrong.',
    message: ({ name, form, type }) =>
      `${quote(name)} is no number in form ${quote(form)}: its type is ${quote(type)}.`,
    help: () => 'Name questions that are answered with numbers. Conditions on other answers are written with when:.',
  }),
  'check-limits': rule<{ check: string; under: string; over: string }>({
    severity: 'error',
    page: PAGE,
    title: 'Limits of a duration that exclude each other',
    why: 'No interview would keep them, and every record would be told.',
    message: ({ check, under, over }) =>
      `Check ${quote(check)} tells of interviews under ${quote(under)} and over ${quote(over)}, which are all.`,
    help: () => 'Write the shorter time after under: and the longer one after over:.',
  }),
};
