import { describe, expect, it } from 'vitest';
import { compileDictionary } from '../../../src/dictionary/compile.ts';
import { checkDictionary } from '../../../src/check/check.ts';
import { offeredCodes } from '../../../src/model/code-list.ts';
import { memoryTree } from '../../../src/source/files.ts';
import { importing } from './importing.ts';

const dictionary = {
  'dictionary.yaml': 'lexiform: 1\ndictionary: a\nversion: 1.2.0\nlanguages: { en: English, fr: Français }\n',
};

const FIRST =
  'ADM2_EN,ADM2_FR,ADM2_PCODE,ADM1_EN,ADM1_FR,ADM1_PCODE,version\n' +
  'Karia,Karie,XA0101,Badara,Badéra,XA01,v01\n' +
  'Domar,Domar,XA0102,Badara,Badéra,XA01,v01\n' +
  'Lomar,Lomar,XA0201,Sawo,Saouo,XA02,v01\n' +
  'Tuva,Touva,XA0202,Sawo,Saouo,XA02,v01\n';

/** XA0102 is gone, XA0103 new, XA0101 renamed in French, XA0202 moved. */
const SECOND =
  'ADM2_EN,ADM2_FR,ADM2_PCODE,ADM1_EN,ADM1_FR,ADM1_PCODE,version\n' +
  'Karia,Carie,XA0101,Badara,Badéra,XA01,v02\n' +
  'Nemo,Némo,XA0103,Badara,Badéra,XA01,v02\n' +
  'Lomar,,XA0201,Sawo,Saouo,XA02,v02\n' +
  'Tuva,Touva,XA0202,Badara,Badéra,XA01,v02\n';

async function after(csv: string, files: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const { files: made } = await importing({ 'g.csv': csv }, { edition: undefined }, files);
  return { ...files, ...Object.fromEntries(made) };
}

const first = await after(FIRST, dictionary);

describe('a gazetteer that is imported again', () => {
  it('changes nothing and says nothing, if it is the same', async () => {
    const { files, lists, findings } = await importing({ 'g.csv': FIRST }, { edition: undefined }, first);
    expect(Object.fromEntries(files)).toEqual({
      'codelists/admin1.csv': first['codelists/admin1.csv'],
      'codelists/admin2.csv': first['codelists/admin2.csv'],
    });
    expect(lists.map(({ changes }) => changes)).toEqual(
      Array.from({ length: 2 }, () => ({ added: 0, gone: 0, renamed: 0, moved: 0 })),
    );
    expect(findings.map((finding) => finding.split(' ')[0])).toEqual(['area-level-derived']);
  });

  it('tells what is new, gone, renamed and moved, each at its row', async () => {
    const { files, lists, findings, diagnostics } = await importing({ 'g.csv': SECOND }, { edition: undefined }, first);
    expect(files.get('codelists/admin2.csv')).toBe(
      'name,label::English (en),label::Français (fr),admin1,retired\n' +
        'XA0101,Karia,Carie,XA01,\nXA0103,Nemo,Némo,XA01,\nXA0201,Lomar,Lomar,XA02,\nXA0202,Tuva,Touva,XA01,\n' +
        'XA0102,Domar,Domar,XA01,1.2.0\n',
    );
    expect(lists.map(({ changes }) => changes)).toEqual([
      { added: 0, gone: 0, renamed: 0, moved: 0 },
      { added: 1, gone: 1, renamed: 1, moved: 1 },
    ]);
    expect(findings).toEqual([
      'area-gone at codelists/admin2.csv:3:1',
      'area-level-derived at g.csv:1:44',
      'area-renamed at g.csv:2:13',
      'area-new at g.csv:3:11',
      'area-name-missing at g.csv:4:8',
      'area-code-prefix at g.csv:5:12',
      'area-moved at g.csv:5:12',
    ]);
    const moved = diagnostics.find(({ rule }) => rule === 'area-moved');
    expect(moved?.message).toBe('"XA0202" ("Tuva") of "admin2" lies in "XA01" now, before in "XA02".');
  });

  it('brings the edition up to date in the definitions, and leaves the rest of them alone', async () => {
    const labelled = (first['codelists/admin-areas.yaml'] ?? '').replace('Administrative level 1', 'Region');
    const files = { ...first, 'codelists/admin-areas.yaml': labelled };
    const second = await after(SECOND, files);
    expect(second['codelists/admin-areas.yaml']).toBe(labelled.replaceAll('version: v01', 'version: v02'));
  });

  it('makes lists that a dictionary compiles without a finding, with the places that are gone as retired', async () => {
    const { dictionary: made, diagnostics } = compileDictionary(memoryTree(await after(SECOND, first)));
    if (!made) throw new Error('there is no dictionary');
    expect([...diagnostics, ...checkDictionary(made, ['kobo'])].map(({ message }) => message)).toEqual([]);
    const list = made.codeLists.get('admin2');
    expect(list?.codes.length).toBe(5);
    expect(list && offeredCodes(list).map(({ name }) => name.string.text)).toEqual([
      'XA0101',
      'XA0103',
      'XA0201',
      'XA0202',
    ]);
  });

  it('keeps what was written by hand: columns, names that it lacks, headings, special codes', async () => {
    const byHand =
      'code,label,label::Français (fr),label::es,admin1,access,special\n' +
      'XA0101,Karia,Karie,Caria,XA01,easy,\nXA0102,Domar,Domar,,XA01,hard,\nXA0201,Lomar,Lomaire,,XA02,,\n' +
      'XA0202,Tuva,Touva,,XA02,,\nother,Other,Autre,,,,other\n';
    const files = { ...first, 'codelists/admin2.csv': byHand };
    const { files: made, findings } = await importing({ 'g.csv': SECOND }, { edition: undefined }, files);
    expect(made.get('codelists/admin2.csv')).toBe(
      'code,label,label::Français (fr),admin1,label::es,access,special,retired\n' +
        'XA0101,Karia,Carie,XA01,Caria,easy,,\nXA0103,Nemo,Némo,XA01,,,,\nXA0201,Lomar,Lomaire,XA02,,,,\n' +
        'XA0202,Tuva,Touva,XA01,,,,\nXA0102,Domar,Domar,XA01,,hard,,1.2.0\nother,Other,Autre,,,,other,\n',
    );
    expect(findings).toContain('area-column-kept at codelists/admin2.csv:1:1');
    expect(findings).not.toContain('area-gone at codelists/admin2.csv:6:1');
  });

  it('never brings a retired place back by itself, and never drops it', async () => {
    const second = await after(SECOND, first);
    const again = await importing({ 'g.csv': FIRST.replaceAll('v01', 'v03') }, { edition: undefined }, second);
    expect(again.files.get('codelists/admin2.csv')).toContain('XA0102,Domar,Domar,XA01,1.2.0\n');
    expect(again.files.get('codelists/admin2.csv')).toContain('XA0103,Nemo,Némo,XA01,1.2.0\n');
    expect(again.findings).toContain('area-stays-retired at codelists/admin2.csv:6:1');
  });

  it('retires what has ended, by the day or by the version that is said', async () => {
    const csv = 'ADM1_EN,ADM1_PCODE,validTo\nBadara,XA01,\nSawo,XA02,31/12/2025\nKaria,XA03,2026-12-31\n';
    const { files, findings } = await importing({ 'g.csv': csv }, { retired: '2.0.0' });
    expect(files.get('admin1.csv')).toBe('name,label::en,retired\nXA01,Badara,\nXA02,Sawo,2.0.0\nXA03,Karia,\n');
    expect(findings).toEqual(['area-ended at g.csv:3:11']);
  });

  it('is refused where it has nothing in common with the list, or the list cannot be read', async () => {
    const other = 'ADM1_EN,ADM1_PCODE\nElsewhere,XB01\n';
    const unlike = await importing({ 'g.csv': other }, {}, first);
    expect(unlike.files.size).toBe(0);
    expect(unlike.findings).toContain('areas-unlike at codelists/admin1.csv:1:1');
    const noList = await importing({ 'g.csv': other }, {}, { 'admin1.csv': 'place;people\nBadara;12\n' });
    expect(noList.files.size).toBe(0);
    expect(noList.findings).toEqual(['csv-column at admin1.csv:1:1']);
    const broken = await importing({ 'g.csv': other }, {}, { 'admin1.csv': 'name,label\nXB01,"Else\n' });
    expect(broken.files.size).toBe(0);
    expect(broken.findings).toEqual(['csv-syntax at admin1.csv:2:6']);
  });
});
