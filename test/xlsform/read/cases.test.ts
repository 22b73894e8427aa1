import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { writeWorkbook } from '../../../src/formats/xlsx-write.ts';
import { planOf } from '../../support/workbook-tables.mjs';
import { readBytes, shown } from './read.ts';

const folder = fileURLToPath(new URL('cases', import.meta.url));

/** `## A heading`, then the tables of a workbook; a row that ends with `× 61` stands there so many times. */
function casesOf(markdown: string): readonly { readonly title: string; readonly table: string }[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [title = '', ...lines] = part.split('\n');
      return { title, table: lines.flatMap(repeated).join('\n') };
    });
}

function repeated(line: string): readonly string[] {
  const [, row = '', times = '1'] = /^(.*\|) × (\d+)$/.exec(line) ?? [];
  return row === '' ? [line] : Array.from({ length: Number(times) }, () => row);
}

test.each(readdirSync(folder))('%s', async (file) => {
  const cases = casesOf(readFileSync(`${folder}/${file}`, 'utf8'));
  const parts = await Promise.all(
    cases.map(async ({ title, table }) => {
      const bytes = await writeWorkbook(planOf(table));
      return `## ${title}\n\n${shown(readBytes(bytes))}\n`;
    }),
  );
  await expect(parts.join('\n')).toMatchFileSnapshot(`baselines/${file}`);
});
