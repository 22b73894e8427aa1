import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecordView } from '../../src/expression/evaluate/scope.ts';
import { readDecimal } from '../../src/model/record/answers.ts';
import { type JsonRecord, recordReader } from '../../src/model/record/record-reader.ts';
import { device, trialScope } from '../expression/evaluate/evaluating.ts';

const scope = trialScope();

const submission: JsonRecord = {
  a: '4',
  d: '2.5',
  t: 'word',
  day: '2026-03-01',
  many: 'apple pear',
  strange: 'no question',
  member: [
    { 'member/age': '7', 'member/name': 'Amal', 'member/visit': [{ 'member/visit/visit_no': '1' }] },
    { name: 'Badr', age: 8, visit: [{ visit_no: 2 }, { visit_no: 3 }] },
  ],
  'last/end_note': 'flat',
};

function withKeys(names: readonly string[]): JsonRecord {
  return Object.fromEntries(names.map((name) => [name, submission[name]]));
}

/** The values of a record and of its entries. */
function valuesIn({ values, repeats }: RecordView): unknown {
  return [values, repeats.map((entries) => entries.map(valuesIn))];
}

test('a submission is read as what it is, in whatever order its keys come, and those of the submissions before it came', () => {
  const keys = Object.keys(submission);
  const expected = valuesIn(recordReader(scope)(submission, device.clock));
  const read = recordReader(scope);
  const orders = fc.shuffledSubarray(keys, { minLength: keys.length });
  fc.assert(
    fc.property(orders, fc.subarray(keys), (order, some) => {
      const strange: string[] = [];
      read(withKeys(some), device.clock);
      const record = read(withKeys(order), device.clock, { unknown: (key) => void strange.push(key) });
      expect([valuesIn(record), strange]).toEqual([expected, ['strange']]);
    }),
  );
});

test('an object of a group and keys with paths are the same, one after the other', () => {
  const read = recordReader(scope);
  const note = scope.find('end_note')?.slot ?? -1;
  const flat = read({ a: 1, 'last/end_note': 'flat' }, device.clock);
  const nested = read({ a: 1, last: { end_note: 'nested' } }, device.clock);
  const both = read({ a: 1, last: { 'last/end_note': 'path in an object' } }, device.clock);
  expect([flat, nested, both].map(({ values }) => values[note])).toEqual(['flat', 'nested', 'path in an object']);
});

test('a decimal with a few digits is exactly the number that it says', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 6 }).map((each) => each.join(''));
  fc.assert(
    fc.property(digits, digits, (whole, part) => {
      fc.pre(whole + part !== '');
      expect(readDecimal(`${whole}.${part}`)).toBe(Number(`${whole}.${part}`));
    }),
  );
});

test.each([
  ['12', 12],
  ['007', 7],
  ['12.', 12],
  ['.5', 0.5],
  ['-1.5', -1.5],
  ['+5', 5],
  ['1.5e3', 1500],
  ['123456789.123', 123456789.123],
  ['.', undefined],
  ['', undefined],
  ['1.2.3', undefined],
  ['1,5', undefined],
  ['0x10', undefined],
])('%j as a decimal is %j', (text, expected) => {
  expect(readDecimal(text)).toBe(expected);
});
