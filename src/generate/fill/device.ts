import type { Clock } from '../../expression/evaluate/scope.ts';
import type { Span } from '../plan/span.ts';
import type { AnswerStep } from '../plan/step.ts';
import { type Random, uuidFrom } from '../random.ts';
import { dayText } from '../../expression/gregorian.ts';
import { dateTimeText } from '../values/date.ts';
import { pointText } from '../values/places.ts';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;

/** The device of one record: when the interview was, and what it writes by itself. */
export interface Device {
  readonly clock: Clock;
  readonly start: number;
  readonly end: number;
  readonly id: string;
  readonly user: string;
  readonly instanceId: string;
}

/** The days from which interviews are, as days since 1970. */
export interface Period {
  readonly from: number;
  readonly until: number;
}

/** So many devices are in the field. */
const DEVICES = 8;

export function deviceIn({ from, until }: Period, { least, most }: Span, random: Random): Device {
  const day = from + random.below(until - from + 1);
  const start = day * DAY + 7 * HOUR + random.below(9 * HOUR);
  const end = start + least * SECOND + random.below((most - least) * SECOND + 1);
  const number = 1 + random.below(DEVICES);
  return {
    clock: { now: end, offset: () => 0 },
    start,
    end,
    id: `collect:sample-device-${number}`,
    user: `sample_enumerator_${number}`,
    instanceId: `uuid:${uuidFrom(random)}`,
  };
}

/** What a device writes at a question that nobody is asked. */
export function deviceText({ column, node }: AnswerStep, device: Device, random: Random): string {
  if (column.added === 'instanceID') return device.instanceId;
  switch (column.question?.type.word) {
    case 'start':
      return timed(device.start, node.answer);
    case 'end':
      return timed(device.end, node.answer);
    case 'today':
      return dayText(Math.floor(device.end / DAY));
    case 'username':
      return device.user;
    case 'email':
      return `${device.user}@example.org`;
    case 'phonenumber':
      return '5550100';
    case 'start-geopoint':
    case 'background-geopoint':
      return pointText(random);
    case 'audit':
      return 'audit.csv';
    case 'background-audio':
      return `${device.start}.m4a`;
    default:
      return device.id;
  }
}

function timed(ms: number, answer: AnswerStep['node']['answer']): string {
  return answer === 'date' ? dayText(Math.floor(ms / DAY)) : dateTimeText(ms);
}
