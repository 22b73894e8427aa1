import { keys } from './key.ts';

/** What a check looks at; one of these says which kind of check it is. */
export const checkKinds = ['when', 'sums', 'duration', 'duplicate', 'outlier'] as const;

/** Kinds that look at several records at once. */
export const laterKinds = ['duplicate', 'outlier'] as const;

export const checkKeys = keys([
  {
    name: 'when',
    kind: 'plain',
    doc: 'The condition that should not hold.',
    example: '"${members_u5} > ${hh_size}"',
  },
  {
    name: 'sums',
    kind: 'map',
    holds: 'sums',
    doc: 'Numbers that should add up to another.',
    example: '{ of: [idp_women, idp_men], to: idp_individuals }',
  },
  {
    name: 'duration',
    kind: 'map',
    holds: 'duration',
    doc: 'How long an interview may take, from start to end.',
    example: '{ under: 8m }',
  },
  {
    name: 'duplicate',
    kind: 'map',
    holds: 'later check',
    doc: 'Records that are about the same thing. This version leaves it alone.',
    example: '{ exact: [document_number] }',
  },
  {
    name: 'outlier',
    kind: 'map',
    holds: 'later check',
    doc: 'Numbers that are far from those of other records. This version leaves it alone.',
    example: '{ variable: hh_income, method: iqr }',
  },
  {
    name: 'severity',
    kind: 'choice',
    values: ['error', 'warning', 'info'],
    doc: 'How grave a finding is; left out: warning.',
    example: 'error',
  },
  {
    name: 'message',
    kind: 'text',
    doc: 'What a finding says; ${name} is filled with the answer.',
    example: 'More children under five than household members',
  },
  { name: 'label', kind: 'text', doc: 'What the check is called.', example: 'Children in the household' },
  {
    name: 'definition',
    kind: 'text',
    doc: 'Why it is checked, and what to do about a finding.',
    example: 'Call the household back.',
  },
  {
    name: 'forms',
    kind: 'names',
    doc: 'The forms that it is for; left out: all that ask what it names.',
    example: '[household_registration]',
  },
]);

export const sumsKeys = keys([
  {
    name: 'of',
    kind: 'names',
    doc: 'The questions that are added up.',
    example: '[idp_women, idp_men]',
    required: true,
  },
  { name: 'to', kind: 'name', doc: 'The question that holds the total.', example: 'idp_individuals', required: true },
]);

export const durationKeys = keys([
  {
    name: 'under',
    kind: 'name',
    holds: 'time span',
    doc: 'Interviews that take less time than this are told.',
    example: '8m',
  },
  {
    name: 'over',
    kind: 'name',
    holds: 'time span',
    doc: 'Interviews that take more time than this are told.',
    example: '3h',
  },
]);
