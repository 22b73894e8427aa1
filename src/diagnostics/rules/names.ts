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
      `Begin with a letter or _, then letters, digits, _, - or . and no blanks: for example ${quote(suggestion)}.`,
    upstream: 'pyxform NAMES_008',
  }),
  'reserved-name': rule<{ name: string; what: string }>({
    severity: 'error',
    page: 'names',
    title: 'A name that has a meaning of its own elsewhere',
    why: 'Programs that read the data treat this word as their own, and answers under it get lost.',
    message: ({ name, what }) =>
      `${quote(name)} cannot be the name of ${what}: programs that read the data use this word.`,
    help: ({ name }) => `Choose another name, such as ${quote(`q_${name.replaceAll('_', '')}`)}.`,
  }),
  'duplicate-definition': rule<{ name: string; section: string }>({
    severity: 'error',
    page: 'names',
    title: 'A name is defined twice',
    why: 'Forms that use the name would silently take one of the two.',
    message: ({ name, section }) => `${quote(name)} is defined twice under ${section}.`,
    help: () => 'Keep one definition. For a second meaning choose a second name.',
  }),
  'duplicate-name': rule<{ name: string; form: string; other: string }>({
    severity: 'error',
    page: 'names',
    title: 'A name stands twice in a form',
    why: 'Both would be one column of the data: KoboToolbox refuses the form, and a reference to the name is ambiguous.',
    message: ({ name, form, other }) =>
      name === other
        ? `${quote(name)} stands twice in form ${quote(form)}.`
        : `${quote(name)} and ${quote(other)} in form ${quote(form)} differ only in upper and lower case.`,
    help: () => 'Give one of them another name with as:, or place the module with prefix: or suffix:.',
    upstream: 'pyxform NAMES_001, NAMES_002',
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
      suggestion === undefined
        ? `Define ${name} under codelists:.`
        : `Write ${suggestion}, or define ${name} under codelists:.`,
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
    why: 'pyxform refuses the form.',
    message: ({ type, suggestion }) => `${quote(type)} is not a question type.${didYouMean(suggestion)}`,
    help: () => 'Types are written as in XLSForm: text, integer, select_one LIST, date, geopoint, note, … Case counts.',
    upstream: 'pyxform: Unknown question type',
  }),
  'type-argument': rule<{ type: string; takes: 'list' | 'file' | 'nothing' }>({
    severity: 'error',
    page: 'references',
    title: 'A question type without its list, or with a word too many',
    why: 'pyxform refuses the form.',
    message: ({ type, takes }) =>
      takes === 'nothing' ? `${quote(type)} has a word after the type that it does not take.` : `${quote(type)} does not say which ${takes === 'list' ? 'code list' : 'file'} it takes.`,
    help: ({ type, takes }) => {
      if (takes === 'nothing') return `Write only ${quote(type.split(/\s/)[0] ?? '')}.`;
      return takes === 'list' ? `Write: type: ${type} LIST, with the name of a code list.` : `Write: type: ${type} FILE.csv`;
    },
    upstream: 'pyxform: select without list',
  }),
  'definition-cycle': rule<{ names: string; what: string }>({
    severity: 'error',
    page: 'references',
    title: 'Definitions that lead back to themselves',
    why: 'There is no end to it, so none of them can be compiled.',
    message: ({ names, what }) => `These ${what} lead back to themselves: ${names}.`,
    help: () => 'Take one of them out of the circle.',
  }),
};
