import { describe, expect, it } from 'vitest';
import { matrixSheets } from '../../../src/emit/countries/sheets.ts';
import { writeTables } from '../../../src/formats/xlsx-tables.ts';
import { unzipOwn } from '../../../src/formats/zip-write.ts';
import { present } from '../../support/tester.ts';
import { cellAt, matrixOf, printMatrix } from './matrix.ts';
import { small } from './small.ts';

const matrix = matrixOf(small);

describe('the matrix of countries', () => {
  it('says of each thing of the core how each country has it', async () => {
    await expect(printMatrix(matrix)).toMatchFileSnapshot('baselines/small.txt');
  });

  it('says that a country without changes has everything as the core', () => {
    const column = matrix.countries.find(({ id }) => id === 'xc')?.column;
    expect([...(column?.cells.keys() ?? [])]).toEqual(['form visit', 'form call']);
    expect(column?.own).toEqual([]);
  });

  it.each([
    ['variable size', 'xa', 'changed: label, constraint'],
    ['variable walls', 'xa', 'translated (prs)'],
    ['variable walls', 'xb', 'left out'],
    ['variable phone', 'xb', 'left out'],
    ['variable size', 'xb', 'left out of call'],
    ['variable place', 'xa', 'moved'],
    ['variable alone', 'xa', 'changed: hint; also in xa_winter'],
    ['list wall', 'xa', '+1 −1; 1 relabelled; re-ordered'],
    ['list place', 'xa', 'replaced: 2 codes by 3'],
    ['form call', 'xb', 'left out'],
  ])('says of %s in %s: %s', (key, id, words) => {
    expect(cellAt(matrix, key, id)?.words).toBe(words);
  });

  it('tells both versions, where each stands, and the same change once', () => {
    const details = cellAt(matrix, 'variable size', 'xa')?.details ?? [];
    expect(details.map(({ what, core, country, where, place }) => [what, core, country, where, place])).toEqual([
      ['label (en)', 'How many live here?', 'How many sleep here?', '', 'countries/xa/country.yaml:7'],
      ['constraint', '. < 50', '. < 99', '', 'countries/xa/country.yaml:7'],
    ]);
  });

  it('does not speak of texts in a language that the country does not speak', () => {
    const layer = present(small['countries/xb/country.yaml'], 'layer').replace(
      'phone: {',
      'place: { label: Unseen }\n  phone: {',
    );
    expect(cellAt(matrixOf({ ...small, 'countries/xb/country.yaml': layer }), 'variable place', 'xb')).toBe(undefined);
  });

  it('says of a change in one of several forms in which', () => {
    const form = `
country: xd
forms:
  call: { change: [{ item: size, constraint: . < 9 }] }
`;
    const details = cellAt(matrixOf({ ...small, 'countries/xd/country.yaml': form }), 'variable size', 'xd')?.details;
    expect(details?.map(({ what, where }) => [what, where])).toEqual([['constraint', 'call']]);
  });

  it('is silent about a country that cannot be read, and goes on with the others', () => {
    const broken = matrixOf({ ...small, 'countries/xe/notes.yaml': 'forms: {}\n' });
    expect(broken.countries.map(({ id, column }) => [id, column !== undefined])).toEqual([
      ['xa', true],
      ['xb', true],
      ['xc', true],
      ['xe', false],
    ]);
  });

  it('counts a replaced list once, however many codes it has', () => {
    const codes = Array.from({ length: 1000 }, (_, at) => `p${at}: Place`).join(', ');
    const many = matrixOf({
      ...small,
      'countries/xd/country.yaml': `country: xd\ncodelists: { place: { codes: { ${codes} } } }\n`,
    });
    const column = many.countries.find(({ id }) => id === 'xd')?.column;
    expect(column?.counts).toMatchObject({ codesAdded: 0, codesRemoved: 0, listsReplaced: 1 });
    expect(column?.differences.filter(({ path }) => path.startsWith('codelists.'))).toMatchObject([
      { path: 'codelists.place.codes', kind: 'replaced', core: '2 codes', country: '1,000 codes' },
    ]);
  });
});

describe('the workbook of the matrix', () => {
  it('has a sheet for each kind of thing, and one for every difference', async () => {
    const lines: string[] = [];
    for (const { name, columns, rows } of matrixSheets(matrix)) {
      lines.push('', `## ${name}`, columns.map(({ header }) => header).join(' | '));
      for await (const some of rows) lines.push(...some.map((row) => row.join(' | ')));
    }
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('baselines/small-sheets.txt');
  });

  it('keeps headings and names in sight, filters, and runs no formula', async () => {
    const hostile = matrixOf({
      ...small,
      'countries/xd/country.yaml': `country: xd\nvariables: { phone: { label: '=HYPERLINK("x")' } }\n`,
    });
    const files = unzipOwn(Buffer.from(await writeTables(matrixSheets(hostile))));
    const text = (file: string): string => new TextDecoder().decode(files.get(file));
    const sheet = text('xl/worksheets/sheet2.xml');
    expect(sheet).toContain('<pane xSplit="2" ySplit="1" topLeftCell="C2"');
    expect(sheet).toMatch(/<autoFilter ref="A1:H\d+"\/>/);
    expect(text('xl/sharedStrings.xml')).toContain('=HYPERLINK(');
    for (const file of files.keys()) expect(text(file)).not.toContain('<f>');
  });

  it('is the same whenever it is written', async () => {
    const [one, other] = [await writeTables(matrixSheets(matrix)), await writeTables(matrixSheets(matrixOf(small)))];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });
});
