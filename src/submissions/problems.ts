import { LONGEST } from './json/cutter.ts';
import type { Trouble } from './json/cuts.ts';
import { DEEPEST } from './json/depth.ts';

/** What is wrong, in words that quote nothing of the answers, and what to do. */
export interface Problem {
  readonly problem: string;
  readonly help: string;
}

const ANEW =
  'Download the file again. If a program of yours wrote it, have it write JSON as a whole, or look at this place.';

export const problems: Readonly<Record<Trouble, Problem>> = {
  ends: { problem: 'The end of this submission is missing: a bracket that it opens is not closed.', help: ANEW },
  'text-open': { problem: 'A text in this submission has no quotation mark at its end.', help: ANEW },
  'no-value': {
    problem: 'This submission holds a word that JSON does not know where a value is due, such as NaN or None.',
    help: 'Have the program that wrote it write null instead; in pandas: DataFrame.to_json, or fill missing values first.',
  },
  control: {
    problem: 'A text in this submission holds a control character, which JSON does not allow.',
    help: ANEW,
  },
  odd: {
    problem: 'This submission is no JSON: a comma, a colon, a quotation mark or a bracket is missing or too much here.',
    help: ANEW,
  },
  deep: {
    problem: `The answers of this submission are nested more than ${DEEPEST} deep, which no form can do.`,
    help: 'Download the file again, or leave this submission out.',
  },
  long: {
    problem: `This submission is longer than ${LONGEST / 1024 / 1024} MB, which no server takes.`,
    help: 'Leave media out of the file: an answer names its picture or sound, which stays a file of its own.',
  },
};

export const STRAY: Problem = {
  problem: 'Here stands something between the submissions that is none.',
  help: 'Remove it. A file of submissions holds objects: alone, in a list, or one on each line.',
};
