import { listed, quote } from '../quote.ts';
import { rule } from '../rule.ts';

/** A range as its message says it: `0 to 10`, with a step. */
export interface Ends {
  readonly start: string;
  readonly end: string;
}

export const rangeRules = {
  'range-steps': rule<
    Ends & {
      name: string;
      value: string;
      step: string;
      problem: 'zero' | 'too-large' | 'off-grid' | 'outside';
    }
  >({
    severity: 'error',
    page: 'parameters',
    title: 'The numbers of a range do not fit together',
    why: 'There is no scale to show; pyxform refuses the form.',
    message: ({ name, value, start, end, step, problem }) => {
      const range = `the range from ${start} to ${end}`;
      switch (problem) {
        case 'zero':
          return `${name} cannot be 0: ${range} would never end.`;
        case 'too-large':
          return `${name} is ${value}, which is larger than ${range}.`;
        case 'off-grid':
          return name === 'placeholder'
            ? `${name} is ${value}, which steps of ${step} from ${start} do not reach.`
            : `${name} is ${value}, which is no multiple of the step, ${step}.`;
        case 'outside':
          return `${name} is ${value}, which lies outside ${range}.`;
      }
    },
    help: ({ name, step, start, end, problem }) => {
      switch (problem) {
        case 'zero':
        case 'too-large':
          return `Write a ${name} that is larger than 0 and at most the distance from start to end. Left out, start is 1, end 10 and step 1.`;
        case 'off-grid':
          return name === 'placeholder'
            ? `Write ${start} or a number that lies whole steps of ${step} from it.`
            : `Write a multiple of the step, ${step}.`;
        case 'outside':
          return `Write a number between ${start} and ${end}.`;
      }
    },
    upstream: 'pyxform RANGE_002 to RANGE_005',
  }),
  'range-labels': rule<
    Ends & {
      list: string;
      codes: readonly string[];
      grid: string;
      problem: 'no-number' | 'outside' | 'off-grid' | 'not-the-ends';
    }
  >({
    severity: 'error',
    page: 'parameters',
    title: 'Labels that do not stand on their range',
    why: 'The code of a label says where on the scale it stands; pyxform refuses the form.',
    message: ({ list, codes, start, end, grid, problem }) => {
      const which = codes.length === 1 ? 'The code' : 'The codes';
      const named = `${which} ${listed(codes.map(quote), 'and')} of ${quote(list)}`;
      switch (problem) {
        case 'no-number':
          return `${named} ${codes.length === 1 ? 'is no number' : 'are no numbers'}, so there is no place for the label on the range.`;
        case 'outside':
          return `${named} ${codes.length === 1 ? 'lies' : 'lie'} outside the range from ${start} to ${end}.`;
        case 'off-grid':
          return `${named} ${codes.length === 1 ? 'is' : 'are'} not reached from ${start} in steps of ${grid}.`;
        case 'not-the-ends':
          return `A range without ticks has labels at both ends, ${start} and ${end}, and nowhere else, but ${quote(list)} has codes ${codes.join(', ')}.`;
      }
    },
    help: ({ start, end, problem }) =>
      problem === 'not-the-ends'
        ? `Use a code list with the two codes ${start} and ${end}, or delete no-ticks.`
        : 'Correct the codes of the list, or the start, end and step of the range.',
    upstream: 'pyxform RANGE_007, RANGE_009 to RANGE_012',
  }),
  'range-appearance': rule<{ names: readonly string[]; appearance: string }>({
    severity: 'error',
    page: 'parameters',
    title: 'Ticks and labels on a range that cannot show them',
    why: 'Only scales that are drawn as a line have ticks; pyxform refuses the form.',
    message: ({ names, appearance }) =>
      `A range with the appearance ${quote(appearance)} cannot show ${listed(names, 'and')}.`,
    help: ({ names }) =>
      `Delete ${listed(names, 'and')}, or use the appearance vertical or no-ticks, or none for a horizontal line.`,
    upstream: 'pyxform RANGE_008',
  }),
};
