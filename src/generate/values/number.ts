import type { Domain } from '../../expression/domains/domain.ts';
import type { Random } from '../random.ts';

/** The ends of the numbers that suit, each of them one that does, as far as that is known; infinite where there is no end. */
export function rangesOf(domain: Domain | undefined, step = 1): readonly (readonly [number, number])[] {
  if (domain?.kind !== 'numbers') return [];
  return domain.intervals.map(({ low, high, isLowOpen, isHighOpen }) => [
    isLowOpen ? low + step : low,
    isHighOpen ? high - step : high,
  ]);
}

/** How far numbers go where nothing says it. */
const USUAL = 99;
const LARGEST_WHOLE = 2_147_483_647;
/** An end of the range is as often there as this: mistakes like to live at ends. */
const END = 0.03;
/** Ranges over this are those of sizes, such as the people of a site, of which few are large. */
const WIDE = 1000;
const [SMALL_SIZE, LARGE_SIZE] = [20, 5000];
/** How often a size is smaller than usual. */
const TINY = 0.1;

/** A number that suits. */
export function numberWithin(domain: Domain | undefined, places: number, random: Random, small: boolean): string {
  const step = 10 ** -places;
  const [from, to] = random.pick(rangesOf(domain, step)) ?? [0, USUAL];
  const low = Number.isFinite(from) ? from : Math.min(0, to - USUAL);
  const high = Number.isFinite(to) ? to : low + Math.max(USUAL, Math.abs(low));
  const most = small ? Math.min(high, Math.max(low, 6)) : high;
  const value = numberIn(low, Math.min(most, LARGEST_WHOLE), random, { even: small });
  return roundedIn(value, low, high, places);
}

export function numberIn(low: number, high: number, random: Random, { even }: { readonly even: boolean }): number {
  const width = high - low;
  if (even) return low + random.next() * width;
  if (width > WIDE) return sizeIn(low, high, random);
  if (random.chance(END)) return random.chance(0.5) ? low : high;
  return low + random.next() ** (width > 50 ? 2 : 1) * width;
}

/** Twice as large is as frequent as half as large, and what lies in the middle most frequent. */
function sizeIn(low: number, high: number, random: Random): number {
  const least = Math.max(low, SMALL_SIZE);
  const most = Math.min(high, Math.max(LARGE_SIZE, least * 10));
  if (low >= 0 && low < least && random.chance(TINY)) return low + random.next() * (Math.min(least, high) - low);
  const share = (random.next() + random.next()) / 2;
  if (low < 0 || least >= most) return low + Math.exp(share * Math.log(high - low));
  return least * Math.exp(share * Math.log(most / least));
}

/** With so many places at most; at an end of the range it is the end itself. */
function roundedIn(value: number, low: number, high: number, places: number): string {
  const rounded = Number(value.toFixed(places));
  const text = String(rounded < low ? low : rounded > high ? high : rounded);
  return text.includes('e') ? value.toFixed(places) : text;
}
