import { didYouMean, quote } from '../quote.ts';
import type { CellWords } from './words.ts';

const DRIFT = 'If the difference is meant, leave it so.';

/** Of choices, and of what else a form reads. */
export const listWords = {
  'invalid-code': {
    message: ({ code, list }) =>
      code === ''
        ? `This choice of the list ${quote(list)} has no name.`
        : `The name ${quote(code)} of a choice of ${quote(list)} holds a blank.`,
    help: ({ suggestion }) =>
      suggestion === ''
        ? 'Write the code of the choice in the column name, or delete the row.'
        : `Write a name without blanks, such as ${quote(suggestion)}. The label may hold them.`,
  },
  'duplicate-code': {
    message: ({ code, list }) => `${quote(code)} stands twice in the list ${quote(list)}.`,
    help: () =>
      'Give one of them another name, or delete it. For a list that repeats names on purpose, write yes in the setting allow_choice_duplicates.',
  },
  'empty-code-list': {
    message: ({ list }) => `The list ${quote(list)} has no choices.`,
    help: () => 'Add rows with its list_name to the sheet choices.',
  },
  'unknown-code-list': {
    message: ({ name, suggestion }) => `There is no list ${quote(name)}.${didYouMean(suggestion)}`,
    help: ({ name, suggestion }) => {
      if (/\.(csv|xml|geojson)$/i.test(name))
        return `For the rows of a file write select_one_from_file ${name} or select_multiple_from_file ${name}.`;
      const add = `add rows with the list_name ${name} to the sheet choices.`;
      return suggestion === undefined ? `Correct the name, or ${add}` : `Write ${suggestion}, or ${add}`;
    },
  },
  'unknown-instance': {
    help: ({ name, file }) =>
      name.startsWith('__') || file?.endsWith('.geojson')
        ? 'Ask a question that loads it.'
        : `Add a row of the type csv-external with the name ${name}, or a list of this name to the sheet choices.`,
  },
  'filter-column': {
    message: ({ name, list, suggestion }) =>
      `The list ${quote(list)} has no column ${quote(name)} on its sheet.${didYouMean(suggestion)}`,
    help: ({ name, columns, suggestion, question }) => {
      if (question) return `For the answer to the question write \${${name}}; for a text put it in quotes.`;
      if (suggestion !== undefined) return `Write ${suggestion}.`;
      return `Add a column ${name} to the sheet of the list; a text goes in quotes. Its columns: ${columns.join(', ')}.`;
    },
  },
  'source-twice': { help: () => 'Give one of the two another name.' },
  'special-code-differs': {
    help: ({ usual }) => `Write ${usual} here too. A name that has data already cannot change: leave it so.`,
  },
  'lists-drift': {
    help: () => `If both mean the same thing, use one list for both, or add what is missing. ${DRIFT}`,
  },
  'codes-drift': {
    help: () => `If both mean the same thing, give it one name and one label in both lists. ${DRIFT}`,
  },
} satisfies CellWords;
