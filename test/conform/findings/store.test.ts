import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createFindingStore } from '../../../src/conform/findings/store.ts';
import type { Findings } from '../../../src/conform/findings/found.ts';
import { PublishError } from '../../../src/formats/publish-error.ts';
import { tempFolder } from '../../cli/project.ts';
import {
  allOf,
  at,
  finding,
  findingsOf,
  hiddenPhone,
  hostile,
  implausible,
  outOfRange,
  subject,
  tellMonth,
  wrongAge,
  wrongCode,
} from './findings.ts';

test('findings come back as they were, in their order', async () => {
  const made = [wrongCode(subject(), 'igloo'), hiddenPhone(subject({ line: undefined })), wrongAge(subject(), 2, '')];
  const findings = findingsOf((store) => made.forEach(store.add));
  expect(await allOf(findings)).toEqual(made);
  expect(await allOf(findings)).toEqual(made);
});

test('many findings go to disk, and nothing of them can be seen there', async () => {
  const folder = tempFolder();
  const findings = findingsOf(
    (store) => {
      for (let number = 1; number <= 5000; number += 1) store.add(outOfRange(subject({ number }), String(number)));
      expect(readdirSync(folder)).toEqual([]);
    },
    { folder },
  );
  const values = (await allOf(findings)).map(({ value }) => Number(value));
  expect(values).toEqual(Array.from({ length: 5000 }, (_, index) => index + 1));
  findings.end();
  expect(readdirSync(folder)).toEqual([]);
});

test('a folder that cannot be written to is told in a sentence', () => {
  const store = createFindingStore({ folder: '/nowhere/at/all' });
  const many = (): void => {
    for (let number = 1; number <= 5000; number += 1) store.add(outOfRange(subject({ number }), '60'));
  };
  expect(many).toThrow(PublishError);
  expect(many).toThrow(
    'Findings cannot be kept in "/nowhere/at/all": there is no such file. Give a folder with more room',
  );
});

test('what data holds comes back as it was, and is cut where it is long', async () => {
  const values = (await allOf(findingsOf((store) => hostile().forEach(store.add)))).map(({ value }) => value);
  const made = hostile().map(({ value }) => value);
  expect(values[3]).toMatch(/^long x{995}… \(cut, 10005 characters\)$/);
  expect(values.toSpliced(3, 1)).toEqual(made.toSpliced(3, 1));
});

test('an answer of 10 MB leaves nothing but its beginning', async () => {
  const huge = 'ab'.repeat(5_000_000);
  const of = subject({ key: huge, enumerator: huge, site: huge, version: huge, day: huge, link: huge });
  const findings = findingsOf((store) => {
    store.looked(of);
    store.add(finding(of, 'answer-unknown', huge, { key: huge, likely: undefined }, { value: huge, path: huge }));
  });
  expect(JSON.stringify(await allOf(findings)).length).toBeLessThan(10_000);
  expect(JSON.stringify([findings.groups, findings.by]).length).toBeLessThan(20_000);
  expect(findings.by.enumerator.values).toMatchObject([{ records: 1, recordsWithFindings: 1 }]);
});

test('submissions are counted once, whatever is found on them and in which order', () => {
  const { counts, by } = findingsOf((store) => {
    for (let number = 1; number <= 100; number += 1) store.looked(subject({ number }));
    for (const number of [7, 70, 7]) store.add(implausible(subject({ number }), '24'));
    for (const number of [70, 71]) store.add(wrongCode(subject({ number }), 'x'));
    store.add(finding(subject({ number: 99 }), 'answer-renamed', 'a', { name: 'a', before: 'b' }));
    store.add(wrongCode(subject({ number: 7 }), 'x', { file: 'june.json' }));
  });
  expect(counts).toEqual({
    errors: 3,
    warnings: 3,
    infos: 1,
    toClean: 6,
    records: 100,
    recordsWithFindings: 4,
    recordsWithErrors: 3,
    known: 0,
  });
  expect(by.enumerator.values).toEqual([
    { value: 'E01', records: 100, recordsWithFindings: 4, recordsWithErrors: 3, findings: 7 },
  ]);
});

test('a finding on the form as such is no finding on a submission', async () => {
  const findings = findingsOf(tellMonth);
  const told = (await allOf(findings)).filter(({ subject: of }) => of === undefined);
  expect(told.map(({ diagnostic }) => [diagnostic.rule, diagnostic.location])).toEqual([
    ['check-not-possible', at('". > 20"')],
  ]);
  expect(findings.counts.toClean).toBe(findings.counts.errors + findings.counts.warnings);
});

/** A group in a line: what, how often, and the answers of its examples. */
function outline({ groups }: Findings): readonly string[] {
  return groups.values.map(({ examples, findings, records, answers }) => {
    const [{ diagnostic, variable }] = examples;
    const shown = examples.map(({ value }) => value?.slice(0, 20) ?? '-').join(' | ');
    return `${diagnostic.rule} ${variable}: ${findings} in ${records}: ${shown}: ${answers.map(([, times]) => times).join(' ')}`;
  });
}

test('groups: errors first, then the most submissions, with different examples', () => {
  expect(outline(findingsOf(tellMonth))).toEqual([
    'answer-constraint hh_size: 34 in 34: 66 | 62 | 65: 5 5 5 5 5',
    'answer-code shelter: 26 in 26: tentt | igloo | <script>alert(1)</sc: 10 10',
    'answer-type member_age: 4 in 1: 1 years | 2 years | 3 years: ',
    'answer-type hoh_phone: 1 in 1: -: ',
    'answer-implausible hh_size: 5 in 5: 24 | 24 | 24: 5',
    'check-not-possible : 1 in 0: -: ',
  ]);
});

test('two limits of a question are two groups', () => {
  const findings = findingsOf((store) => {
    store.add(implausible(subject(), '24'));
    store.add({
      ...implausible(subject(), '24'),
      diagnostic: { ...implausible(subject(), '24').diagnostic, related: [] },
    });
  });
  expect(findings.groups.values).toHaveLength(2);
});

test('columns that nobody knows make no end of groups', () => {
  const { groups, counts } = findingsOf((store) => {
    for (let number = 1; number <= 3000; number += 1) {
      const key = `column_${number}`;
      store.add(finding(subject({ number }), 'answer-unknown', key, { key, likely: undefined }));
    }
  });
  expect([groups.values.length, groups.others, counts.warnings]).toEqual([2000, 1000, 3000]);
});
