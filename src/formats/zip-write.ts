import { zipSync } from 'fflate';
import { readDirectory } from './zip-directory.ts';
import { inflateEntry } from './zip-inflate.ts';

// fflate writes the local time of a date, so this constant has to be midnight wherever the machine is.
const FIXED_DATE = new Date(1980, 0, 1);

/** A zip archive with the same bytes for the same entries: in the order of their names, dated 1980-01-01 00:00. */
export function zip(entries: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const names = [...entries.keys()].toSorted();
  const sorted = Object.fromEntries(names.map((name) => [name, entries.get(name) ?? new Uint8Array()]));
  return zipSync(sorted, { mtime: FIXED_DATE, level: 5, os: 0 });
}

/** The entries of an archive that this program has made; one from outside may be a bomb and needs limits. */
export function unzipOwn(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const entries = new Map<string, Uint8Array>();
  for (const [name, entry] of readDirectory(bytes))
    if (entry !== 'twice') entries.set(name, inflateEntry(bytes, entry));
  return entries;
}
