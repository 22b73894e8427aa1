import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import excel from 'exceljs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellText } from '../../src/formats/cell-text.ts';
import type { RowPlan, SheetPlan, WorkbookPlan } from '../../src/formats/workbook.ts';
import { writeWorkbook } from '../../src/formats/xlsx-write.ts';
import { bundled, output } from './child.ts';

function sheet(rows: readonly RowPlan[], more: Partial<SheetPlan> = {}): SheetPlan {
  const columns = ['type', 'name', 'label::English (en)'].map((header, index) => ({ header, width: 12 + index }));
  return { name: 'survey', rightToLeft: false, columns, rows, ...more };
}

function plan(...rows: readonly (readonly string[])[]): WorkbookPlan {
  return { sheets: [sheet(rows.map((cells) => ({ cells })))] };
}

async function reread(written: WorkbookPlan): Promise<excel.Workbook> {
  const workbook = new excel.Workbook();
  // exceljs declares a Buffer of its own.
  await workbook.xlsx.load(Buffer.from(await writeWorkbook(written)) as unknown as excel.Buffer);
  return workbook;
}

async function survey(written: WorkbookPlan): Promise<excel.Worksheet> {
  const worksheet = (await reread(written)).getWorksheet('survey');
  if (!worksheet) throw new Error('no sheet "survey"');
  return worksheet;
}

describe('what a form designer typed', () => {
  test.each(['07', '1.10', 'TRUE', '=1+1', '+1', '-1', '@home', '#N/A', "'quoted", '2024-01-31', '1e5'])(
    '%s stays text',
    async (text) => {
      const cell = (await survey(plan([text]))).getCell('A2');
      expect([cell.value, cell.type, cell.numFmt]).toEqual([text, excel.ValueType.String, '@']);
    },
  );

  test.each([
    ['line breaks', 'one\ntwo\n\nfour'],
    ['blanks at both ends', '  text \n '],
    ['markup', '<b>&amp; "quoted" \'text\'</b> ]]>'],
    ['what looks like an escape of OOXML', '_x000D_ _x005F_ _x0041_x0042_ _xabcd_'],
    ['right-to-left text and emoji', 'ولسوالی 😀 ދިވެހި'],
    ['names of object members', '__proto__'],
  ])('%s survive', async (_, text) => {
    expect((await survey(plan([text]))).getCell('A2').value).toBe(text);
  });

  test('a character that no XML file can hold becomes U+FFFD', async () => {
    const text = 'a\u0000b\u0008c\uFFFEd\uD800e\u007F';
    expect((await survey(plan([text]))).getCell('A2').value).toBe('a�b�c�d�e�');
  });

  test('line breaks of Windows become those of a cell', async () => {
    expect((await survey(plan(['a\r\nb\rc']))).getCell('A2').value).toBe('a\nb\nc');
  });

  test('any text comes back', async () => {
    const text = fc.string({
      unit: fc.constantFrom('_', 'x', '0', 'D', '\n', '\t', ' ', '&', '<', '\u0001', '😀', 'é'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 30 }), async (texts) => {
        const worksheet = await survey(plan(...texts.map((one) => [one])));
        const read = texts.map((_, index) => worksheet.getCell(index + 2, 1).value ?? '');
        expect(read).toEqual(texts.map(cellText));
      }),
      { numRuns: 30 },
    );
  });
});

describe('the look of a sheet', () => {
  test('headings are bold, filled and frozen; columns have their width and wrap', async () => {
    const worksheet = await survey(plan(['text', 'name', 'Name?']));
    const heading = worksheet.getCell('C1');
    expect(heading.value).toBe('label::English (en)');
    expect(heading.font.bold).toBe(true);
    expect(heading.fill).toMatchObject({ type: 'pattern', pattern: 'solid' });
    expect(heading.alignment).toEqual({ vertical: 'top', wrapText: true });
    expect(worksheet.views).toMatchObject([{ state: 'frozen', ySplit: 1, rightToLeft: false }]);
    expect(worksheet.getColumn(2).width).toBe(13);
  });

  test('a sheet is laid out from right to left where asked', async () => {
    const worksheet = await survey({ sheets: [sheet([], { rightToLeft: true })] });
    expect(worksheet.views).toMatchObject([{ rightToLeft: true }]);
  });

  test('rows below the last one are text, too', async () => {
    const worksheet = await survey(plan(['text', 'name', 'Name?']));
    expect(worksheet.getColumn(1).numFmt).toBe('@');
    expect(worksheet.getColumn(3).alignment).toEqual({ vertical: 'top', wrapText: true });
  });

  test('an empty cell is not written', async () => {
    const files = unzipSync(await writeWorkbook(plan(['text', '', 'Name?'], ['', '', ''], ['note'])));
    const xml = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect([...xml.matchAll(/<c r="([A-Z]+[0-9]+)"/g)].map((cell) => cell[1])).toEqual([
      'A1',
      'B1',
      'C1',
      'A2',
      'C2',
      'A4',
    ]);
  });

  test('groups and repeats are shaded by depth, over the whole row', async () => {
    const rows: RowPlan[] = [
      { cells: ['begin group', 'g'], shade: 'group', depth: 0 },
      { cells: ['begin repeat', 'r'], shade: 'repeat', depth: 1 },
      { cells: ['text', 't', 'Text'], depth: 2 },
      { cells: ['end repeat'], shade: 'repeat-end', depth: 1 },
      { cells: ['end group'], shade: 'group-end', depth: 0 },
    ];
    const worksheet = await survey({ sheets: [sheet(rows)] });
    const fills = rows.map((_, index) => JSON.stringify(worksheet.getRow(index + 2).getCell(3).fill));
    expect(fills[0]).toBe(fills[4]);
    expect(fills[1]).toBe(fills[3]);
    expect(new Set(fills).size).toBe(3);
    expect(worksheet.getCell('A2').numFmt).toBe('@');
  });
});

describe('bytes', () => {
  const example = plan(['text', 'name', 'Name?'], ['integer', 'age', 'سن']);

  test('the same plan gives the same bytes, later and in other time zones', async () => {
    const module = await bundled('src/formats/xlsx-write.ts');
    const script = `
      import { createHash } from 'node:crypto';
      import { writeWorkbook } from '${module}';
      process.stdout.write(createHash('sha256').update(await writeWorkbook(${JSON.stringify(example)})).digest('hex'));`;
    const here = createHash('sha256')
      .update(await writeWorkbook(example))
      .digest('hex');
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const zones = ['UTC', 'Asia/Kathmandu', 'America/New_York', 'Pacific/Kiritimati'];
    const there = await Promise.all(zones.map((TZ) => output(script, { TZ })));
    expect(there).toEqual(zones.map(() => here));
  });

  test('entries are in order and dated 1980-01-01 00:00', async () => {
    const bytes = Buffer.from(await writeWorkbook(example));
    const names = Object.keys(unzipSync(bytes));
    expect(names).toEqual(names.toSorted());
    expect(names[0]).toBe('[Content_Types].xml');
    expect(bytes.readUInt32LE(10)).toBe((1 << 21) | (1 << 16));
  });
});
