import { type CrossedView, crossedView } from './crossed-view.ts';
import { NOTHING, numberText, shareText } from './number-text.ts';
import { countText, type DateTexts, dateTexts, type Page, type SummaryTexts, summaryTexts } from './page.ts';
import type { AnswerCount, CrossedFigure, Figure, FrequencyTable, IndicatorValue } from './report-data.ts';
import { type ShownRow, shownRows } from './shown-rows.ts';
import { HIDDEN, isSmall } from './small-cells.ts';

/** A figure as a partial gets it: texts to be put in their places. Small numbers are hidden already. */
export type FigureView = (FrequencyView | SummaryView | DatesView | AnswersView) & {
  /** The same by groups, a few of them side by side; nothing where no groups were asked for. */
  readonly crossed: readonly CrossedView[];
};

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

interface SummaryView extends AnswersView, SummaryTexts {
  readonly extremes: boolean;
}

interface DatesView extends AnswersView, DateTexts {}

/** `top` is how many rows a table may have before the rest becomes one. */
export function figureView(
  figure: Figure,
  crossed: CrossedFigure | undefined,
  page: Page,
  top: number | undefined,
): FigureView {
  return { ...viewOf(figure, page, top), crossed: crossed ? crossedView(figure, crossed, page, top) : [] };
}

function viewOf(
  figure: Figure,
  page: Page,
  top: number | undefined,
): FrequencyView | SummaryView | DatesView | AnswersView {
  switch (figure.kind) {
    case 'frequency':
      return frequencyView(figure, page, top);
    case 'summary':
      return {
        ...answersView(figure, page),
        ...summaryTexts(figure, page),
        extremes: figure.extremes === 'shown',
      };
    case 'dates':
      return { ...answersView(figure, page), ...dateTexts(figure, page) };
    case 'answers':
      return answersView(figure, page);
  }
}

/** Missing answers are hidden too, as all records less these are those who answered. */
function answersView({ n, missing }: Pick<AnswerCount, 'n' | 'missing'>, page: Page, note = ''): AnswersView {
  const small = isSmall(n, page.smallCells);
  return { answered: small ? HIDDEN : countText(n, page), missing: small ? HIDDEN : countText(missing, page), note };
}

function frequencyView(table: FrequencyTable, page: Page, top: number | undefined): FrequencyView {
  const view = answersView(table, page, page.words[table.counts]);
  return { ...view, rows: shownRows(table, page.smallCells, top).map((row) => rowView(row, page)) };
}

function rowView({ row, count, share, hidden }: ShownRow, page: Page): FrequencyView['rows'][number] {
  const label = row?.label ?? page.words.otherAnswers;
  if (hidden) return { label, count: HIDDEN, share: HIDDEN, bar: '0' };
  const text = share === undefined ? NOTHING : shareText(share, page.marks);
  return { label, count: countText(count, page), share: text, bar: (Math.min(share ?? 0, 1) * 100).toFixed(1) };
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
