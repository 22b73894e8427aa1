import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDictionary } from '../../../src/dictionary/compile.ts';
import { deliver } from '../../../src/model/deliver/deliver.ts';
import { hashOf, type NormalForm } from '../../../src/remote/content/normal-form.ts';
import { formOfWorkbook } from '../../../src/remote/content/of-workbook.ts';
import { compareForms } from '../../../src/remote/plan/compare-forms.ts';
import { possibleEffects } from '../../../src/remote/plan/effect.ts';
import { memoryTree } from '../../../src/source/files.ts';
import { formWorkbook } from '../../../src/xlsform/rows/workbook.ts';
import { openOffice, serversYaml } from '../office.ts';
import { type Files, randomDictionary } from '../random-dictionary.ts';

function formOf(files: Files): NormalForm {
  const inFolder = Object.entries(files).map(([file, text]) => [file.replace('dictionary/', ''), text]);
  const { dictionary } = compileDictionary(memoryTree(Object.fromEntries(inFolder) as Files));
  const form = dictionary?.forms.get('survey');
  if (!dictionary || !form) throw new Error('The dictionary has no form');
  return formOfWorkbook(formWorkbook(deliver(dictionary, form, 'kobo'), dictionary).plan).form;
}

const random = randomDictionary.map(formOf);

describe('two forms', () => {
  it('have no differences where they are the same, and some where they are not', () => {
    const property = fc.property(random, random, (one, other) => {
      expect(compareForms(one, one)).toEqual([]);
      expect(compareForms(one, other).length === 0).toBe(hashOf(one) === hashOf(other));
    });
    fc.assert(property, { numRuns: 150 });
  });

  it('differ backwards by what they differ forwards', () => {
    const property = fc.property(random, random, (one, other) => {
      const places = (from: NormalForm, to: NormalForm): readonly string[] =>
        compareForms(from, to)
          .filter(({ kind }) => kind !== 'moved')
          .map(({ subject, name, column }) => JSON.stringify([subject, name, column]))
          .toSorted();
      expect(places(other, one)).toEqual(places(one, other));
    });
    fc.assert(property, { numRuns: 100 });
  });

  it('do nothing to answers where only questions and codes were added', () => {
    const property = fc.property(random, (form) => {
      const [first, ...others] = form.survey.toReversed();
      const without = { ...form, survey: others.toReversed() };
      expect(first).toBeDefined();
      expect(possibleEffects(without, form, new Map())).toEqual([]);
    });
    fc.assert(property, { numRuns: 100 });
  });
});

describe('a plan that was carried out', () => {
  it('is empty afterwards, whatever was edited, and the next push writes nothing', { timeout: 120_000 }, async () => {
    const office = await openOffice({ convert: 'off', importPolls: 0 }, {});
    office.write({ 'dictionary/servers.yaml': serversYaml(office.kobo.url, ['survey']) });
    const property = fc.asyncProperty(randomDictionary, async (files) => {
      office.write(files);
      const pushed = await office.run('push --yes');
      expect(pushed).toMatchObject({ code: 0, err: '' });
      office.writes();
      expect(await office.run('plan --exit-code')).toMatchObject({ code: 0, err: '' });
      expect(await office.run('push --yes')).toMatchObject({ code: 0, err: '' });
      expect(office.writes()).toEqual([]);
    });
    await fc.assert(property, { numRuns: 40 });
  });
});
