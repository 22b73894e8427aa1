import { listed, quote } from '../../diagnostics/quote.ts';
import type { Case, Cases } from './cases.ts';
import type { Codes, Domain } from './domain.ts';
import type { Interval } from './intervals.ts';
import type { Variable } from './names.ts';

/** More than this is a list, not a reason. */
const MOST_VALUES = 4;

/** What an answer can be, in words that follow its name: `at most 5`. Undefined where it takes too many. */
export function describe({ name, values }: Variable, cases: Cases): string | undefined {
  const [only, ...others]: readonly (Case | undefined)[] = cases;
  const domain = only?.get(name);
  return domain && others.length === 0 ? domainWords(domain, values.kind) : undefined;
}

function domainWords(domain: Domain, kind: Variable['values']['kind']): string | undefined {
  if (domain.kind === 'texts') return textWords(domain.isNot, [...domain.values]);
  if (domain.kind === 'codes') return codeWords(domain);
  if (domain.kind !== 'numbers' || domain.intervals.length > 2) return undefined;
  const write = kind === 'number' ? String : dayWords;
  const words = domain.intervals.map((interval) => intervalWords(interval, write));
  return words.every((each) => each !== '') ? words.join(' or ') : undefined;
}

function textWords(isNot: boolean, values: readonly string[]): string | undefined {
  const named = values.filter((value) => value !== '');
  if (named.length === 0 || named.length > MOST_VALUES) return undefined;
  return `${isNot ? 'never' : named.length > 1 ? 'only' : 'always'} ${listed(named.map(quote), 'or')}`;
}

function codeWords({ without, chosen }: Codes): string | undefined {
  if (chosen.size + without.size === 0 || Math.max(chosen.size, without.size) > MOST_VALUES) return undefined;
  const is = chosen.size > 0 ? [`with ${listed([...chosen].map(quote), 'and')}`] : [];
  const isNot = without.size > 0 ? [`without ${listed([...without].map(quote), 'and')}`] : [];
  return ['always', listed([...is, ...isNot], 'and')].join(' ');
}

function intervalWords({ low, high, isLowOpen, isHighOpen }: Interval, write: (value: number) => string): string {
  if (low === high) return `always ${write(low)}`;
  const from = low === -Infinity ? '' : `${isLowOpen ? 'above' : 'at least'} ${write(low)}`;
  const to = high === Infinity ? '' : `${isHighOpen ? 'below' : 'at most'} ${write(high)}`;
  if (from === '' || to === '') return from + to;
  return isLowOpen || isHighOpen ? `${from} and ${to}` : `between ${write(low)} and ${write(high)}`;
}

const DAYS_IN_400_YEARS = 146_097;
/** From 1 March of the year 0, with which the count of leap days begins anew, to 1970. */
const DAYS_BEFORE_1970 = 719_468;

/** The date so many days after 1970-01-01, as it is written in expressions (days of the Gregorian calendar, by whole cycles of leap years). */
function dayWords(days: number): string {
  const since = Math.floor(days) + DAYS_BEFORE_1970;
  const era = Math.floor(since / DAYS_IN_400_YEARS);
  const ofEra = since - era * DAYS_IN_400_YEARS;
  const years = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
  // Years begin in March here, so that the leap day is their last one.
  const march = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * march + 2) / 5) + 1;
  const month = march < 10 ? march + 3 : march - 9;
  const year = years + era * 400 + (month <= 2 ? 1 : 0);
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
