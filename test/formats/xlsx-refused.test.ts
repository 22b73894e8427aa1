import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { ReadProblem } from '../../src/formats/xlsx-problem.ts';
import { readWorkbook } from '../../src/formats/xlsx-read.ts';
import { contentTypes, xlsx } from '../support/xlsx-parts.mjs';

function refusal(bytes: Uint8Array): ReadProblem {
  const result = readWorkbook(bytes);
  if (result.kind !== 'refused') throw new Error('it was read');
  return result.problem;
}

function zipped(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** A file of the container format of old Office programs, with the name of a stream in it. */
function compound(stream: string): Uint8Array {
  const header = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  return Buffer.concat([
    header,
    Buffer.alloc(600),
    Buffer.from(`Root Entry\u0000${stream}\u0000`, 'utf16le'),
    Buffer.alloc(600),
  ]);
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

describe('files of another kind', () => {
  test.each([
    ['empty-file', 'nothing', new Uint8Array()],
    ['not-a-workbook', 'three bytes', strToU8('abc')],
    ['not-a-workbook', 'a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['text-file', 'a CSV table', strToU8('type,name,label\ntext,q1,"Name?"\n')],
    ['text-file', 'a table of Excel in UTF-16', Buffer.from('\uFEFFtype\tname\n', 'utf16le')],
    ['web-page', 'a page to sign in', strToU8('\n<!DOCTYPE html><html><body>Sign in</body></html>')],
    [
      'web-page',
      'XML of Excel 2003',
      strToU8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'),
    ],
    ['pdf', 'a form that was printed', Buffer.from('%PDF-1.7\n%\u00E2\u00E3\n1 0 obj', 'latin1')],
    ['old-workbook', 'an .xls file', compound('Workbook')],
    ['old-workbook', 'an .xls file of Excel 95', compound('Book')],
    ['protected', 'a workbook with a password', compound('EncryptedPackage')],
    ['other-office-file', 'an old document', compound('WordDocument')],
    ['open-document', 'an .ods file', zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' })],
    ['other-office-file', 'an .odt file', zipped({ mimetype: 'application/vnd.oasis.opendocument.text' })],
    [
      'other-office-file',
      'a .docx file',
      zipped({ '[Content_Types].xml': contentTypes([], `${OFFICE}.wordprocessingml.document.main+xml`) }),
    ],
    ['other-office-file', 'a .numbers file', zipped({ 'Index/Document.iwa': 'x' })],
    ['not-a-workbook', 'any archive', zipped({ 'survey.csv': 'type,name' })],
    ['binary-workbook', 'an .xlsb file', zipped({ 'xl/workbook.bin': 'x', '[Content_Types].xml': '<Types/>' })],
    ['macros', 'an .xlsm file', xlsx({ parts: { 'xl/vbaProject.bin': 'x' } })],
    ['damaged', 'zeros', new Uint8Array(5000)],
  ])('%s: %s', (kind, _, bytes) => {
    expect(refusal(bytes).kind).toBe(kind);
  });

  test('each is told in words of its own, with what to do', () => {
    expect(refusal(compound('EncryptedPackage'))).toEqual({
      kind: 'protected',
      message: 'The workbook is protected by a password.',
      help: 'Open it in Excel, remove the password (File, Info, Protect Workbook, Encrypt with Password) and save it.',
    });
  });
});

describe('damaged workbooks', () => {
  const good = xlsx({ sheets: { survey: `<row><c><v>1</v></c></row>` } });

  test.each([
    ['cut off', good.subarray(0, good.length - 30)],
    ['cut off at the beginning', good.subarray(0, 100)],
    ['without its first half', Buffer.concat([Buffer.from('PK'), good.subarray(good.length / 2)])],
    ['without the list of sheets', xlsx({ parts: { 'xl/workbook.xml': null } })],
    ['without the way to its sheets', xlsx({ parts: { 'xl/_rels/workbook.xml.rels': null } })],
    ['with a sheet that is not closed', xlsx({ sheets: { survey: '<worksheet><sheetData>' } })],
    ['with a sheet of zeros', xlsx({ parts: { 'xl/worksheets/sheet1.xml': new Uint8Array(100) } })],
    ['with an empty sheet', xlsx({ parts: { 'xl/worksheets/sheet1.xml': '' } })],
    [
      'with a character that XML does not have',
      xlsx({ sheets: { survey: '<row><c t="str"><v>a\u0000b</v></c></row>' } }),
    ],
    [
      'with bytes that are no UTF-8',
      xlsx({ parts: { 'xl/worksheets/sheet1.xml': Buffer.from('<a>\xE9</a>', 'latin1') } }),
    ],
    [
      'in an encoding that nobody knows',
      xlsx({ parts: { 'xl/worksheets/sheet1.xml': '<?xml version="1.0" encoding="x-none"?><a/>' } }),
    ],
    ['with an entity that is not declared', xlsx({ sheets: { survey: '<row><c t="str"><v>&who;</v></c></row>' } })],
    ['with a row without number', xlsx({ sheets: { survey: '<row r="first"/>' } })],
  ])('%s', (_, bytes) => {
    expect(refusal(bytes)).toMatchObject({ kind: 'damaged', help: expect.stringContaining('download') });
  });

  test('with a byte changed in a part', () => {
    const bytes = Buffer.from(zipSync({ '[Content_Types].xml': [strToU8(contentTypes([])), { level: 0 }] }));
    bytes.write('d', bytes.indexOf('Default'));
    expect(refusal(bytes).message).toContain('is not what was packed');
  });

  test('encrypted by the program that packed it', () => {
    const bytes = Buffer.from(good);
    for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 1))
      bytes[at + 8] = 1;
    expect(refusal(bytes).kind).toBe('protected');
  });
});
