import { strToU8, zipSync } from 'fflate';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReadLimits } from '../../src/formats/xlsx-budget.ts';
import type { WorkbookRead } from '../../src/formats/xlsx-cells.ts';
import { readWorkbook } from '../../src/formats/xlsx-read.ts';
import { inline, partsOf, relationships, xlsx } from '../support/xlsx-parts.mjs';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The kind of refusal, or the number of cells that were read. */
function outcome(bytes: Uint8Array, limits: Partial<ReadLimits> = {}): string | number {
  const result = readWorkbook(bytes, { limits });
  return result.kind === 'refused' ? result.problem.kind : cellCount(result);
}

function cellCount({ sheets }: Extract<WorkbookRead, { kind: 'workbook' }>): number {
  return sheets.flatMap(({ rows }) => rows).reduce((sum, { cells }) => sum + cells.length, 0);
}

/** Milliseconds, and megabytes by which the memory of the process has grown. */
function cost(work: () => unknown): { readonly time: number; readonly memory: number } {
  const before = process.memoryUsage().rss;
  const start = performance.now();
  work();
  return { time: performance.now() - start, memory: (process.memoryUsage().rss - before) / 1e6 };
}

/** Writes another size into each entry of the directory of an archive. */
function declareSize(archive: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(archive);
  const mark = Buffer.from('PK\u0001\u0002');
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 4)) bytes.writeUInt32LE(size, at + 24);
  return bytes;
}

describe('archives that unpack to more than a file can hold', () => {
  const bomb = zipSync({ ...files(), 'xl/worksheets/sheet1.xml': new Uint8Array(60_000_000).fill(0x20) });

  test('are refused before they are unpacked', () => {
    expect(bomb.length).toBeLessThan(100_000);
    const { time, memory } = cost(() => expect(outcome(bomb, { bytes: 50_000_000 })).toBe('too-large'));
    expect(time).toBeLessThan(500);
    expect(memory).toBeLessThan(30);
  });

  test('are refused within the limits where they are packed as nothing else is', () => {
    const { time, memory } = cost(() => expect(outcome(bomb)).toBe('unsafe'));
    expect(time).toBeLessThan(500);
    expect(memory).toBeLessThan(30);
  });

  test('are unpacked no further than they say', () => {
    const { time, memory } = cost(() => expect(outcome(declareSize(bomb, 1000))).toBe('damaged'));
    expect(time).toBeLessThan(500);
    expect(memory).toBeLessThan(30);
  });

  test('are refused when they say more than there is', () => {
    expect(outcome(declareSize(xlsx(), 100_000))).toBe('damaged');
    expect(outcome(declareSize(xlsx(), 0xfffffffe))).toBe('too-large');
  });

  test('are not touched where a part is not needed', () => {
    const parts = { 'xl/media/image1.png': new Uint8Array(40_000_000), 'xl/theme/theme1.xml': '<!DOCTYPE x>' };
    const survey = `<row>${inline('A1', 'a')}</row>`;
    expect(outcome(xlsx({ sheets: { survey }, parts }))).toBe(1);
  });
});

describe('archives that programs read differently', () => {
  test('a part that is there twice is refused where it is needed', () => {
    const twice = Buffer.from(xlsx({ parts: { 'xl/worksheets/sheet2.xml': '<worksheet/>' } }));
    expect(outcome(renamed(twice, 'xl/worksheets/sheet2.xml', 'xl/worksheets/sheet1.xml'))).toBe('unsafe');
    const harmless = Buffer.from(xlsx({ parts: { 'docProps/a.xml': '<a/>', 'docProps/b.xml': '<b/>' } }));
    expect(outcome(renamed(harmless, 'docProps/a.xml', 'docProps/b.xml'))).toBe(0);
  });

  test('names that lead out of the archive are names like others', () => {
    const parts = {
      'xl/_rels/workbook.xml.rels': relationships({ rId1: ['worksheet', '../../../../etc/passwd'] }),
      '../../../etc/passwd': `<worksheet xmlns="${MAIN}"><sheetData><row>${inline('A1', 'a')}</row></sheetData></worksheet>`,
    };
    expect(outcome(xlsx({ parts }))).toBe(1);
  });

  test('bytes in front of the archive do no harm', () => {
    const survey = `<row>${inline('A1', 'a')}</row>`;
    expect(outcome(Buffer.concat([Buffer.from('PK-something'), xlsx({ sheets: { survey } })]))).toBe(1);
  });
});

describe('XML that grows or never ends', () => {
  const laughs = `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;

  test.each([
    [
      'entities in entities',
      `${laughs}<worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`,
    ],
    ['entities of other files', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>'],
    ['a document type alone', '<!DOCTYPE worksheet><worksheet/>'],
    ['elements in elements', '<worksheet><sheetData>'.concat('<a>'.repeat(1_000_000))],
  ])('%s', (_, survey) => {
    expect(outcome(xlsx({ sheets: { survey } }))).toBe('unsafe');
  });

  const random = Buffer.from(Array.from({ length: 9_000_000 }, (_, index) => 97 + ((index * index) % 23))).toString(
    'latin1',
  );

  test.each([
    ['a text', `<worksheet><sheetData><row><c t="str"><v>${random}</v></c></row></sheetData></worksheet>`],
    ['an attribute', `<worksheet a="${random}"/>`],
    ['a name', `<worksheet ${random}="1"/>`],
    ['a comment', `<worksheet><!-- ${random} --></worksheet>`],
  ])('%s without end', (_, survey) => {
    expect(outcome(xlsx({ parts: { 'xl/worksheets/sheet1.xml': survey } }))).toBe('too-large');
  });

  test('attributes without end', () => {
    const all = Array.from({ length: 1_000_000 }, (_, index) => `a${index}=""`).join(' ');
    expect(outcome(xlsx({ sheets: { survey: `<worksheet ${all}/>` } }))).toBe('too-large');
  });
});

describe('the limits of a workbook', () => {
  const survey = `<row>${inline('A1', 'some text')}<c><v>12345</v></c></row>`.repeat(100);
  const book = xlsx({ sheets: { survey }, strings: '<si><t>shared</t></si>'.repeat(50) });

  test.each([
    ['cells', 199, 200],
    ['characters', 1699, 1700],
    ['elements', 600, 1000],
    ['bytes', 5000, 50_000],
  ] as const)('%s', (limit, tooFew, enough) => {
    expect(outcome(book, { [limit]: tooFew })).toBe('too-large');
    expect(outcome(book, { [limit]: enough })).toBe(200);
  });

  test('thousands of sheets', () => {
    const tabs = '<sheet name="s" r:id="rId1"/>'.repeat(5001);
    expect(outcome(xlsx({ parts: { 'xl/workbook.xml': `<workbook><sheets>${tabs}</sheets></workbook>` } }))).toBe(
      'too-large',
    );
  });

  test('thousands of damaged cells are told by the first', () => {
    const result = readWorkbook(xlsx({ sheets: { survey: '<row><c><v>x</v></c></row>'.repeat(5000) } }));
    expect(result.kind === 'workbook' && result.problems).toHaveLength(21);
    expect(result).toMatchObject({ problems: { 20: { message: '4980 more cells are damaged.' } } });
  });
});

describe('large sheets', () => {
  test('a million formatted rows and rules for whole columns cost next to nothing', () => {
    const rows = Array.from({ length: 1_048_576 }, (_, index) => `<row r="${index + 1}" s="5" customFormat="1"/>`).join(
      '',
    );
    const rules = '<dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations>';
    const bytes = xlsx({ sheets: { survey: `<worksheet><sheetData>${rows}</sheetData>${rules}</worksheet>` } });
    const result = readWorkbook(bytes);
    expect(result).toMatchObject({ sheets: [{ rows: [], extras: { validations: 1 } }], problems: [] });
  });

  test('16,384 columns', () => {
    const survey = `<row>${'<c><v>1</v></c>'.repeat(16_384)}</row>`.repeat(3);
    expect(outcome(xlsx({ sheets: { survey } }))).toBe(3 * 16_384);
  });

  test('100,000 rows of ten cells are read in a few seconds', () => {
    const cells = Array.from({ length: 10 }, (_, index) => `<c t="s"><v>${index}</v></c>`).join('');
    const strings = Array.from({ length: 10 }, (_, index) => `<si><t>text ${index}</t></si>`).join('');
    const bytes = xlsx({ strings, sheets: { survey: `<row>${cells}</row>`.repeat(100_000) } });
    const { time } = cost(() => expect(outcome(bytes)).toBe(1_000_000));
    expect(time).toBeLessThan(15_000);
  });

  test('cells in the wrong order cost no more', () => {
    const cells = Array.from({ length: 15_000 }, (_, index) => `<c r="A1"><v>${index}</v></c><c r="ZZ1"><v>1</v></c>`);
    expect(outcome(xlsx({ sheets: { survey: `<row r="1">${cells.join('')}</row>`.repeat(3) } }))).toBe(2);
  });
});

describe('any bytes', () => {
  const survey = `<row r="1">${inline('A1', 'text')}<c r="B1" t="s"><v>0</v></c><c r="C1"><f>1</f><v>1</v></c></row>`;
  const good = xlsx({
    sheets: { survey, choices: survey },
    strings: '<si><t>shared</t></si>',
    styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
  });
  const stored = zipSync(files(survey), { level: 0 });
  const limits = { bytes: 100_000, elements: 1000, cells: 100, characters: 10_000 };

  /** Reads without throwing, within the limits, and says something where it refuses. */
  function survives(bytes: Uint8Array): void {
    const result = readWorkbook(bytes, { limits });
    if (result.kind === 'refused') expect(result.problem.help).not.toBe('');
    else expect(cellCount(result)).toBeLessThanOrEqual(100);
  }

  test('at all', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), survives));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => survives(Buffer.concat([Buffer.from('PK'), bytes]))),
    );
  });

  test.each([
    ['packed', good],
    ['stored', stored],
  ])('of a %s workbook, some of them changed', (_, workbook) => {
    const change = fc.tuple(fc.nat(workbook.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const bytes = Uint8Array.from(workbook);
        for (const [at, value] of changes) bytes[at] = value;
        survives(bytes);
      }),
      { numRuns: 1000 },
    );
  });

  test('of a workbook that ends anywhere, or lacks a piece', () => {
    const place = fc.nat(good.length);
    fc.assert(fc.property(place, (end) => survives(good.subarray(0, end))));
    fc.assert(
      fc.property(place, place, (one, other) => survives(Buffer.concat([good.subarray(0, one), good.subarray(other)]))),
    );
  });

  test('of a workbook whose XML is any', () => {
    const word = fc.constantFrom(
      '<row>',
      '</row>',
      '<c t="s">',
      '<c r="ZZZ9" t="d" s="0">',
      '</c>',
      '<v>',
      '</v>',
      '<f>',
      '</f>',
      '<is><t>',
      '</t></is>',
      '1',
      '-1e999',
      '&amp;',
      '<!--',
      '-->',
      '<x:c/>',
      '<c r="\u0000">',
      '<mergeCell/>',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        survives(zipSync(files(words.join(''))));
      }),
      { numRuns: 500 },
    );
  });
});

function files(survey = ''): Record<string, Uint8Array> {
  const parts = Object.entries(partsOf({ sheets: { survey: `<row>${survey}</row>` } }));
  return Object.fromEntries(
    parts.map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : new Uint8Array()]),
  );
}

/** Gives an entry the name of another; both names have the same length. */
function renamed(archive: Buffer, from: string, to: string): Buffer {
  return Buffer.from(archive.toString('latin1').replaceAll(from, to), 'latin1');
}
