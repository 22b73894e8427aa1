import { listed, quote, quotedFew } from '../quote.ts';
import { rule } from '../rule.ts';
import { protectionRules } from './protection.ts';

export const practiceRules = {
  ...protectionRules,
  'long-name': rule<{ name: string; length: number; limit: number }>({
    severity: 'warning',
    page: 'practice',
    title: 'A name that Stata cuts off',
    why: 'Stata keeps the first 32 characters of a name, so scripts written for the full name fail, and two names can become one.',
    message: ({ name, length, limit }) => `${quote(name)} has ${length} characters; Stata keeps the first ${limit}.`,
    help: ({ limit }) =>
      `Shorten the name to at most ${limit} characters. A name that has data already: keep it as was:.`,
  }),
  'duplicate-id': rule<{ id: string; name: string; other: string }>({
    severity: 'error',
    page: 'practice',
    title: 'Two variables bear one permanent id',
    why: 'Data of both would be taken for answers to the same question, in every country and every year.',
    message: ({ id, name, other }) => `The id ${quote(id)} of ${quote(name)} already belongs to ${quote(other)}.`,
    help: () =>
      'Give the newer one an id that was never used. A renamed variable keeps its id and says was: with the old name.',
  }),
  'lists-drift': rule<{
    list: string;
    other: string;
    shared: number;
    lacks: readonly string[];
    adds: readonly string[];
  }>({
    severity: 'info',
    page: 'practice',
    title: 'Two lists are nearly the same',
    why: 'Answers of two groups cannot be compared where one of them was never offered the code; they end up as other.',
    message: ({ list, other, shared, lacks, adds }) =>
      `${quote(list)} shares ${shared} codes with ${quote(other)}, but ${differences(lacks, adds)}.`,
    help: () =>
      'If both mean the same thing, put the common codes into one list and take it in with include:, or add what is missing. If the difference is meant, set this finding aside with the reason.',
  }),
  'codes-drift': rule<{
    list: string;
    other: string;
    code: string;
    otherCode: string;
    label: string;
    otherLabel: string;
  }>({
    severity: 'info',
    page: 'practice',
    title: 'Lists that are nearly the same say one thing in two ways',
    why: 'Whoever puts the answers of both lists together counts two answers as one, or one as two.',
    message: ({ list, other, code, otherCode, label, otherLabel }) =>
      code === otherCode
        ? `${quote(code)} is ${quote(label)} in ${quote(list)}, but ${quote(otherLabel)} in ${quote(other)}; most other codes are the same.`
        : `${quote(label)} is the code ${quote(code)} in ${quote(list)}, but ${quote(otherCode)} in ${quote(other)}; most other codes are the same.`,
    help: () =>
      'If both mean the same thing, give it one code and one label, best in one list that both take in with include:. If the difference is meant, set this finding aside with the reason.',
  }),
  'special-code-differs': rule<{
    special: Special;
    code: string;
    list: string;
    usual: string;
    usualList: string;
    others: number;
  }>({
    severity: 'warning',
    page: 'practice',
    title: 'One and the same special answer has several codes',
    why: 'Scripts that look for one of the codes count the other as an answer like any other, and every percentage is wrong.',
    message: ({ special, code, list, usual, usualList, others }) =>
      `${MEANINGS[special]} is the code ${quote(code)} in ${quote(list)}, but ${quote(usual)} in ${quote(usualList)}${moreLists(others)}.`,
    help: ({ usual }) =>
      `Write ${usual} here too, best by taking in one list of special codes with include:. A code that has data already cannot change: set this finding aside and say so.`,
  }),
  'standard-reworded': rule<{ name: string; key: string; standard: string }>({
    severity: 'warning',
    page: 'practice',
    title: 'A question of a standard is asked in other words',
    why: 'Answers to another question cannot be compared with what the standard measures elsewhere.',
    message: ({ name, key, standard }) =>
      `${quote(name)} belongs to ${quote(standard)} and is locked, but its ${key} is another one here.`,
    help: ({ key }) =>
      `Leave out ${key}: here. If the standard allows the change, say open: [${key}] at the variable; if it is another question, define a variable of its own.`,
  }),
  'standard-block-broken': rule<{
    standard: string;
    form: string;
    missing: readonly string[];
    moved: readonly string[];
    between: readonly string[];
  }>({
    severity: 'warning',
    page: 'practice',
    title: 'A block of standard questions is not asked as a whole',
    why: 'The score of a standard block holds for all its questions in their order; without one of them, or with others between, it measures something else.',
    message: ({ standard, form, missing, moved, between }) => {
      const leaves = missing.length > 0 ? [`leaves out ${quotedFew(missing)}`] : [];
      const mixes = moved.length > 0 ? [`asks ${quotedFew(moved)} at another place`] : [];
      const parts = between.length > 0 ? [`puts ${quotedFew(between)} between its questions`] : [];
      return `Form ${quote(form)} asks the block ${quote(standard)}, but ${listed([...leaves, ...mixes, ...parts], 'and')}.`;
    },
    help: () =>
      'Place the module as it is with use:, and put other questions before or after it. To leave the block out, leave out all of it.',
  }),
};

type Special = 'dont_know' | 'refused' | 'not_applicable' | 'none' | 'other';

const MEANINGS: Readonly<Record<Special, string>> = {
  dont_know: 'Does not know',
  refused: 'Does not want to answer',
  not_applicable: 'Does not apply',
  none: 'None of them',
  other: 'Another answer',
};

function differences(lacks: readonly string[], adds: readonly string[]): string {
  const lacking = lacks.length > 0 ? [`lacks ${quotedFew(lacks)}`] : [];
  const adding = adds.length > 0 ? [`has ${quotedFew(adds)} besides`] : [];
  return listed([...lacking, ...adding], 'and');
}

function moreLists(count: number): string {
  if (count === 0) return '';
  return count === 1 ? ' and one other list' : ` and ${count} other lists`;
}
