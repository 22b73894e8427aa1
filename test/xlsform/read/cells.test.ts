import { expect, test } from 'vitest';
import { inline, xlsx } from '../../support/xlsx-parts.mjs';
import { readBytes, shown } from './read.ts';

const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="000"/></numFmts>' +
  '<cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="2"/><xf numFmtId="164"/></cellXfs>';

/** The form of one question whose default stands in a cell of Excel. */
function withDefault(cell: string): string {
  const heads = ['type', 'name', 'default'].map((text, index) => inline(`${'ABC'[index]}1`, text)).join('');
  const row = inline('A2', 'hidden') + inline('B2', 'a') + cell.replace('<c', '<c r="C2"');
  const sheets = { survey: `<row r="1">${heads}</row><row r="2">${row}</row>` };
  return shown(readBytes(xlsx({ sheets, styles: STYLES })));
}

const REWRITTEN = '! survey!C2 excel-rewrote: ';

test.each([
  ['2.00 loses its decimals', '<c><v>2.00</v></c>', '2', ''],
  ['other decimals stay', '<c><v>2.50</v></c>', '2.5', ''],
  ['true is in capitals', '<c t="b"><v>1</v></c>', 'TRUE', ''],
  ['of a formula the value counts that was computed last', '<c><f>1+1</f><v>2</v></c>', '2', ''],
  [
    'blanks around a text go, also those that do not break',
    inline('C2', '&#160; x&#160;y ').replace(' r="C2"', ''),
    'x y',
    '',
  ],
  ['a format that shows the number as it is', '<c s="3"><v>2.25</v></c>', '2.25', ''],
  [
    'a date has a time',
    '<c s="1"><v>44197</v></c>',
    '2021-01-01 00:00:00',
    'Excel keeps a date here, and the form gets "2021-01-01 00:00:00".',
  ],
  ['a percentage', '<c s="2"><v>0.5</v></c>', '0.5', 'Excel shows this number as "0%", and the form gets "0.5".'],
  [
    'decimals that are shown',
    '<c s="3"><v>2</v></c>',
    '2',
    'Excel shows this number as "0.00", and the form gets "2".',
  ],
  [
    'a zero that ends the decimals',
    '<c s="3"><v>2.1</v></c>',
    '2.1',
    'Excel shows this number as "0.00", and the form gets "2.1".',
  ],
  [
    'decimals that are rounded away',
    '<c s="3"><v>2.125</v></c>',
    '2.125',
    'Excel shows this number as "0.00", and the form gets "2.125".',
  ],
  ['zeros in front', '<c s="4"><v>7</v></c>', '7', 'Excel shows this number as "000", and the form gets "7".'],
  [
    'more digits than Excel keeps',
    '<c><v>1.2345678901234568E+18</v></c>',
    '1234567890123456768',
    'Excel keeps 15 digits of a number, and the form gets "1234567890123456768".',
  ],
  [
    'a formula that fails',
    '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    '#DIV/0!',
    'The formula in this cell fails, and the form gets the text "#DIV/0!".',
  ],
  [
    'a formula that was never computed is empty',
    '<c><f>1+1</f></c>',
    '',
    'The formula in this cell has no result in the file, and the form gets an empty cell.',
  ],
])('%s', (_, cell, text, told) => {
  const question = text === '' ? 'hidden a' : `hidden a | default: ${text}`;
  expect(withDefault(cell)).toBe(told === '' ? question : `${question}\n${REWRITTEN}${told}`);
});
