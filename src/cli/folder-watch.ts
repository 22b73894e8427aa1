import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import path from 'node:path';

/**
 * Calls back at every change of a file below a folder. One watch a folder, not Node's recursive one: on Linux that watches
 * each file, and is deaf once an editor or git has put a new file in the place of the old one.
 */
export function watchBelow(root: string, changed: () => void): { close(): void } {
  const watches = new Map<string, Watch>();
  const refresh = (): void => {
    const now = foldersBelow(root);
    // The folder itself can go and come back, as it does when git changes branches.
    now.set(path.dirname(root), idOf(path.dirname(root)));
    for (const [folder, { id, watcher }] of watches) {
      if (now.get(folder) === id) continue;
      watcher.close();
      watches.delete(folder);
    }
    for (const [folder, id] of now) if (!watches.has(folder)) begin(folder, id);
  };
  const begin = (folder: string, id: string): void => {
    const isOurs = folder !== path.dirname(root);
    const watcher = watch(folder, (event, name) => {
      if (!isOurs && name !== path.basename(root)) return;
      if (event === 'rename') refresh();
      if (name === null || isSource(name)) changed();
    });
    // A folder that is gone is an error on some systems; its parent tells as well.
    watcher.on('error', () => watcher.close());
    watches.set(folder, { id, watcher });
  };
  refresh();
  return { close: () => watches.forEach(({ watcher }) => watcher.close()) };
}

interface Watch {
  /** What tells a folder from another one that came in its place. */
  readonly id: string;
  readonly watcher: FSWatcher;
}

function foldersBelow(root: string): Map<string, string> {
  const folders = new Map<string, string>();
  const waiting = [root];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const below = subfolders(folder);
    if (!below) continue;
    folders.set(folder, idOf(folder));
    waiting.push(...below);
  }
  return folders;
}

/** Nothing where the folder is gone by now. */
function subfolders(folder: string): readonly string[] | undefined {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && isSource(entry.name))
      .map(({ name }) => path.join(folder, name));
  } catch {
    return undefined;
  }
}

function idOf(folder: string): string {
  const stats = statSync(folder, { throwIfNoEntry: false });
  return stats ? `${stats.dev} ${stats.ino}` : '';
}

/** Not what editors and other tools keep for themselves while they save. */
function isSource(name: string): boolean {
  return !/^\.|^node_modules$|~$|\.(?:tmp|swp|swx|bak)$|^4913$/i.test(name);
}
