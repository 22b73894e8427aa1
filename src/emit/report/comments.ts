import { markup } from './markup.ts';
import { figuresOf, type LeftOut, type PlannedSection } from './plan.ts';
import { type Reason, reasons } from './reasons.ts';

/** What stands above a template for the person who edits it. */
export function introduction(form: string, sections: readonly PlannedSection[]): readonly string[] {
  const example = figuresOf(sections).find(({ figure }) => figure.kind === 'frequency')?.path ?? 'group/question';
  return [
    '{{!--',
    `  The report on the form "${markup(form)}". Change it as you like: words, order, what is shown.`,
    '',
    `  A line such as {{> frequency of="${example}"}} puts a figure there; "of" is the path of a question.`,
    '    frequency  how often each answer was given; top=15 shows the 15 most frequent and adds up the others',
    '    summary    mean, median, smallest and largest value of a number',
    '    dates      the earliest and the latest date or time',
    '    answers    how many answered, and nothing of what they answered',
    '    entries    how many entries a repeat has',
    '    indicator  the value of an indicator: {{> indicator name="..."}}',
    '',
    '  How figures look is written in partials/ and report.css. What was left out, and why, stands at the end of this file.',
    '--}}',
  ];
}

/** Nobody should miss a question without knowing why, nor find names of persons in a report. */
export function leftOutComment(leftOut: readonly LeftOut[]): readonly string[] {
  if (leftOut.length === 0) return [];
  const given = new Set<Reason>(leftOut.map(({ reason }) => reason));
  return [
    '{{!--',
    '  Left out of this report:',
    ...[...given].flatMap((reason) => [
      '',
      `  ${reasons[reason]}:`,
      ...leftOut.filter((each) => each.reason === reason).map(({ path }) => `    ${markup(path)}`),
    ]),
    '--}}',
  ];
}
