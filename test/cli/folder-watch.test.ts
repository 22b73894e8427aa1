import { EventEmitter } from 'node:events';
import { type FSWatcher, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { watchBelow } from '../../src/cli/folder-watch.ts';
import { UsageError } from '../../src/cli/host.ts';
import { tempFolder, tiny, writeFiles } from './project.ts';

/** What the system answers. */
function refusal(code: string): Error {
  return Object.assign(new Error(code), { code });
}

type Told = (event: string, name: string | null) => void;

/** A system that refuses to watch some folders, and lets a test say what happens to the others. */
function system(refused: (folder: string) => string | undefined) {
  const watchers = new Map<string, EventEmitter>();
  const begin = (folder: string, told: Told): FSWatcher => {
    const code = refused(folder);
    if (code !== undefined) throw refusal(code);
    const watcher = new EventEmitter().on('change', told);
    watchers.set(folder, watcher);
    return Object.assign(watcher, { close: () => watchers.delete(folder) }) as unknown as FSWatcher;
  };
  return { begin, watchers };
}

function listener() {
  const failures: unknown[] = [];
  return { failures, changed: () => undefined, failed: (error: unknown) => void failures.push(error) };
}

describe('A folder that cannot be watched', () => {
  it.each([
    ['ENOSPC', 'more folders are watched than the system allows (on Linux: fs.inotify.max_user_watches).'],
    ['EMFILE', 'more is watched or open than the system allows (on Linux: fs.inotify.max_user_instances).'],
    ['EACCES', 'you have no permission to open it.'],
    ['ELOOP', 'it is a link that leads back to itself.'],
    ['EIO', 'the system answers EIO.'],
  ])('is told in a sentence at the start, and nothing is watched any more: %s', (code, words) => {
    const root = path.join(tempFolder(tiny), 'dictionary');
    const { begin, watchers } = system((folder) => (folder === root ? undefined : code));
    expect(() => watchBelow(root, listener(), begin)).toThrow(UsageError);
    expect(() => watchBelow(root, listener(), begin)).toThrow(words);
    expect(watchers.size).toBe(0);
  });

  it('is passed over where it is gone by now', () => {
    const root = path.join(tempFolder({ ...tiny, 'dictionary/forms/f.yaml': '' }), 'dictionary');
    const { begin, watchers } = system((folder) => (folder.endsWith('forms') ? 'ENOENT' : undefined));
    watchBelow(root, listener(), begin);
    expect([...watchers.keys()]).toEqual([root, path.dirname(root)]);
  });

  it('ends the watching where it is new', () => {
    const folder = tempFolder(tiny);
    const root = path.join(folder, 'dictionary');
    const { begin, watchers } = system((each) => (each.endsWith('forms') ? 'ENOSPC' : undefined));
    const { failures, ...told } = listener();
    watchBelow(root, told, begin);
    writeFiles(folder, { 'dictionary/forms/f.yaml': '' });
    watchers.get(root)?.emit('change', 'rename', 'forms');
    expect(failures.map(String)).toEqual([expect.stringContaining('cannot be watched: more folders are watched')]);
  });

  it('ends the watching where its watch breaks, unless it is gone', () => {
    const root = path.join(tempFolder({ ...tiny, 'dictionary/forms/f.yaml': '' }), 'dictionary');
    const { begin, watchers } = system(() => undefined);
    const { failures, ...told } = listener();
    watchBelow(root, told, begin);
    rmSync(path.join(root, 'forms'), { recursive: true });
    watchers.get(path.join(root, 'forms'))?.emit('error', refusal('EPERM'));
    expect(failures).toEqual([]);
    watchers.get(root)?.emit('error', refusal('EIO'));
    expect(failures.map(String)).toEqual([expect.stringContaining('cannot be watched: the system answers EIO.')]);
  });
});
