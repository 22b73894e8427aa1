import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import path from 'node:path';
import { quote } from '../diagnostics/quote.ts';
import { codeOf } from '../formats/publish-error.ts';
import { reasonOf } from '../source/files.ts';
import { UsageError } from './host.ts';

/** Who is told of changes, and of the error that ends the watching. */
export interface Listener {
  readonly changed: () => void;
  readonly failed: (error: unknown) => void;
}

type Begin = (folder: string, told: (event: string, name: string | null) => void) => FSWatcher;

/**
 * Calls back at every change of a file below a folder. One watch a folder, not Node's recursive one: on Linux that watches
 * each file, and is deaf once an editor or git has put a new file in the place of the old one.
 * @throws UsageError where a folder cannot be watched; what happens later goes to `failed`
 */
export function watchBelow(root: string, listener: Listener, begin: Begin = watch): { close(): void } {
  const watching: Watching = { root, above: path.dirname(root), listener, begin, watches: new Map() };
  const close = (): void => watching.watches.forEach(({ watcher }) => watcher.close());
  try {
    refresh(watching);
  } catch (error) {
    close();
    throw error;
  }
  return { close };
}

interface Watching {
  readonly root: string;
  /** The folder that the root is in. */
  readonly above: string;
  readonly listener: Listener;
  readonly begin: Begin;
  readonly watches: Map<string, Watch>;
}

interface Watch {
  /** What tells a folder from another one that came in its place. */
  readonly id: string;
  readonly watcher: FSWatcher;
}

/** Watches the folders that are there now, and no others. */
function refresh(watching: Watching): void {
  const { root, above, watches } = watching;
  // The folder itself can go and come back, as it does when git changes branches.
  const now = foldersBelow(root).set(above, idOf(above));
  for (const [folder, { id, watcher }] of watches) {
    if (now.get(folder) === id) continue;
    watcher.close();
    watches.delete(folder);
  }
  for (const [folder, id] of now) if (!watches.has(folder)) open(folder, id, watching);
}

function open(folder: string, id: string, watching: Watching): void {
  const { above, listener, begin, watches } = watching;
  try {
    const watcher = begin(folder, (event, name) => guarded(() => tell(folder, event, name, watching), listener));
    watcher.on('error', (error) => guarded(() => lose(folder, error, watching), listener));
    watches.set(folder, { id, watcher });
  } catch (error) {
    // A folder that is gone by now needs no watch: the one above tells when it comes back.
    if (codeOf(error) !== 'ENOENT' || folder === above) throw cannotWatch(folder, error);
  }
}

function tell(folder: string, event: string, name: string | null, watching: Watching): void {
  const { root, above, listener } = watching;
  // On Linux, a folder that goes itself is told by its own name.
  if (folder === above && name !== path.basename(root) && name !== path.basename(above)) return;
  if (event === 'rename') refresh(watching);
  if (name === null || isSource(name)) listener.changed();
}

/** On some systems it is an error that a folder is gone. */
function lose(folder: string, error: unknown, { watches }: Watching): void {
  const watched = watches.get(folder);
  watched?.watcher.close();
  if (watched?.id === idOf(folder)) throw cannotWatch(folder, error);
}

/** Whoever calls back from the system cannot catch anything. */
function guarded(action: () => void, { failed }: Listener): void {
  try {
    action();
  } catch (error) {
    failed(error);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it is gone',
  ENOSPC: 'more folders are watched than the system allows (on Linux: fs.inotify.max_user_watches)',
  EMFILE: 'more is watched or open than the system allows (on Linux: fs.inotify.max_user_instances)',
};

function cannotWatch(folder: string, error: unknown): UsageError {
  const reason = REASONS[codeOf(error)] ?? reasonOf(error);
  return new UsageError(`${quote(folder)} cannot be watched: ${reason}.`, 'Without --watch, the command runs once.');
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
