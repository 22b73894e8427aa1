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
};

function differences(lacks: readonly string[], adds: readonly string[]): string {
  const lacking = lacks.length > 0 ? [`lacks ${quotedFew(lacks)}`] : [];
  const adding = adds.length > 0 ? [`has ${quotedFew(adds)} besides`] : [];
  return listed([...lacking, ...adding], 'and');
}
