import { type NumberMarks, numberMarksIn, type ReportWords, reportWordsIn } from '../../vocabulary/report-wording.ts';
import { NOTHING, numberText } from './number-text.ts';
import type { DateRange, NumberSummary, ReportData } from './report-data.ts';
import { HIDDEN, isSmall } from './small-cells.ts';

/** What figures of one report have in common. */
export interface Page {
  readonly words: ReportWords;
  readonly marks: NumberMarks;
  readonly smallCells: number | undefined;
}

export function pageOf({ language, smallCells }: ReportData): Page {
  return { words: reportWordsIn(language), marks: numberMarksIn(language), smallCells };
}

export function countText(count: number, { marks }: Page): string {
  return numberText(count, marks, 0);
}

export interface SummaryTexts {
  readonly mean: string;
  readonly median: string;
  readonly min: string;
  readonly max: string;
}

export function summaryTexts({ n, values, extremes }: NumberSummary, page: Page): SummaryTexts {
  const text = (value: number | undefined, decimals = 2): string => {
    if (isSmall(n, page.smallCells)) return HIDDEN;
    return value === undefined ? NOTHING : numberText(value, page.marks, decimals);
  };
  const shown = extremes === 'shown';
  return {
    mean: text(values?.mean, Math.abs(values?.mean ?? 0) < 1 ? 2 : 1),
    median: text(values?.median),
    min: shown ? text(values?.min) : HIDDEN,
    max: shown ? text(values?.max) : HIDDEN,
  };
}

export interface DateTexts {
  readonly earliest: string;
  readonly latest: string;
}

export function dateTexts({ n, range }: DateRange, { smallCells }: Page): DateTexts {
  const text = (value: string | undefined): string => (isSmall(n, smallCells) ? HIDDEN : (value ?? NOTHING));
  return { earliest: text(range?.earliest), latest: text(range?.latest) };
}
