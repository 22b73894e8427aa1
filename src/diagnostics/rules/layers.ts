import { didYouMean, quote } from '../quote.ts';
import { rule } from '../rule.ts';

/** What is wrong with a country layer as it is written, before anybody asks whether the core allows it. */
export const layerRules = {
  'country-id': rule<{ folder: string; id: string | undefined; problem: 'missing' | 'other' | 'unfit' }>({
    severity: 'error',
    page: 'layers',
    title: 'A country whose id is not the name of its folder',
    why: 'Names, codes, form ids and output folders of the country begin with the id, so there is one.',
    message: ({ folder, id, problem }) => {
      if (problem === 'missing') return `The folder countries/${folder} has no country.yaml, so nothing in it is read.`;
      if (problem === 'unfit') return `${quote(folder)} cannot be the id of a country.`;
      return `The folder is countries/${folder}, but the file says country: ${id ?? ''}.`;
    },
    help: ({ folder, problem }) => {
      if (problem === 'missing') return `Add countries/${folder}/country.yaml, and begin it with: country: ${folder}`;
      if (problem === 'unfit') return 'Name the folder with small letters and digits, a letter first, such as: afg';
      return `Write: country: ${folder}`;
    },
  }),
  'unknown-item': rule<{ name: string; noun: 'question' | 'group'; owner: string; suggestion: string | undefined }>({
    severity: 'error',
    page: 'layers',
    title: 'A change of something that is not there',
    why: 'The change has no effect, and what it was meant for stays as the core has it.',
    message: ({ name, noun, owner, suggestion }) => `${owner} has no ${noun} ${quote(name)}.${didYouMean(suggestion)}`,
    help: () =>
      'Name a question, note, group or repeat as the built form names it, with prefix or suffix of the module.',
  }),
  'change-kind': rule<{ problem: string; example: string }>({
    severity: 'error',
    page: 'layers',
    title: 'A change that does not say what it does, or where',
    why: 'It could mean several things, so it is left out.',
    message: ({ problem }) => problem,
    help: ({ example }) => `Write for example: ${example}`,
  }),
  'move-into-itself': rule<{ name: string; place: string }>({
    severity: 'error',
    page: 'layers',
    title: 'A group that is moved into itself',
    why: 'There is no such place, so the group stays where it is.',
    message: ({ name, place }) => `${quote(name)} cannot go to ${quote(place)}, which is in it.`,
    help: () => 'Name a place outside of what is moved.',
  }),
  'unknown-code': rule<{ code: string; list: string; key: string; suggestion: string | undefined }>({
    severity: 'error',
    page: 'layers',
    title: 'A change of a code that the list does not have',
    why: 'The change has no effect, and the list stays as the core has it.',
    message: ({ code, list, suggestion }) =>
      `The list ${quote(list)} has no code ${quote(code)}.${didYouMean(suggestion)}`,
    help: ({ key }) =>
      key === 'codes'
        ? 'A new code goes under add:. What stands under codes: changes codes of the core.'
        : 'Correct the code, or leave it out.',
  }),
};
