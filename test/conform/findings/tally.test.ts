import { expect, test } from 'vitest';
import { createRecordSet } from '../../../src/conform/findings/bits.ts';
import { createCounter } from '../../../src/conform/findings/tally.ts';
import { concentrations, tellingValues } from '../../../src/conform/findings/telling.ts';
import { findingsOf, outOfRange, subject, tellMonth } from './findings.ts';

test('values beyond what is counted apart are counted together', () => {
  const counter = createCounter(2);
  for (const value of ['a', '__proto__', 'c', 'a', 'd', 'constructor']) counter.of(value).records += 1;
  const { values, others } = counter.tallies('enumerator');
  expect(values.map(({ value, records }) => [value, records])).toEqual([
    ['__proto__', 1],
    ['a', 2],
  ]);
  expect(others?.records).toBe(3);
});

test('the same value comes first for most submissions with findings, a day in its place', () => {
  const counter = createCounter();
  counter.of('2024-05-02').recordsWithFindings = 1;
  counter.of('2024-05-01').records = 9;
  expect(counter.tallies('site').values.map(({ value }) => value)).toEqual(['2024-05-02', '2024-05-01']);
  expect(counter.tallies('day').values.map(({ value }) => value)).toEqual(['2024-05-01', '2024-05-02']);
});

test('a set of submissions grows, by file and number', () => {
  const set = createRecordSet();
  const numbers = [1, 31, 32, 33, 1_000_000, 1, 1_000_000];
  expect(numbers.map((number) => set.add('a', number))).toEqual([true, true, true, true, true, false, false]);
  expect(set.add('__proto__', 32)).toBe(true);
  expect(set.size()).toBe(6);
});

test('an enumerator who slips far oftener stands out, and so does an old form', () => {
  const told = tellingValues(findingsOf(tellMonth));
  expect(told.map(({ dimension, value, found, records }) => [dimension, value, found, records])).toEqual([
    ['version', '1.3.0', 20, 20],
    ['enumerator', 'E07', 34, 34],
    ['day', 'not a day', 6, 6],
  ]);
});

test('few findings, or findings everywhere, tell nothing', () => {
  const few = findingsOf((store) => {
    for (let number = 1; number <= 100; number += 1) store.looked(subject({ number, enumerator: `E${number % 10}` }));
    for (let number = 10; number < 50; number += 10) store.add(outOfRange(subject({ number, enumerator: 'E0' }), '60'));
  });
  const everywhere = findingsOf((store) => {
    for (let number = 1; number <= 100; number += 1) {
      const of = subject({ number, enumerator: `E${number % 10}` });
      store.looked(of);
      store.add(outOfRange(of, '60'));
    }
  });
  expect([few, everywhere].map(tellingValues)).toEqual([[], []]);
});

test('a group tells where it comes from', () => {
  const findings = findingsOf(tellMonth);
  const told = findings.groups.values.map((group) => concentrations(group, findings).map(({ value }) => value));
  expect(told).toEqual([['E07'], ['1.3.0'], [], [], ['E01', 'Camp A'], []]);
});
