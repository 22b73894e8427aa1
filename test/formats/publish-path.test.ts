import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { publish } from '../../src/formats/publish.ts';
import { pathProblem } from '../../src/formats/publish-path.ts';
import { outputs, workplace } from './folders.ts';

describe('paths that are refused', () => {
  test.each([
    '',
    '.',
    '..',
    '../x.csv',
    'a/../../x.csv',
    'a/./b',
    'a//b',
    'a/',
    '/etc/passwd',
    'C:/x.csv',
    String.raw`..\x.csv`,
    'a:stream',
    'con',
    'CON.csv',
    'a/nul .txt',
    'lpt1.tar.gz',
    'COM¹',
    'a?.csv',
    'name.',
    'name ',
    'a\u0000b',
    'a\uD800b',
    `${'ü'.repeat(130)}.csv`,
    '.lexiform-build.json',
    '.LEXIFORM-build.json',
  ])('%j', async (file) => {
    const { folder, out } = workplace();
    const refused = publish(out, 'kobo', outputs({ 'first.csv': '', [file]: 'x' }));
    await expect(refused).rejects.toMatchObject({ name: 'PublishError', code: 'path', path: file });
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    [['a.csv', 'A.csv']],
    [['a/b.csv', 'A/B.csv']],
    [['caf\u00E9', 'cafe\u0301']],
    [['a', 'a/b']],
    [['a/b/c', 'A']],
  ])('together: %j', async (files) => {
    const { folder, out } = workplace();
    const refused = publish(out, 'kobo', outputs(Object.fromEntries(files.map((file) => [file, 'x']))));
    await expect(refused).rejects.toMatchObject({ code: 'path', path: files[1] });
    expect(readdirSync(folder)).toEqual([]);
  });
});

test.each(['form.xlsx', 'media/ولسوالی.csv', 'a b/c-d_e.f', '.hidden', 'console.log', 'com10', 'nulls', '😀'])(
  '%s is fine',
  (file) => {
    expect(pathProblem(file)).toBeUndefined();
  },
);
