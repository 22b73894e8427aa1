import { listed, quote } from '../../diagnostics/quote.ts';
import { dayText } from '../gregorian.ts';
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
  const write = kind === 'number' ? String : (days: number) => dayText(Math.floor(days));
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
