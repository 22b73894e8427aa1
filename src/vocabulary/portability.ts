import type { Engine } from './functions.ts';

/** What each engine makes of a construct: the words follow the name of the engine. */
export interface Construct {
  readonly title: string;
  readonly does: Readonly<Record<Engine, string>>;
  /** The engines that cannot take it at all, or make nothing of it. */
  readonly fails: readonly Engine[];
  readonly help: string;
  /** Whether it is only worth knowing: the engines differ in what seldom happens. */
  readonly isMinor?: boolean;
}

const works = (word: string): Record<'enketo' | 'webforms', string> => ({ enketo: word, webforms: word });

/**
 * Constructs that engines read in different ways (JavaRosa 5.1, enketo-core 9.0, xforms-engine 0.22, measured). Functions that
 * an engine lacks stand in their own table.
 */
export const constructs = {
  'loose-regex': {
    title: 'a pattern without ^ and $',
    does: { collect: 'the whole text must fit', ...works('a part of the text is enough') },
    fails: [],
    help: 'Begin the pattern with ^ and end it with $, or with .* where anything may stand.',
  },
  'blank-condition': {
    title: 'an answer alone as a condition',
    does: {
      collect: 'it holds where there is an answer other than 0',
      ...works('it always holds, with or without an answer'),
    },
    fails: [],
    help: "Say what is asked: ${question} != '' for any answer, ${question} > 0 for a number.",
  },
  'stored-condition': {
    title: 'the outcome of a calculate alone as a condition',
    does: {
      collect: 'it holds where the calculation does',
      ...works('it always holds, because the text false is a text, too'),
    },
    fails: [],
    help: "Compare it with the text: = 'true' where it must hold, != 'true' where it must not.",
  },
  'time-as-text': {
    title: 'a date with a time taken for a text',
    does: { collect: 'it is the day alone', ...works('it is the day and the time') },
    fails: [],
    help: "Say how it is written: format-date-time(…, '%Y-%m-%d %H:%M').",
  },
  'clock-as-text': {
    title: 'a time of day taken for a text',
    does: { collect: 'it is the day of today', ...works('it is the time') },
    fails: [],
    help: "In Collect write format-date-time(…, '%H:%M'), which ODK Web Forms cannot read; ask with type dateTime for what is the same everywhere.",
  },
  'blank-in-extreme': {
    title: 'max or min of several answers',
    does: {
      collect: 'answers that are missing are left out',
      enketo: 'there is no result where one is missing',
      webforms: 'there is no result where one is missing',
    },
    fails: [],
    help: 'Write coalesce(…, 0) for answers that can be missing, or make them required.',
    isMinor: true,
  },
  'date-text-number': {
    title: 'number() of a date in quotes',
    does: { collect: 'it is no number', ...works('it is the days since 1970') },
    fails: [],
    help: "Write decimal-date-time(date('2024-12-31')).",
  },
  'week-pattern': {
    title: 'the pattern %W',
    does: { collect: 'it is the week of the year', enketo: 'the form stops with an error', webforms: 'it stays %W' },
    fails: ['enketo', 'webforms'],
    help: 'Compute the week from decimal-date-time(…), or leave it out.',
  },
  union: {
    title: 'the sign |',
    does: { collect: 'the form is refused', enketo: 'it joins both', webforms: 'the form stops with an error' },
    fails: ['collect', 'webforms'],
    help: 'Write coalesce(…, …) for the first that is answered, or one path for each.',
  },
  'path-step': {
    title: 'this kind of path',
    does: { collect: 'the form is refused', ...works('it works') },
    fails: ['collect'],
    help: 'Name the question as ${question}. Paths are made of names, . and .. only.',
  },
  'predicate-value': {
    title: 'a number or text alone between [ ]',
    does: { collect: 'nothing is found', ...works('it is the entry of that number') },
    fails: ['collect'],
    help: 'Write [position() = …] for an entry by its number.',
  },
  'minus-bracket': {
    title: 'a minus before a bracket',
    does: { collect: 'it works', enketo: 'the form stops with an error', webforms: 'it works' },
    fails: ['enketo'],
    help: 'Write 0 - (…), or -1 * (…).',
  },
} as const satisfies Readonly<Record<string, Construct>>;

export type ConstructName = keyof typeof constructs;
