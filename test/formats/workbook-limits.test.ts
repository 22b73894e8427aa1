import { describe, expect, test } from 'vitest';
import type { SheetPlan } from '../../src/formats/workbook.ts';
import { WorkbookLimit, workbookProblems } from '../../src/formats/workbook-limits.ts';
import { writeWorkbook } from '../../src/formats/xlsx-write.ts';

function sheet(name: string, rows: readonly (readonly string[])[] = []): SheetPlan {
  const columns = [{ header: 'name', width: 10 }];
  return { name, rightToLeft: false, columns, rows: rows.map((cells) => ({ cells })) };
}

describe('what Excel cannot hold', () => {
  test('a workbook within the limits has no problems', () => {
    expect(workbookProblems({ sheets: [sheet('survey', [['x'.repeat(32_767)]]), sheet('choices')] })).toEqual([]);
  });

  test('a text of more than 32,767 characters is told with its sheet, row and column', () => {
    expect(workbookProblems({ sheets: [sheet('survey', [['a'], ['x'.repeat(32_768)]])] })).toEqual([
      {
        sheet: 'survey',
        row: 3,
        header: 'name',
        problem: 'The text has 32768 characters; a cell of Excel holds 32767.',
      },
    ]);
  });

  test('line breaks of Windows count as one character', () => {
    expect(workbookProblems({ sheets: [sheet('survey', [['\r\n'.repeat(20_000)]])] })).toEqual([]);
  });

  test('more than 1,048,576 rows, headings included, are told for the sheet', () => {
    const rows = Array.from({ length: 1_048_576 }, () => ['a']);
    const [problem] = workbookProblems({ sheets: [sheet('choices', rows)] });
    expect(problem).toMatchObject({ sheet: 'choices', row: 0, header: '' });
    expect(problem?.problem).toContain('1048577 rows');
  });

  test.each([
    ['', 'needs a name'],
    ['x'.repeat(32), '31 characters'],
    ['a/b', 'cannot hold'],
    ["'a", 'cannot hold'],
  ])('a sheet named %j is refused', (name, words) => {
    expect(workbookProblems({ sheets: [sheet(name)] })[0]?.problem).toContain(words);
  });

  test('two sheets whose names differ in capitals only are refused, and so is no sheet at all', () => {
    expect(workbookProblems({ sheets: [sheet('Survey'), sheet('survey')] })).toHaveLength(1);
    expect(workbookProblems({ sheets: [] })).toHaveLength(1);
  });

  test('the writer throws what the caller did not ask for', async () => {
    const written = writeWorkbook({ sheets: [sheet('survey', [['x'.repeat(32_768)]])] });
    await expect(written).rejects.toThrow(WorkbookLimit);
    await expect(written).rejects.toThrow('sheet "survey", row 2, column "name": The text has 32768 characters');
  });
});
