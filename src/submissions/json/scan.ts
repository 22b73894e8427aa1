/** How far the end of a value has been looked for, so that the search can go on when more of the file is there. */
export interface Scan {
  /** Where it goes on, in bytes. */
  at: number;
  /** How many objects and lists are open. */
  depth: number;
  inText: boolean;
}

/** `open` where the bytes end first; `broken` where a text runs over the end of its line, which JSON does not know. */
export type ScanResult = 'open' | 'closed' | 'broken';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LINE_FEED = 0x0a;

/** Finds the end of the object or list that begins at `from`; `scan.at` is then behind it. */
export function newScan(from: number): Scan {
  return { at: from, depth: 0, inText: false };
}

export function scanOn(bytes: Uint8Array, scan: Scan, to: number): ScanResult {
  while (scan.at < to) {
    if (scan.inText && !leaveText(bytes, scan, to)) return scan.at < to ? 'broken' : 'open';
    if (scan.at < to && passStructure(bytes, scan, to)) return 'closed';
  }
  return 'open';
}

/** Goes to the next text; answers whether the value ended before it. */
function passStructure(bytes: Uint8Array, scan: Scan, to: number): boolean {
  let { at, depth } = scan;
  while (at < to) {
    const byte = bytes[at++];
    if (byte === QUOTE) {
      scan.inText = true;
      break;
    }
    // `{` and `[`, then `}` and `]`.
    if (byte === 0x7b || byte === 0x5b) depth += 1;
    else if ((byte === 0x7d || byte === 0x5d) && --depth <= 0) break;
  }
  scan.at = at;
  scan.depth = depth;
  return !scan.inText && depth <= 0;
}

/** Goes behind the end of a text; answers whether it is there, before the end of its line. */
function leaveText(bytes: Uint8Array, scan: Scan, to: number): boolean {
  let { at } = scan;
  let byte = bytes[at];
  while (at < to && byte !== QUOTE && byte !== LINE_FEED) {
    at += byte === BACKSLASH ? 2 : 1;
    byte = bytes[at];
  }
  const isThere = at < to && byte === QUOTE;
  scan.inText = !isThere;
  scan.at = isThere ? at + 1 : at;
  return isThere;
}
