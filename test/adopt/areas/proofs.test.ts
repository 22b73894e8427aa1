import { array, assert, asyncProperty, integer } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDictionary } from '../../../src/dictionary/compile.ts';
import { writeCsv } from '../../../src/formats/csv-write.ts';
import { print } from '../../../src/printers/printer.ts';
import { memoryTree } from '../../../src/source/files.ts';
import { gazetteer } from '../../bench/gazetteer.mjs';
import { importing, workbook } from './importing.ts';

describe('a gazetteer is proven', () => {
  it('as a whole: everything that is wrong is told at once, at its cell', async () => {
    const bytes = await workbook(`
| ADM1 | ADM1_EN | ADM1_PCODE |            |            |
|      | Badara  | XA01       |            |            |
|      | Domar   | XA01       |            |            |
|      | Karia   |            |            |            |
|      | Sawo    | XA 03      |            |            |
| ADM2 | ADM2_EN | ADM2_PCODE | ADM1_PCODE |            |
|      | Lomar   | XA0101     | XA01       |            |
|      | lomar   | XA0102     | XA01       |            |
|      | Tuva    | XA0103     | xa01       |            |
|      | Nemo    | XA0104     |            |            |
|      |         | XA0105     | XA01       |            |
| ADM3 | ADM3_EN | ADM3_PCODE | ADM2_PCODE | ADM1_PCODE |
|      | Rubi    | XA010101   | XA0101     | XA 03      |
|      | Titu    | XA010901   | XA0109     | XA01       |
|      | Wora    | XA010902   | XA0109     | XA01       |`);
    const { files, diagnostics } = await importing({ 'g.xlsx': bytes });
    expect(files.size).toBe(0);
    const told = diagnostics.map(({ severity, location, message }) =>
      location.kind === 'cell' ? `${severity} ${location.sheet}!${location.cell} ${message}` : message,
    );
    expect(told).toEqual([
      'error ADM1!B3 "XA01" stands twice in level 1: for "Badara" and for "Domar".',
      'error ADM1!B4 "Karia" of level 1 has no p-code.',
      'error ADM1!B5 The p-code "XA 03" of level 1 holds a blank.',
      'warning ADM2!B3 "lomar" is the name of "XA0101" and of "XA0102", both of level 2 in "XA01".',
      'info ADM2!B4 1 code of 5 places of level 2 does not begin with the code above, such as "XA0103" in "xa01".',
      'error ADM2!C4 A place of level 2 lies in "xa01", which no table has as a place of level 1. Did you mean "XA01"?',
      'error ADM2!B5 "XA0104" ("Nemo") of level 2 has no code of level 1.',
      'error ADM2!B6 "XA0105" of level 2 has no name.',
      'error ADM3!D2 "XA0101" ("Lomar") of level 2 lies in "XA 03" of level 1 by this row, and in "XA01" by another.',
      'error ADM3!C3 2 places of level 3 lie in "XA0109", which no table has as a place of level 2.',
    ]);
  });

  it('with the cells of the row that is meant, as people see them', async () => {
    const bytes = await workbook('| ADM1 | ADM1_EN | ADM1_PCODE |\n|  | Badara | XA 01 |');
    const { diagnostics } = await importing({ 'g.xlsx': bytes });
    const [location] = diagnostics.map((each) => each.location);
    expect(location).toMatchObject({ file: 'g.xlsx', sheet: 'ADM1', row: 2, cell: 'B2', value: 'XA 01' });
    expect(location?.kind === 'cell' && location.rowCells?.()).toEqual([
      { cell: 'A2', heading: 'ADM1_EN', value: 'Badara' },
      { cell: 'B2', heading: 'ADM1_PCODE', value: 'XA 01' },
    ]);
    const options = { color: false, width: 100, all: false, elapsed: 0 };
    expect(print('pretty', { diagnostics }, options)).toContain(
      '       A2 ADM1_EN | Badara\n  > B2 ADM1_PCODE | XA 01\n',
    );
  });

  it('in the languages that are asked for', async () => {
    const csv = 'ADM1_EN,ADM1_PCODE\nBadara,XA01\n';
    const { diagnostics } = await importing({ 'g.csv': csv }, { languages: [['so', 'en']] });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'There are no names in "so" that could become labels in "en".',
    ]);
  });

  it('as to zeros in front, which Excel may have taken from either of two tables', async () => {
    const regions = 'ADM1_EN,ADM1_PCODE\nBadara,7\n';
    const districts = 'ADM2_EN,ADM2_PCODE,ADM1_PCODE\nKaria,0701,07\n';
    const { diagnostics } = await importing({ '1.csv': regions, '2.csv': districts });
    expect(diagnostics.map(({ help }) => help)).toEqual([
      'Write 07 in both tables: Excel takes zeros in front away unless the column has the format Text.',
    ]);
  });

  it('in NFC, and without blanks that nobody sees', async () => {
    const csv = 'ADM1_FR,ADM1_PCODE\nBade\u0301ra,XA01\n"Sa\u00A0 wo",XA\u200B02\n';
    const { files, diagnostics } = await importing({ 'g.csv': csv });
    expect(files.get('admin1.csv')).toBe('name,label::fr\nXA01,Bad\u00E9ra\nXA02,Sa wo\n');
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['area-text-cleaned', 'area-text-cleaned']);
  });

  it('so that every place is in its list below its parent, whatever the size', async () => {
    const branches = array(integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
    await assert(
      asyncProperty(branches, async (sizes) => {
        const tables = gazetteer(sizes);
        const csv = Object.entries(tables).map(([sheet, rows]) => [`${sheet}.csv`, writeCsv(rows)] as const);
        const options = { levels: new Set(sizes.map((_, index) => index + 1)) };
        const { files } = await importing(Object.fromEntries(csv), options, { 'dictionary.yaml': MANIFEST });
        const { dictionary, diagnostics } = compileDictionary(
          memoryTree({ 'dictionary.yaml': MANIFEST, ...Object.fromEntries(files) }),
        );
        expect(diagnostics).toEqual([]);
        for (const level of options.levels) {
          const codes = dictionary?.codeLists.get(`admin${level}`)?.codes ?? [];
          const above = `admin${level - 1}`;
          const links = codes.map(({ name, attributes }) => [name.string.text, attributes.get(above)?.string.text]);
          const rows = (tables[`ADM${level}`] ?? []).slice(1);
          expect(links).toEqual(rows.map((row) => [row[3], level === 1 ? undefined : row[7]]));
        }
      }),
      { numRuns: 20 },
    );
  });
});

const MANIFEST = 'lexiform: 1\ndictionary: a\nlanguages: { en: English, fr: Français, ar: العربية }\n';
