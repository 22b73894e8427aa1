import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecordFinding } from '../../src/conform/finding.ts';
import { findingsSchema } from '../../src/printers/findings.schema.ts';
import { recordPrinters, type TextFormat } from '../../src/printers/records/printer.ts';
import { findingsWorkbook } from '../../src/printers/records/workbook.ts';
import { writeTables } from '../../src/formats/xlsx-tables.ts';
import { allOf, at, finding, findingsOf, subject } from '../conform/findings/findings.ts';
import { violations } from './schema-check.ts';

const pieces = ['a', ' ', '=', '-', '"', "'", ',', '<b>', '&', '|', '`', '年', '😀', '⟦', '::', ']]>', '__proto__'];
const nasty = [
  '\n',
  '\r',
  '\t',
  '\0',
  '\u001B[2J',
  '\u009B',
  '\u202E',
  '\u2068',
  '\u2028',
  '\uD800',
  'ماء',
  'x'.repeat(400),
];
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...pieces, ...nasty), { maxLength: 30 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 100 }),
);

/** Submissions whose every word is whatever data can hold. */
const anyFindings = fc.array(
  fc.record({
    key: anyText,
    name: anyText,
    value: anyText,
    who: anyText,
    rest: anyText,
    number: fc.nat({ max: 5000 }),
  }),
  { maxLength: 6 },
);

type Raw = typeof anyFindings extends fc.Arbitrary<(infer Each)[]> ? Each : never;

function made({ key, name, value, who, rest, number }: Raw): RecordFinding {
  const of = subject({ key, number, enumerator: who, site: rest, version: value, day: rest, link: rest });
  const params = { name, value, wanted: rest, hint: rest };
  const facts = { value, path: rest, label: rest, expected: rest, file: name, place: at('integer') };
  return finding(of, 'answer-type', name, params, facts);
}

const options = { color: false, width: 80, all: true };

async function print(format: TextFormat, findings: readonly RecordFinding[]): Promise<string> {
  const found = findingsOf((store) => findings.forEach(store.add));
  let whole = '';
  for await (const piece of recordPrinters[format](found, options, { source: 's', forms: ['f'], data: ['d'] }))
    whole += piece;
  return whole;
}

// oxlint-disable-next-line no-control-regex
const OBEYED = /[\u0000-\u0009\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066\u2067]|\p{Surrogate}/u;

test.each(['pretty', 'compact', 'json', 'sarif', 'junit', 'github', 'markdown', 'html'] as const)(
  '%s prints any finding, and nothing that a terminal obeys',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(anyFindings, async (raw) => {
        expect(await print(format, raw.map(made))).not.toMatch(OBEYED);
      }),
      { numRuns: 60 },
    );
  },
);

test('json and csv hold each finding, whatever it says', async () => {
  await fc.assert(
    fc.asyncProperty(anyFindings, async (raw) => {
      const findings = raw.map(made);
      const document = JSON.parse(await print('json', findings)) as { findings: unknown[] };
      expect(document.findings).toHaveLength(findings.length);
      const rows: string[][] = parse(await print('csv', findings), { bom: true });
      expect(rows).toHaveLength(findings.length + 1);
      expect(rows.flat().filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('json is as its schema says for any submission that is counted from 1', async () => {
  await fc.assert(
    fc.asyncProperty(anyFindings, async (raw) => {
      const findings = raw.map((each) => made({ ...each, number: each.number + 1 }));
      expect(violations(findingsSchema, JSON.parse(await print('json', findings)))).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('what is stored comes back, up to the length that is kept', async () => {
  await fc.assert(
    fc.asyncProperty(anyFindings, async (raw) => {
      const findings = raw.map(made);
      const back = await allOf(findingsOf((store) => findings.forEach(store.add)));
      expect(back.map(({ value }) => value?.slice(0, 999))).toEqual(findings.map(({ value }) => value?.slice(0, 999)));
    }),
    { numRuns: 60 },
  );
});

test('a workbook can be written of any findings', async () => {
  await fc.assert(
    fc.asyncProperty(anyFindings, async (raw) => {
      const found = findingsOf((store) => raw.map(made).forEach(store.add));
      const bytes = await writeTables(
        findingsWorkbook(found, { source: 's', forms: ['f'], data: ['d'] }, { layout: 'impact' }),
      );
      expect(bytes.length).toBeGreaterThan(1000);
    }),
    { numRuns: 15 },
  );
}, 60_000);
