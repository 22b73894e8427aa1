import { describe, expect, it } from 'vitest';
import { faultRules } from '../../src/generate/faults/fault.ts';
import { faultKinds } from '../../src/generate/faults/table.ts';
import { checkerOf } from './checker.ts';
import { everyType, forms, generated, shipped } from './generating.ts';

/** The rules that the checker of these tests knows. */
const CHECKED: ReadonlySet<string> = new Set([
  'answer-missing',
  'answer-not-asked',
  'answer-constraint',
  'answer-calculation',
]);

describe('faults', () => {
  it('are there for each rule, and have words of their own', () => {
    expect(new Set(faultKinds.map(({ rule }) => rule))).toEqual(new Set(faultRules));
    expect(new Set(faultKinds.map(({ what }) => what)).size).toBe(faultKinds.length);
  });

  it('can all be had by some form', () => {
    const made = forms.flatMap(
      ([form, dictionary]) => generated(dictionary, { form, count: 1, faults: 'each' }).records,
    );
    const found = new Set(made.map(({ fault }) => fault?.what));
    expect(faultKinds.map(({ what }) => what).filter((what) => !found.has(what))).toEqual([]);
  });

  it.each(forms)('%s: each is the only one in its record', (form, dictionary) => {
    const check = checkerOf(dictionary, form, 'kobo');
    for (const { record, fault } of generated(dictionary, { form, count: 60, faults: 1 }).records) {
      if (fault === undefined || !CHECKED.has(fault.rule)) continue;
      expect(check(record)).toEqual([`${fault.rule} ${fault.path}`]);
    }
  });

  it('draw in no other rule, whatever they are', () => {
    const check = checkerOf(shipped, 'household_registration', 'kobo');
    const others = /^(?:answer-type|answer-code|answer-code-retired|answer-filter|entries-count)$/;
    const { records } = generated(shipped, { form: 'household_registration', count: 80, faults: 1 });
    const faulty = records.filter(({ fault }) => others.test(fault?.rule ?? ''));
    expect(faulty.length).toBeGreaterThan(20);
    for (const { record, fault } of faulty) {
      // What is of no type is nothing to whoever reads it.
      expect(check(record).filter((each) => each !== `answer-missing ${fault?.path}`)).toEqual([]);
    }
  });

  it('tell the record, the line and the place', () => {
    const { records } = generated(everyType, { count: 3, faults: 'each' });
    for (const [index, { record, fault }] of records.entries()) {
      if (fault === undefined) expect(index).toBeLessThan(3);
      else expect(fault).toMatchObject({ line: index + 1, record: record['meta/rootUuid'] });
    }
  });

  it('come as often as was asked for', () => {
    const { records } = generated(everyType, { count: 200, faults: 0.25 });
    const share = records.filter(({ fault }) => fault).length / records.length;
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.35);
    expect(records.length).toBe(200);
  });

  it('are those of the words that describe them', () => {
    const { records } = generated(everyType, { count: 2, faults: 'each' });
    const textWith = (what: string): string =>
      JSON.stringify(records.find(({ fault }) => fault?.what === what)?.record);
    expect(textWith('a day that no month has')).toContain('"2026-02-30"');
    expect(textWith('a date with the day in front')).toMatch(/"\d\d\/\d\d\/\d{4}"/);
    expect(textWith('a number in Arabic digits')).toMatch(/"[٠-٩]+(?:\.[٠-٩]+)?"/);
    expect(textWith('a list where a text is wanted')).toMatch(/"(?:name|barcode)":\["/);
    expect(textWith('a code that is not offered any more')).toMatch(/"(?:one|several)":"igloo"/);
    expect(textWith('a version of the form that is not known')).toMatch(/ 0\.0\.1 0{12}"/);
    const [first, second] = records.slice(0, 2).map(({ record }) => record);
    const copy = records.find(({ fault }) => fault?.rule === 'record-twice');
    expect([first, second].map((record) => ({ ...record, _id: copy?.record['_id'] }))).toContainEqual(copy?.record);
    const missing = records.find(({ fault }) => fault?.rule === 'media-missing');
    const files = missing?.record['_attachments'] as readonly { readonly question_xpath: string }[];
    expect(files.map((file) => file.question_xpath)).not.toContain(missing?.fault?.path);
  });
});
