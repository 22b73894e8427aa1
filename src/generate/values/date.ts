import { DAY, dayText, MINUTE, padded } from '../../expression/gregorian.ts';
import type { Domain } from '../../expression/domains/domain.ts';
import type { Random } from '../random.ts';
import { numberIn, rangesOf } from './number.ts';

const SECOND = 1000;

/** A moment as Collect writes it on a device whose clock shows UTC. */
export function dateTimeText(ms: number): string {
  return `${dayText(Math.floor(ms / DAY))}T${timeText(ms)}`;
}

export function timeText(ms: number): string {
  const rest = ((ms % DAY) + DAY) % DAY;
  const [hours, minutes, seconds] = [rest / (60 * MINUTE), (rest % (60 * MINUTE)) / MINUTE, (rest % MINUTE) / SECOND];
  return `${two(hours)}:${two(minutes)}:${two(seconds)}.${padded(rest % SECOND, 3)}+00:00`;
}

/** How many days before the interview something was that nothing else is known of. */
const RECENT = 60;

/** A day that suits, not long before the day of the interview where nothing says otherwise. */
export function dayIn(domain: Domain | undefined, today: number, random: Random): number {
  const [low, high] = random.pick(rangesOf(domain)) ?? [-Infinity, Infinity];
  const last = Number.isFinite(high) ? high : Math.max(today, low);
  const first = Number.isFinite(low) ? low : last - RECENT;
  return Math.round(numberIn(first, Math.max(last, first), random, { even: true }));
}

function two(value: number): string {
  return padded(Math.floor(value), 2);
}
