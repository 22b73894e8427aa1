import path from 'node:path';
import { compareText } from '../core/location.ts';
import { markerText, type OutputFolder, readOutputFolder } from './output-folder.ts';
import { type Claims, claimsAgainst, refuseConflict } from './publish-claims.ts';
import { PublishError } from './publish-error.ts';
import { type PublishHost, thisProcess } from './publish-host.ts';
import { oneByOne } from './one-by-one.ts';
import { recover, type Target } from './publish-leftovers.ts';
import { MARKER, pathChecker } from './publish-path.ts';
import { dropStage, openStage, type Stage, stageFile, stageKept, swapIn } from './publish-stage.ts';
import { holds } from './write-aside.ts';

/** A file to publish; `path` is relative to the output folder, with `/`. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A file that is made, though others may go first while it is packed. */
export interface FileToCome {
  readonly path: string;
  readonly bytes: Uint8Array | Promise<Uint8Array>;
}

export type OutputFiles = Iterable<OutputFile> | AsyncIterable<OutputFile>;

/** Paths are relative to the output folder, in code-unit order. */
export interface PublishResult {
  /** `unchanged`: everything was there already, and the disk was not touched. */
  readonly status: 'published' | 'unchanged';
  /** New files and files with other bytes than before. */
  readonly written: readonly string[];
  /** Files whose bytes were there already; they keep their dates. */
  readonly same: readonly string[];
  /** Files of earlier builds of this tag that this one does not have. */
  readonly removed: readonly string[];
}

/**
 * Makes an output folder hold these files of one tag, at once: until all are written aside nothing is seen of them, and
 * neither an error nor a kill leaves half of them. Files of the same tag that are not among them go; files of other tags
 * and files that no build has put there stay. Errors of the iterable pass through. Power failure is not provided for.
 * @throws PublishError with nothing changed
 */
export async function publish(
  out: string,
  tag: string,
  files: OutputFiles,
  host: PublishHost = thisProcess,
): Promise<PublishResult> {
  return oneByOne(out, (target) => publishAlone(target, tag, files, host));
}

interface Run {
  readonly target: Target;
  readonly host: PublishHost;
  readonly before: OutputFolder;
  readonly claims: Claims;
  readonly written: string[];
  readonly same: string[];
  stage: Stage | undefined;
}

async function publishAlone(
  target: Target,
  tag: string,
  files: OutputFiles,
  host: PublishHost,
): Promise<PublishResult> {
  refuseOwnPlace(target, host);
  await recover(target, host);
  const before = await readOutputFolder(target);
  const run: Run = {
    target,
    host,
    before,
    claims: claimsAgainst(tag, before),
    written: [],
    same: [],
    stage: undefined,
  };
  try {
    const check = pathChecker();
    for await (const file of files) {
      check(file.path);
      await takeFile(run, file);
    }
    return await finish(run, tag);
  } catch (error) {
    if (run.stage) await dropStage(run.stage, host);
    throw error;
  }
}

/** Nothing is written before a file differs, so that a build without changes leaves no trace. */
async function takeFile(run: Run, file: OutputFile): Promise<void> {
  const equal = await holds(path.join(run.target.path, file.path), file.bytes);
  refuseConflict(run.claims, run.target.shown, file.path, equal);
  if (equal) {
    run.same.push(file.path);
    return;
  }
  run.stage ??= await openStage(run.target, run.host);
  await stageFile(run.stage, file.path, file.bytes);
  run.written.push(file.path);
}

async function finish(run: Run, tag: string): Promise<PublishResult> {
  const { before, host, target } = run;
  const ours = new Set([...run.written, ...run.same]);
  const mine = before.tags.get(tag) ?? [];
  const removed = mine.filter((file) => !ours.has(file));
  const result = { written: run.written.toSorted(compareText), same: run.same.toSorted(compareText), removed };
  if (run.written.length + removed.length === 0 && mine.length === ours.size) return { status: 'unchanged', ...result };
  run.stage ??= await openStage(target, host);
  const kept = run.claims.keptFiles.filter((file) => !ours.has(file));
  await stageKept(run.stage, [...kept, ...run.same], before.emptyFolders);
  const tags = new Map(before.tags).set(tag, [...ours]);
  if ([...tags.values()].some((list) => list.length > 0)) await stageFile(run.stage, MARKER, markerText(tags));
  if ((await readOutputFolder(target)).state !== before.state) throw changedMeanwhile(target);
  await swapIn(run.stage, before, host);
  return { status: 'published', ...result };
}

/** A shell would be left standing in a folder that is gone. */
function refuseOwnPlace(target: Target, host: PublishHost): void {
  const way = path.relative(target.path, host.workingFolder());
  const outside = way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way);
  if (outside && path.dirname(target.path) !== target.path) return;
  const sentence = `"${target.shown}" is the folder you are in or one above it, and cannot be replaced; name a folder below, such as "build". Nothing was changed.`;
  throw new PublishError('conflict', target.shown, sentence);
}

function changedMeanwhile(target: Target): PublishError {
  const sentence = `Files in "${target.shown}" were changed while it was being built; build again. Nothing was changed.`;
  return new PublishError('busy', target.shown, sentence);
}
