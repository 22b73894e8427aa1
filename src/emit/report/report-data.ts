/**
 * What a report template is filled with. Paths are those of submissions: the names of groups, repeats and the question,
 * joined by `/`. Inside a repeat everything counts the entries of the repeat, elsewhere the records.
 */
export interface ReportData {
  /** The form's name. */
  readonly form: string;
  /** The tag of the language that labels are in, and words and numbers of the report. */
  readonly language: string;
  readonly records: number;
  /** ISO dates of the first and the last record; nothing without records. */
  readonly period: { readonly from: string; readonly to: string } | undefined;
  /** Counts under this number are hidden when the report is rendered. */
  readonly smallCells: number | undefined;
  /** How many entries all records have together, by the path of the repeat. */
  readonly entries: ReadonlyMap<string, number>;
  /** By the path of the question. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** The same figures for groups of records or entries, by the path of the question; empty where no groups were asked for. */
  readonly crossed: ReadonlyMap<string, CrossedFigure>;
  readonly indicators: ReadonlyMap<string, IndicatorValue>;
}

export type Figure = FrequencyTable | NumberSummary | DateRange | AnswerCount;

interface Answered {
  /** How many records, or entries, have an answer. */
  readonly n: number;
  /** How many have none, whether they were not asked or did not answer. */
  readonly missing: number;
}

/** How often each code was answered. */
export interface FrequencyTable extends Answered {
  readonly kind: 'frequency';
  /** One answer each; several, so that rows add up to more than `n`; or what was ranked first. */
  readonly counts: 'one' | 'several' | 'first';
  /** In the order of the list. A code that is not offered any more has a row too, for older records. */
  readonly rows: readonly FrequencyRow[];
}

export interface FrequencyRow {
  readonly code: string;
  readonly label: string;
  readonly count: number;
  /** Of those who answered, from 0 to 1. */
  readonly share: number;
  readonly retired: boolean;
  /** Whether it counts the answers that no list has; its code is empty. */
  readonly unlisted: boolean;
}

export interface NumberSummary extends Answered {
  readonly kind: 'summary';
  /** Nothing without answers. */
  readonly values: NumberValues | undefined;
  /** Whether the smallest and the largest value may be shown: of personal data they are somebody's own. */
  readonly extremes: 'shown' | 'withheld';
}

export interface NumberValues {
  readonly mean: number;
  readonly median: number;
  /** Whether the median is this very number; of very many different ones it is within half a percent. */
  readonly exact: boolean;
  readonly min: number;
  readonly max: number;
}

/** ISO dates, times of day, or both; nothing without answers. */
export interface DateRange extends Answered {
  readonly kind: 'dates';
  readonly range: { readonly earliest: string; readonly latest: string } | undefined;
}

/** Only how many answered: what they answered is not for a report. */
export interface AnswerCount extends Answered {
  readonly kind: 'answers';
}

/** The value of an indicator; a share is from 0 to 1. */
export interface IndicatorValue {
  readonly label: string;
  readonly unit: 'number' | 'share';
  readonly value: number | undefined;
  readonly n: number;
}

/** A figure for each group, beside the figure of all. */
export interface CrossedFigure {
  readonly grouping: Grouping;
  /** One for each group, in their order, each with rows as the figure of all has them. */
  readonly figures: readonly Figure[];
}

/** Groups that every record or entry is in exactly one of. */
export interface Grouping {
  /** The questions whose answers make the groups. */
  readonly by: readonly { readonly path: string; readonly label: string }[];
  readonly groups: readonly Group[];
}

export interface Group {
  /** One for each question of the grouping. */
  readonly values: readonly GroupValue[];
  /** How many records or entries are in it. */
  readonly size: number;
}

/** An answer that groups are made of. Those without one are a group, too, and those with one that no list has. */
export interface GroupValue {
  readonly kind: 'code' | 'unlisted' | 'missing';
  /** Empty but for codes. */
  readonly code: string;
  readonly label: string;
}
