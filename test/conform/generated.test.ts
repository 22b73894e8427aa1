import { describe, expect, test } from 'vitest';
import { knownForm } from '../../src/conform/known-form.ts';
import type { RecordFinding } from '../../src/conform/finding.ts';
import type { Generated } from '../../src/generate/generate.ts';
import type { Dictionary } from '../../src/model/dictionary.ts';
import { forms, generated } from '../generate/generating.ts';
import { present } from '../support/tester.ts';
import { findingsOn } from './conforming.ts';

/** `line rule path` of all that is found in generated records. */
function foundIn(dictionary: Dictionary, name: string, records: readonly Generated[]): readonly string[] {
  const form = knownForm(dictionary, present(dictionary.forms.get(name), name), 'kobo');
  const answers = records.map(({ record }) => record);
  return findingsOn(form, answers, { shape: 'kobo' }).map(lineOf);
}

function lineOf({ diagnostic: { rule, location }, subject }: RecordFinding): string {
  return `${subject.number} ${rule} ${location.kind === 'record' ? location.path : ''}`;
}

describe('what is generated', () => {
  test.each(forms)('%s: no conforming record has a finding', (form, dictionary) => {
    const { records } = generated(dictionary, { form, count: 300, seed: 7 });
    expect(foundIn(dictionary, form, records)).toEqual([]);
  });

  test.each(forms)('%s: each planted fault is found at its place, and nothing else', (form, dictionary) => {
    const { records } = generated(dictionary, { form, count: 40, seed: 7, faults: 'each' });
    const planted = records.flatMap(({ fault }) => (fault ? [`${fault.line} ${fault.rule} ${fault.path}`] : []));
    expect(planted.length).toBeGreaterThan(10);
    expect(foundIn(dictionary, form, records)).toEqual(planted);
  });

  test.each(forms)('%s: so it is with many of them', (form, dictionary) => {
    const { records } = generated(dictionary, { form, count: 60, seed: 8, faults: 0.5 });
    const planted = records.flatMap(({ fault }) => (fault ? [`${fault.line} ${fault.rule} ${fault.path}`] : []));
    expect(foundIn(dictionary, form, records)).toEqual(planted);
  });
});
