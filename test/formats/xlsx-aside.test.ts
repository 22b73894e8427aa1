import { describe, expect, test } from 'vitest';
import { CellRanges, rangeText } from '../../src/formats/cell-ranges.ts';
import type { SheetRead, WorkbookRead } from '../../src/formats/xlsx-cells.ts';
import { readWorkbook } from '../../src/formats/xlsx-read.ts';
import { inline, relationships, type WorkbookParts, xlsx } from '../support/xlsx-parts.mjs';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

type Workbook = Extract<WorkbookRead, { kind: 'workbook' }>;

function read(content: WorkbookParts): Workbook {
  const result = readWorkbook(xlsx(content), { aside: true });
  if (result.kind === 'refused') throw new Error(result.problem.message);
  return result;
}

function firstSheet(content: WorkbookParts): SheetRead {
  const [sheet] = read(content).sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

/** The ranges of each look of a sheet of these rows. */
function looksOf(rows: string, styles: string, strings = ''): Readonly<Record<string, readonly string[]>> {
  const { aside } = firstSheet({ sheets: { survey: rows }, styles, strings });
  return Object.fromEntries([...(aside?.looks ?? [])].map(([look, found]) => [look, found.ranges.map(rangeText)]));
}

function stylesOf(fonts: readonly string[], fills: readonly string[], used: readonly string[]): string {
  return `<fonts>${fonts.map((font) => `<font>${font}</font>`).join('')}</fonts><fills>${fills
    .map((fill) => `<fill>${fill}</fill>`)
    .join('')}</fills><cellXfs>${used.join('')}</cellXfs>`;
}

const cell = (address: string, style: number): string =>
  `<c r="${address}" s="${style}" t="inlineStr"><is><t>x</t></is></c>`;

const solid = (colour: string): string => `<patternFill patternType="solid"><fgColor ${colour}/></patternFill>`;

function ranges(...cells: readonly (readonly [row: number, column: number, isEmpty?: boolean])[]): readonly string[] {
  const found = new CellRanges();
  for (const [row, column, isEmpty] of cells) found.add(row, column, isEmpty);
  return found.list().map(rangeText);
}

describe('the looks of cells', () => {
  test('what is meant is told by kind, below the row of the headings', () => {
    const fonts = ['<color theme="1"/>', '<b/><strike/>', '<color rgb="FFFF0000"/><i/><u/>', '<b val="0"/>'];
    const styles = stylesOf(
      fonts,
      ['<patternFill patternType="none"/>', solid('rgb="FFFFFF00"')],
      ['<xf/>', '<xf fontId="1"/>', '<xf fontId="2" fillId="1"/>', '<xf fontId="3"/>'],
    );
    const rows = `<row r="1">${cell('A1', 1)}</row><row r="2">${cell('A2', 1)}${cell('B2', 2)}${cell('C2', 3)}</row>`;
    expect(looksOf(rows, styles)).toEqual({
      bold: ['A2'],
      'struck through': ['A2'],
      filled: ['B2'],
      coloured: ['B2'],
      italic: ['B2'],
      underlined: ['B2'],
    });
  });

  test('black letters, white paper, and how the whole workbook writes are no marks', () => {
    const fonts = ['<b/><color rgb="FF333333"/>', '<b/><color indexed="8"/>', '<color auto="1"/>', '<strike val="0"/>'];
    const fills = ['theme="0"', 'indexed="9"', 'rgb="FFFFFFFF"'].map(solid);
    const used = ['<xf fontId="0"/>', '<xf fontId="1" fillId="1"/>', '<xf fontId="2" fillId="2"/>', '<xf fontId="3"/>'];
    const cells = [0, 1, 2, 3].map((style) => cell(`A${style + 2}`, style));
    const rows = cells.map((xml, at) => `<row r="${at + 2}">${xml}</row>`).join('');
    expect(looksOf(rows, stylesOf(fonts, fills, used))).toEqual({});
  });

  test('a tint of white is a colour, and so is a gradient', () => {
    const fills = ['<patternFill/>', solid('theme="0" tint="-0.15"'), '<gradientFill><stop/></gradientFill>'];
    const styles = stylesOf([''], fills, ['<xf/>', '<xf fillId="1"/>', '<xf fillId="2"/>']);
    expect(looksOf(`<row r="2">${cell('A2', 1)}${cell('B2', 2)}</row>`, styles)).toEqual({ filled: ['A2:B2'] });
  });

  test('a text of which a part looks otherwise', () => {
    const strings = '<si><r><t>one </t></r><r><rPr><b/></rPr><t>two</t></r></si><si><r><t>whole</t></r></si>';
    const rows = '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row>';
    expect(looksOf(rows, '', strings)).toEqual({ 'in part': ['A2'] });
  });

  test('are not read where nobody asks', () => {
    const result = readWorkbook(xlsx({ sheets: { survey: `<row r="2">${inline('A2', 'x')}</row>` } }));
    expect(result).toMatchObject({ sheets: [{ rows: [{ number: 2 }] }] });
    expect(result.kind === 'workbook' && 'aside' in (result.sheets[0] ?? {})).toBe(false);
  });
});

describe('cells as ranges', () => {
  test('join to the right, and below where the columns are the same', () => {
    expect(ranges([2, 1], [2, 2], [3, 1], [3, 2], [5, 1], [5, 2], [6, 2])).toEqual(['A2:B3', 'A5:B5', 'B6']);
  });

  test('empty cells of the same look join those beside them, and are nothing alone', () => {
    expect(ranges([2, 1], [2, 2, true], [2, 3], [3, 1, true], [4, 1], [4, 2, true])).toEqual(['A2:C2', 'A4']);
  });

  test('are counted beyond what is kept', () => {
    const found = new CellRanges();
    for (let row = 1; row <= 30_000; row += 1) found.add(row, 1 + (row % 2));
    expect(found.count).toBe(30_000);
    expect(found.list()).toHaveLength(10_000);
  });
});

/** A workbook with names of cells, and a sheet that is protected where the workbook is. */
function workbook(inner: string): WorkbookParts {
  return {
    workbookPr: `<definedNames><definedName name="_xlnm.Print_Area">a</definedName><definedName name="regions">b</definedName><definedName name="own" hidden="1">c</definedName></definedNames>${inner}`,
    sheets: {
      survey: `<worksheet xmlns="${MAIN}"><sheetData/><sheetProtection ${inner === '' ? '' : 'sheet="1"'}/></worksheet>`,
    },
  };
}

describe('what stands over the cells', () => {
  const comments = `<comments xmlns="${MAIN}"><authors><author>Amina</author></authors><commentList>
    <comment ref="A2" authorId="0"><text><r><t>Amina:</t></r><r><t>\nWhy?</t></r></text></comment>
    <comment ref="A3" authorId="0"><text><t>[Threaded comment]\n\nUse Excel. Learn more: https://go.microsoft.com/fwlink/?linkid=870924\n\nComment:\n    Who?</t></text></comment>
    </commentList></comments>`;
  const threads = `<ThreadedComments><threadedComment ref="A3" id="1"><text>Who?</text></threadedComment>
    <threadedComment ref="B4" id="2"><text>When?</text></threadedComment>
    <threadedComment ref="B4" id="3" parentId="2"><text>Now.</text></threadedComment></ThreadedComments>`;
  const drawing = `<wsDr><a><pic/></a><a><pic/></a><a><graphicFrame/></a><a><sp><txBody><p><r><t>Ask </t></r><r><t>twice</t></r></p><p/></txBody></sp></a></wsDr>`;
  const rels = relationships({
    a: ['comments', '../comments1.xml'],
    b: ['threadedComment', '../threads1.xml'],
    c: ['drawing', '../drawing1.xml'],
  });
  const parts = { 'xl/worksheets/_rels/sheet1.xml.rels': rels, 'xl/comments1.xml': comments };

  test('notes without the names of their authors, and comments with their answers, each once', () => {
    const { notes } = firstSheet({ parts: { ...parts, 'xl/threads1.xml': threads } });
    expect(notes).toEqual([
      { address: 'A2', text: 'Why?' },
      { address: 'A3', text: 'Who?' },
      { address: 'B4', text: 'When?\nNow.' },
    ]);
  });

  test('pictures, charts, and shapes with their words', () => {
    const { aside } = firstSheet({ parts: { ...parts, 'xl/drawing1.xml': drawing } });
    expect(aside?.drawings).toEqual([{ pictures: 2, charts: 1, shapes: 1, words: ['Ask twice'] }]);
  });

  test('does not stop the reading of the form where it is damaged', () => {
    const broken = { ...parts, 'xl/drawing1.xml': '<wsDr>', 'xl/threads1.xml': 'no XML' };
    expect(firstSheet({ parts: broken }).aside?.drawings).toEqual([]);
  });

  test('names of cells and protections, but not what programs write without meaning them', () => {
    const open = read(workbook(''));
    expect([open.names, open.locked, open.sheets[0]?.extras.protections]).toEqual([['regions'], false, 0]);
    const closed = read(workbook('<workbookProtection lockStructure="1"/>'));
    expect([closed.locked, closed.sheets[0]?.extras.protections]).toEqual([true, 1]);
    expect(read(workbook('<workbookProtection/>')).locked).toBe(false);
  });
});
