import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openAside } from '../../src/formats/aside-file.ts';

describe('a file that is written piece by piece', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'lexiform-aside-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  });
  const all = (): readonly string[] => readdirSync(folder);

  it('stands in its place when it is kept', async () => {
    const file = await openAside(path.join(folder, 'deep', 'x.txt'));
    await file.write('one ');
    await file.write('two');
    expect(readdirSync(path.join(folder, 'deep'))).not.toContain('x.txt');
    await file.keep();
    expect(readFileSync(path.join(folder, 'deep', 'x.txt'), 'utf8')).toBe('one two');
    expect(readdirSync(path.join(folder, 'deep'))).toEqual(['x.txt']);
  });

  it('leaves what was there when it is dropped', async () => {
    writeFileSync(path.join(folder, 'x.txt'), 'before');
    const file = await openAside(path.join(folder, 'x.txt'));
    await file.write('after');
    await file.drop();
    expect(readFileSync(path.join(folder, 'x.txt'), 'utf8')).toBe('before');
    expect(all()).toEqual(['x.txt']);
  });

  it('writes into a device as it is', async () => {
    const file = await openAside('/dev/null');
    await file.write('nowhere');
    await file.keep();
    expect(all()).toEqual([]);
  });

  it('is refused in the place of a folder', async () => {
    await expect(openAside(folder)).rejects.toThrow('it is a folder');
    expect(all()).toEqual([]);
  });
});
