// Workbooks in the shapes that programs give them, each as its XML; openpyxl must read in them what our reader does.
import { contentTypes, inline, relationships } from '../support/xlsx-parts.mjs';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const NUMBERS = ['0', '1', '-1', '07', '2.00', '1E3', '1e-5', '0.0001', '0.00001', '1.5E-7', '-2.5e-10', '0.1', '-0.0']
  .concat([
    '0.30000000000000004',
    '1e16',
    '1e22',
    '123456789012345678901234567890',
    '1e400',
    '-1e400',
    '1.7976931348623157e308',
  ])
  .concat(['5e-324', '0.1234567890123456789', ' 5 ', '+5', '.5', '5.', '12345678.9', '99999999999999.9', '43831.25']);

const SERIALS = [
  '0',
  '0.5',
  '0.999999999',
  '1',
  '59',
  '59.75',
  '60',
  '61',
  '44197',
  '44197.5',
  '44197.123456',
  '0.0000057870370',
]
  .concat([
    '-1',
    '-0.25',
    '2958465',
    '2958465.9999999999',
    '2958466',
    '1e10',
    '-693593',
    '-693594',
    '-693595',
    '0.1',
    '1.0000115',
  ])
  .concat(['25569.000005787037', '43831.000694444445', '1e300', '0.00000000001', '36526.99999999']);

const FORMATS = [
  'yyyy-mm-dd',
  'General',
  'Standard',
  '[$-409]d/m/yy;@',
  '0.00',
  '[Red]0',
  '[h]:mm:ss',
  '[mm]:ss.00',
  '"day" 0',
]
  .concat([
    String.raw`0\d`,
    '_d0',
    '#,##0;[Red]dd',
    '[ss]',
    'hh:mm AM/PM',
    '"',
    '[d',
    '[$d]"d"0',
    '0.0"m"',
    '@',
    'mmm-yy',
    'D/M',
  ])
  .concat(['[hh]', '[HH]:MM', '', 'yyyy"年"m"月"', '[Color10]0', '[d"m"', '[x"q"]d']);

const ISO = [
  '2024-01-31',
  '2024-01-31T10:20:30',
  '2024-01-31T10:20:30.5Z',
  '10:20',
  '10:20:30.125',
  'PT1H2M3.5S',
  'PT26H',
  '2024-01-31T10:20',
].concat(['2024-01-31T00:00:00', '2024-02-29', 'PT0S', '00:00:00', '2024-01-31 10:20', '0001-01-01']);

export const CASES = {
  numbers: { sheets: { survey: column(NUMBERS.map((number) => `<c><v>${number}</v></c>`)) } },
  'dates of 1900': dates(),
  'dates of 1904': dates('<workbookPr date1904="1"/>'),
  'dates of 1904, told to be false': dates('<workbookPr date1904="false"/>'),
  'built-in formats': formats(
    Array.from({ length: 170 }, (_, id) => id),
    [],
  ),
  'formats of the file': formats(
    FORMATS.map((_, index) => 164 + index),
    FORMATS.map((format, index) => [164 + index, format]),
  ),
  'a built-in format redefined': formats(
    [14, 3],
    [
      [14, '0.0'],
      [3, 'yyyy'],
    ],
  ),
  'dates as text': { sheets: { survey: column(ISO.map((date) => `<c t="d"><v>${date}</v></c>`)) } },
  texts: {
    strings: [
      '<si><t>plain</t></si>',
      '<si><r><t>one </t></r><r><rPr><b/></rPr><t xml:space="preserve"> two</t></r></si>',
      '<si><t>漢字</t><rPh sb="0" eb="2"><t>かんじ</t></rPh><phoneticPr fontId="1"/></si>',
      '<si><t>_x005F_x000D_ _x000D_ x005F_ _x005f_ _x0041_</t></si>',
      '<si><t xml:space="preserve">  blanks \n\t</t></si>',
      '<si><t>a\r\nb&#13;c&#10;d&#9;e</t></si>',
      '<si><t/></si>',
      '<si/>',
      '<si><r><t>run</t></r><t>plain</t></si>',
      '<si><t>old</t><t>new</t></si>',
      '<si><t>a<![CDATA[<b>]]>&amp;&lt;&quot;&#x1F600;<!-- no -->c</t></si>',
      '<si><t>\u00A0ولسوالی\u2028</t></si>',
    ].join(''),
    sheets: {
      survey: column([
        ...Array.from({ length: 12 }, (_, index) => `<c t="s"><v>${index}</v></c>`),
        '<c t="s"><v/></c>',
        '<c t="s"><v> 3 </v></c>',
      ]),
    },
  },
  'other cells': {
    sheets: {
      survey: column([
        '<c t="inlineStr"><is><t>_x005F_ inline</t></is></c>',
        '<c t="inlineStr"><is><r><t>a</t></r><r><t> b</t></r></is></c>',
        '<c t="inlineStr"><v>5</v></c>',
        '<c t="inlineStr"><is/></c>',
        '<c t="str"><f>A1</f><v>_x005F_ result </v></c>',
        '<c t="str"><f>A1</f><v></v></c>',
        '<c><f>1+1</f></c>',
        '<c><f>1+1</f><v>2</v></c>',
        '<c><v>2</v><f>1+1</f></c>',
        '<c t="b"><v>1</v></c>',
        '<c t="b"><v>0</v></c>',
        '<c t="e"><v>#N/A</v></c>',
        '<c t="unknown"><v>text</v></c>',
        '<c s="3"/>',
        '<c><v>1</v><v>2</v></c>',
        '<c t="str"><v>a<!-- no -->b</v></c>',
      ]),
    },
  },
  'rows and cells without numbers, as R writes them': {
    sheets: {
      survey: `<row>${inlineAt('a')}<c/>${inlineAt('b')}</row><row r="5">${inlineAt('c')}</row><row>${inlineAt('d')}<c r="E6"><v>1</v></c>${inlineAt('e')}</row>`,
    },
  },
  'rows and cells out of order': {
    sheets: {
      survey: whole(
        `<row r="1">${inline('A1', 'a')}${inline('B1', 'b')}${inline('C1', 'c')}</row><row r="4">${inline('C4', 'c')}${inline('A4', 'a')}${inline('A4', 'again')}<c r="C4"/></row><row r="3">${inline('A3', 'lost')}</row><row r="4">${inline('B4', 'lost')}</row><row>${inline('A9', 'five')}</row>`,
        'A1:C9',
      ),
    },
  },
  'a declared range that is too small': {
    sheets: {
      survey: whole(
        `<row r="1">${inline('A1', 'a')}${inline('B1', 'b')}</row><row r="2">${inline('A2', 'c')}</row>`,
        'A1',
      ),
    },
  },
  'a declared range that is too large': {
    sheets: { survey: whole(`<row r="1">${inline('A1', 'a')}</row>`, 'A1:XFD200') },
  },
  'a declared range of columns': {
    sheets: { survey: whole(`<row r="1">${inline('A1', 'a')}${inline('D1', 'b')}</row>`, 'A:B') },
  },
  'a declared range with dollars': {
    sheets: { survey: whole(`<row r="1">${inline('A1', 'a')}${inline('D1', 'b')}</row>`, '$A$1:$B$2') },
  },
  'merged cells': {
    sheets: {
      survey: `<worksheet xmlns="${MAIN}"><sheetData><row>${inlineAt('a')}${inlineAt('hidden below')}</row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>`,
    },
  },
  'prefixes and absolute targets, as .NET writes them': {
    sheets: {
      survey: `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>text</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    },
    parts: {
      'xl/workbook.xml': `<x:workbook xmlns:x="${MAIN}" xmlns:q="${OFFICE}"><x:sheets><x:sheet name="survey" sheetId="1" q:id="R1"/></x:sheets></x:workbook>`,
      'xl/_rels/workbook.xml.rels': relationships({ R1: ['worksheet', '/xl/worksheets/sheet1.xml'] }),
    },
  },
  'a workbook under another name': {
    sheets: { survey: `<row>${inlineAt('a')}</row>` },
    parts: {
      '[Content_Types].xml': contentTypes([], undefined, '/other/book.xml'),
      'other/book.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="survey" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'other/_rels/book.xml.rels': relationships({ rId1: ['worksheet', '../xl/./worksheets/sheet1.xml'] }),
      'xl/workbook.xml': null,
      'xl/_rels/workbook.xml.rels': null,
    },
  },
  'hidden sheets, sheets without part, charts and odd names': {
    sheets: { survey: `<row>${inlineAt('a')}</row>`, __proto__x: `<row hidden="1">${inlineAt('b')}</row>` },
    parts: {
      'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="constructor" sheetId="1" state="hidden" r:id="rId2"/><sheet name="gone" sheetId="4" r:id="rId9"/><sheet name="__proto__" sheetId="2" state="veryHidden" r:id="rId1"/><sheet name="no id" sheetId="3"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': relationships({
        rId1: ['worksheet', 'worksheets/sheet1.xml'],
        rId2: ['worksheet', 'worksheets/sheet2.xml'],
        rId9: ['worksheet', 'worksheets/sheet9.xml'],
      }),
    },
  },
  'UTF-16': {
    sheets: { survey: `<row>${inlineAt('a')}</row>` },
    parts: { 'xl/worksheets/sheet1.xml': utf16(whole(`<row>${inlineAt('ولسوالی')}</row>`)) },
  },
  'Latin 1': {
    sheets: { survey: '' },
    parts: {
      'xl/worksheets/sheet1.xml': new Uint8Array(
        Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${whole(`<row>${inlineAt('é')}</row>`)}`, 'latin1'),
      ),
    },
  },
};

function column(cells) {
  return cells.map((cell) => `<row>${cell}</row>`).join('');
}

function inlineAt(text) {
  return `<c t="inlineStr"><is><t>${text}</t></is></c>`;
}

function whole(rows, dimension) {
  const declared = dimension === undefined ? '' : `<dimension ref="${dimension}"/>`;
  return `<worksheet xmlns="${MAIN}">${declared}<sheetData>${rows}</sheetData></worksheet>`;
}

/** Each serial as a date, and as a duration. */
function dates(workbookPr = '') {
  const cells = SERIALS.map((serial) => `<row><c s="1"><v>${serial}</v></c><c s="2"><v>${serial}</v></c></row>`);
  const styles =
    '<numFmts><numFmt numFmtId="200" formatCode="[h]:mm:ss"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/><xf numFmtId="200"/></cellXfs>';
  return { workbookPr, styles, sheets: { survey: cells.join('') } };
}

/** 44197.5 in each format. */
function formats(ids, own) {
  const codes = own.map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`);
  return {
    styles: `<numFmts>${codes.join('')}</numFmts><cellXfs>${ids.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`,
    sheets: { survey: column(ids.map((_, index) => `<c s="${index}"><v>44197.5</v></c>`)) },
  };
}

function utf16(text) {
  return new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
}
