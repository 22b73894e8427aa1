import type { Figure, FrequencyTable, NumberValues, ReportData } from '../../../src/emit/report/report-data.ts';

/** The answers of one question: one of each record or entry, in which several codes stand with blanks between them. */
export type Answers = readonly (string | undefined)[];

/** Fills the figures of a report with what was answered, by the path of the question. */
export function tabulated(empty: ReportData, records: number, answers: ReadonlyMap<string, Answers>): ReportData {
  const figures = [...empty.figures].map(([path, figure]) => [path, counted(figure, answers.get(path) ?? [])] as const);
  const period = { from: '2026-01-12', to: '2026-02-03' };
  return { ...empty, records, period, figures: new Map(figures) };
}

function counted(figure: Figure, answers: Answers): Figure {
  const given = answers.flatMap((answer) => answer ?? []);
  const base = { n: given.length, missing: answers.length - given.length };
  switch (figure.kind) {
    case 'frequency':
      return { ...figure, ...base, rows: countedRows(figure, given) };
    case 'summary':
      return { ...figure, ...base, values: given.length === 0 ? undefined : valuesOf(given.map(Number)) };
    case 'dates': {
      const sorted = given.toSorted();
      const [earliest = ''] = sorted;
      return { ...figure, ...base, range: given.length === 0 ? undefined : { earliest, latest: sorted.at(-1) ?? '' } };
    }
    case 'answers':
      return { ...figure, ...base };
  }
}

function countedRows({ counts, rows }: FrequencyTable, given: readonly string[]): FrequencyTable['rows'] {
  return rows.map((row) => {
    const has = (answer: string): boolean => {
      const codes = answer.split(' ');
      return counts === 'several' ? codes.includes(row.code) : codes[0] === row.code;
    };
    const count = given.filter(has).length;
    return { ...row, count, share: given.length === 0 ? 0 : count / given.length };
  });
}

function valuesOf(numbers: readonly number[]): NumberValues {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? 0;
  const half = Math.floor(sorted.length / 2);
  return {
    mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
    median: sorted.length % 2 === 1 ? at(half) : (at(half - 1) + at(half)) / 2,
    exact: true,
    min: at(0),
    max: at(sorted.length - 1),
  };
}

/** Plausible answers to everything that a report on a form counts: the same at every call. */
export function madeUp(empty: ReportData, records: number): ReportData {
  const entries = new Map([...empty.entries.keys()].map((path) => [path, records * 4]));
  const next = dice(7);
  const answers = [...empty.figures].map(([path, figure]) => {
    const repeat = [...entries.keys()].find((around) => path.startsWith(`${around}/`));
    const units = entries.get(repeat ?? '') ?? records;
    return [path, Array.from({ length: units }, () => (next(8) === 0 ? undefined : anAnswer(figure, next)))] as const;
  });
  return { ...tabulated(empty, records, new Map(answers)), entries };
}

export type Dice = (sides: number) => number;

function anAnswer(figure: Figure, next: Dice): string | undefined {
  switch (figure.kind) {
    case 'frequency': {
      const codes = figure.rows.filter(({ retired }) => !retired).map(({ code }) => code);
      // Earlier codes are chosen more often.
      const pick = (): string => codes[Math.min(next(codes.length), next(codes.length))] ?? '';
      if (codes.length === 0) return undefined;
      return figure.counts === 'one' ? pick() : [...new Set([pick(), pick()])].join(' ');
    }
    case 'summary':
      return String(next(12));
    case 'dates':
      return `2026-01-${String(10 + next(20))}`;
    case 'answers':
      return 'yes';
  }
}

/** A linear congruential generator (Numerical Recipes), so that made-up data is the same on every machine. */
export function dice(seed: number): Dice {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}
