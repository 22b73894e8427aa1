import { describe, expect, test } from 'vitest';
import type { CellRead, SheetRead, WorkbookRead } from '../../src/formats/xlsx-cells.ts';
import { type ReadOptions, readWorkbook } from '../../src/formats/xlsx-read.ts';
import { writeWorkbook } from '../../src/formats/xlsx-write.ts';
import { type WorkbookParts, contentTypes, inline, relationships, xlsx } from '../support/xlsx-parts.mjs';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

type Workbook = Extract<WorkbookRead, { kind: 'workbook' }>;

function read(content: WorkbookParts, options?: ReadOptions): Workbook {
  const result = readWorkbook(xlsx(content), options);
  if (result.kind === 'refused') throw new Error(result.problem.message);
  return result;
}

function firstSheet(content: WorkbookParts): SheetRead {
  const sheet = read(content).sheets[0];
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

function cells(xml: string, more: WorkbookParts = {}): readonly CellRead[] {
  const sheet = firstSheet({ ...more, sheets: { survey: `<row r="1">${xml}</row>` } });
  return sheet.rows.flatMap((row) => row.cells);
}

describe('cells', () => {
  test('texts of the workbook and of the cell', () => {
    const strings = '<si><t>type</t></si><si><r><t>rich </t></r><r><t>text</t></r><rPh><t>no</t></rPh></si>';
    const xml = `<c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c>${inline('D1', ' as typed&#10;')}`;
    expect(cells(xml, { strings })).toEqual([
      { kind: 'text', column: 1, value: 'type' },
      { kind: 'text', column: 3, value: 'rich text' },
      { kind: 'text', column: 4, value: ' as typed\n' },
    ]);
  });

  test('numbers keep the text of the file and tell how they are shown', () => {
    const styles =
      '<numFmts><numFmt numFmtId="170" formatCode="00000"/></numFmts><cellXfs><xf/><xf numFmtId="170"/></cellXfs>';
    expect(cells('<c><v>1E3</v></c><c s="1"><v>7</v></c>', { styles })).toEqual([
      { kind: 'number', column: 1, value: 1000, raw: '1E3' },
      { kind: 'number', column: 2, value: 7, raw: '7', format: '00000' },
    ]);
  });

  test('dates are what a format makes of a number', () => {
    const styles = '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>';
    const xml = '<c s="1"><v>44197.5</v></c><c s="1"><v>1e9</v></c><c t="d"><v>2024-01-31</v></c>';
    expect(cells(xml, { styles })).toEqual([
      { kind: 'date', column: 1, value: '2021-01-01 12:00:00', raw: '44197.5', format: 'mm-dd-yy' },
      { kind: 'error', column: 2, value: '#VALUE!' },
      { kind: 'date', column: 3, value: '2024-01-31', raw: '2024-01-31' },
    ]);
  });

  test('true, false and errors', () => {
    expect(cells('<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c>')).toEqual([
      { kind: 'boolean', column: 1, value: true },
      { kind: 'boolean', column: 2, value: false },
      { kind: 'error', column: 3, value: '#N/A' },
    ]);
  });

  test('a formula shows its last result, and is told where it has none', () => {
    const xml =
      '<c><f>1+1</f><v>2</v></c><c t="str"><f>A1&amp;""</f><v></v></c><c><f>B1</f></c><c><f t="shared" si="0"/><v>3</v></c>';
    expect(cells(xml)).toEqual([
      { kind: 'number', column: 1, value: 2, raw: '2', formula: '1+1' },
      { kind: 'text', column: 2, value: '', formula: 'A1&""' },
      { kind: 'uncalculated', column: 3, value: '', formula: 'B1' },
      { kind: 'number', column: 4, value: 3, raw: '3', formula: '' },
    ]);
  });

  test('what is only formatted is left out, and so is a row without anything', () => {
    const sheet = firstSheet({
      sheets: {
        survey: `<row r="1"><c r="A1" s="4"/></row><row r="7" hidden="1"><c r="B7" s="4"/>${inline('C7', 'x')}</row>`,
      },
    });
    expect(sheet.rows).toEqual([{ number: 7, hidden: true, cells: [{ kind: 'text', column: 3, value: 'x' }] }]);
  });

  test('what openpyxl would stop at is told and kept as text', () => {
    const { sheets, problems } = read({
      sheets: {
        survey:
          '<row r="3"><c r="B3"><v>abc</v></c><c r="C3" t="s"><v>9</v></c><c r="D3" t="b"><v>yes</v></c><c r="17" t="d"><v>soon</v></c></row>',
      },
    });
    expect(sheets[0]?.rows[0]?.cells.map(({ value }) => value)).toEqual(['abc', 'yes', 'soon']);
    expect(problems.map(({ kind, message }) => `${kind}: ${message}`)).toEqual([
      'damaged-cell: Cell B3 is damaged. It says that it holds a number.',
      'damaged-cell: Cell C3 is damaged. It refers to the text number 9, which the workbook does not have.',
      'damaged-cell: Cell D3 is damaged. It says that it holds TRUE or FALSE.',
      'damaged-cell: Cell E3 is damaged. Its place in the sheet is not told.',
      'damaged-cell: Cell E3 is damaged. It says that it holds a date.',
    ]);
  });
});

describe('sheets', () => {
  const three = { survey: `<row>${inline('A1', 'a')}</row>`, notes: `<row>${inline('A1', 'b')}</row>`, choices: '' };

  test('in their order, read where they are wanted', () => {
    const seen: string[][] = [];
    const { sheets } = read(
      { sheets: three },
      { wanted: (name, names) => seen.push([...names]) > 0 && name !== 'notes' },
    );
    expect(sheets.map(({ name, content, rows }) => [name, content, rows.length])).toEqual([
      ['survey', 'cells', 1],
      ['notes', 'skipped', 0],
      ['choices', 'cells', 0],
    ]);
    expect(seen[0]).toEqual(['survey', 'notes', 'choices']);
  });

  test('a sheet that is not wanted is not unpacked', () => {
    const parts = { 'xl/worksheets/sheet2.xml': 'this is no XML' };
    expect(read({ sheets: three, parts }, { wanted: (name) => name === 'survey' }).problems).toEqual([]);
    expect(readWorkbook(xlsx({ sheets: three, parts })).kind).toBe('refused');
  });

  test('charts have no cells; a tab without its part is told', () => {
    const parts = {
      'xl/_rels/workbook.xml.rels': relationships({
        rId1: ['worksheet', 'worksheets/sheet1.xml'],
        rId2: ['chartsheet', 'worksheets/sheet2.xml'],
        rId3: ['worksheet', 'worksheets/gone.xml'],
      }),
    };
    const { sheets, problems } = read({ sheets: three, parts });
    expect(sheets.map(({ name, content }) => [name, content])).toEqual([
      ['survey', 'cells'],
      ['notes', 'chart'],
    ]);
    expect(problems).toMatchObject([{ kind: 'part-missing', sheet: 'choices' }]);
  });

  test('what a sheet has beside its cells', () => {
    const survey = `<worksheet xmlns="${MAIN}"><dimension ref="A1:C9"/><cols><col min="2" max="4" hidden="1"/><col min="5" max="5"/></cols><sheetData/>
      <autoFilter ref="A1:C9"/><mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="C1:C3"/></mergeCells>
      <conditionalFormatting sqref="A1"/><dataValidations><dataValidation sqref="A1:A1048576"/></dataValidations>
      <hyperlinks><hyperlink ref="A1"/></hyperlinks><drawing/><tableParts><tablePart/></tableParts>
      <extLst><ext xmlns:x14="x"><x14:dataValidations><x14:dataValidation/></x14:dataValidations></ext></extLst></worksheet>`;
    expect(firstSheet({ sheets: { survey } })).toMatchObject({
      declared: { row: 9, column: 3 },
      merges: ['A1:B1', 'C1:C3'],
      hiddenColumns: [[2, 4]],
      extras: { validations: 2, conditionalFormats: 1, links: 1, tables: 1, drawings: 1, filters: 1 },
    });
  });

  test('notes on cells, full and empty', () => {
    const parts = {
      'xl/worksheets/_rels/sheet1.xml.rels': relationships({
        a: ['comments', '../comments1.xml'],
        b: ['comments', '../gone.xml'],
      }),
      'xl/comments1.xml': `<comments xmlns="${MAIN}"><authors><author>A</author></authors><commentList><comment ref="B2"><text><t>plain</t></text></comment><comment ref="C14"><text><r><t>Who: </t></r><r><t>why?</t></r></text></comment></commentList></comments>`,
    };
    expect(firstSheet({ parts }).notes).toEqual([
      { address: 'B2', text: 'plain' },
      { address: 'C14', text: 'Who: why?' },
    ]);
  });

  test('cells beyond the declared end are read, and told because others do not', () => {
    const survey = `<worksheet xmlns="${MAIN}"><dimension ref="A1"/><sheetData><row>${inline('A1', 'a')}${inline('B1', 'b')}</row></sheetData></worksheet>`;
    const { sheets, problems } = read({ sheets: { survey } });
    expect(sheets[0]?.rows[0]?.cells).toHaveLength(2);
    expect(problems).toMatchObject([{ kind: 'beyond-declared', sheet: 'survey', row: 1, column: 2 }]);
    expect(problems[0]?.message).toContain('ends with cell A1, but cell B1 holds something');
  });

  test('rows and cells out of order', () => {
    const { sheets, problems } = read({
      sheets: {
        survey: `<row r="2">${inline('C2', 'c')}${inline('A2', 'a')}${inline('C2', 'C')}</row><row r="1">${inline('A1', 'x')}</row>`,
      },
    });
    expect(sheets[0]?.rows.map(({ number, cells: found }) => [number, found.map(({ value }) => value)])).toEqual([
      [2, ['a', 'C']],
    ]);
    expect(problems.map(({ kind, row: at }) => [kind, at])).toEqual([
      ['rows-out-of-order', 1],
      ['cells-out-of-order', 2],
    ]);
  });
});

describe('workbooks', () => {
  test('in the strict dialect are read and told', () => {
    const strict = 'http://purl.oclc.org/ooxml';
    const relation = `<Relationship Id="rId1" Type="${strict}/officeDocument/relationships/worksheet" Target="worksheets/sheet1.xml"/>`;
    const { sheets, problems } = read({
      sheets: {
        survey: `<worksheet xmlns="${strict}/spreadsheetml/main"><sheetData><row>${inline('A1', 'a')}</row></sheetData></worksheet>`,
      },
      parts: {
        'xl/workbook.xml': `<workbook xmlns="${strict}/spreadsheetml/main" xmlns:r="${strict}/officeDocument/relationships"><sheets><sheet name="survey" r:id="rId1"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': `<Relationships>${relation}</Relationships>`,
      },
    });
    expect(sheets[0]?.rows).toHaveLength(1);
    expect(problems).toMatchObject([{ kind: 'strict-format' }]);
  });

  test('of a type for macros without any are read', () => {
    const types = contentTypes([], 'application/vnd.ms-excel.sheet.macroEnabled.main+xml');
    expect(read({ parts: { '[Content_Types].xml': types } }).sheets).toHaveLength(1);
  });

  test('are found by what the package refers to where no type tells', () => {
    const parts = { '[Content_Types].xml': '<Types/>' };
    expect(read({ sheets: { survey: `<row>${inline('A1', 'a')}</row>` }, parts }).sheets[0]?.rows).toHaveLength(1);
  });

  test('names of object members are names like all others', () => {
    const sheets = Object.fromEntries(
      ['constructor', '__proto__', 'toString'].map((name) => [name, `<row>${inline('A1', name)}</row>`]),
    );
    const { sheets: found } = read({ sheets });
    expect(found.map(({ name }) => name)).toEqual(Object.keys(sheets));
  });

  test('of our own come back as they were', async () => {
    const columns = ['type', 'name'].map((header) => ({ header, width: 10 }));
    const rows = [
      ['text', '07'],
      ['_x000D_', ' a\nb '],
      ['', '=1+1'],
    ].map((texts) => ({ cells: texts }));
    const result = readWorkbook(
      await writeWorkbook({ sheets: [{ name: 'survey', rightToLeft: false, columns, rows }] }),
    );
    if (result.kind === 'refused') throw new Error(result.problem.message);
    const texts = result.sheets[0]?.rows.map((row) => row.cells.map(({ value }) => value));
    expect(texts).toEqual([['type', 'name'], ['text', '07'], ['_x000D_', ' a\nb '], ['=1+1']]);
    expect(result.problems).toEqual([]);
  });
});
