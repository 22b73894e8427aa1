import type { RecordView } from '../expression/evaluate/scope.ts';
import type { Delivery } from '../model/deliver/delivery.ts';
import type { Dictionary } from '../model/dictionary.ts';
import { recordFiller } from '../model/record/record-filler.ts';
import type { JsonRecord } from '../model/record/record-reader.ts';
import { recordScope } from '../model/record/record-scope.ts';
import type { ByQuestion } from './by.ts';
import { countAnswer } from './count/figure-counters.ts';
import { dayTeller } from './day.ts';
import { createLevels, type Level } from './levels.ts';
import { writtenAnswer } from './written-answer.ts';

/** What is counted. */
export interface TallyRequest {
  readonly delivery: Delivery;
  readonly dictionary: Dictionary;
  readonly by: readonly ByQuestion[];
  /** How many groups a report may have. */
  readonly mostGroups: number;
  /** The first and the last day that count, `YYYY-MM-DD`; all where none is given. */
  readonly since: string | undefined;
  readonly until: string | undefined;
}

/** Counts the submissions of a form. Its memory grows with the form and the groups, not with the submissions. */
export interface Tally {
  readonly request: TallyRequest;
  /** Takes the answers of a submission. */
  add(answers: JsonRecord): void;
  readonly state: TallyState;
}

export interface TallyState {
  /** What was counted of the records, with what was counted of their repeats inside. */
  readonly records: Level;
  period: { readonly from: string; readonly to: string } | undefined;
  /** Left out, because they are of other days. */
  outside: number;
  /** Left out where days matter, because nothing tells theirs. */
  undated: number;
  tooManyGroups: boolean;
  /** How many answers of the form were in the data. */
  answers: number;
  /** Keys that the form does not have, as far as they were counted. */
  readonly unknown: Set<string>;
}

/** Nobody reads of more. */
const MOST_UNKNOWN = 1000;

export function startTally(request: TallyRequest): Tally {
  const { delivery, dictionary, by, mostGroups } = request;
  const scope = recordScope(delivery, dictionary);
  const records = createLevels(scope, delivery, dictionary, by, mostGroups);
  const state: TallyState = {
    records,
    period: undefined,
    outside: 0,
    undated: 0,
    tooManyGroups: false,
    answers: 0,
    unknown: new Set(),
  };
  const dayOf = dayTeller(delivery.form, scope);
  const fill = recordFiller(scope, {
    answer:
      ({ slot }) =>
      (value, record) => {
        record.values[slot] = writtenAnswer(value);
      },
    unknown: (key) => {
      if (state.unknown.size < MOST_UNKNOWN) state.unknown.add(key);
    },
    misplaced: () => {},
  });
  const add = (answers: JsonRecord): void => {
    const record = fill(answers);
    const day = dayOf(record, answers);
    const left = leftOut(day, request);
    if (left) state[left] += 1;
    else count(record, records, state);
    if (!left && day !== undefined) state.period = widened(state.period, day);
  };
  return { request, add, state };
}

function leftOut(day: string | undefined, { since, until }: TallyRequest): 'undated' | 'outside' | undefined {
  if (since === undefined && until === undefined) return undefined;
  if (day === undefined) return 'undated';
  return day < (since ?? day) || day > (until ?? day) ? 'outside' : undefined;
}

function widened(period: TallyState['period'], day: string): TallyState['period'] {
  if (period && period.from <= day && day <= period.to) return period;
  const { from = day, to = day } = period ?? {};
  return { from: day < from ? day : from, to: day > to ? day : to };
}

function count(row: RecordView, level: Level, state: TallyState): void {
  level.size += 1;
  const group = level.groups?.find(row);
  if (level.groups && group === undefined) state.tooManyGroups = true;
  for (const figure of level.figures) {
    const text = String(row.values[figure.slot] ?? '');
    // A calculation without its numbers gives this on a device, which is no answer.
    if (text === '' || text === 'NaN') continue;
    state.answers += 1;
    countAnswer(figure, text, group);
  }
  for (const inner of level.inner) for (const entry of row.repeats[inner.slot] ?? []) count(entry, inner, state);
}
