import { Readable, pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { type ByteFile, limited, readAt } from './byte-file.ts';
import { Refused, damaged } from './xlsx-problem.ts';
import { type ZipDirectory, type ZipEntry, readDirectory } from './zip-directory.ts';
import { inflateEntry, refuseTrap } from './zip-inflate.ts';

/** Where the directory of an archive is looked for: 20,000 entries with long names fit in. */
const TAIL = 4_000_000;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
/** The longest names and extra fields that can stand between the header of an entry and its bytes. */
const LONGEST_NAMES = 2 * 0xffff;

/** An archive of which no more is in memory than what is being read. */
export interface StreamedArchive {
  readonly file: ByteFile;
  readonly entries: ZipDirectory;
  /** How far the places in `entries` stand from those in the file. */
  readonly shift: number;
}

/** @throws Refused for what is no whole archive */
export async function openArchive(file: ByteFile): Promise<StreamedArchive> {
  const shift = Math.max(file.size - TAIL, 0);
  return { file, entries: readDirectory(await readAt(file, shift, TAIL)), shift };
}

/**
 * The whole bytes of a small entry.
 * @throws Refused
 */
export async function wholeEntry({ file, shift }: StreamedArchive, entry: ZipEntry): Promise<Uint8Array> {
  const from = placeOf(entry, shift);
  return inflateEntry(await readAt(file, from, LOCAL_LENGTH + LONGEST_NAMES + entry.packed), { ...entry, at: 0 });
}

/**
 * The bytes of an entry in pieces. They are as many as its directory says, or it is refused.
 * @throws Refused
 */
export async function* entryPieces({ file, shift }: StreamedArchive, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  refuseTrap(entry);
  const at = placeOf(entry, shift);
  const header = await readAt(file, at, LOCAL_LENGTH);
  if (header.length < LOCAL_LENGTH || header.readUInt32LE(0) !== LOCAL) throw cut(entry);
  const from = at + LOCAL_LENGTH + header.readUInt16LE(26) + header.readUInt16LE(28);
  yield* checked(unpacked(limited(file.pieces(from), entry.packed), entry), entry);
}

function placeOf(entry: ZipEntry, shift: number): number {
  if (entry.at + shift < 0) throw cut(entry);
  return entry.at + shift;
}

function unpacked(packed: AsyncIterable<Uint8Array>, { method, name }: ZipEntry): AsyncIterable<Uint8Array> {
  if (method === 0) return packed;
  if (method !== 8) throw damaged(`Its part "${name}" is packed in a way that workbooks do not use.`);
  // What fails in the pipe ends the reading of the last stream, which is caught there.
  return pipeline(Readable.from(packed), createInflateRaw({ chunkSize: 65_536 }), () => undefined);
}

async function* checked(pieces: AsyncIterable<Uint8Array>, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  let size = 0;
  let crc = 0;
  try {
    for await (const piece of pieces) {
      size += piece.length;
      crc = crc32(piece, crc);
      if (size > entry.size) throw damaged(`Its part "${entry.name}" is larger than it says.`);
      yield piece;
    }
  } catch (error) {
    throw error instanceof Refused || !isPackingError(error) ? error : cut(entry);
  }
  if (size !== entry.size || crc !== entry.crc) throw damaged(`Its part "${entry.name}" is not what was packed.`);
}

/** As zlib names its errors; others come from the disk. */
function isPackingError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
}

function cut({ name }: ZipEntry): Refused {
  return damaged(`Its part "${name}" is missing, damaged or cut off.`);
}
