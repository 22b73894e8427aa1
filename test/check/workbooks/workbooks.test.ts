import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { writeWorkbook } from '../../../src/formats/xlsx-write.ts';
import { print } from '../../../src/printers/printer.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { readSource } from '../../../src/cli/checked-source.ts';
import { memoryTree } from '../../../src/source/files.ts';
import { casesOf } from '../../support/workbook-cases.ts';
import { planOf } from '../../support/workbook-tables.mjs';

const folder = fileURLToPath(new URL('cases', import.meta.url));
const WORKBOOK = 'form.xlsx';

async function findingsIn(table: string): Promise<readonly Diagnostic[]> {
  const tree = { ...memoryTree({ [WORKBOOK]: await writeWorkbook(planOf(table)) }), workbook: WORKBOOK };
  return readSource(tree, OPTIONS).diagnostics;
}

const OPTIONS = {
  form: [],
  country: [],
  profile: [],
  watch: false,
  format: [],
  failOn: 'error',
  quiet: true,
  all: true,
  color: false,
} as const;

test.each(readdirSync(folder))('what check says of the workbooks of %s, each mistake at its cell', async (file) => {
  const cases = casesOf(readFileSync(`${folder}/${file}`, 'utf8'));
  const parts = await Promise.all(
    cases.map(async ({ title, table }) => {
      const diagnostics = await findingsIn(table);
      expect(diagnostics, title).not.toEqual([]);
      return `## ${title}\n\n${print('compact', { diagnostics }, { color: false, width: 100, all: true, elapsed: 0 })}`;
    }),
  );
  await expect(parts.join('\n')).toMatchFileSnapshot(`baselines/${file}`);
});
