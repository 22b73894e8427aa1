import { describe, expect, test } from 'vitest';
import { columnKeys, meaningKeys } from '../../../src/dictionary/language/variable-keys.ts';
import type { Key } from '../../../src/dictionary/language/key.ts';
import { languageReference } from '../../../src/dictionary/language/reference.ts';
import { markdownTable } from '../../../src/dictionary/language/reference-table.ts';
import { things } from '../../../src/dictionary/language/things.ts';

describe('the reference of the language', () => {
  const reference = languageReference();

  test('reads as reviewed', async () => {
    await expect(reference).toMatchFileSnapshot('./baselines/language-reference.md');
  });

  test.each(things.flatMap(({ title, keys }) => keys.map((key) => [title, key.name, key] as const)))(
    '%s describes %s',
    (title, name, key) => {
      const shared = [...columnKeys, ...meaningKeys].some((each: Key) => each === key);
      const section =
        reference.split('\n## ').find((part) => part.startsWith(`${shared ? 'Variable' : title}\n`)) ?? '';
      const row = section.split('\n').find((line) => line.startsWith(`| \`${name}\` `)) ?? '';
      expect(row).toContain(key.doc);
      expect(row.replaceAll('\\|', '|')).toContain(key.example);
    },
  );

  test('every row of a table has the cells of its heading', () => {
    const rows = reference.split('\n').filter((line) => line.startsWith('|'));
    const widths = rows.map((row) => row.split(/(?<!\\)\|/).length);
    expect(new Set(widths)).toEqual(new Set([4, 6]));
  });
});

test('a bar inside a cell is escaped, and the first columns are aligned', () => {
  const table = markdownTable(
    ['a', 'b', 'c'],
    [
      ['x | y', 'b', 'long text'],
      ['z', 'b', 'c'],
    ],
  );
  expect(table).toBe('| a      | b | c |\n| ------ | - | - |\n| x \\| y | b | long text |\n| z      | b | c |');
});
