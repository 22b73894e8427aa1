import { expect, test } from 'vitest';
import { createFingerprints, fingerprintOf, knownFindings } from '../../../src/conform/findings/known.ts';
import type { RecordFinding } from '../../../src/conform/finding.ts';
import { allOf, at, findingsOf, outOfRange, subject, wrongAge, wrongCode } from './findings.ts';

function known(...findings: readonly RecordFinding[]): ReturnType<typeof knownFindings> {
  const fingerprints = createFingerprints();
  for (const each of findings) fingerprints.add(fingerprintOf(each));
  return knownFindings(fingerprints.sorted());
}

test('a finding is known by rule, submission and path, whatever was answered and wherever the dictionary moved', () => {
  const { has } = known(wrongAge(subject(), 2, 'two'));
  expect(has(wrongAge(subject(), 2, 'three'))).toBe(true);
  expect(has(wrongAge(subject({ number: 1, line: 99, version: '9' }), 2, 'two'))).toBe(true);
  expect(has(wrongCode(subject(), 'x', { place: at('integer') }))).toBe(false);
  expect(has(wrongAge(subject(), 3, 'two'))).toBe(false);
  expect(has(wrongAge(subject({ number: 2 }), 2, 'two'))).toBe(false);
});

test('findings that came again are counted once, and the others are gone', () => {
  const numbers = Array.from({ length: 3000 }, (_, index) => index + 1);
  const all = known(...numbers.map((number) => outOfRange(subject({ number }), '60')), outOfRange(subject(), '61'));
  expect(all.gone()).toBe(3000);
  expect(numbers.filter((number) => all.has(outOfRange(subject({ number }), '60')))).toEqual(numbers);
  expect(all.has(outOfRange(subject(), '60'))).toBe(true);
  expect(all.has(outOfRange(subject({ number: 3001 }), '60'))).toBe(false);
  expect(all.gone()).toBe(0);
});

test('known findings are set aside, and counted nowhere else', async () => {
  const { has } = known(wrongCode(subject(), 'igloo'));
  const findings = findingsOf(
    (store) => {
      store.add(wrongCode(subject(), 'igloo'));
      store.add(outOfRange(subject(), '60'));
    },
    { isKnown: has },
  );
  expect(findings.counts).toMatchObject({ known: 1, errors: 1, recordsWithErrors: 1 });
  expect((await allOf(findings)).map(({ variable }) => variable)).toEqual(['hh_size']);
});
