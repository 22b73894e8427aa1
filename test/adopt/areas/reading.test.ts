import { describe, expect, it } from 'vitest';
import { TableBuilder } from '../../../src/adopt/areas/read/build-table.ts';
import { startOf } from '../../../src/core/location.ts';
import { inline, xlsx } from '../../support/xlsx-parts.mjs';
import { importing, workbook } from './importing.ts';

const SOURCE = { path: 'g.xlsx', text: '' };
const DISTRICTS = 'name,label::en,admin1\nXA0101,Karia,XA01\n';

const layouts: Readonly<Record<string, string>> = {
  'the gazetteers of today': 'ADM2_EN,ADM2_PCODE,ADM1_EN,ADM1_PCODE\nKaria,XA0101,Badara,XA01\n',
  'the tabular ones of before': 'admin1Name_en,admin1Pcode,admin2Name_en,admin2Pcode\nBadara,XA01,Karia,XA0101\n',
  'the newer ones': 'adm2_name,adm2_pcode,adm1_name,adm1_pcode,lang\nKaria,XA0101,Badara,XA01,en\n',
  'headings in any case': 'adm2_en,Adm2_PCode,ADM1_en,adm1_pcode\nKaria,XA0101,Badara,XA01\n',
  'semicolons and line ends of Windows': 'ADM2_EN;ADM2_PCODE;ADM1_EN;ADM1_PCODE\r\nKaria;XA0101;Badara;XA01\r\n',
  'a byte order mark': '\uFEFFADM2_EN,ADM2_PCODE,ADM1_EN,ADM1_PCODE\nKaria,XA0101,Badara,XA01\n',
  tabs: 'ADM2_EN\tADM2_PCODE\tADM1_EN\tADM1_PCODE\nKaria\tXA0101\tBadara\tXA01\n',
  'empty lines': '\n\nADM2_EN,ADM2_PCODE,ADM1_EN,ADM1_PCODE\n\n,,,\nKaria,XA0101,Badara,XA01\n\n',
  'a title above semicolons, with commas in it':
    'Places of Xaria, by level, 2026\nNobody endorses borders\n\nADM2_EN;ADM2_PCODE;ADM1_EN;ADM1_PCODE\nKaria;XA0101;Badara;XA01\n',
  'HXL tags below the headings':
    'ADM2_EN,ADM2_PCODE,ADM1_EN,ADM1_PCODE\n#adm2+name,#adm2+code,#adm1+name,#adm1+code\nKaria,XA0101,Badara,XA01\n',
};

function rowOf(row: number, ...cells: readonly string[]): string {
  return `<row r="${row}">${cells.join('')}</row>`;
}

describe('a gazetteer is read', () => {
  it.each(Object.entries(layouts))('with %s', async (_, csv) => {
    const { files, findings } = await importing({ 'g.csv': csv });
    expect(files.get('admin2.csv')).toBe(DISTRICTS);
    expect(files.get('admin1.csv')).toBe('name,label::en\nXA01,Badara\n');
    expect(findings.map((finding) => finding.split(' ')[0])).toEqual(['area-level-derived']);
  });

  it('from a workbook with a sheet for each level, and tells which sheets are none', async () => {
    const bytes = await workbook(`
| Read me | About this gazetteer |            |         |            |
| Admin1  | ADM1_EN              | ADM1_PCODE | ADM0_EN | ADM0_PCODE |
|         | Badara               | XA01       | Xaria   | XA         |
| Admin2  | ADM2_EN              | ADM2_PCODE | ADM1_EN | ADM1_PCODE |
|         | Karia                | XA0101     | Badara  | XA01       |`);
    const { files, findings } = await importing({ 'g.xlsx': bytes });
    expect(findings).toEqual(["areas-left at g.xlsx:'Read me'!A1"]);
    expect([...files.keys()]).toEqual(['admin1.csv', 'admin2.csv', 'admin-areas.yaml']);
    expect(files.get('admin2.csv')).toBe(DISTRICTS);
  });

  it('from a workbook and CSV files together, in any order', async () => {
    const districts = await workbook(`
| ADM2 | ADM2_EN | ADM2_PCODE | ADM1_PCODE |
|      | Karia   | XA0101     | XA01       |`);
    const { files, findings } = await importing({ 'b.xlsx': districts, 'a.csv': 'ADM1_EN,ADM1_PCODE\nBadara,XA01\n' });
    expect(findings).toEqual([]);
    expect(files.get('admin2.csv')).toBe(DISTRICTS);
  });

  it.each([
    [
      'ADM1_EN,ADM1_PCODE,ADM1_REF,ADM1ALT1EN,ADM1ALT2EN,ADM0_EN,ADM0_PCODE,date,validOn,validTo,Shape_Leng,AREA_SQKM',
      'Badara,XA01,Badara,Old Badara,,Xaria,XA,2025-11-06,2026-01-15,,4.5,1204.5',
      ['ADM1_REF', 'ADM1ALT1EN', 'ADM1ALT2EN', 'Shape_Leng', 'AREA_SQKM'],
    ],
    [
      'admin1Name_en,admin1Pcode,admin1RefName,admin1AltName1_en,admin0Name_en,admin0Pcode,date,validOn',
      'Badara,XA01,Badara,Old Badara,Xaria,XA,2025-11-06,2026-01-15',
      ['admin1RefName', 'admin1AltName1_en'],
    ],
    [
      'adm1_name,adm1_name1,adm1_pcode,adm1_ref_name,adm0_name,adm0_pcode,iso2,iso3,lang,lang1,valid_on,valid_to,version,area_sqkm,center_lat,center_lon',
      'Badara,,XA01,Badara,Xaria,XA,XA,XAR,en,,2026-01-15,,v02,1204.5,12.5,3.5',
      ['adm1_ref_name', 'iso2', 'iso3', 'area_sqkm', 'center_lat', 'center_lon'],
    ],
  ])('with all the columns that %s has, and tells which of them it leaves', async (headings, row, left) => {
    const { files, diagnostics } = await importing({ 'g.csv': `${headings}\n${row}\n` }, { edition: undefined });
    expect(files.get('admin1.csv')).toBe('name,label::en\nXA01,Badara\n');
    expect(files.get('admin-areas.yaml')).toContain('valid_on: 2026-01-15');
    const shown = left.slice(0, 5).map((name) => `"${name}"`);
    const words =
      left.length > 5 ? `${shown.join(', ')} and 1 more` : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
    expect(diagnostics.map(({ message }) => message)).toEqual([`The columns ${words} are left out.`]);
  });

  it('in Windows-1252, with a warning', async () => {
    const { files, findings } = await importing({
      'g.csv': Buffer.from('ADM1_FR;ADM1_PCODE\nBadéra;XA01\n', 'latin1'),
    });
    expect(files.get('admin1.csv')).toBe('name,label::fr\nXA01,Badéra\n');
    expect(findings).toEqual(['areas-encoding at g.csv:2:4']);
  });

  it('where rows of the lowest level end at a higher one', async () => {
    const csv =
      'ADM1_EN,ADM1_PCODE,ADM2_EN,ADM2_PCODE,ADM3_EN,ADM3_PCODE\n' +
      'Badara,XA01,Karia,XA0101,Lomar,XA010101\nBadara,XA01,Domar,XA0102,,\nSawo,XA02,,,,\n';
    const { files } = await importing({ 'g.csv': csv });
    expect(files.get('admin1.csv')).toBe('name,label::en\nXA01,Badara\nXA02,Sawo\n');
    expect(files.get('admin2.csv')).toBe('name,label::en,admin1\nXA0101,Karia,XA01\nXA0102,Domar,XA01\n');
    expect(files.get('admin3.csv')).toBe('name,label::en,admin1,admin2\nXA010101,Lomar,XA01,XA0101\n');
  });

  it('with codes that Excel keeps as numbers, which is told once a column', async () => {
    const bytes = xlsx({
      sheets: {
        ADM1: [
          rowOf(1, inline('A1', 'ADM1_EN'), inline('B1', 'ADM1_PCODE')),
          rowOf(2, inline('A2', 'Badara'), '<c r="B2"><v>62179</v></c>'),
          rowOf(3, inline('A3', 'Karia'), '<c r="B3"><v>62180.0</v></c>'),
        ].join(''),
      },
    });
    const { files, diagnostics } = await importing({ 'g.xlsx': bytes });
    expect(files.get('admin1.csv')).toBe('name,label::en\n62179,Badara\n62180,Karia\n');
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '2 p-codes of this column are numbers to Excel, such as "62179".',
    ]);
  });

  it.each([
    ['a date', '<c r="B2" t="d"><v>2026-03-01</v></c>'],
    ['an error', '<c r="B2" t="e"><v>#N/A</v></c>'],
    ['TRUE or FALSE', '<c r="B2" t="b"><v>1</v></c>'],
    ['a number with a point', '<c r="B2"><v>1.5</v></c>'],
  ])('but not where Excel keeps %s for a code', async (what, cell) => {
    const rows = `<row r="1">${inline('A1', 'ADM1_EN')}${inline('B1', 'ADM1_PCODE')}</row><row r="2">${inline('A2', 'Badara')}${cell}</row>`;
    const { files, diagnostics } = await importing({ 'g.xlsx': xlsx({ sheets: { ADM1: rows } }) });
    expect(files.size).toBe(0);
    expect(diagnostics.map(({ message }) => message).join('\n')).toContain(`Excel keeps ${what} here`);
  });

  it('unless it has more cells than any country needs, so that memory is bounded', () => {
    const builder = new TableBuilder();
    const headings = { cells: ['ADM1_EN', 'ADM1_PCODE'], at: 1 };
    const wide = { cells: Array.from({ length: 16_384 }, () => ''), at: 2 };
    expect(builder.take(headings)).toBe(true);
    let rows = 0;
    while (builder.take(wide)) rows += 1;
    expect(rows).toBe(2441);
    expect(builder.isOverfull).toBe(true);
    expect(builder.finish({ file: 'g.xlsx', sheet: 'ADM1', locate: () => () => startOf(SOURCE) })).toBeUndefined();
  });

  it('and not where it is no workbook', async () => {
    const { findings, files } = await importing({ 'g.xlsx': Buffer.from('PK no archive') });
    expect(findings).toEqual(['workbook-refused at g.xlsx:1:1']);
    expect(files.size).toBe(0);
  });
});

describe('names become labels', () => {
  const newer =
    'adm1_name,adm1_name1,adm1_name2,adm1_pcode,lang,lang1,lang2\nBadara,Badéra,بادارا,XA01,en,fr,ar\nKaria,Karie,كاريا,XA02,en,fr,ar\n';

  it('in the languages that columns tell', async () => {
    const { files } = await importing({ 'g.csv': newer });
    expect(files.get('admin1.csv')).toBe(
      'name,label::en,label::fr,label::ar\nXA01,Badara,Badéra,بادارا\nXA02,Karia,Karie,كاريا\n',
    );
  });

  it('in the languages that the dictionary has, the default one first', async () => {
    const dictionary = 'lexiform: 1\ndictionary: a\nlanguages: { fr: Français, en: English }\ndefault_language: en\n';
    const { files, diagnostics } = await importing({ 'g.csv': newer }, {}, { 'dictionary.yaml': dictionary });
    expect(files.get('codelists/admin1.csv')).toBe(
      'name,label::English (en),label::Français (fr)\nXA01,Badara,Badéra\nXA02,Karia,Karie\n',
    );
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'The names in "ar" are left out: the dictionary has en and fr.',
    ]);
  });

  it('in another language, and in several, where that is said', async () => {
    const dictionary = 'lexiform: 1\ndictionary: a\nlanguages: { en: English, prs: دری, es: Español }\n';
    const csv = 'ADM1_EN,ADM1_DA,ADM1_PCODE\nBadara,بادارا,XA01\n';
    const languages = [
      ['da', 'prs'],
      ['en', 'es'],
    ] as const;
    const { files, findings } = await importing({ 'g.csv': csv }, { languages }, { 'dictionary.yaml': dictionary });
    expect(files.get('codelists/admin1.csv')).toBe(
      'name,label::English (en),label::دری (prs),label::Español (es)\nXA01,Badara,بادارا,Badara\n',
    );
    expect(findings).toEqual([]);
  });

  it('without a language, where the dictionary has none', async () => {
    const dictionary = 'lexiform: 1\ndictionary: a\n';
    const { files } = await importing({ 'g.csv': newer }, {}, { 'dictionary.yaml': dictionary });
    expect(files.get('codelists/admin1.csv')).toBe('name,label\nXA01,Badara\nXA02,Karia\n');
  });

  it('in the default language where nothing says it, which is told', async () => {
    const csv = 'admin1Name,admin1Pcode\nBadara,XA01\n';
    const dictionary = 'lexiform: 1\ndictionary: a\nlanguages: { fr: Français, en: English }\n';
    const { files, findings } = await importing({ 'g.csv': csv }, {}, { 'dictionary.yaml': dictionary });
    expect(files.get('codelists/admin1.csv')).toBe('name,label::Français (fr),label::English (en)\nXA01,Badara,\n');
    expect(findings).toEqual(['area-language at g.csv:1:1', 'area-name-missing at g.csv:2:8']);
  });
});
