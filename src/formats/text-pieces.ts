import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { encodingOf } from '../source/decode.ts';

/** Where the first bytes stand that are no UTF-8, in a text that seems to be. */
export interface ForeignBytes {
  /** From 1. */
  readonly line: number;
}

/** What is made of a larger piece would outlive the quick part of memory. In bytes. */
const PORTION = 65_536;

/**
 * The text of a file, in pieces: UTF-8, or UTF-16 as Excel writes it. Bytes that are no UTF-8 are read as Windows-1252,
 * each for itself, since files are often put together from several; the first of them is told.
 */
export async function* textPieces(
  bytes: AsyncIterable<Uint8Array>,
  foreign: (place: ForeignBytes) => void,
): AsyncGenerator<string> {
  const decoder = new PieceDecoder(foreign);
  for await (const piece of bytes) {
    for (let from = 0; from < piece.length; from += PORTION) {
      const text = decoder.decode(piece.subarray(from, from + PORTION), false);
      if (text !== '') yield text;
    }
  }
  const rest = decoder.decode(new Uint8Array(), true);
  if (rest !== '') yield rest;
}

class PieceDecoder {
  private readonly foreign: (place: ForeignBytes) => void;
  private wide: TextDecoder | undefined;
  private started = false;
  private isTold = false;
  private lines = 1;
  /** The beginning of a character, or of the file, that is not here as a whole yet. */
  private rest: Uint8Array = new Uint8Array();

  constructor(foreign: (place: ForeignBytes) => void) {
    this.foreign = foreign;
  }

  decode(piece: Uint8Array, isLast: boolean): string {
    const bytes = this.rest.length === 0 ? piece : Buffer.concat([this.rest, piece]);
    this.rest = new Uint8Array();
    if (!this.started && bytes.length < 4 && !isLast) return this.wait(bytes);
    if (!this.started) this.start(bytes);
    if (this.wide) return this.wide.decode(bytes, { stream: !isLast });
    const end = isLast ? bytes.length : endOfWhole(bytes);
    this.rest = bytes.subarray(end);
    return this.narrow(Buffer.from(bytes.buffer, bytes.byteOffset, end));
  }

  private wait(bytes: Uint8Array): string {
    this.rest = bytes;
    return '';
  }

  private start(bytes: Uint8Array): void {
    this.started = true;
    const encoding = encodingOf(bytes);
    if (encoding !== 'utf-8') this.wide = new TextDecoder(encoding);
  }

  private narrow(bytes: Buffer): string {
    const text = isUtf8(bytes) ? bytes.toString('utf8') : this.mixed(bytes);
    if (!this.isTold) this.lines += countLines(bytes);
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
  }

  private mixed(bytes: Buffer): string {
    const texts: string[] = [];
    let from = 0;
    for (let at = 0; at < bytes.length;) {
      const length = lengthAt(bytes, at);
      if (length > 0) at += length;
      else {
        this.tell(bytes, at);
        texts.push(bytes.toString('utf8', from, at), western(bytes[at] ?? 0));
        from = at += 1;
      }
    }
    texts.push(bytes.toString('utf8', from));
    return texts.join('');
  }

  private tell(bytes: Buffer, at: number): void {
    if (this.isTold) return;
    this.isTold = true;
    this.foreign({ line: this.lines + countLines(bytes.subarray(0, at)) });
  }
}

/** Windows-1252 from 0x80 to 0x9F, where it is not Latin-1: Node's own decoder takes it for that. */
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

function western(byte: number): string {
  return byte >= 0x80 && byte < 0xa0 ? WESTERN.charAt(byte - 0x80) : String.fromCharCode(byte);
}

/** How many bytes the character has that begins here; 0 where none does. */
function lengthAt(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = lengthBy(first);
  return length > 0 && at + length <= bytes.length && isUtf8(bytes.subarray(at, at + length)) ? length : 0;
}

function lengthBy(first: number): number {
  if (first < 0xc2 || first > 0xf4) return 0;
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/** Where the last character ends that is here as a whole. */
function endOfWhole(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    return lengthBy(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}
