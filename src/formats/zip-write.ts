import { promisify } from 'node:util';
import { type AsyncZippable, type AsyncZipOptions, zip as zipInThreads } from 'fflate';
import { readDirectory } from './zip-directory.ts';
import { inflateEntry } from './zip-inflate.ts';

// fflate writes the local time of a date, so this constant has to be midnight wherever the machine is.
const FIXED_DATE = new Date(1980, 0, 1);

const pack: (entries: AsyncZippable, options: AsyncZipOptions) => Promise<Uint8Array> = promisify(zipInThreads);

/**
 * A zip archive with the same bytes for the same entries: in the order of their names, dated 1980-01-01 00:00. Large entries
 * are packed in threads of their own, and are gone for the caller. Node's own deflation would be quicker, but gives other bytes
 * with another zlib.
 */
export async function zip(entries: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const names = [...entries.keys()].toSorted();
  const sorted = Object.fromEntries(names.map((name) => [name, alone(entries.get(name) ?? new Uint8Array())]));
  return pack(sorted, { mtime: FIXED_DATE, level: 5, os: 0, consume: true });
}

/** What goes to a thread takes all with it that shares its memory, so there is a copy of what shares it. */
function alone(bytes: Uint8Array): Uint8Array {
  return bytes.length === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
}

/** The entries of an archive that this program has made; one from outside may be a bomb and needs limits. */
export function unzipOwn(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const entries = new Map<string, Uint8Array>();
  for (const [name, entry] of readDirectory(bytes))
    if (entry !== 'twice') entries.set(name, inflateEntry(bytes, entry));
  return entries;
}
