import { spawnSync } from 'node:child_process';
import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isLock, lockState } from '../../../src/remote/state/lock.ts';
import { type ProjectState, type State, isProblem } from '../../../src/remote/state/state.ts';
import { keepState, loadState } from '../../../src/remote/state/state-file.ts';
import { readState, stateText } from '../../../src/remote/state/state-text.ts';
import { tempFolder } from '../../cli/project.ts';

const visit: ProjectState = {
  uid: 'aVisit',
  version: 'v1',
  media: { 'b.csv': '2', 'a.csv': '1' },
  permissions: { bob: ['view_asset'] },
  unfinished: { import: 'i1' },
};

describe('the state file', () => {
  it('is the same text for the same state, with one fact a line', () => {
    const one = stateText(
      new Map([
        ['kobo/visit', visit],
        ['kobo/call', { uid: 'aCall' }],
      ]),
    );
    const other = stateText(
      new Map([
        ['kobo/call', { uid: 'aCall' }],
        ['kobo/visit', { ...visit, media: { 'a.csv': '1', 'b.csv': '2' } }],
      ]),
    );
    expect(one).toBe(other);
    expect(one).toContain('        "a.csv": "1",\n        "b.csv": "2"\n');
    expect(readState(one)).toEqual(
      new Map([
        ['kobo/call', { uid: 'aCall' }],
        ['kobo/visit', visit],
      ]),
    );
  });

  it.each([
    ['<<<<<<< HEAD\n{}', 'holds the marks of a merge'],
    ['{', 'is not JSON any more'],
    ['{"version":2,"projects":{}}', 'is of version 2'],
    ['{"version":1}', 'has no "projects"'],
    ['{"version":1,"projects":{"kobo/visit":{}}}', 'says of "kobo/visit" is not whole'],
    ['{"version":1,"projects":{"kobo/visit":{"uid":"a","media":{"a":1}}}}', 'is not whole'],
    ['{"version":1,"projects":{"kobo/visit":{"uid":"a","permissions":{"bob":"view"}}}}', 'is not whole'],
    ['{"version":1,"projects":{"kobo/visit":{"uid":"a","unfinished":{"import":1}}}}', 'is not whole'],
  ])('that somebody or a merge spoilt is told: %s', (text, words) => {
    const read = readState(text);
    expect(isProblem(read) && read.message).toContain(words);
    expect(isProblem(read) && read.help).not.toBe('');
  });

  it('keeps what another push wrote meanwhile', async () => {
    const folder = tempFolder();
    const [one, other] = [keepState(folder, new Map()), keepState(folder, new Map())];
    await one.put('kobo/visit', visit);
    await other.put('kobo/call', { uid: 'aCall' });
    await Promise.all(['a', 'b', 'c'].map((name) => one.put(`kobo/${name}`, { uid: name })));
    const state = (await loadState(folder)) as State;
    expect([...state.keys()]).toEqual(['kobo/a', 'kobo/b', 'kobo/c', 'kobo/call', 'kobo/visit']);
  });

  it('that became unreadable is not written over', async () => {
    const folder = tempFolder({ 'servers.state.json': '<<<<<<< HEAD\n' });
    await expect(keepState(folder, new Map()).put('kobo/visit', visit)).rejects.toThrow('marks of a merge');
    expect(isProblem(await loadState(folder))).toBe(true);
  });
});

/** Takes the lock and gives it back at once, or tells who has it. */
async function take(folder: string): Promise<'taken' | { readonly pid: number }> {
  const lock = await lockState(folder, 0, () => undefined);
  if (!isLock(lock)) return { pid: lock.pid };
  await lock.release();
  return 'taken';
}

describe('the lock beside it', () => {
  const LOCK = 'servers.state.json.lock';
  const dead = spawnSync(process.execPath, ['-e', '']).pid;

  it('is taken by one at a time, and gone afterwards', async () => {
    const folder = tempFolder();
    const lock = await lockState(folder, 0, () => undefined);
    expect(isLock(lock)).toBe(true);
    expect(await take(folder)).toEqual({ pid: process.pid });
    if (isLock(lock)) await lock.release();
    expect(existsSync(path.join(folder, LOCK))).toBe(false);
    expect(await take(folder)).toBe('taken');
  });

  it('of a process that is gone is taken over', async () => {
    expect(await take(tempFolder({ [LOCK]: JSON.stringify({ pid: dead, host: os.hostname() }) }))).toBe('taken');
  });

  it('of another machine is taken over when that was silent for long', async () => {
    const folder = tempFolder({ [LOCK]: JSON.stringify({ pid: dead, host: 'elsewhere' }) });
    expect(await take(folder)).toEqual({ pid: dead });
    const before = new Date(Date.now() - 120_000);
    utimesSync(path.join(folder, LOCK), before, before);
    expect(await take(folder)).toBe('taken');
  });

  it('that was cut off while it was written is taken over when it was silent for long', async () => {
    const folder = tempFolder();
    writeFileSync(path.join(folder, LOCK), '{"pid":');
    expect(await take(folder)).toEqual({ pid: Number.NaN });
    const before = new Date(Date.now() - 120_000);
    utimesSync(path.join(folder, LOCK), before, before);
    expect(await take(folder)).toBe('taken');
  });

  it('that is no file is waited for, and taken away when it was silent for long', async () => {
    const folder = tempFolder({ [`${LOCK}/x`]: '' });
    expect(await take(folder)).toEqual({ pid: Number.NaN });
    const before = new Date(Date.now() - 120_000);
    utimesSync(path.join(folder, LOCK), before, before);
    expect(await take(folder)).toBe('taken');
  });

  it('goes to one of many that wait for a dead one', async () => {
    const folder = tempFolder({ [LOCK]: JSON.stringify({ pid: dead, host: os.hostname() }) });
    const taken = await Promise.all(Array.from({ length: 8 }, () => lockState(folder, 0, () => undefined)));
    expect(taken.filter(isLock)).toHaveLength(1);
  });
});
