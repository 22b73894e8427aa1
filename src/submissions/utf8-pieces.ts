import { Buffer } from 'node:buffer';
import { encodingOf } from '../source/decode.ts';
import type { DataFile } from './submission.ts';

/** A piece that is larger is handed on in parts, so that no more submissions are in memory at a time. In bytes. */
const LARGEST = 1024 * 1024;
/** The first piece has at least so many bytes, where the file has: an encoding is told by them, and by a declaration in XML. */
const ENOUGH = 512;

/**
 * A text file in UTF-8 without byte order mark, whichever way of Unicode it is saved in.
 * @param progress is told before each piece where that ends in the file
 */
export async function* utf8Pieces(file: DataFile, progress: (bytes: number) => void): AsyncGenerator<Buffer> {
  let head: Buffer | undefined = Buffer.alloc(0);
  let toUtf8 = asIs;
  let done = 0;
  for await (const piece of file.pieces()) {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    done += bytes.length;
    if (head) head = Buffer.concat([head, bytes]);
    if (head && head.length < ENOUGH && head.length < file.size) continue;
    if (head) toUtf8 = converterFor(head);
    const ready = head ? withoutMark(head) : bytes;
    for (let from = 0; from < ready.length; from += LARGEST) {
      progress(done - Math.max(ready.length - from - LARGEST, 0));
      yield toUtf8(ready.subarray(from, from + LARGEST));
    }
    head = undefined;
  }
  progress(done);
  if (head && head.length > 0) yield converterFor(head)(withoutMark(head));
}

function asIs(bytes: Buffer): Buffer {
  return bytes;
}

function converterFor(head: Uint8Array): (bytes: Buffer) => Buffer {
  const encoding = encodingOf(head);
  if (encoding === 'utf-8') return asIs;
  const decoder = new TextDecoder(encoding);
  return (bytes) => Buffer.from(decoder.decode(bytes, { stream: true }));
}

function withoutMark(head: Buffer): Buffer {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? head.subarray(3) : head;
}
