import { didYouMean, listed, quote } from '../quote.ts';
import { rule } from '../rule.ts';
import { entityRules } from './entities.ts';
import { rangeRules } from './ranges.ts';

export const parameterRules = {
  'parameter-syntax': rule<{
    fault: 'alone' | 'no-key' | 'no-value' | 'second-equals' | 'twice' | 'separators';
    words: string;
    rewritten: string;
  }>({
    severity: 'error',
    page: 'parameters',
    title: 'Parameters that cannot be read',
    why: 'pyxform refuses the form, or takes something else than what was meant.',
    message: ({ fault, words }) => {
      switch (fault) {
        case 'alone':
          return `${quote(words)} is not written as name=value. A value holds no blank, no comma and no semicolon.`;
        case 'no-key':
          return `${quote(words)} has no name before the =.`;
        case 'no-value':
          return `${quote(words)} has no value.`;
        case 'second-equals':
          return `${quote(words)} has more than one =.`;
        case 'twice':
          return `${quote(words)} stands twice among these parameters; only the last one counts.`;
        case 'separators':
          return `KoboToolbox misreads ${quote(words)}: it parts parameters at one kind of sign only, or else at every blank, also beside =.`;
      }
    },
    help: ({ fault, rewritten }) => {
      if (fault === 'separators') return `Write: ${rewritten}`;
      return fault === 'twice'
        ? 'Delete one of the two.'
        : 'Write for example max-pixels=1024, or as a map { max-pixels: 1024 }. Take out what has no value.';
    },
    upstream: 'pyxform SURVEY_004',
  }),
  'type-parameter': rule<{
    name: string;
    type: string;
    known: readonly string[];
    suggestion: string | undefined;
    elsewhere: readonly string[];
  }>({
    severity: 'error',
    page: 'parameters',
    title: 'A parameter that the question type does not have',
    why: 'pyxform refuses the form.',
    message: ({ name, type, suggestion }) =>
      `The type ${type} has no parameter ${quote(name)}.${didYouMean(suggestion)}`,
    help: ({ type, known, elsewhere, suggestion }) => {
      if (suggestion !== undefined) return `Write ${suggestion}. ${type} has: ${known.join(', ')}.`;
      const other = elsewhere.length > 0 ? `It is a parameter of ${listed(elsewhere, 'and')}. ` : '';
      return `${other}Delete it, or use one of those that ${type} has: ${known.join(', ')}.`;
    },
    upstream: 'pyxform SURVEY_005',
  }),
  'ignored-parameters': rule<{ words: string; reason: string }>({
    severity: 'warning',
    page: 'parameters',
    title: 'Parameters that have no effect',
    why: 'The converter passes over them without a word, so the form does not do what is written.',
    message: ({ words, reason }) => `${quote(words)} has no effect: ${reason}.`,
    help: () => 'Delete the parameters, or use a type and an appearance that have them.',
  }),
  'parameter-value': rule<{ name: string; value: string; expected: string; suggestion: string | undefined }>({
    severity: 'error',
    page: 'parameters',
    title: 'A parameter with a value that it cannot have',
    why: 'pyxform refuses the form.',
    message: ({ name, value, suggestion }) => `${name} cannot be ${quote(value)}.${didYouMean(suggestion)}`,
    help: ({ name, expected }) => `For ${name}, write ${expected}.`,
    upstream: 'pyxform SURVEY_003, 006 to 009, RANGE_001, NAMES_008',
  }),
  'parameter-capitals': rule<{ name: string; value: string; what: string }>({
    severity: 'error',
    page: 'parameters',
    title: 'A parameter names something with capital letters',
    why: 'Converters read the values of parameters in small letters, do not find the name then, and refuse the form.',
    message: ({ name, value, what }) =>
      `${name} names ${what} ${quote(value)}, but parameters are read in small letters, as ${quote(value.toLowerCase())}.`,
    help: ({ value, what }) =>
      what === 'the code list'
        ? `Give the list a name without capital letters in the workbook: as: ${value.toLowerCase()}.`
        : `Give ${what} a name without capital letters.`,
  }),
  'incomplete-parameters': rule<{ given: readonly string[]; missing: readonly string[] }>({
    severity: 'error',
    page: 'parameters',
    title: 'A parameter without those that it needs',
    why: 'pyxform refuses the form.',
    message: ({ given, missing }) =>
      `${listed(given, 'and')} ${given.length === 1 ? 'needs' : 'need'} ${listed(missing, 'and')} as well.`,
    help: ({ given, missing }) => `Add ${listed(missing, 'and')}, or delete ${listed(given, 'and')}.`,
    upstream: 'pyxform: seed, location parameters of audit',
  }),
  'kobo-parameter': rule<{ name: string }>({
    severity: 'error',
    page: 'parameters',
    title: 'A parameter that KoboToolbox does not know',
    why: 'KoboToolbox converts forms with pyxform 3.0.0, which refuses a parameter that came later.',
    message: ({ name }) => `KoboToolbox does not know the parameter ${quote(name)} and refuses the form.`,
    help: () => 'Delete it, or build this form for the profile odk only.',
  }),
  'image-size': rule<{ name: string }>({
    severity: 'warning',
    page: 'parameters',
    title: 'Photos of any size',
    why: 'A photo as the camera makes it can hold ten megabytes: on a weak network, submissions with it get stuck, and it fills the storage of the server.',
    message: ({ name }) => `The photos of ${quote(name)} are sent as large as the camera makes them.`,
    help: () => 'Add parameters: max-pixels=1024, which is the longer side of the photo and enough for most uses.',
    upstream: 'pyxform: image without max-pixels',
  }),
  'trigger-list': rule<{
    problem: 'no-reference' | 'comma' | 'words' | 'kobo';
    words: string;
    rewritten: string;
  }>({
    severity: 'error',
    page: 'parameters',
    title: 'A trigger that is not a list of questions',
    why: 'The value would not be computed anew when an answer changes, or the form would be refused.',
    message: ({ problem, words }) => {
      switch (problem) {
        case 'no-reference':
          return `The trigger ${quote(words)} names no question.`;
        case 'comma':
          return `The trigger ${quote(words)} names several questions without a comma between them.`;
        case 'words':
          return `In the trigger, ${quote(words)} is no question, and converters pass over it.`;
        case 'kobo':
          return `The trigger ${quote(words)} does nothing on KoboToolbox, which knows only one single question there.`;
      }
    },
    help: ({ problem, rewritten }) => {
      if (problem === 'kobo') return 'Name one single question, or build this form for the profile odk only.';
      return `Write the names of questions with commas between them, for example: ${rewritten}`;
    },
    upstream: 'pyxform PYREF_001, PYREF_002, PYREF_003',
  }),
  ...rangeRules,
  ...entityRules,
};
