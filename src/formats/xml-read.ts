import { isUtf8 } from 'node:buffer';
import { Refused, damaged, tooLarge, unsafe } from './xlsx-problem.ts';
import { XmlScanner } from './xml-scan.ts';
import type { XmlAttributes } from './xml-tag.ts';

export type { XmlAttributes } from './xml-tag.ts';

/** What happens in a document, in its order. Names are without prefix; the root has the depth 1. */
export interface XmlHandler {
  open(name: string, attributes: XmlAttributes, depth: number): void;
  /** A piece of the text inside the element that stands at this depth. */
  text?(text: string, depth: number): void;
  close?(depth: number): void;
}

export interface XmlPart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const PORTION = 65_536;
const GREATER = 0x3e;
export const DEEPEST = 100;
/** The longest text, tag or comment, in bytes. A cell holds 32,767 characters; the ranges of a rule can be longer. */
const LONGEST_PIECE = 8_000_000;

/**
 * Reads a part of a workbook from its first to its last byte; `countElement` is called for each element. Entities of
 * its own are refused with the document type that would declare them, so nothing in it can grow or be fetched.
 * @throws Refused for what is not well-formed, and whatever the handler throws
 */
export function readXml(part: XmlPart, handler: XmlHandler, countElement: () => void): void {
  const counter = { pieces: 0 };
  const scanner = newScanner(handler, () => {
    counter.pieces += 1;
    countElement();
  });
  try {
    feed(part.bytes, scanner, counter);
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw damaged(`Its part "${part.name}" is no proper XML.`);
  }
}

/** What takes a document in pieces. */
export function newScanner(handler: XmlHandler, count: () => void): XmlScanner {
  let depth = 0;
  return new XmlScanner({
    doctype: () => {
      throw unsafe('It declares a document type, which can hide harmful content.');
    },
    open: (name, attributes) => {
      depth += 1;
      count();
      if (depth > DEEPEST) throw unsafe('Its elements are nested too deep.');
      handler.open(withoutPrefix(name), attributes, depth);
    },
    text: (text) => handler.text?.(text, depth),
    close: () => {
      handler.close?.(depth);
      depth -= 1;
    },
  });
}

/** In portions, so that a part is never in memory as one text, and one endless piece is noticed. */
function feed(bytes: Uint8Array, scanner: XmlScanner, counter: { readonly pieces: number }): void {
  let sinceLast = 0;
  let lastCount = 0;
  for (const text of portions(bytes)) {
    scanner.write(text);
    sinceLast = counter.pieces === lastCount ? sinceLast + text.length : 0;
    lastCount = counter.pieces;
    if (sinceLast > LONGEST_PIECE) throw tooLarge('A text in it is longer than any cell can hold.');
  }
  scanner.close();
}

function* portions(bytes: Uint8Array): Generator<string> {
  const encoding = encodingOf(bytes);
  if (/^utf-?8$/i.test(encoding)) {
    yield* utf8Portions(bytes);
    return;
  }
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let from = 0; from < bytes.length; from += PORTION)
    yield decoder.decode(bytes.subarray(from, from + PORTION), { stream: true });
  yield decoder.decode();
}

/** The usual case in a third of the time that a decoder of streams takes. A portion ends with a tag, so that nothing is joined. */
function* utf8Portions(bytes: Uint8Array): Generator<string> {
  if (!isUtf8(bytes)) throw new TypeError('no UTF-8');
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let from = hasByteOrderMark(bytes) ? 3 : 0;
  while (from < file.length) {
    const end = endOfPortion(file, from);
    yield file.toString('utf8', from, end);
    from = end;
  }
}

function endOfPortion(file: Buffer, from: number): number {
  if (from + PORTION >= file.length) return file.length;
  let end = file.lastIndexOf(GREATER, from + PORTION) + 1;
  if (end > from) return end;
  end = from + PORTION;
  while (isInsideCharacter(file[end])) end -= 1;
  return end;
}

function hasByteOrderMark([first, second, third]: Uint8Array): boolean {
  return first === 0xef && second === 0xbb && third === 0xbf;
}

function isInsideCharacter(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

/** By the first bytes or the declaration: UTF-8 but for parts that say otherwise. */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (hasByteOrderMark(bytes)) return 'utf-8';
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const declaration = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(declaration)?.[1] ?? 'utf-8';
}

export function withoutPrefix(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
