// By hand, since fflate tells neither where an entry stands nor whether it is encrypted, and trusts the sizes it finds.
import { damaged, tooLarge } from './xlsx-problem.ts';

/** One entry of an archive, as its directory describes it; nothing of that is certain yet. */
export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly crc: number;
  /** In bytes, in the archive and unpacked. */
  readonly packed: number;
  readonly size: number;
  /** Where its local header stands in the file. */
  readonly at: number;
}

/** By name; `twice` stands for a name that several entries have, of which programs take different ones. */
export type ZipDirectory = ReadonlyMap<string, ZipEntry | 'twice'>;

// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.12, 4.3.14 to 4.3.16 and 4.5.3
const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const END_64_LOCATOR = 0x07064b50;
const END_64 = 0x06064b50;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const IN_EXTRA = 0xffffffff;

const MOST_ENTRIES = 20_000;

/** @throws Refused for what is no whole archive. */
export function readDirectory(bytes: Uint8Array): ZipDirectory {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    return readEntries(file);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw damaged('Its list of parts leads outside of the file.');
  }
}

function readEntries(file: Buffer): ZipDirectory {
  const { count, length, end, start } = readEnd(file);
  if (count > MOST_ENTRIES) throw tooLarge(`It has more than ${MOST_ENTRIES} parts.`);
  const before = end - length - start; // what a self-extracting archive has in front counts in no offset
  const entries = new Map<string, ZipEntry | 'twice'>();
  for (let at = start + before, left = count; left > 0; left--) {
    if (file.readUInt32LE(at) !== ENTRY) throw damaged('Its list of parts is broken.');
    const entry = readEntry(file, at, before);
    entries.set(entry.name, entries.has(entry.name) ? 'twice' : entry);
    at += ENTRY_LENGTH + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

interface End {
  readonly count: number;
  /** Of the directory, in bytes; where it ends in the file, and where it starts by its own account. */
  readonly length: number;
  readonly end: number;
  readonly start: number;
}

function readEnd(file: Buffer): End {
  const at = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const isEnd = at >= 0 && at >= file.length - END_LENGTH - LONGEST_COMMENT && file.readUInt32LE(at) === END;
  if (!isEnd) throw damaged('Its end is missing, as after a download that broke off.');
  const count = file.readUInt16LE(at + 10);
  const length = file.readUInt32LE(at + 12);
  const start = file.readUInt32LE(at + 16);
  const isLarge = at >= 20 && file.readUInt32LE(at - 20) === END_64_LOCATOR;
  return isLarge ? readLargeEnd(file, at - 20) : { count, length, end: at, start };
}

function readLargeEnd(file: Buffer, locator: number): End {
  const at = locator - 56;
  if (at < 0 || file.readUInt32LE(at) !== END_64) throw damaged('Its list of parts is broken.');
  return { count: large(file, at + 32), length: large(file, at + 40), end: at, start: large(file, at + 48) };
}

function readEntry(file: Buffer, at: number, before: number): ZipEntry {
  const flags = file.readUInt16LE(at + 8);
  const nameEnd = at + ENTRY_LENGTH + file.readUInt16LE(at + 28);
  const extra = file.subarray(nameEnd, nameEnd + file.readUInt16LE(at + 30));
  const [size = 0, packed = 0, offset = 0] = largeFields(extra, [
    file.readUInt32LE(at + 24),
    file.readUInt32LE(at + 20),
    file.readUInt32LE(at + 42),
  ]);
  return {
    name: file.toString((flags & 0x800) === 0 ? 'latin1' : 'utf8', at + ENTRY_LENGTH, nameEnd),
    encrypted: (flags & 0x41) !== 0,
    method: file.readUInt16LE(at + 10),
    crc: file.readUInt32LE(at + 16),
    packed,
    size,
    at: offset + before,
  };
}

/** Fields that are too large for 32 bits stand in the extra field 1, in this order. */
function largeFields(extra: Buffer, fields: readonly number[]): readonly number[] {
  if (!fields.includes(IN_EXTRA)) return fields;
  let at = 0;
  while (extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2);
  let next = at + 4;
  return fields.map((field) => {
    if (field !== IN_EXTRA) return field;
    next += 8;
    return large(extra, next - 8);
  });
}

function large(bytes: Buffer, at: number): number {
  return Number(bytes.readBigUInt64LE(at));
}
