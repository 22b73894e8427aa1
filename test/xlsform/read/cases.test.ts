import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { writeWorkbook } from '../../../src/formats/xlsx-write.ts';
import { casesOf } from '../../support/workbook-cases.ts';
import { planOf } from '../../support/workbook-tables.mjs';
import { readBytes, shown } from './read.ts';

const folder = fileURLToPath(new URL('cases', import.meta.url));

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
