import type { Clock, EvaluationHost } from '../expression/evaluate/scope.ts';
import type { JsonRecord } from '../model/record/record-reader.ts';
import { textAt } from './subject.ts';

/** The device's time at the start and at the end of an interview, as far as the submission tells. */
export interface RecordClocks {
  readonly start: EvaluationHost;
  readonly end: EvaluationHost;
}

const ZONE = /([+-])(\d{2}):?(\d{2})?$/;

/**
 * Makes the clocks of submissions: what today() and now() were then.
 * @param names of the questions that hold start and end, by their paths
 * @param host gives the time for submissions that hold none, and hashes
 */
export function recordClocks(
  names: { readonly start: string; readonly end: string },
  host: EvaluationHost,
): (answers: JsonRecord) => RecordClocks {
  return (answers) => {
    const start = textAt(answers, names.start);
    const end = textAt(answers, names.end);
    const offset = offsetOf(end) ?? offsetOf(start);
    const at = (...texts: readonly string[]): EvaluationHost => ({
      ...host,
      clock: clockAt(texts, offset, host.clock),
    });
    const sent = textAt(answers, '_submission_time');
    return { start: at(start, end, sent), end: at(end, sent, start) };
  };
}

/** Few conditions ask for the time, so it is read when the first does. */
function clockAt(texts: readonly string[], offset: number | undefined, device: Clock): Clock {
  let time: number | undefined;
  return {
    get now() {
      time ??= texts.map(timeOf).find((each) => !Number.isNaN(each)) ?? device.now;
      return time;
    },
    offset: offset === undefined ? device.offset : () => offset,
  };
}

/** Minutes ahead of UTC. */
function offsetOf(text: string): number | undefined {
  const zone = ZONE.exec(text);
  if (!zone) return text.endsWith('Z') ? 0 : undefined;
  const minutes = Number(zone[2]) * 60 + Number(zone[3] ?? 0);
  return zone[1] === '-' ? -minutes : minutes;
}

function timeOf(text: string): number {
  return text === '' ? Number.NaN : Date.parse(text);
}
