import { isRecord } from '../core/is-record.ts';
import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { compareText } from '../core/location.ts';
import { codeOf, PublishError, systemError } from './publish-error.ts';
import { MARKER } from './publish-path.ts';
import type { Target } from './publish-leftovers.ts';

/** An output folder as it is before a build; paths are relative to it, with `/`, in code-unit order. */
export interface OutputFolder {
  readonly exists: boolean;
  readonly files: readonly string[];
  readonly emptyFolders: readonly string[];
  /** By tag, the files that a build has put there and that are still there. */
  readonly tags: ReadonlyMap<string, readonly string[]>;
  /** Changes whenever a file comes, goes or is written; not to be kept. */
  readonly state: string;
}

interface Listing {
  readonly files: string[];
  readonly emptyFolders: string[];
  readonly states: string[];
}

/** @throws PublishError `conflict` where a file stands in place of the folder, `marker`, `system` */
export async function readOutputFolder(target: Target): Promise<OutputFolder> {
  try {
    if (!(await isFolder(target))) return { exists: false, files: [], emptyFolders: [], tags: new Map(), state: '' };
    const listing: Listing = { files: [], emptyFolders: [], states: [] };
    await listFolder(target.path, '', listing);
    const files = listing.files.toSorted(compareText);
    const tags = await readTags(target, new Set(files));
    const emptyFolders = listing.emptyFolders.toSorted(compareText);
    return { exists: true, files, emptyFolders, tags, state: listing.states.toSorted(compareText).join('\n') };
  } catch (error) {
    throw systemError(target.shown, error);
  }
}

/** The text of the marker file; the same tags and files give the same text. */
export function markerText(tags: ReadonlyMap<string, readonly string[]>): string {
  const sorted = [...tags].filter(([, files]) => files.length > 0).toSorted(([a], [b]) => compareText(a, b));
  const entries = sorted.map(([tag, files]) => [tag, [...files].toSorted(compareText)]);
  const about = 'Lexiform replaces and removes these files when it builds again; all others it leaves alone.';
  return `${JSON.stringify({ about, tags: Object.fromEntries(entries) }, null, 2)}\n`;
}

async function isFolder(target: Target): Promise<boolean> {
  try {
    if ((await lstat(target.path)).isDirectory()) return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
  throw new PublishError('conflict', target.shown, `"${target.shown}" is a file; name a folder for the output.`);
}

async function listFolder(root: string, folder: string, into: Listing): Promise<void> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true });
  if (entries.length === 0 && folder !== '') into.emptyFolders.push(folder);
  for (const entry of entries) {
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
    const { mtimeMs, size, ino } = await lstat(path.join(root, file));
    if (entry.isDirectory()) await listFolder(root, file, into);
    else {
      into.states.push(`${file} ${mtimeMs} ${size} ${ino}`);
      if (file !== MARKER) into.files.push(file);
    }
  }
}

async function readTags(target: Target, there: ReadonlySet<string>): Promise<ReadonlyMap<string, readonly string[]>> {
  const text = await readFile(path.join(target.path, MARKER), 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return new Map();
  const tags = parseMarker(text);
  if (!tags) throw markerError(target);
  return new Map([...tags].map(([tag, files]) => [tag, files.filter((file) => there.has(file))]));
}

function parseMarker(text: string): ReadonlyMap<string, readonly string[]> | undefined {
  try {
    const content: unknown = JSON.parse(text);
    const tags: unknown = isRecord(content) ? content['tags'] : undefined;
    if (!isRecord(tags)) return undefined;
    const entries = Object.entries(tags).filter((entry): entry is [string, string[]] => isTexts(entry[1]));
    return entries.length === Object.keys(tags).length ? new Map(entries) : undefined;
  } catch {
    return undefined;
  }
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function markerError(target: Target): PublishError {
  const file = `${target.shown}/${MARKER}`;
  const sentence = `"${file}" cannot be read, so it is not known which files are outputs. Delete "${target.shown}" or this file, and build again. Nothing was changed.`;
  return new PublishError('marker', file, sentence);
}
