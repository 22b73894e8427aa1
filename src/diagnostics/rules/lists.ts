import { didYouMean, quote } from '../quote.ts';
import { rule } from '../rule.ts';

/** The name of the instance that holds the record before. */
const LAST_SAVED = '__last-saved';

export const listRules = {
  'empty-code-list': rule<{ list: string }>({
    severity: 'error',
    page: 'code-lists',
    title: 'A code list without codes',
    why: 'A question with this list has no answers to choose from; pyxform refuses the form.',
    message: ({ list }) => `The code list ${quote(list)} has no codes.`,
    help: () => 'Add codes: with at least one code, or file: with a CSV that has rows.',
  }),
  'duplicate-code': rule<{ code: string; list: string }>({
    severity: 'error',
    page: 'code-lists',
    title: 'A code stands twice in a list',
    why: 'Two answers would be stored as one and the same; pyxform refuses the form.',
    message: ({ code, list }) => `${quote(code)} stands twice in the code list ${quote(list)}.`,
    help: () =>
      'Give one of them another code, or take it out. A list that repeats codes on purpose is written as codes: [{ code: …, label: … }].',
    upstream: 'pyxform NAMES_007',
  }),
  'invalid-code': rule<{ code: string; list: string; suggestion: string }>({
    severity: 'error',
    page: 'code-lists',
    title: 'A code that answers cannot carry',
    why: 'An answer is stored as its code, several answers with blanks between them, so this one would be lost or fall apart.',
    message: ({ code, list }) =>
      code === ''
        ? `A row of the code list ${quote(list)} has no code.`
        : `The code ${quote(code)} of ${quote(list)} holds a blank.`,
    help: ({ suggestion }) =>
      suggestion === ''
        ? 'Write a code, or delete the row.'
        : `Write a code without blanks, such as ${quote(suggestion)}. The label may hold them.`,
    upstream: 'pyxform NAMES_006, choice name with a space',
  }),
  'list-parent': rule<{ list: string; problem: string; help: string }>({
    severity: 'error',
    page: 'code-lists',
    title: 'A list and its parent do not fit together',
    why: 'The choices could not be narrowed by the answer above them.',
    message: ({ problem }) => problem,
    help: ({ help }) => help,
  }),
  'unknown-parent-code': rule<{
    code: string;
    list: string;
    parent: string;
    parentList: string;
    suggestion: string | undefined;
  }>({
    severity: 'error',
    page: 'code-lists',
    title: 'A code hangs below a code that does not exist',
    why: 'No answer to the question above would ever offer it.',
    message: ({ code, list, parent, parentList, suggestion }) =>
      parent === ''
        ? `${quote(code)} of ${quote(list)} does not say which code of ${quote(parentList)} it belongs to.`
        : `${quote(code)} of ${quote(list)} belongs to ${quote(parent)}, which is not a code of ${quote(parentList)}.${didYouMean(suggestion)}`,
    help: ({ parentList, suggestion }) =>
      suggestion !== undefined && suggestion.startsWith('0')
        ? `Write ${suggestion}. Excel takes zeros in front away unless the column has the format Text.`
        : `Correct the value, or add the code to ${parentList}.`,
  }),
  'parent-question': rule<{
    name: string;
    parentList: string;
    form: string;
    candidates: string;
    said: string | undefined;
    suggestion: string | undefined;
  }>({
    severity: 'error',
    page: 'code-lists',
    title: 'It is not clear which question narrows the choices',
    why: 'The choices depend on an answer that the form does not have, or has more than once.',
    message: ({ name, parentList, form, candidates, said, suggestion }) => {
      if (said !== undefined)
        return `${quote(said)} does not ask the list ${quote(parentList)} in form ${quote(form)}.${didYouMean(suggestion)}`;
      return candidates === ''
        ? `The choices of ${quote(name)} depend on the list ${quote(parentList)}, but no question of form ${quote(form)} asks it.`
        : `The choices of ${quote(name)} depend on the list ${quote(parentList)}, which several questions of form ${quote(form)} ask: ${candidates}.`;
    },
    help: ({ candidates, parentList }) =>
      candidates === ''
        ? `Ask a question with select_one ${parentList} in this form, or write a choice_filter.`
        : `Say which one at the variable, parent: NAME. Questions that ask it: ${candidates}.`,
  }),
  'specify-without-other': rule<{ name: string; list: string }>({
    severity: 'error',
    page: 'code-lists',
    title: 'A text to specify, but no code for it',
    why: 'The text question would never be shown.',
    message: ({ name, list }) => `${quote(name)} has specify:, but no code of ${quote(list)} is marked special: other.`,
    help: () => 'Mark the code, for example other: { label: Other, special: other }, or delete specify:.',
  }),
  'retired-variable': rule<{ name: string; since: string; use: string | undefined }>({
    severity: 'warning',
    page: 'names',
    title: 'A retired variable is still asked',
    why: 'It is not written to the workbook.',
    message: ({ name, since }) => `${quote(name)} has been retired since ${since}, and a form still asks it.`,
    help: ({ use }) => (use === undefined ? 'Take it out of the items.' : `Ask ${use} instead.`),
  }),
  'unknown-instance': rule<{ name: string; call: string; file: string | undefined; suggestion: string | undefined }>({
    severity: 'error',
    page: 'code-lists',
    title: 'An expression reads a list or file that the form does not have',
    why: 'The expression fails on the device; pulldata and ${last-saved#…} stay empty without a word.',
    message: ({ name, call, file, suggestion }) => {
      if (name === LAST_SAVED) return `${call} reads the record that was saved last, which the form does not load.`;
      if (file !== undefined)
        return `${call} reads ${quote(name)}, but ${file} is only attached, and no question loads it.`;
      return `${call} reads ${quote(name)}, but the form has no such list or file.${didYouMean(suggestion)}`;
    },
    help: ({ name, file, suggestion }) => {
      if (name === LAST_SAVED)
        return 'Add a calculate whose calculation is ${last-saved#name}, with the name of the question: the form loads the record for it. Use that calculate here.';
      if (file?.endsWith('.geojson')) return `Ask a question of type select_one_from_file ${file}, which loads it.`;
      if (file !== undefined)
        return `Add an item that loads it: { ask: ${name}, type: ${file.endsWith('.xml') ? 'xml' : 'csv'}-external }`;
      const first = suggestion === undefined ? 'Define' : `Write ${suggestion}, define`;
      return `${first} the code list ${name}, or attach the file: attachments: [${name}.csv]`;
    },
    upstream: 'ODK Validate: instance not found',
  }),
  'placeholder-list': rule<{ list: string; country: string | undefined }>({
    severity: 'warning',
    page: 'code-lists',
    title: 'A list that each country replaces goes out with placeholders',
    why: 'A form that carries the placeholders cannot be used in the field.',
    message: ({ list, country }) =>
      country === undefined
        ? `${quote(list)} is marked country: replace, and the core forms carry its placeholders.`
        : `${quote(list)} is marked country: replace, and the forms of ${country} carry its placeholders.`,
    help: ({ list, country }) =>
      country === undefined
        ? 'Use the build of a country. If the core is built for testing only, set this finding aside with a reason.'
        : `Write the codes of the country in countries/${country}: codelists: { ${list}: { file: ${list}.csv } }`,
  }),
  'external-list-language': rule<{ list: string; codes: number; language: string }>({
    severity: 'warning',
    page: 'code-lists',
    title: 'A long list goes out in one language',
    why: 'A list that travels as a CSV file has one label column, so other languages would not be shown.',
    message: ({ list, codes, language }) =>
      `${quote(list)} has ${codes} codes and goes out as a CSV file, with labels in ${quote(language)} only.`,
    help: () => 'Write delivery: inline to keep every language, or delivery: external to say that this is meant.',
  }),
};
