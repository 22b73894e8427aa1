import type { AnswerKind } from '../../vocabulary/types.ts';
import type { Counter } from './counted.ts';

const DAY = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const TIME = String.raw`(?:[01]\d|2[0-3]):[0-5]\d`;
/** What is shown of an answer: as the clock of the device had it, without seconds and zone. */
const SHOWN: Readonly<Partial<Record<AnswerKind, RegExp>>> = {
  date: new RegExp(`^${DAY}(?=$|T)`),
  dateTime: new RegExp(`^${DAY}T${TIME}`),
  time: new RegExp(`^${TIME}`),
};

/** Finds the earliest and the latest; ISO dates and times are in order where their texts are. */
export function dateCounter(kind: AnswerKind): Counter {
  const pattern = SHOWN[kind] ?? /$^/;
  let n = 0;
  let earliest = '';
  let latest = '';
  return {
    add: (text) => {
      const [shown] = pattern.exec(text) ?? [];
      if (shown === undefined) return false;
      n += 1;
      if (n === 1 || shown < earliest) earliest = shown;
      if (n === 1 || shown > latest) latest = shown;
      return true;
    },
    result: () => ({
      kind: 'dates',
      n,
      range: n === 0 ? undefined : { earliest: earliest.replace('T', ' '), latest: latest.replace('T', ' ') },
    }),
  };
}
