import type { FileKind } from './kinds.ts';

const ENTRY = Buffer.from('PK\u0003\u0004', 'latin1');
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument';

/** What an archive is, by the names of the first files in it. */
export function kindOfZip(head: Buffer): FileKind {
  const names = [...entryNames(head)];
  if (names.some((name) => /^(?:\[Content_Types\]\.xml|_rels\/|xl\/|docProps\/)/.test(name))) return 'xlsx';
  if (names[0] === 'mimetype' && head.subarray(0, 200).includes(OPEN_DOCUMENT)) return 'opendocument';
  return names.some((name) => /\.csv$/i.test(name)) ? 'zip-of-tables' : 'zip';
}

/** The header of an entry holds the length of its name at 26, and the name from 30 on (APPNOTE 4.3.7). */
function* entryNames(head: Buffer): Generator<string> {
  for (let at = head.indexOf(ENTRY); at >= 0 && at + 30 <= head.length; at = head.indexOf(ENTRY, at + 4)) {
    yield head.toString('utf8', at + 30, at + 30 + head.readUInt16LE(at + 26));
  }
}
