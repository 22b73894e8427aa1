import { expect, test } from 'vitest';
import type { Findings } from '../../src/conform/findings/found.ts';
import { findingsSchema } from '../../src/printers/findings.schema.ts';
import type { PrintOptions } from '../../src/printers/input.ts';
import { recordPrinters, type TextFormat } from '../../src/printers/records/printer.ts';
import { countsLine, percent } from '../../src/printers/records/words.ts';
import { displayWidth } from '../../src/printers/width.ts';
import { allOf, finding, findingsOf, outOfRange, subject, tellMonth, wrongCode } from '../conform/findings/findings.ts';
import { type Schema, violations } from './schema-check.ts';

const options: PrintOptions = { color: false, width: 80, all: false, elapsed: 1234 };
const about = { source: 'dictionary', forms: ['Household registration'], data: ['may.json'] };
const formats = ['pretty', 'compact', 'json', 'junit', 'github', 'markdown', 'csv', 'html'] as const;

async function print(format: TextFormat, findings: Findings, change: Partial<PrintOptions> = {}): Promise<string> {
  let whole = '';
  for await (const piece of recordPrinters[format](findings, { ...options, ...change }, about)) whole += piece;
  return whole;
}

/** Many findings, read from disk in several pieces. */
const many = (): Findings =>
  findingsOf((store) => {
    for (let number = 1; number <= 2500; number += 1) {
      store.looked(subject({ number }));
      store.add(outOfRange(subject({ number }), String(60 + number)));
    }
  });

/** Line ends are shown; the style of the page is a file that can be read by itself. */
function visible(text: string): string {
  const style = /<style>.*<\/style>/s;
  return text
    .replaceAll('\r\n', '␍\n')
    .replace(style, '<style>…</style>')
    .replace(/sha256-[^;]*;[^;]*;/, 'sha256-…');
}

test.each(formats)('%s', async (format) => {
  const text = await print(format, findingsOf(tellMonth));
  await expect(visible(text)).toMatchFileSnapshot(`baselines/records/${format}.txt`);
});

test('sarif, without the rules of the registry', async () => {
  const log = JSON.parse(await print('sarif', findingsOf(tellMonth))) as { runs: [{ results: object[] }] };
  const few = log.runs[0].results.filter((_, index) => index % 12 === 0);
  const shown = few.map((result) => ({ ...result, ruleIndex: undefined }));
  await expect(`${JSON.stringify(shown, undefined, 2)}\n`).toMatchFileSnapshot('baselines/records/sarif.txt');
  expect(log.runs[0].results).toHaveLength(71);
});

test.each(formats)('%s without findings', async (format) => {
  const text = await print(
    format,
    findingsOf((store) => store.looked(subject())),
  );
  await expect(visible(text)).toMatchFileSnapshot(`baselines/records/none-${format}.txt`);
});

test('json of many findings is one document, as its schema says', async () => {
  const schema: Schema = findingsSchema;
  for (const findings of [many(), findingsOf(tellMonth), findingsOf(() => undefined)]) {
    const document = JSON.parse(await print('json', findings)) as { findings: unknown[]; summary: { errors: number } };
    expect(violations(schema, document)).toEqual([]);
    expect(document.findings).toHaveLength((await allOf(findings)).length);
    expect(document.summary.errors).toBe(findings.counts.errors);
  }
});

test('sarif and csv of many findings hold each of them', async () => {
  const sarif = JSON.parse(await print('sarif', many())) as { runs: [{ results: object[] }] };
  expect(sarif.runs[0].results).toHaveLength(2500);
  expect((await print('csv', many())).split('\r\n')).toHaveLength(2502);
});

// oxlint-disable-next-line no-control-regex
const OBEYED = /[\u0000-\u0009\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066\u2067]/;

test.each(formats)('%s holds nothing that a terminal obeys', async (format) => {
  expect(await print(format, findingsOf(tellMonth))).not.toMatch(OBEYED);
});

test.each([40, 80, 100])('pretty fits a terminal of %s columns', async (width) => {
  const lines = (await print('pretty', findingsOf(tellMonth), { width })).split('\n');
  // Words that can be copied stay whole.
  const tooLong = lines.filter((line) => displayWidth(line) > width && !/^\s*\S*$/.test(line.trim()));
  expect(tooLong).toEqual([]);
});

test('pretty shows the first twenty kinds, and every one on demand', async () => {
  const findings = findingsOf((store) => {
    for (let number = 1; number <= 25; number += 1) {
      const key = `column_${number}`;
      store.add(finding(subject({ number }), 'answer-unknown', key, { key, likely: undefined }));
    }
  });
  const text = await print('pretty', findings);
  expect(text.match(/^warning {2}answer-unknown/gm)).toHaveLength(20);
  expect(text).toContain('and 5 more kinds: 5 findings (--all shows them)');
  const all = await print('pretty', findings, { all: true });
  expect(all.match(/^warning {2}answer-unknown/gm)).toHaveLength(25);
  expect(all.split('Every finding\n')[1]?.match(/^ {2}may\.json:uuid:\S+: warning answer-unknown /gm)).toHaveLength(25);
});

test('a workbook is the dictionary: the cell is named where a line would be', async () => {
  const cell = { kind: 'cell', file: 'form.xlsx', sheet: 'survey', row: 7, cell: 'F7', value: '. <= 50' } as const;
  const made = outOfRange(subject(), '60');
  const related = [{ location: cell, message: 'the constraint' }];
  const findings = findingsOf((store) => store.add({ ...made, diagnostic: { ...made.diagnostic, related } }));
  expect(await print('pretty', findings)).toContain('form.xlsx:survey!F7');
  expect(await print('github', findings)).toContain('::error file=form.xlsx,title=answer-constraint::');
  const sarif = JSON.parse(await print('sarif', findings)) as { runs: [{ results: [{ locations: unknown[] }] }] };
  expect(sarif.runs[0].results[0].locations).toMatchObject([
    { physicalLocation: { artifactLocation: { uri: 'form.xlsx' } }, logicalLocations: [{ kind: 'record' }] },
  ]);
});

test('no answer that is hidden is told by any format', async () => {
  const of = subject();
  const params = { name: 'hoh_phone', value: undefined, wanted: 'a text', hint: undefined };
  const findings = findingsOf((store) => store.add(finding(of, 'answer-type', 'hoh_phone', params, { hidden: true })));
  expect(await print('pretty', findings)).toContain('not shown here');
  expect(JSON.parse(await print('json', findings))).toMatchObject({
    findings: [{ record: { value: null, hidden: true } }],
  });
});

test('a question with several limits has a case for each', async () => {
  const text = await print(
    'junit',
    findingsOf((store) => {
      store.add(wrongCode(subject(), 'x'));
      store.add({ ...wrongCode(subject(), 'x'), diagnostic: { ...wrongCode(subject(), 'x').diagnostic, related: [] } });
    }),
  );
  expect(text.match(/testcase name="[^"]*"/g)).toEqual([
    'testcase name="answer-code: shelter"',
    'testcase name="answer-code: shelter (2)"',
  ]);
});

test.each([
  [0, '0%'],
  [0.0004, '<0.1%'],
  [0.0412, '4.1%'],
  [0.0996, '10%'],
  [0.5, '50%'],
  [0.9996, '>99%'],
  [1, '100%'],
])('a share of %s is %s', (share, words) => {
  expect(percent(share)).toBe(words);
});

test('the last line', () => {
  const counts = findingsOf(tellMonth).counts;
  expect(countsLine(counts, 1234)).toBe('65 errors, 5 warnings, 1 info in 65 of 346 submissions (19%), 1.2 s');
  expect(countsLine({ ...counts, errors: 0, warnings: 0, infos: 0, recordsWithFindings: 0, known: 2 })).toBe(
    'No findings in 346 submissions, 2 known findings set aside',
  );
});
