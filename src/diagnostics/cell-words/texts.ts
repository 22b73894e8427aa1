import { UNDETERMINED } from '../../core/languages.ts';
import { quote } from '../quote.ts';
import type { CellWords } from './words.ts';

/** A row without a name is told of as such; what else is wrong with it is said of the row. */
function called(name: string): string {
  return name === '' ? 'this row' : quote(name);
}

function inLanguage(tag: string): string {
  return tag === UNDETERMINED ? 'in the column without a language' : `in ${quote(tag)}`;
}

/** Of labels and whatever else people read. */
export const textWords = {
  'missing-translation': {
    why: 'Who uses the language reads another one there, or sees a dash.',
    message: ({ missing, name, languages }) => `The ${missing} of ${called(name)} is missing in ${languages}.`,
    help: () => 'Write the translation in the same row, in the column of that language.',
  },
  'one-sided-reference': {
    message: ({ tag, other, references }) =>
      `The text ${inLanguage(tag)} does not show ${references}, which the text ${inLanguage(other)} shows.`,
  },
  'language-header': {
    help: ({ header, tag, problem, suggestion }) => {
      if (problem === 'no tag')
        return `Write the tag behind the name of the language, such as English (en) for ${quote(header)}.`;
      return suggestion === undefined
        ? `${quote(tag)} should be the tag of two letters, such as fr, or of three letters where there is none, such as prs.`
        : `Write ${suggestion} in the brackets.`;
    },
  },
  'plain-language': {
    message: () => 'This column does not say its language, and others do.',
    help: () =>
      'Write the language behind the heading, such as label::English (en), or name the language of plain columns in the setting default_language.',
  },
  'missing-label': {
    message: ({ name, guidance }) =>
      guidance
        ? `${quote(name)} has only a guidance_hint, which phones do not show by themselves.`
        : `${name === '' ? 'This row' : quote(name)} has no label, no hint, and no image, sound or film.`,
    help: () =>
      'Write the question as it is read out in the column label. A value that nobody sees has the type calculate.',
  },
  'section-without-label': {
    message: ({ name, kind }) => `The ${kind} ${name === '' ? 'in this row' : quote(name)} has no label.`,
    help: ({ kind }) =>
      kind === 'repeat'
        ? 'Write one in the column label, such as Household member.'
        : 'Write one in the column label, or leave it so if nobody sees it.',
  },
  'code-without-label': {
    help: ({ none }) => (none ? 'Write a label for each choice.' : 'Write one in the column label of this row.'),
  },
  'big-image-alone': {
    help: () => 'Name the small image in the column image as well, or use image in place of big-image.',
  },
} satisfies CellWords;
