import { expect, test } from 'vitest';
import { checkDictionary } from '../../src/check/check.ts';
import { writeWorkbook } from '../../src/formats/xlsx-write.ts';
import { memoryTree } from '../../src/source/files.ts';
import { compileWorkbook } from '../../src/xlsform/read/compile-workbook.ts';
import { present } from '../support/tester.ts';
import { planOf } from '../support/workbook-tables.mjs';

/** What is told of the translations of a workbook. */
async function told(markdown: string): Promise<readonly string[]> {
  const tree = { ...memoryTree({ 'form.xlsx': await writeWorkbook(planOf(markdown)) }), workbook: 'form.xlsx' };
  const dictionary = present(compileWorkbook(tree, 'form.xlsx').dictionary, 'dictionary');
  const found = checkDictionary(dictionary, ['xlsform']);
  return found.filter(({ rule }) => /translat|plain/.test(rule)).map(({ rule, message }) => `${rule}: ${message}`);
}

const HEADINGS = '| survey | type | name | label::English (en) | label::French (fr) |';

test('a plain hint beside translated labels is for everybody, which is told once', async () => {
  const rows = `${HEADINGS} hint |\n| | text | a | A | Un | H |\n| | text | b | B | Deux | I |`;
  expect(await told(rows)).toEqual(['plain-language: This column does not say its language, and others do.']);
  expect(await told(`${rows}\n| settings | default_language |\n| | French (fr) |`)).toEqual([]);
});

test('a plain image is in no language, and missing in the others', async () => {
  expect(await told(`${HEADINGS} image |\n| | text | a | A | Un | a.png |\n| | text | b | B | Deux | b.png |`)).toEqual(
    [
      'plain-language: This column does not say its language, and others do.',
      'untranslated-column: No image on the sheet survey is in English.',
      'untranslated-column: No image on the sheet survey is in French.',
    ],
  );
});

test('what is missing in a row is told in the row', async () => {
  expect(await told(`${HEADINGS}\n| | text | a | A | |\n| | text | b | B | Deux |`)).toEqual([
    'missing-translation: The label of "a" is missing in French.',
  ]);
});
