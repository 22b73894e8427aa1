import { any, type Cases, where } from './cases.ts';
import { codes, type Codes, numbers, type Texts } from './domain.ts';
import { ALL_NUMBERS, type Intervals, numbersThatAre } from './intervals.ts';
import type { Variable } from './names.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** When a question has an answer, or none. As a condition by itself (`counts`), the answer 0 is as good as none. */
export function answered({ name, values }: Variable, is: boolean, counts = false): Cases {
  switch (values.kind) {
    case 'number': {
      const not0 = counts ? numbersThatAre('!=', 0) : ALL_NUMBERS;
      const none = counts ? numbersThatAre('=', 0) : [];
      return where(name, numbers(is ? not0 : none, !is, values.isWhole));
    }
    case 'date':
    case 'dateTime':
      return where(name, numbers(is ? ALL_NUMBERS : [], !is, values.kind === 'date'));
    case 'code':
      return where(name, oneOf(is ? values.codes : ['']));
    case 'codes':
      return where(name, codes({ ...ANY_CODES, offered: offeredIn(values), ...(is ? { least: 1 } : { most: 0 }) }));
    case 'text':
      return where(name, { kind: 'texts', isNot: is, values: new Set(['']) });
  }
}

export function oneOf(values: Iterable<string>): Texts | undefined {
  const set = new Set(values);
  return set.size === 0 ? undefined : { kind: 'texts', isNot: false, values: set };
}

export const ANY_CODES: Omit<Codes, 'kind' | 'offered'> = {
  chosen: NOTHING,
  without: NOTHING,
  least: 0,
  most: Infinity,
};

export function offeredIn({ codes: offered }: Extract<Variable['values'], { kind: 'codes' }>): number {
  return offered?.size ?? Infinity;
}

/** When so many codes are chosen. */
export function chosenCount({ name }: Variable, counts: Intervals, offered: number): Cases {
  return any(
    counts.map(({ low, high }) => where(name, codes({ ...ANY_CODES, least: Math.max(low, 0), most: high, offered }))),
  );
}
