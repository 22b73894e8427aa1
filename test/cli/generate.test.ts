import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeWorkbook } from '../../src/formats/xlsx-write.ts';
import { planOf } from '../support/workbook-tables.mjs';
import { manifest, run, tempFolder, tiny } from './project.ts';

const two = {
  ...tiny,
  'dictionary/more.yaml': 'forms:\n  other:\n    title: { en: Other, fr: Autre }\n    items: [hh_size]\n',
} as const;

const impossible = {
  'dictionary/dictionary.yaml': manifest.replace(
    /languages:[^]*?default_language: en\n/,
    'languages: { en: English }\n',
  ),
  'dictionary/visit.yaml': `forms:
  visit:
    title: Visit
    items:
      - { ask: hh_size, type: integer, label: Size }
      - { ask: age, type: integer, label: Age, required: yes, constraint: . > 5 and . < 3 }
      - { ask: from_server, type: calculate, calculation: "pulldata('sites', 'name', 'code', \${hh_size})" }
`,
} as const;

function linesOf(folder: string, file: string): readonly Readonly<Record<string, unknown>>[] {
  const text = readFileSync(path.join(folder, file), 'utf8');
  expect(text.endsWith('\n')).toBe(true);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('lexiform generate', () => {
  it('writes a record a line to the screen, and talks elsewhere', async () => {
    const { code, out, err } = await run(tempFolder(tiny), 'generate', '--count', '3');
    expect(code).toBe(0);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)['_id']),
    ).toEqual([1, 2, 3]);
    expect(err).toBe('3 records of form "visit" (seed 1).\n');
  });

  it('writes files, whole or not at all', async () => {
    const folder = tempFolder(tiny);
    const options = [
      '--count',
      '4',
      '--faults',
      'each',
      '--out',
      'data/all.ndjson',
      '--faults-out',
      'data/faults.ndjson',
    ];
    const { code, out, err } = await run(folder, 'generate', 'dictionary', ...options);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    const records = linesOf(folder, 'data/all.ndjson');
    const faults = linesOf(folder, 'data/faults.ndjson');
    expect(records.length).toBe(4 + faults.length);
    for (const { line, record } of faults) expect(records[Number(line) - 1]).toHaveProperty(['meta/rootUuid'], record);
    expect(readdirSync(path.join(folder, 'data'))).toEqual(['all.ndjson', 'faults.ndjson']);
    expect(err).toContain('This form cannot have, or seldom enough: answer-type (a day that no month has); ');
    expect(err).toContain(
      `${records.length} records of form "visit" (seed 1) in data/all.ndjson, ${faults.length} of them with one fault each.\n`,
    );
  });

  it('leaves no half of a file where the other cannot be written', async () => {
    const folder = tempFolder(tiny);
    mkdirSync(path.join(folder, 'taken'));
    const options = ['--faults', '0.5', '--out', 'all.ndjson', '--faults-out', 'taken'];
    const { code } = await run(folder, 'generate', 'dictionary', ...options);
    expect(code).toBe(2);
    expect(readdirSync(folder).toSorted()).toEqual(['dictionary', 'taken']);
  });

  it('keeps to the days and the form that were asked for', async () => {
    const options = ['--form', 'other', '--from', '2025-03-01', '--until', '2025-03-02', '--count', '30'];
    const { out } = await run(tempFolder(two), 'generate', ...options);
    expect(new Set(out.match(/"_submission_time":"[\d-]+/g))).toEqual(
      new Set(['"_submission_time":"2025-03-01', '"_submission_time":"2025-03-02']),
    );
    expect(out).toContain('"_xform_id_string":"other"');
  });

  it('takes a workbook', async () => {
    const table = '| survey | type | name | label |\n| | integer | hh_size | How many live here? |\n';
    const folder = tempFolder({ 'visit.xlsx': await writeWorkbook(planOf(table)) });
    const { code, out } = await run(folder, 'generate', 'visit.xlsx', '--count', '20');
    expect(code).toBe(0);
    expect(out).toMatch(/"hh_size":"\d+"/);
  });

  it('tells each question that cannot be answered once, and fails', async () => {
    const { code, out, err } = await run(tempFolder(impossible), 'generate', '--count', '5');
    expect(code).toBe(1);
    expect(out.trimEnd().split('\n')).toHaveLength(5);
    expect(err.split('\n')).toEqual([
      "note   from_server: calculation \"pulldata('sites', 'name', 'code', ${hh_size})\" cannot be computed here, so it stays blank. The form has no list or file \"sites\" that can be read here.",
      'error  age: no answer was found that its constraint ". > 5 and . < 3" allows, and it may not be blank. 5 records do not conform.',
      '5 records of form "visit" (seed 1), 5 of them not as the form wants them.',
      '',
    ]);
  });

  it.each([
    ['warning', 0],
    ['error', 1],
  ])('tells each check that no answers keep once: %s', async (severity, exit) => {
    const files = {
      ...impossible,
      'dictionary/visit.yaml': `forms:
  visit:
    title: Visit
    items: [{ ask: age, type: integer, label: Age, required: yes, constraint: . > 5 and . < 9, soft: [{ when: . > 4 }] }]
checks:
  any_age: { when: "\${age} > 0", severity: ${severity} }
`,
    };
    const { code, err } = await run(tempFolder(files), 'generate', '--count', '4');
    expect(code).toBe(exit);
    expect(err.split('\n')).toEqual([
      `${severity.padEnd(6)} check "any_age" (\${age} > 0): no answers were found that keep it. 4 records break it.`,
      'warning soft limit ". > 4" of age: no answers were found that keep it. 4 records break it.',
      '4 records of form "visit" (seed 1).',
      '',
    ]);
  });

  it.each([
    [['--count', 'ten'], /--count.*whole number/],
    [['--faults', '2'], /--faults.*from 0 to 1/],
    [['--from', '2026-02-30'], /--from.*day such as/],
    [['--from', '2026-02-02'], /--until is a day before --from/],
    [['--faults-out', 'x'], /there are none/],
    [['--faults', '1', '--out', 'x', '--faults-out', './x'], /a file of its own/],
    [['--form', 'vist'], /no form "vist".*\n?.*Did you mean "visit"/],
    [['--profile', 'kobe'], /--profile.*kobo/],
  ])('refuses %j', async (options, message) => {
    const { code, out, err } = await run(tempFolder(tiny), 'generate', ...options);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });

  it('asks which form is meant', async () => {
    const { code, err } = await run(tempFolder(two), 'generate');
    expect(code).toBe(2);
    expect(err).toContain('--form: ');
  });
});
