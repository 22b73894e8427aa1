import { didYouMean, quote } from '../quote.ts';
import { rule } from '../rule.ts';

/** What a country writes in place of a key of the core. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['items', 'Write what changes: change: [{ after: hoh_sex, add: [afg_document] }, { remove: [winter_assistance] }]'],
  ['include', 'Write the codes themselves: add: { afg_mud_house: Mud house }'],
  ['retired', 'To leave a question out, write in the form: change: [{ remove: [old_score] }]'],
  ['like', 'Write the keys that change. A variable of the country alone may be like another.'],
]);

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
  'unknown-item': rule<{
    name: string;
    noun: 'question' | 'group';
    /** `Form "visit"` or `Module "roster"`. */
    owner: string;
    /** Whether a change before this one takes it out. */
    removed: boolean;
    suggestion: string | undefined;
  }>({
    severity: 'error',
    page: 'layers',
    title: 'A change of something that is not there',
    why: 'The change has no effect, and what it was meant for stays as the core has it.',
    message: ({ name, noun, owner, removed, suggestion }) =>
      removed
        ? `${owner} has ${quote(name)} no more: a change before this one removes it.`
        : `${owner} has no ${noun} ${quote(name)}.${didYouMean(suggestion)}`,
    help: ({ noun, owner, removed }) => {
      if (removed) return 'Write this change before the other, or keep one of the two.';
      if (noun === 'group') return 'Name a group or a repeat, or the form or module itself.';
      return owner.startsWith('Module')
        ? 'Name a question, note, group or repeat as the module names it, without prefix or suffix of a use.'
        : 'Name a question, note, group or repeat as the built form names it, with prefix or suffix of the module.';
    },
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
    title: 'A question or group that is moved into or beside itself',
    why: 'There is no such place, so it stays where it is.',
    message: ({ name, place }) =>
      name === place
        ? `${quote(name)} cannot go beside itself, or into itself.`
        : `${quote(name)} cannot go to ${quote(place)}, which is part of it.`,
    help: () => 'Name a place outside of what is moved.',
  }),
  'unknown-code': rule<{
    code: string;
    list: string;
    key: string;
    /** Whether the same country leaves it out. */
    removed: boolean;
    suggestion: string | undefined;
  }>({
    severity: 'error',
    page: 'layers',
    title: 'A change of a code that the list does not have',
    why: 'The change has no effect, and the list stays as the core has it.',
    message: ({ code, list, removed, suggestion }) =>
      removed
        ? `The country takes the code ${quote(code)} out of the list ${quote(list)}, and says something else of it here.`
        : `The list ${quote(list)} has no code ${quote(code)}.${didYouMean(suggestion)}`,
    help: ({ key, removed }) => {
      if (removed) return 'Keep one of the two.';
      return key === 'codes'
        ? 'A new code goes under add:. What stands under codes: changes codes of the core.'
        : 'Correct the code, or leave it out.';
    },
  }),
  'known-code': rule<{ code: string; list: string }>({
    severity: 'error',
    page: 'layers',
    title: 'A code is added that the list has already',
    why: 'Two answers would be stored as one and the same, so the code of the core stays as it is.',
    message: ({ code, list }) => `The list ${quote(list)} has a code ${quote(code)} already.`,
    help: ({ code }) => `Change it with codes: { ${code}: … }, or give the new one a code of its own.`,
  }),
  'core-key': rule<{ key: string }>({
    severity: 'error',
    page: 'layers',
    title: 'A country says what only the core can say',
    why: 'It is the same for all countries, so what stands here has no effect.',
    message: ({ key }) => `${quote(key)} stands in the core alone, and a country cannot write it.`,
    help: ({ key }) => INSTEAD.get(key) ?? 'Delete the line. What all countries need is changed in the core.',
  }),
  'untranslated-core': rule<{ language: string; tag: string; country: string; texts: number }>({
    severity: 'warning',
    page: 'layers',
    title: 'A language of a country that most texts of the core lack',
    why: 'The forms show the texts of the default language in their place.',
    message: ({ language, texts }) => `${texts} texts of the core are missing in ${language}.`,
    help: ({ tag, country }) => `Translate them in countries/${country}/locales/${tag}.yaml.`,
  }),
  'left-out': rule<{ what: 'code list' | 'variable'; name: string }>({
    severity: 'error',
    page: 'layers',
    title: 'A definition that a country cannot leave out',
    why: 'What asks it would ask nothing, so it stays as the core has it.',
    message: ({ what, name }) => `Nothing stands after the ${what} ${quote(name)}.`,
    help: ({ what, name }) =>
      what === 'variable'
        ? `Write what changes. To leave the question out, write in the form or module that asks it: change: [{ remove: [${name}] }]`
        : 'Write what changes, such as: { remove: [igloo] }',
  }),
};
