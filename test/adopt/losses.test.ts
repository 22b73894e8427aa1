import { describe, expect, it } from 'vitest';
import { readForImport } from '../../src/adopt/losses/losses.ts';
import { memoryTree } from '../../src/source/files.ts';
import { inline, relationships, type WorkbookParts, xlsx } from '../support/xlsx-parts.mjs';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The findings of a workbook, as `sheet!cell rule message`, without those that `check` tells as well. */
function losses(content: WorkbookParts): readonly string[] {
  const tree = { ...memoryTree({ 'form.xlsx': xlsx(content) }), workbook: 'form.xlsx' };
  return readForImport(tree, 'form.xlsx').diagnostics.flatMap(({ rule, location, message }) => {
    const place = location.kind === 'cell' ? `${location.sheet}!${location.cell}` : 'workbook';
    return /-not-kept$|^hidden/.test(rule) && rule !== 'sheet-not-kept' ? [`${place} ${rule} ${message}`] : [];
  });
}

/** A row of texts; an empty one is no cell. */
function row(number: number, cells: readonly string[], attributes = ''): string {
  const xml = cells.map((text, at) => (text === '' ? '' : inline(`${'ABCDEFG'[at]}${number}`, text)));
  return `<row r="${number}" ${attributes}>${xml.join('')}</row>`;
}

function rows(...all: readonly (readonly string[])[]): string {
  return all.map((cells, at) => row(at + 1, cells)).join('');
}

const HEAD = ['type', 'name', 'label'];
const AGE = ['integer', 'age', 'Age'];

describe('what a workbook says beside its form', () => {
  it('is nothing where everything came along', () => {
    const survey = rows(
      [...HEAD, 'disabled', 'own'],
      ['begin_group', 'g', 'G', 'no', 'mine'],
      AGE,
      ['note', '', 'A note'],
      ['select_one yn', 'agrees', 'Do you?'],
      ['end_group', 'g'],
    );
    const choices = rows(['list_name', 'name', 'label', 'kind'], ['yn', 'yes', 'Yes', 'a'], ['yn', 'no', 'No', 'b']);
    const settings = rows(['form_title', 'form_id'], ['Title', 'id']);
    expect(losses({ sheets: { survey, choices, settings, more: rows(['a', 'b'], ['1', '2']) } })).toEqual([]);
  });

  it.each([
    ['a comment row', [HEAD, ['', '', '', 'Ask twice'], AGE], 'D2 "Ask twice"'],
    [
      'beside the end of a group',
      [HEAD, ['begin_group', 'g', 'G'], AGE, ['end_group', '', 'Check it']],
      'C4 "Check it"',
    ],
    ['below no heading', [HEAD, [...AGE, 'for Ali']], 'D2 "for Ali"'],
    [
      'below a heading that stands twice',
      [
        [...HEAD, 'label'],
        [...AGE, 'Years'],
      ],
      'D2 "Years"',
    ],
  ])('tells cells that are no part of the form: %s', (_what, survey, told) => {
    expect(losses({ sheets: { survey: rows(...survey) } })).toEqual([
      `survey!${told.split(' ')[0]} cells-not-kept A cell of the sheet "survey" is no part of the form and not carried along: ${told}.`,
    ]);
  });

  it('tells whole rows: one that is switched off, one behind a long gap, a second row of settings', () => {
    const survey = `${rows([...HEAD, 'disabled'], [...AGE, 'yes'])}${row(80, ['text', 'far', 'Far'])}`;
    const settings = rows(['form_title'], ['Title'], ['Title 2']);
    const told = 'are no part of the form and not carried along';
    expect(losses({ sheets: { survey, settings } })).toEqual([
      `survey!A2 cells-not-kept 7 cells of the sheet "survey" ${told}: A2 "integer", B2 "age", C2 "Age", D2 "yes", A80 "text", B80 "far", C80 "Far".`,
      'settings!A3 cells-not-kept A cell of the sheet "settings" is no part of the form and not carried along: A3 "Title 2".',
    ]);
  });

  it('shows the first twenty cells with their texts, and where the others are', () => {
    const comments = Array.from({ length: 30 }, (_, at) => ['', '', '', `c${at}`]);
    const [told = ''] = losses({ sheets: { survey: rows(HEAD, AGE, ...comments) } });
    expect(told).toContain('30 cells');
    expect(told).toMatch(/D22 "c19", and in D23:D32\.$/);
  });

  it('tells of a sheet whose name another one has, but for small letters', () => {
    const sheets = { survey: rows(HEAD, AGE), Survey: rows(HEAD, ['text', 'other', 'Other']) };
    expect(losses({ sheets })).toEqual([
      'Survey!A2 cells-not-kept 3 cells of the sheet "Survey" are no part of the form and not carried along: A2 "text", B2 "other", C2 "Other".',
    ]);
  });

  it('tells notes one by one, with the cell that each hangs on', () => {
    const parts = {
      'xl/worksheets/_rels/sheet1.xml.rels': relationships({ a: ['comments', '../comments1.xml'] }),
      'xl/comments1.xml': `<comments xmlns="${MAIN}"><commentList><comment ref="C2"><text><t>Old ${'words '.repeat(40)}</t></text></comment><comment ref="G9"><text><t> </t></text></comment></commentList></comments>`,
    };
    const found = losses({ sheets: { survey: rows(HEAD, AGE) }, parts });
    expect(found).toEqual([
      `survey!C2 note-not-kept The note on this cell is not carried along: "Old ${'words '.repeat(40)}".`,
    ]);
  });

  it('tells marks once a sheet, the gravest first', () => {
    const styles =
      '<fonts><font/><font><b/></font><font><strike/></font></fonts><cellXfs><xf/><xf fontId="1"/><xf fontId="2"/></cellXfs>';
    const survey = rows(HEAD, AGE, ['text', 'why', 'Why?']).replaceAll(
      /r="([ABC])([23])" t/g,
      (_all, column: string, line: string) => `r="${column}${line}" s="${line === '2' ? 1 : 2}" t`,
    );
    expect(losses({ sheets: { survey }, styles })).toEqual([
      'survey!A3 marks-not-kept Marks on the sheet "survey" are not carried along: struck through in 3 cells (A3:C3); bold in 3 cells (A2:C2).',
    ]);
  });

  it('tells formulas, rules, merged cells and what is hidden', () => {
    const hidden = '<cols><col min="3" max="3" hidden="1"/><col min="9" max="12" hidden="1"/></cols>';
    const formula = '<c r="C3" t="str"><f>"Wh"&amp;"y?"</f><v>Why?</v></c>';
    const inner = `${row(1, HEAD)}${row(2, AGE, 'hidden="1"')}<row r="3" hidden="1">${inline('A3', 'text')}${inline('B3', 'why')}${formula}</row>`;
    const after =
      '<mergeCells><mergeCell ref="A5:B5"/></mergeCells><conditionalFormatting/><hyperlinks><hyperlink/></hyperlinks>';
    expect(
      losses({
        sheets: { survey: `<worksheet xmlns="${MAIN}">${hidden}<sheetData>${inner}</sheetData>${after}</worksheet>` },
      }),
    ).toEqual([
      'survey!A1 parts-not-kept The sheet "survey" has what a dictionary cannot hold: 1 rule for colours, 1 range of merged cells (A5:B5), 1 link.',
      'survey!A2 hidden-but-kept Hidden in Excel on the sheet "survey", and read all the same: rows 2 to 3, column C.',
      'survey!C3 formula-not-kept A cell of the sheet "survey" has a formula, "="Wh"&"y?"", of which only the result is carried along: C3.',
    ]);
  });
});
