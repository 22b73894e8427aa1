import type { OutputFolder } from './output-folder.ts';
import { PublishError } from './publish-error.ts';
import { foldersOf, foldPath } from './publish-path.ts';

/** What an output folder holds that a build of one tag must not overwrite. */
export interface Claims {
  /** Files that are not ours or that other tags have; on Linux two of them may fold alike. */
  readonly keptFiles: readonly string[];
  /** The same by their folded path, as they are spelled. */
  readonly kept: ReadonlyMap<string, string>;
  /** Folders that have to stay, as they are spelled, by their folded path. */
  readonly folders: ReadonlyMap<string, string>;
  /** The tag that has a file, for those that are not foreign. */
  readonly owner: ReadonlyMap<string, string>;
}

export function claimsAgainst(tag: string, before: OutputFolder): Claims {
  const owner = new Map<string, string>();
  for (const [other, files] of before.tags) if (other !== tag) for (const file of files) owner.set(file, other);
  const mine = new Set(before.tags.get(tag));
  const kept = before.files.filter((file) => !mine.has(file) || owner.has(file));
  const folders = new Map<string, string>();
  for (const folder of before.emptyFolders) folders.set(foldPath(folder), folder);
  for (const path of [...kept, ...before.emptyFolders])
    for (const folder of foldersOf(path)) folders.set(foldPath(folder), folder);
  return { keptFiles: kept, kept: new Map(kept.map((file) => [foldPath(file), file])), folders, owner };
}

/**
 * @param equal whether the very same bytes are there already
 * @throws PublishError `conflict` where a new file would overwrite one that is not this tag's
 */
export function refuseConflict(claims: Claims, shown: string, file: string, equal: boolean): void {
  const folded = foldPath(file);
  const same = claims.kept.get(folded);
  if (same === file && equal) return;
  const above = foldersOf(file).map((folder) => claims.kept.get(foldPath(folder)));
  const inTheWay = [same, claims.folders.get(folded), ...above].find((path) => path !== undefined);
  if (inTheWay !== undefined) throw conflict(claims, shown, file, inTheWay);
}

function conflict(claims: Claims, shown: string, file: string, kept: string): PublishError {
  const tag = claims.owner.get(kept);
  const whose = tag === undefined ? 'did not come from a build' : `belongs to the build "${tag}"`;
  const sentence =
    `"${shown}/${file}" cannot be written, because "${shown}/${kept}" is there already and ${whose}. ` +
    'Move it away, or choose another folder for the output. Nothing was changed.';
  return new PublishError('conflict', `${shown}/${kept}`, sentence);
}
