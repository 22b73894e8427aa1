import { expect, test } from 'vitest';
import type { Findings } from '../../src/conform/findings/found.ts';
import type { PrintOptions } from '../../src/printers/input.ts';
import { recordPrinters, type TextFormat } from '../../src/printers/records/printer.ts';
import { findingsOf, tellMonth } from '../conform/findings/findings.ts';

const options: PrintOptions = { color: false, width: 80, all: false, elapsed: 1234 };
const about = { source: 'dictionary', forms: ['Household registration'], data: ['may.json'] };

async function text(format: TextFormat, findings: Findings, change: Partial<PrintOptions> = {}): Promise<string> {
  let whole = '';
  for await (const piece of recordPrinters[format](findings, { ...options, ...change }, about)) whole += piece;
  return whole;
}

test.each(['pretty', 'compact', 'json', 'junit', 'github', 'markdown', 'csv', 'html'] as const)('%s', async (format) => {
  await expect(await text(format, findingsOf(tellMonth))).toMatchFileSnapshot(`baselines/records/${format}.txt`);
});
