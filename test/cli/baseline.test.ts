import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { broken, run, tempFolder, tiny, writeFiles } from './project.ts';

/** An old dictionary with two mistakes of one kind and one of another. */
const old = {
  ...broken,
  'dictionary/old.yaml': `variables:
  a: { type: strng, label: { en: A, fr: A } }
forms:
  other:
    title: Other
    items: [a, nobody, nobody]
`,
};

describe('lexiform check --baseline', () => {
  it('lets a dictionary with findings start green today', async () => {
    const folder = tempFolder(old);
    expect((await run(folder, 'check')).code).toBe(1);
    const written = await run(folder, 'check', '--write-baseline', 'known.json');
    expect(written.code).toBe(0);
    expect(written.err).toBe('4 findings written to known.json. From now on: lexiform check --baseline known.json\n');
    const { code, out, err } = await run(folder, 'check', '--baseline', 'known.json');
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toBe('4 findings set aside by known.json.\n');
  });

  it('writes a file that a reviewer can read, by file, rule and what it is about', async () => {
    const folder = tempFolder(old);
    await run(folder, 'check', '--write-baseline', 'known.json');
    expect(JSON.parse(readFileSync(path.join(folder, 'known.json'), 'utf8'))).toEqual({
      version: 1,
      findings: [
        { rule: 'unknown-variable', file: 'household.yaml', about: '"hh_sise"', count: 1 },
        { rule: 'unknown-type', file: 'old.yaml', about: '"strng"', count: 1 },
        { rule: 'unknown-variable', file: 'old.yaml', about: '"nobody"', count: 2 },
      ],
    });
  });

  it('writes anew all that is found, not only what the old baseline does not know', async () => {
    const folder = tempFolder(old);
    await run(folder, 'check', '--write-baseline', 'known.json');
    const before = readFileSync(path.join(folder, 'known.json'), 'utf8');
    const { err } = await run(folder, 'check', '--baseline', 'known.json', '--write-baseline', 'known.json');
    expect(err).toContain('4 findings written to known.json');
    expect(readFileSync(path.join(folder, 'known.json'), 'utf8')).toBe(before);
  });

  it('knows a finding again when its line has moved, and from another folder', async () => {
    const folder = tempFolder(old);
    await run(folder, 'check', '--write-baseline', 'known.json');
    writeFiles(folder, { 'dictionary/old.yaml': `# an old one\n\n${old['dictionary/old.yaml']}` });
    expect((await run(path.join(folder, 'dictionary'), 'check', '--baseline', '../known.json')).code).toBe(0);
  });

  it('tells what is new, and one more of a known kind', async () => {
    const folder = tempFolder(old);
    await run(folder, 'check', '--write-baseline', 'known.json');
    writeFiles(folder, {
      'dictionary/old.yaml': old['dictionary/old.yaml'].replace('nobody]', 'nobody, nobody, new]'),
    });
    const { code, out } = await run(folder, 'check', '--baseline', 'known.json');
    expect(code).toBe(1);
    expect(out.match(/no variable "\w+"/g)).toEqual(['no variable "nobody"', 'no variable "new"']);
  });

  it('says what has been mended', async () => {
    const folder = tempFolder(old);
    await run(folder, 'check', '--write-baseline', 'known.json');
    writeFiles(folder, { 'dictionary/old.yaml': old['dictionary/old.yaml'].replace(', nobody, nobody', '') });
    const { err } = await run(folder, 'check', '--baseline', 'known.json');
    expect(err).toBe('2 findings set aside by known.json. 2 findings of it are gone: write it anew.\n');
  });

  it('goes with build as well', async () => {
    const folder = tempFolder({ ...tiny, 'dictionary/more.yaml': 'variables: { b: { type: text, label: B } }\n' });
    await run(folder, 'check', '--write-baseline', 'known.json');
    expect((await run(folder, 'build', '--fail-on', 'warning', '--baseline', 'known.json')).code).toBe(0);
  });

  it.each([
    ['nowhere.json', undefined, 'cannot be read: there is no such file'],
    ['b.json', '[', 'is not JSON'],
    ['b.json', '{ "version": 2, "findings": [] }', 'is not a baseline that this Lexiform reads'],
    ['b.json', '{ "version": 1, "findings": [{ "rule": "x" }] }', 'is not whole'],
    [
      'b.json',
      '{ "version": 1, "findings": [{ "rule": "x", "file": "f", "about": "", "count": -1 }] }',
      'is not whole',
    ],
  ])('refuses %s %s with a sentence', async (file, content, words) => {
    const folder = tempFolder(content === undefined ? tiny : { ...tiny, [file]: content });
    const { code, err } = await run(folder, 'check', '--baseline', file);
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(err).toContain('Write it anew with: lexiform check --write-baseline FILE');
  });
});
