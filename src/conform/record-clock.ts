import { readDateTime } from '../expression/evaluate/date-read.ts';
import type { Clock, EvaluationHost } from '../expression/evaluate/scope.ts';
import type { JsonRecord } from '../model/record/record-reader.ts';
import { textAt } from './subject.ts';

/** The device's time at the start and at the end of an interview, as far as the submission tells. */
export interface RecordClocks {
  readonly start: EvaluationHost;
  readonly end: EvaluationHost;
  /** From now on it is about this submission. */
  begin(answers: JsonRecord): void;
}

/**
 * Makes the clocks of submissions: what today() and now() were then.
 * @param names of the questions that hold start and end, by their paths
 * @param host gives the time for submissions that hold none, and hashes
 */
export function recordClocks(
  names: { readonly start: string; readonly end: string },
  host: EvaluationHost,
): RecordClocks {
  let [start, end, sent] = ['', '', ''];
  let zone: number | undefined;
  const offset: Clock['offset'] = (ms) => zone ?? host.clock.offset(ms);
  const atStart = lazyClock(() => [start, end, sent], offset, host.clock);
  const atEnd = lazyClock(() => [end, sent, start], offset, host.clock);
  return {
    start: { ...host, clock: atStart.clock },
    end: { ...host, clock: atEnd.clock },
    begin: (answers) => {
      start = textAt(answers, names.start);
      end = textAt(answers, names.end);
      sent = textAt(answers, '_submission_time');
      zone = offsetOf(end) ?? offsetOf(start);
      atStart.forget();
      atEnd.forget();
    },
  };
}

interface LazyClock {
  readonly clock: Clock;
  readonly forget: () => void;
}

/** Few conditions ask for the time, so it is read when the first does. */
function lazyClock(texts: () => readonly string[], offset: Clock['offset'], device: Clock): LazyClock {
  let time: number | undefined;
  const reading: Clock = { now: device.now, offset };
  const clock: Clock = {
    get now() {
      time ??= firstOf(texts(), reading) ?? device.now;
      return time;
    },
    offset,
  };
  return {
    clock,
    forget: () => {
      time = undefined;
    },
  };
}

function firstOf(texts: readonly string[], clock: Clock): number | undefined {
  for (const text of texts) {
    const moment = text === '' ? undefined : readDateTime(withZone(text), clock);
    if (moment) return moment.ms;
  }
  return undefined;
}

/** KoboToolbox writes `_submission_time` in UTC and does not say so. */
function withZone(text: string): string {
  return /T[\d:.]+$/.test(text) ? `${text}Z` : text;
}

const [PLUS, DASH, COLON] = [43, 45, 58];

/** Minutes ahead of UTC of `…+02:00`, `…+02` or `…Z`. */
function offsetOf(text: string): number | undefined {
  if (text.endsWith('Z')) return 0;
  const at = text.charCodeAt(text.length - 3) === COLON ? text.length - 6 : text.length - 3;
  const sign = text.charCodeAt(at);
  if (at < 11 || (sign !== PLUS && sign !== DASH)) return undefined;
  const minutes = Number(text.slice(at + 1, at + 3)) * 60 + Number(text.slice(at + 4) || 0);
  return Number.isNaN(minutes) ? undefined : sign === DASH ? -minutes : minutes;
}
