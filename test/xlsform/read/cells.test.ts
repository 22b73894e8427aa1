import { expect, test } from 'vitest';
import { inline, xlsx } from '../../support/xlsx-parts.mjs';
import { readBytes, shown } from './read.ts';

const STYLES = '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>';

/** The form of one question whose default stands in a cell of Excel. */
function withDefault(cell: string): string {
  const heads = ['type', 'name', 'default'].map((text, index) => inline(`${'ABC'[index]}1`, text)).join('');
  const row = inline('A2', 'hidden') + inline('B2', 'a') + cell.replace('<c', '<c r="C2"');
  const sheets = { survey: `<row r="1">${heads}</row><row r="2">${row}</row>` };
  return shown(readBytes(xlsx({ sheets, styles: STYLES })));
}

test.each([
  ['2.00 loses its decimals', '<c><v>2.00</v></c>', '2'],
  ['other decimals stay', '<c><v>2.50</v></c>', '2.5'],
  ['a date has a time', '<c s="1"><v>44197</v></c>', '2021-01-01 00:00:00'],
  ['true is in capitals', '<c t="b"><v>1</v></c>', 'TRUE'],
  ['of a formula the value counts that was computed last', '<c><f>1+1</f><v>2</v></c>', '2'],
  ['a formula that was never computed is empty', '<c><f>1+1</f></c>', undefined],
  [
    'blanks around a text go, also those that do not break',
    inline('C2', '&#160; x&#160;y ').replace(' r="C2"', ''),
    'x y',
  ],
])('%s', (_, cell, text) => {
  expect(withDefault(cell)).toBe(text === undefined ? 'hidden a' : `hidden a | default: ${text}`);
});
