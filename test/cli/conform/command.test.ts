import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { run, tempFolder, writeFiles } from '../project.ts';
import { dictionary, shapes, submission, submissions } from './visit.ts';

describe('every shape is recognised', () => {
  test.each(Object.entries(shapes))('%s', async (name, content) => {
    const folder = tempFolder({ ...dictionary, [name]: content });
    const { code, out, err } = await run(folder, 'conform', '--data', name);
    expect(out.split('\n').filter((line) => line.includes(' error '))).toEqual([
      `${name}:u2:hh_size: error answer-constraint "hh_size" is "0", which . > 0 refuses (One or more).`,
    ]);
    expect([code, err]).toEqual([1, '']);
  });

  test('in several files at once', async () => {
    const { 'list.json': list = '', 'submission.xml': xml = '' } = shapes;
    const folder = tempFolder({ ...dictionary, 'a.bin': list, 'b.bin': String(xml).replace('uuid:u2', 'uuid:u3') });
    const { out } = await run(folder, 'conform', '--data', 'a.bin', '--data', 'b.bin');
    expect(out.match(/^\S+(?=: error answer-constraint)/gm)).toEqual(['a.bin:u2:hh_size', 'b.bin:u3:hh_size']);
  });
});

describe('the exit code', () => {
  const unknown = submission(1, { hh_sise: '3' });
  test.each([
    ['nothing found', submission(1), [], 0],
    ['a warning', unknown, [], 0],
    ['a warning that counts', unknown, ['--fail-on', 'warning'], 1],
    ['an error', submission(1, { hh_size: '0' }), [], 1],
    ['a file that is cut', `[${submission(1)},${submission(2).slice(0, 40)}`, [], 1],
    ['a file of another kind', '%PDF-1.4', [], 1],
    ['a format that is not known', submission(1), ['--format', 'xml'], 2],
    ['a form that is not there', submission(1), ['--form', 'other'], 2],
    ['a source that is not there', submission(1), ['--also', 'other'], 2],
    ['a revision where there is no git', submission(1), ['--also', 'git:--upload-pack=x'], 2],
    ['a sample of none', submission(1), ['--sample', '0'], 2],
  ])('of %s', async (_, data, args, code) => {
    const folder = tempFolder({ ...dictionary, 'data.json': data });
    expect((await run(folder, 'conform', '--data', 'data.json', ...args)).code).toBe(code);
  });

  test('of findings that are known', async () => {
    const folder = tempFolder({ ...dictionary, 'data.json': submission(1, { hh_size: '0' }) });
    const call = ['conform', '--data', 'data.json'];
    expect((await run(folder, ...call, '--write-baseline', 'known.txt')).code).toBe(0);
    expect((await run(folder, ...call, '--baseline', 'known.txt', '--fail-on', 'warning')).code).toBe(0);
    writeFiles(folder, { 'data.json': submission(2, { hh_size: '0' }) });
    expect((await run(folder, ...call, '--baseline', 'known.txt')).code).toBe(1);
  });
});

test('--also brings the form that made a submission', async () => {
  const folder = tempFolder(dictionary);
  await run(folder, 'generate', '--count', '40', '--out', 'data.json');
  const { 'dictionary/visit.yaml': visit, 'dictionary/dictionary.yaml': manifest } = dictionary;
  writeFiles(folder, {
    'old/dictionary.yaml': manifest,
    'old/visit.yaml': visit,
    'dictionary/dictionary.yaml': manifest.replace('1.0.0', '2.0.0'),
    'dictionary/visit.yaml': visit.replace('      food: { en: Food, fr: Nourriture }\n', ''),
  });
  const alone = await run(folder, 'conform', '--data', 'data.json');
  expect(alone.code).toBe(0);
  expect(alone.out).toMatch(/: warning answer-code "need" is "food", and "food" is no code of "need"\./);
  expect(alone.out).toMatch(
    /: warning record-version The form of version "1\.0\.0-\w{8}" made it; at hand is "2\.0\.0-/,
  );
  const both = await run(folder, 'conform', '--data', 'data.json', '--also', 'old');
  expect([both.code, both.err]).toEqual([0, '']);
  expect(both.out).not.toMatch(/answer-code|record-version/);
});

test.each([
  [200, 'lines'],
  [200, 'list'],
  [8000, 'lines'],
])('--sample looks at some of %d submissions in a file of %s, from the first to the last', async (count, shape) => {
  const lines = submissions(count).trimEnd().split('\n');
  const folder = tempFolder({
    ...dictionary,
    'data.json': shape === 'list' ? `[${lines.join(',')}]` : lines.join('\n'),
  });
  const { out, code } = await run(folder, 'conform', '--data', 'data.json', '--sample', '5', '--format', 'json');
  expect(code).toBe(0);
  const { records } = JSON.parse(out).summary;
  expect(records).toBeGreaterThanOrEqual(5);
  expect(records).toBeLessThanOrEqual(7);
});

describe('answers about persons', () => {
  const faults: readonly Readonly<Record<string, unknown>>[] = [
    { resp_name: `Planted${'x'.repeat(50)}`, greeting: 'Dear Planted' },
    { resp_age: 'Planted' },
    { resp_age: '12 Planted', hh_size: '30', resp_name: 'Planted', greeting: 'Dear Planted' },
    { resp_need: 'food Planted' },
    { resp_name: 'Planted' },
    { resp_name: 'Planted\uFFFD' },
    { resp_name: ['Planted'] },
    { resp_name: { Planted: 'Planted' } },
    { greeting: 'Planted' },
    { interviewer: 'Planted', hh_size: '0' },
  ];
  const data = faults.map((fault, index) => `${submission(index + 1, fault)}\n`).join('');
  const names = ['pretty', 'compact', 'json', 'sarif', 'junit', 'github', 'markdown', 'csv', 'html', 'xlsx'];

  async function outputs(...args: string[]): Promise<readonly string[]> {
    const folder = tempFolder({ ...dictionary, 'data.json': data });
    const formats = names.flatMap((name) => ['--format', `${name}=out.${name}`]);
    const { code, out, err } = await run(folder, 'conform', '--data', 'data.json', '--all', ...formats, ...args);
    expect([code, out]).toEqual([1, '']);
    return [err, ...names.map((name) => textOf(readFileSync(path.join(folder, `out.${name}`)), name))];
  }

  test('are in no output', async () => {
    for (const text of await outputs()) expect(text).not.toContain('Planted');
  });

  test('are in each that somebody asked to show them', async () => {
    const [, ...texts] = await outputs('--show-answers');
    for (const text of texts) expect(text).toContain('Planted');
  });
});

function textOf(bytes: Uint8Array, name: string): string {
  if (name !== 'xlsx') return strFromU8(bytes);
  return Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n');
}
