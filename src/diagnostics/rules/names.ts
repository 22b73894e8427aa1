import { didYouMean, quote } from '../quote.ts';
import { rule } from '../rule.ts';

export const nameRules = {
  'invalid-name': rule<{ name: string; what: string; suggestion: string }>({
    severity: 'error',
    page: 'names',
    title: 'A name that forms cannot carry',
    why: 'Names become columns of the data: pyxform and KoboToolbox refuse a form with such a name.',
    message: ({ name, what }) => `${quote(name)} cannot be the name of ${what}.`,
    help: ({ suggestion }) =>
      `A name begins with a letter or _ and goes on with letters, digits, _, - or ., without blanks. Write for example ${quote(suggestion)}.`,
    upstream: 'pyxform NAMES_008, HEADER_001, HEADER_004',
  }),
  'reserved-name': rule<{ name: string; what: string }>({
    severity: 'error',
    page: 'names',
    title: 'A name that has a meaning of its own elsewhere',
    why: 'Answers under this name can get lost on the way into other programs.',
    message: ({ name, what }) =>
      `${quote(name)} cannot be the name of ${what}: the word has a meaning of its own in programs that read the data.`,
    help: ({ name }) => `Choose another name, such as ${quote(`q_${name.replaceAll('_', '')}`)}.`,
  }),
  'duplicate-definition': rule<{ name: string; section: string }>({
    severity: 'error',
    page: 'names',
    title: 'A name is defined twice',
    why: 'Forms that use the name would silently take one of the two.',
    message: ({ name, section }) => `${quote(name)} is defined for the second time under ${section}:.`,
    help: () => 'Keep one definition. For a second meaning choose a second name; a variant is written with like:.',
  }),
  'same-in-workbook': rule<{ name: string; what: string }>({
    severity: 'error',
    page: 'names',
    title: 'Two things would be one in the workbook',
    why: 'A workbook tells them apart by this word alone, so one would be mixed into the other.',
    message: ({ name, what }) => `Two ${what} would both be ${quote(name)} in the workbook.`,
    help: () => 'Give one of them another name there: as: for a code list, header: for a language.',
  }),
  'duplicate-name': rule<{ name: string; form: string; other: string }>({
    severity: 'error',
    page: 'names',
    title: 'A name stands twice in a form',
    why: 'Both would be one column of the data: KoboToolbox refuses the form, and a reference to the name is ambiguous.',
    message: ({ name, form, other }) =>
      name === other
        ? `${quote(name)} stands for the second time in form ${quote(form)}.`
        : `${quote(name)} and ${quote(other)} in form ${quote(form)} differ only in upper and lower case.`,
    help: () => 'Give one of them another name with as:, or place the module with prefix: or suffix:.',
    upstream: 'pyxform NAMES_001, NAMES_002, NAMES_004, PYREF_004',
  }),
  'local-variable': rule<{ name: string }>({
    severity: 'error',
    page: 'names',
    title: 'A question of one form bears the name of a variable',
    why: 'Two questions of one name and different meaning would make the data of forms look comparable when it is not.',
    message: ({ name }) => `This question has a type of its own, but ${quote(name)} is already a variable.`,
    help: ({ name }) => `Leave out type: to ask the variable ${name}, or choose another name.`,
  }),
  'unknown-variable': rule<{ name: string; suggestion: string | undefined }>({
    severity: 'error',
    page: 'references',
    title: 'An item names no variable',
    why: 'There is nothing to ask in this place.',
    message: ({ name, suggestion }) => `There is no variable ${quote(name)}.${didYouMean(suggestion)}`,
    help: ({ name, suggestion }) =>
      suggestion === undefined
        ? `Define ${name} under variables:, or write it here as { ask: ${name}, type: text, label: … }.`
        : `Write ${suggestion}, or define ${name} under variables:.`,
  }),
  'unknown-code-list': rule<{ name: string; suggestion: string | undefined }>({
    severity: 'error',
    page: 'references',
    title: 'A code list that does not exist',
    why: 'The question would have no answers to choose from; pyxform refuses the form.',
    message: ({ name, suggestion }) => `There is no code list ${quote(name)}.${didYouMean(suggestion)}`,
    help: ({ name, suggestion }) =>
      LIST_FILE.test(name)
        ? `For the rows of a file write select_one_from_file ${name} or select_multiple_from_file ${name}.`
        : suggestion === undefined
          ? `Define ${name} under codelists:.`
          : `Write ${suggestion}, or define ${name} under codelists:.`,
    upstream: 'pyxform: List name not in choices sheet, RANGE_006',
  }),
  'unknown-module': rule<{ name: string; suggestion: string | undefined }>({
    severity: 'error',
    page: 'references',
    title: 'A module that does not exist',
    why: 'There is nothing to place here.',
    message: ({ name, suggestion }) => `There is no module ${quote(name)}.${didYouMean(suggestion)}`,
    help: ({ name, suggestion }) =>
      suggestion === undefined
        ? `Define ${name} under modules:.`
        : `Write ${suggestion}, or define ${name} under modules:.`,
  }),
  'unknown-type': rule<{ type: string; suggestion: string | undefined }>({
    severity: 'error',
    page: 'references',
    title: 'A question type that XLSForm does not have',
    why: 'The type says how the question is asked and what its answer can be; without it there is no question.',
    message: ({ type, suggestion }) => `${quote(type)} is not a question type.${didYouMean(suggestion)}`,
    help: ({ type, suggestion }) => typeHelp(type, suggestion),
    upstream: 'pyxform: Unknown question type, SURVEY_001, SURVEY_002',
  }),
  'type-argument': rule<{ type: string; takes: 'list' | 'file' | 'nothing' }>({
    severity: 'error',
    page: 'references',
    title: 'A question type without its list, or with a word too many',
    why: 'pyxform refuses the form.',
    message: ({ type, takes }) =>
      takes === 'nothing'
        ? `${quote(type.split(/\s/)[0] ?? '')} takes no word after it, but ${quote(type.replace(/^\S+\s+/, ''))} stands there.`
        : `${quote(type)} does not say which ${takes === 'list' ? 'code list' : 'file'} it asks.`,
    help: ({ type, takes }) => {
      if (takes === 'nothing') return `Write only ${quote(type.split(/\s/)[0] ?? '')}.`;
      return takes === 'list'
        ? `Write: type: ${type} LIST, with the name of a code list.`
        : `Write: type: ${type} FILE.csv`;
    },
    upstream: 'pyxform: select without list',
  }),
  'definition-cycle': rule<{ names: string; what: string; key: string }>({
    severity: 'error',
    page: 'references',
    title: 'Definitions that lead back to themselves',
    why: 'There is no end to it, so none of them can be compiled.',
    message: ({ names, what }) => `These ${what} lead back to themselves: ${names}.`,
    help: ({ key }) => `Take one of these ${key}: out.`,
  }),
};

/** Files that hold answers to choose from. */
const LIST_FILE = /\.(?:csv|xml|geojson)$/i;

/** Rows that a workbook needs and a dictionary does not. */
const SECTION_ROW = /^(begin|end)[ _](group|repeat|loop)/;

function typeHelp(type: string, suggestion: string | undefined): string {
  const [, edge, kind] = SECTION_ROW.exec(type) ?? [];
  if (edge === 'end') return `Delete the row: a ${kind} ends where its items: end.`;
  if (edge) return `Write a ${kind} with what stands in it: { ${kind}: NAME, label: …, items: […] }`;
  return suggestion === undefined
    ? 'Types are written as in XLSForm: text, integer, select_one LIST, date, geopoint, note, … Small and capital letters count.'
    : `Write ${suggestion}. Small and capital letters count.`;
}
