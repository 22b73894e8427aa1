import { Buffer } from 'node:buffer';

const LINE_FEED = 0x0a;

/** Looks for something in a window, and remembers where it stands and how far there is nothing. */
export interface Finder {
  readonly wanted: Buffer;
  found: number;
  searched: number;
}

export function newFinder(wanted: string): Finder {
  return { wanted: Buffer.from(wanted, 'latin1'), found: -1, searched: 0 };
}

/** The part of a file that is in memory, from what is not yet done on. Places are indexes into `bytes`. */
export interface Window {
  bytes: Buffer;
  /** What is done up to here. */
  at: number;
  /** The line of `at`, from 1. */
  line: number;
  readonly lineEnds: Finder;
}

export function newWindow(): Window {
  return { bytes: Buffer.alloc(0), at: 0, line: 1, lineEnds: newFinder('\n') };
}

/** Takes the next piece of the file, and lets go of what is done; answers by how much places move. */
export function append(window: Window, piece: Uint8Array): number {
  const { bytes, at, lineEnds } = window;
  const more = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
  window.bytes = at === bytes.length ? more : Buffer.concat([bytes.subarray(at), more]);
  window.at = 0;
  moveBack(lineEnds, at);
  return at;
}

export function moveBack(finder: Finder, by: number): void {
  finder.found = Math.max(finder.found - by, -1);
  finder.searched = Math.max(finder.searched - by, 0);
}

/** The first place from `from` on, or -1. */
export function find({ bytes }: Window, finder: Finder, from: number): number {
  if (finder.found >= from) return finder.found;
  const start = Math.max(from, finder.searched);
  finder.found = start < bytes.length ? bytes.indexOf(finder.wanted, start) : -1;
  finder.searched = finder.found >= 0 ? finder.found : Math.max(start, bytes.length - finder.wanted.length + 1);
  return finder.found;
}

/** Everything up to here is done. */
export function advance(window: Window, to: number): void {
  const { bytes } = window;
  const first = find(window, window.lineEnds, window.at);
  // Byte by byte: where there are line ends at all there are many, and each search costs as much as many bytes.
  if (first >= 0) for (let at = first; at < to; at += 1) if (bytes[at] === LINE_FEED) window.line += 1;
  window.at = to;
}
