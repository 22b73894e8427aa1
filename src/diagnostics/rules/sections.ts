import { quote } from '../quote.ts';
import { rule } from '../rule.ts';

export const sectionRules = {
  'loop-too-large': rule<{ name: string; times: readonly number[]; limit: number }>({
    severity: 'error',
    page: 'sections',
    title: 'Loops inside loops that grow beyond what a form can hold',
    why: 'Each loop asks what it holds once for each code, and the loops multiply: no phone could open such a form.',
    message: ({ name, times, limit }) =>
      `What is in ${quote(name)} is asked ${times.join(' times ')} times, which makes more than ${limit.toLocaleString('en')} questions.`,
    help: () => 'Take shorter lists, or ask one of the two as a repeat.',
  }),
  'section-without-label': rule<{ name: string; kind: 'group' | 'repeat' }>({
    severity: 'warning',
    page: 'sections',
    title: 'A repeat or group without a label',
    why: 'On the phone it stands in lists and in the table of contents without a name.',
    message: ({ name, kind }) => `The ${kind} ${quote(name)} has no label.`,
    help: ({ kind }) =>
      kind === 'repeat'
        ? 'Write a label: such as Household member.'
        : 'Write a label:, or leave it so if nobody sees it.',
    upstream: 'pyxform: Repeat has no label',
  }),
  'empty-section': rule<{ name: string; dropped: boolean; used: boolean; hidden?: boolean }>({
    severity: 'error',
    page: 'sections',
    title: 'A group or repeat without anything in it',
    why: 'The converter of KoboToolbox breaks off at an empty group, and ODK refuses the form.',
    message: ({ name, dropped, used, hidden }) => {
      if (hidden) return `Nothing in ${quote(name)} is ever shown.`;
      if (!dropped) return `There is nothing in ${quote(name)}.`;
      return used
        ? `There is nothing in ${quote(name)}, so workbooks go out without it, but something refers to it.`
        : `There is nothing in ${quote(name)}, so workbooks go out without it.`;
    },
    help: ({ hidden }) =>
      hidden
        ? 'Put what it holds outside of it, or a question or note into it.'
        : 'Put a question into it, or delete it.',
    upstream: 'ODK Validate: Group has no children',
  }),
  'kobo-section': rule<{ word: string }>({
    severity: 'error',
    page: 'sections',
    title: 'A kind of section that only KoboToolbox has',
    why: 'pyxform and ODK do not know it and refuse the form.',
    message: ({ word }) => `Only KoboToolbox knows ${quote(word)}.`,
    help: () => 'Build it from groups and questions, or take odk out of profiles: in dictionary.yaml.',
    upstream: 'pyxform: Unknown question type',
  }),
  'kobo-section-parts': rule<{ name: string; problem: string; help: string }>({
    severity: 'error',
    page: 'sections',
    title: 'A section of KoboToolbox lacks a part or stands in the wrong place',
    why: 'KoboToolbox cannot open such a form.',
    message: ({ name, problem }) => `${quote(name)} ${problem}.`,
    help: ({ help }) => help,
    upstream: 'KoboToolbox: KeyError on import',
  }),
  'table-list': rule<{ name: string; problem: 'filter' | 'list' | 'file'; list: string; other: string }>({
    severity: 'error',
    page: 'sections',
    title: 'Questions that do not fit into one table',
    why: 'A table has one row of answers above all its questions; pyxform refuses the form.',
    message: ({ name, problem, list, other }) => {
      if (problem === 'filter') return `${quote(name)} stands in a table-list and has a choice filter.`;
      return problem === 'list'
        ? `${quote(name)} asks ${quote(list)}, but the table-list that it stands in asks ${quote(other)}.`
        : `${quote(name)} stands in a table-list and reads its answers from ${quote(list)}.`;
    },
    help: ({ problem }) =>
      problem === 'list'
        ? 'Give each list a group of its own.'
        : 'Take the question out of the table, or write appearance: field-list for the group.',
    upstream: 'pyxform: Badly formatted table list',
  }),
  'name-taken': rule<{ name: string; holder: string }>({
    severity: 'error',
    page: 'sections',
    title: 'A name that the form needs for itself',
    why: 'Both would be one element of the form; converters refuse it.',
    message: ({ name, holder }) => `${quote(name)} is already the name of ${holder}.`,
    help: () => 'Choose another name.',
    upstream: 'pyxform NAMES_003, NAMES_005',
  }),
};
