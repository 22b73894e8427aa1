import { listed, quote } from '../quote.ts';
import type { CellWords } from './words.ts';

const ODK_ONLY = 'use the form on ODK Central only';

/** Of the rows of the survey and the entities. */
export const questionWords = {
  'duplicate-name': { help: () => 'Give one of them another name.' },
  'long-name': { help: ({ limit }) => `Shorten the name to at most ${limit} characters.` },
  'unknown-type': {
    help: ({ suggestion }) =>
      suggestion === undefined
        ? 'Write a type of XLSForm: text, integer, select_one LIST, date, geopoint, note, … Small and capital letters count.'
        : `Write ${suggestion}. Small and capital letters count.`,
  },
  'type-argument': {
    help: ({ type, takes }) => {
      if (takes === 'nothing') return `Write only ${quote(type.split(/\s/)[0] ?? '')}.`;
      return takes === 'list'
        ? `Write ${type} LIST, with a name of the column list_name on the sheet choices.`
        : `Write ${type} FILE.csv, with the name of the file.`;
    },
  },
  'unknown-reference': {
    help: ({ name, suggestion }) =>
      suggestion === undefined
        ? `Correct the name, or add a question that is called ${name}.`
        : `Write \${${suggestion}}, or add a question that is called ${name}.`,
  },
  'message-without-condition': {
    help: ({ message, condition }) => `Write the ${condition} in this row as well, or delete the ${message}.`,
  },
  'required-without-answer': {
    help: () => 'Empty the column required in this row. If an answer is needed, ask a question of another type.',
  },
  'empty-calculate': {
    help: () =>
      'Write the expression in the column calculation. A value that is computed once, at the start, may stand under default instead.',
  },
  'audit-name': { help: () => 'Write audit in the column name.' },
  'background-geopoint': {
    help: ({ problem }) =>
      problem === 'calculation'
        ? 'Delete the calculation.'
        : 'Write the question whose answer sets it off in the column trigger, such as ${consent}.',
  },
  'save-to-type': { help: ({ word }) => `Give the list another name, without the word ${word}.` },
  'kobo-section': { help: () => 'Build it from groups and questions, or use the form on KoboToolbox only.' },
  'image-size': {
    help: () =>
      'Write max-pixels=1024 in the column parameters: the longer side of the photo, and enough for most uses.',
  },
  'parameter-syntax': {
    help: ({ fault, rewritten }) => {
      if (fault === 'separators') return `Write: ${rewritten}`;
      return fault === 'twice'
        ? 'Delete one of the two.'
        : 'Write for example max-pixels=1024. Take out what has no value.';
    },
  },
  'external-without-filter': { help: () => 'Write a condition in the column choice_filter, or use select_one.' },
  'column-spelling': {
    why: 'The converter ignores a column that it does not know, without a word.',
    help: ({ column }) =>
      `Write ${column} in row 1. If it is a column of your own, choose a heading that looks less alike.`,
  },
  'sheet-name': {
    help: ({ own, written }) =>
      written
        ? 'Give the sheet another name.'
        : `Rename the sheet to ${own}. If it is a sheet of your own, put _ before its name.`,
  },
  'disabled-column': {
    message: ({ name }) => `${name === '' ? 'This row' : quote(name)} fills the column disabled, which is not needed.`,
    help: () => 'Delete the column disabled.',
  },
  'unknown-media': { help: () => 'Write image, big-image, audio or video.' },
  'entity-list': {
    help: ({ list }) =>
      list === ''
        ? 'Write the name of the list in the column list_name, for example households.'
        : 'Join the two rows into one, or give one of them another list_name.',
  },
  'entity-action': {
    help: ({ problem }) => {
      if (problem === 'no-label')
        return 'Write an expression in the column label, such as ${hh_number}. To change entities instead of making them, fill in entity_id.';
      return problem === 'no-update-if'
        ? 'Fill in update_if beside create_if; or empty create_if to change entities only, or entity_id to make them only.'
        : 'Write the question that chose the entity in the column entity_id; or use create_if instead of update_if to make entities only.';
    },
  },
  'entity-list-not-loaded': {
    help: ({ list }) =>
      `Let people choose the entity with the type select_one_from_file ${list}.csv, or add a row of the type csv-external with the name ${list}.`,
  },
  'save-to': {
    message: ({ problem, words, suggestion }) => {
      if (problem === 'no-entities')
        return `The property ${quote(words)} is for an entity, but there is no sheet entities.`;
      if (problem === 'section')
        return `${quote(words)} is a group or a repeat, which has no answer to be saved to an entity.`;
      if (problem === 'unknown-list')
        return `The sheet entities has no list ${quote(words)}.${suggestion === undefined ? '' : ` Did you mean ${quote(suggestion)}?`}`;
      return problem === 'which-list'
        ? `The sheet entities has several lists, and ${quote(words)} does not say which one it means.`
        : `${quote(words)} is neither a property of an entity nor a list and its property with one # between them.`;
    },
    help: ({ problem, words, lists, suggestion }) => {
      const list = suggestion ?? lists[0] ?? 'households';
      if (problem === 'no-entities')
        return 'Add a sheet entities with the columns list_name and label, or empty this cell.';
      if (problem === 'section') return 'Empty this cell, and fill in save_to at the questions inside.';
      if (problem === 'hashes')
        return 'Write the property alone, or the list, a # and the property, such as households#size.';
      return problem === 'unknown-list' && suggestion === undefined
        ? `The lists of the sheet entities: ${listed(lists, 'and')}.`
        : `Write the list before the property, such as ${list}#${words.replace(/^.*#/, '')}.`;
    },
  },
  'kobo-parameter': { help: () => `Delete it, or ${ODK_ONLY}.` },
  'trigger-list': {
    help: ({ problem, rewritten }) =>
      problem === 'kobo'
        ? `Name one single question, or ${ODK_ONLY}.`
        : `Write the names of questions with commas between them, for example: ${rewritten}`,
  },
  'kobo-entities': {
    help: ({ problem }) =>
      problem === 'hash'
        ? `Write the property alone, without the list and the #, or ${ODK_ONLY}.`
        : `Delete the sheet entities and the column save_to, or ${ODK_ONLY}.`,
  },
  'kobo-sheet': {
    help: ({ sheet }) =>
      sheet === 'osm'
        ? `Write osm without the list and delete the sheet, or ${ODK_ONLY}.`
        : `Move the list to the sheet choices and write select_one, with the same choice_filter, or ${ODK_ONLY}.`,
  },
  'duplicate-property': { help: () => 'Give one of the two another property, or empty one of the cells.' },
} satisfies CellWords;
