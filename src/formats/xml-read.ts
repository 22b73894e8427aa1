import { isUtf8 } from 'node:buffer';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { Refused, damaged, tooLarge, unsafe } from './xlsx-problem.ts';

/** By name with its prefix; not every name is there. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>;

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

export type XmlParser = SaxesParser<XmlOptions>;

interface XmlOptions {
  readonly xmlns: false;
  readonly position: false;
  readonly fragment: boolean;
}

const PORTION = 65_536;
const DEEPEST = 100;
/** The longest text, tag or comment, in bytes. A cell holds 32,767 characters; the ranges of a rule can be longer. */
const LONGEST_PIECE = 8_000_000;

/**
 * Reads a part of a workbook from its first to its last byte; `countElement` is called for each element. Entities of
 * its own are refused with the document type that would declare them, so nothing in it can grow or be fetched.
 * @throws Refused for what is not well-formed, and whatever the handler throws
 */
export function readXml(part: XmlPart, handler: XmlHandler, countElement: () => void): void {
  const counter = { pieces: 0 };
  const parser = newXmlParser(handler, false, () => {
    counter.pieces += 1;
    countElement();
  });
  try {
    feed(part.bytes, parser, counter);
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw damaged(`Its part "${part.name}" is no proper XML.`);
  }
}

/**
 * Takes XML in pieces of any size. A fragment can have several roots, and text around them; where it may have none of its own
 * entities holds as well. `parser.line` counts from 1.
 * @throws Refused for a document type, for what is nested too deep, and an Error for what is not well-formed
 */
export function newXmlParser(handler: XmlHandler, fragment: boolean, count: () => void): XmlParser {
  const parser = new SaxesParser<XmlOptions>({ xmlns: false, position: false, fragment });
  let depth = 0;
  parser.on('doctype', () => {
    throw unsafe('It declares a document type, which can hide harmful content.');
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    depth += 1;
    count();
    if (depth > DEEPEST) throw unsafe('Its elements are nested too deep.');
    handler.open(withoutPrefix(tag.name), tag.attributes, depth);
  });
  parser.on('closetag', () => {
    handler.close?.(depth);
    depth -= 1;
  });
  const onText = (text: string): void => handler.text?.(text, depth);
  parser.on('text', onText);
  parser.on('cdata', onText);
  return parser;
}

/** In portions, so that a part is never in memory as one text, and one endless piece is noticed. */
function feed(bytes: Uint8Array, parser: XmlParser, counter: { readonly pieces: number }): void {
  let sinceLast = 0;
  let lastCount = 0;
  for (const text of portions(bytes)) {
    parser.write(text);
    sinceLast = counter.pieces === lastCount ? sinceLast + text.length : 0;
    lastCount = counter.pieces;
    if (sinceLast > LONGEST_PIECE) throw tooLarge('A text in it is longer than any cell can hold.');
  }
  parser.close();
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

/** The usual case in a third of the time that a decoder of streams takes. */
function* utf8Portions(bytes: Uint8Array): Generator<string> {
  if (!isUtf8(bytes)) throw new TypeError('no UTF-8');
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let from = hasByteOrderMark(bytes) ? 3 : 0;
  while (from < file.length) {
    let end = Math.min(from + PORTION, file.length);
    while (isInsideCharacter(file[end])) end -= 1;
    yield file.toString('utf8', from, end);
    from = end;
  }
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

function withoutPrefix(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
