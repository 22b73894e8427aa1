import { lstat, readdir, realpath, readlink, rm } from 'node:fs/promises';
import path from 'node:path';
import { codeOf, PublishError, systemError } from './publish-error.ts';
import { type PublishHost, thisProcess } from './publish-host.ts';
import { MARKER } from './publish-path.ts';
import { renamePatiently } from './rename-patiently.ts';

/** Where something is published: `path` is absolute and free of links, `shown` is what the caller calls it. */
export interface Target {
  readonly path: string;
  readonly shown: string;
}

/**
 * What a run keeps beside its target: `new` while it is being written, `old` between the two renames that swap them,
 * `gone` while it is being deleted. Only `old` is complete at any time, so only `old` is ever restored.
 */
type AsideKind = 'new' | 'old' | 'gone';

interface Aside {
  readonly kind: AsideKind;
  readonly path: string;
  readonly alive: boolean;
}

export function asidePath(target: Target, kind: AsideKind, host: PublishHost): string {
  return `${target.path}.lexiform-${kind}-${host.pid}`;
}

/**
 * Mends what a killed build has left: restores a folder that was about to be replaced, deletes half-written ones.
 * Whatever reads an output folder may call this first.
 * @throws PublishError `busy` while another build is writing, `system`
 */
export async function recoverOutput(out: string, host: PublishHost = thisProcess): Promise<void> {
  const target = await targetOf(out);
  await recover(target, host);
}

export async function recover(target: Target, host: PublishHost): Promise<void> {
  const asides = await listAsides(target, host);
  let exists = await isThere(target.path);
  refuseWhileBusy(target, asides, exists);
  const dead = asides.filter((aside) => !aside.alive);
  for (const aside of await newestFirst(dead.filter(({ kind }) => kind === 'old'))) {
    if (exists) await discardReplaced(target, aside, host);
    else await renamePatiently(host, aside.path, target.path, target.shown);
    exists = true;
  }
  for (const aside of dead) if (aside.kind !== 'old') await discard(aside.path, aside.path, host);
}

/** @throws PublishError `busy` where another process that is still alive is writing to the target */
export async function refuseOthers(target: Target, host: PublishHost): Promise<void> {
  refuseWhileBusy(target, await listAsides(target, host), true);
}

/** Only a folder with our marker has taken the old one's place; any other was made by someone after the kill. */
async function discardReplaced(target: Target, old: Aside, host: PublishHost): Promise<void> {
  if (await isThere(path.join(target.path, MARKER))) await discard(old.path, asidePath(target, 'gone', host), host);
}

/** Deletes what nobody needs any more. What cannot be deleted now is deleted by a later build. */
export async function discard(folder: string, gone: string, host: PublishHost): Promise<void> {
  try {
    if (folder !== gone) await host.rename(folder, gone);
    await rm(gone, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 });
  } catch {
    // Held open by another program: no harm is done beside the output.
  }
}

/** The place that a path leads to, through links, also where nothing is there yet. */
export async function targetOf(out: string): Promise<Target> {
  try {
    return { path: await followLinks(path.resolve(out), 16), shown: out };
  } catch (error) {
    throw systemError(out, error);
  }
}

async function followLinks(file: string, hops: number): Promise<string> {
  try {
    return await realpath(file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || hops === 0) throw error;
    const link = await readlink(file).catch(() => undefined);
    if (link !== undefined) return followLinks(path.resolve(path.dirname(file), link), hops - 1);
    return path.join(await followLinks(path.dirname(file), hops), path.basename(file));
  }
}

async function listAsides(target: Target, host: PublishHost): Promise<Aside[]> {
  const folder = path.dirname(target.path);
  const prefix = `${path.basename(target.path)}.lexiform-`;
  const names = await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw systemError(target.shown, error);
  });
  return names.flatMap((name) => {
    const [, kind, pid] =
      /^(new|old|gone)-([0-9]+)$/.exec(name.startsWith(prefix) ? name.slice(prefix.length) : '') ?? [];
    if (kind === undefined || pid === undefined) return [];
    // In a container every run has the same number, so what carries ours is a dead run's: this one has not begun.
    const alive = Number(pid) !== host.pid && host.isAlive(Number(pid));
    return [{ kind: kind as AsideKind, path: path.join(folder, name), alive }];
  });
}

function refuseWhileBusy(target: Target, asides: readonly Aside[], exists: boolean): void {
  const busy = asides.find(({ kind, alive }) => alive && (kind === 'new' || (kind === 'old' && !exists)));
  if (!busy) return;
  const sentence =
    `Another build is writing to "${target.shown}"; wait for it and build again. ` +
    `If none is running, delete "${path.basename(busy.path)}" beside it. Nothing was changed.`;
  throw new PublishError('busy', target.shown, sentence);
}

async function newestFirst(asides: readonly Aside[]): Promise<readonly Aside[]> {
  const dated = await Promise.all(asides.map(async (aside) => ({ aside, at: (await lstat(aside.path)).ctimeMs })));
  return dated.toSorted((a, b) => b.at - a.at).map(({ aside }) => aside);
}

async function isThere(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}
