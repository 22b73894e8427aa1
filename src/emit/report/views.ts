import { type NumberMarks, numberMarksIn, type ReportWords, reportWordsIn } from '../../vocabulary/report-wording.ts';
import { NOTHING, numberText, shareText } from './number-text.ts';
import type {
  AnswerCount,
  DateRange,
  Figure,
  FrequencyRow,
  FrequencyTable,
  IndicatorValue,
  NumberSummary,
  ReportData,
} from './report-data.ts';
import { HIDDEN, hiddenCells, isSmall } from './small-cells.ts';

/** What figures of one report have in common. */
export interface Page {
  readonly words: ReportWords;
  readonly marks: NumberMarks;
  readonly smallCells: number | undefined;
}

/** A figure as a partial gets it: texts to be put in their places. Small numbers are hidden already. */
export type FigureView = FrequencyView | SummaryView | DatesView | AnswersView;

interface AnswersView {
  readonly answered: string;
  readonly missing: string;
  readonly note: string;
}

interface FrequencyView extends AnswersView {
  readonly rows: readonly {
    readonly label: string;
    readonly count: string;
    readonly share: string;
    readonly bar: string;
  }[];
}

interface SummaryView extends AnswersView {
  readonly mean: string;
  readonly median: string;
  readonly min: string;
  readonly max: string;
  readonly extremes: boolean;
}

interface DatesView extends AnswersView {
  readonly earliest: string;
  readonly latest: string;
}

export function pageOf({ language, smallCells }: ReportData): Page {
  return { words: reportWordsIn(language), marks: numberMarksIn(language), smallCells };
}

/** `top` is how many rows a table may have before the rest becomes one. */
export function figureView(figure: Figure, page: Page, top: number | undefined): FigureView {
  switch (figure.kind) {
    case 'frequency':
      return frequencyView(figure, page, top);
    case 'summary':
      return summaryView(figure, page);
    case 'dates':
      return datesView(figure, page);
    case 'answers':
      return answersView(figure, page);
  }
}

export function countText(count: number, { marks }: Page): string {
  return numberText(count, marks, 0);
}

/** Missing answers are hidden too, as all records less these are those who answered. */
function answersView({ n, missing }: Pick<AnswerCount, 'n' | 'missing'>, page: Page, note = ''): AnswersView {
  const small = isSmall(n, page.smallCells);
  return { answered: small ? HIDDEN : countText(n, page), missing: small ? HIDDEN : countText(missing, page), note };
}

type ShownRow = Pick<FrequencyRow, 'label' | 'count'> & { readonly share: number | undefined };

function frequencyView(table: FrequencyTable, page: Page, top: number | undefined): FrequencyView {
  const view = answersView(table, page, page.words[table.counts]);
  if (isSmall(table.n, page.smallCells)) return { ...view, rows: [] };
  const rows = withRest(table, page, top);
  const counts = rows.map(({ count }) => count);
  const hidden = hiddenCells(counts, page.smallCells, table.counts !== 'several');
  return { ...view, rows: rows.map((row, index) => rowView(row, hidden.has(index), table.n, page)) };
}

function rowView(row: ShownRow, hidden: boolean, n: number, page: Page): FrequencyView['rows'][number] {
  const { label, count, share } = row;
  if (hidden) return { label, count: HIDDEN, share: HIDDEN, bar: '0' };
  const known = n > 0 ? share : undefined;
  const text = known === undefined ? NOTHING : shareText(known, page.marks);
  return { label, count: countText(count, page), share: text, bar: (Math.min(known ?? 0, 1) * 100).toFixed(1) };
}

/** The most frequent rows of a long table, and one for all others. Of several answers shares cannot be added up. */
function withRest(table: FrequencyTable, { words }: Page, top: number | undefined): readonly ShownRow[] {
  const rows = table.rows.filter(({ retired, count }) => !retired || count > 0);
  if (top === undefined || rows.length <= top + 1) return rows;
  const sorted = rows.toSorted((a, b) => b.count - a.count);
  const rest = sorted.slice(top);
  const sum = (value: (row: FrequencyRow) => number): number => rest.reduce((total, row) => total + value(row), 0);
  const share = table.counts === 'several' ? undefined : sum((row) => row.share);
  return [...sorted.slice(0, top), { label: words.otherAnswers, count: sum((row) => row.count), share }];
}

function summaryView({ n, missing, values, extremes }: NumberSummary, page: Page): SummaryView {
  const shown = extremes === 'shown';
  const text = (value: number | undefined, decimals = 2): string => {
    if (isSmall(n, page.smallCells)) return HIDDEN;
    return value === undefined ? NOTHING : numberText(value, page.marks, decimals);
  };
  return {
    ...answersView({ n, missing }, page),
    mean: text(values?.mean, Math.abs(values?.mean ?? 0) < 1 ? 2 : 1),
    median: text(values?.median),
    min: shown ? text(values?.min) : HIDDEN,
    max: shown ? text(values?.max) : HIDDEN,
    extremes: shown,
  };
}

function datesView({ n, missing, range }: DateRange, page: Page): DatesView {
  const text = (value: string | undefined): string => (isSmall(n, page.smallCells) ? HIDDEN : (value ?? NOTHING));
  return { ...answersView({ n, missing }, page), earliest: text(range?.earliest), latest: text(range?.latest) };
}

export interface IndicatorView {
  readonly label: string;
  readonly value: string;
}

export function indicatorView({ label, unit, value, n }: IndicatorValue, page: Page): IndicatorView {
  if (isSmall(n, page.smallCells)) return { label, value: HIDDEN };
  if (value === undefined) return { label, value: NOTHING };
  return { label, value: unit === 'share' ? shareText(value, page.marks) : numberText(value, page.marks, 2) };
}
