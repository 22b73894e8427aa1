import { Buffer } from 'node:buffer';
import { encodingOf } from '../source/decode.ts';
import { type FileKind, otherKind } from './recognise/kinds.ts';
import { kindOfText } from './recognise/text.ts';
import { kindOfZip } from './recognise/zip.ts';
import type { DataFile, Shape } from './submission.ts';

/** As much as is read to tell what a file is: the first submission with its keys, the first names in an archive. In bytes. */
const HEAD = 256 * 1024;

/** What a file is, told from what is in it: its name and its ending may be anything. */
export async function recognise(file: DataFile): Promise<FileKind> {
  return kindOf(await headOf(file));
}

/** Whether a file is of a shape that holds submissions. */
export function isShape(kind: FileKind): kind is Shape {
  return kind === 'kobo' || kind === 'odata' || kind === 'xml' || kind === 'csv' || kind === 'xlsx';
}

function kindOf(head: Buffer): FileKind {
  if (head.every((byte) => byte === 0)) return head.length === 0 ? 'empty' : 'zeros';
  if (head.toString('latin1', 0, 2) === 'PK') return kindOfZip(head);
  const other = otherKind(head);
  if (other) return other;
  const encoding = encodingOf(head);
  const text = new TextDecoder(encoding).decode(head);
  return kindOfText(text);
}

async function headOf(file: DataFile): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of file.pieces()) {
    pieces.push(piece);
    length += piece.length;
    if (length >= HEAD) break;
  }
  return Buffer.concat(pieces).subarray(0, HEAD);
}
