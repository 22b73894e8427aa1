import { isUtf8 } from 'node:buffer';
import type { JsonRecord } from '../../model/record/record-reader.ts';
import type { Cuts, Place, Spot, Trouble } from './cuts.ts';
import { isTooDeep } from './depth.ts';
import { faultOf } from './fault.ts';
import { isRecord } from '../../core/is-record.ts';
import { newScan, type Scan, scanOn, type ScanResult } from './scan.ts';
import { LONGEST_OPENING, likelyStop } from './stop.ts';
import { advance, append, find, type Finder, moveBack, newFinder, newWindow, type Window } from './window.ts';

/** No submission is longer: KoboToolbox and ODK Central take 10 MB, media apart. In bytes. */
export const LONGEST = 16 * 1024 * 1024;

/** What is known of the submission at which the window stands, while its end is not there. */
interface Pending {
  readonly place: Place;
  readonly indent: string | undefined;
  readonly scan: Scan;
  /** Nothing of it is kept any more. */
  dropped: boolean;
}

/**
 * Cuts submissions out of the text of a file. The end of one is guessed from where the next begins, which `indexOf` finds
 * fast: a text that JSON.parse takes whole is one object, so a guess is never wrong unseen. Where it fails, brackets are
 * counted, and where these fail too, the submission is broken and reading goes on at the guess.
 */
export class Cutter {
  readonly window: Window = newWindow();
  readonly #cuts: Cuts;
  #stop: Finder | undefined;
  /** Whether the stop is for submissions on lines of their own. */
  #isForLines = false;
  /** How well guesses went. */
  #trust = 4;
  /** How many submissions were broken since a likely end was last none. */
  #broken = 0;
  #pending: Pending | undefined;
  /** Whether the file ended inside a submission. */
  isCut = false;

  constructor(cuts: Cuts) {
    this.#cuts = cuts;
  }

  append(piece: Uint8Array): void {
    const moved = append(this.window, piece);
    if (this.#stop) moveBack(this.#stop, moved);
    if (this.#pending) this.#pending.scan.at -= moved;
  }

  /** Forgets how submissions are set apart: another list begins. */
  newList(): void {
    this.#stop = undefined;
    this.#trust = 4;
  }

  get isInside(): boolean {
    return this.#pending !== undefined;
  }

  /** Goes behind the object at which the window stands; answers false where more of the file is needed. */
  take(indent: string | undefined, last: boolean): boolean {
    const { window } = this;
    if (this.#pending?.dropped) return this.#drop(this.#pending, last);
    if (this.#isOtherWay(indent)) this.newList();
    if (!this.#stop && !this.#guess(indent, last)) return false;
    const place = this.#pending?.place ?? { line: window.line, ownLine: indent !== undefined };
    const stop = this.#stop && this.#trust > 0 ? find(window, this.#stop, window.at + 1) : -1;
    if (!this.#pending && stop >= 0 && this.#take(stop, place)) {
      this.#trust = Math.min(this.#trust + 1, 16);
      return true;
    }
    if (!this.#pending) this.#trust -= 1;
    this.#pending ??= { place, indent, scan: newScan(window.at), dropped: false };
    return this.#search(this.#pending, last);
  }

  /** Whether the submissions of the list turn out to be set apart in another way than its first one is. */
  #isOtherWay(indent: string | undefined): boolean {
    if (!this.#stop || this.#pending || this.#isForLines === (indent !== undefined)) return false;
    return indent !== undefined || this.#trust <= 0;
  }

  #guess(indent: string | undefined, last: boolean): boolean {
    const { bytes, at } = this.window;
    if (indent === undefined && !last && bytes.length - at < LONGEST_OPENING) return false;
    const stop = likelyStop(bytes.toString('latin1', at, at + LONGEST_OPENING), indent);
    this.#stop = stop === undefined ? undefined : newFinder(stop);
    this.#isForLines = indent !== undefined;
    return true;
  }

  /** Takes what stands here up to `to`, where that is a whole object. */
  #take(to: number, place: Place): boolean {
    const { bytes, at } = this.window;
    const end = contentEnd(bytes, at, to);
    const text = bytes.toString('utf8', at, end);
    const record = parsed(text);
    if (!record) return false;
    if (text.includes('\uFFFD') && !isUtf8(bytes.subarray(at, end))) this.#cuts.letters(place);
    if (isTooDeep(record, text)) this.#cuts.broken('deep', place, { line: place.line, column: undefined });
    else this.#cuts.record(record, place);
    this.#goTo(to);
    return true;
  }

  #goTo(to: number): void {
    this.#pending = undefined;
    advance(this.window, Math.min(to, this.window.bytes.length));
  }

  #search(pending: Pending, last: boolean): boolean {
    const { bytes, at } = this.window;
    const { scan, place } = pending;
    const stop = this.#stop ? find(this.window, this.#stop, at + 1) : -1;
    const result = this.#scanTo(scan, stop);
    if (result === 'closed' && this.#take(scan.at, place)) {
      if (stop >= 0 && stop < scan.at) this.#broken = 0;
      return true;
    }
    const isUndecided = result === 'open' ? !this.#isBeyond(scan, stop) : result === 'broken' && stop < 0;
    if (isUndecided && !last && bytes.length - at <= LONGEST) return false;
    if (stop >= 0 && (result !== 'closed' || stop < scan.at)) return this.#fail(pending, stop);
    if (result === 'closed') return this.#fail(pending, scan.at);
    if (result === 'broken' && !(last && isBlankFrom(bytes, scan.at))) return this.#fail(pending, scan.at);
    if (last) return this.#end(pending);
    return this.#startDropping(pending);
  }

  /** Inside a text no submission can begin, so that one is broken; else what begins at the stop may be an entry of a repeat. */
  #scanTo(scan: Scan, stop: number): ScanResult {
    const { bytes } = this.window;
    if (stop < 0) return scanOn(bytes, scan, bytes.length);
    if (scan.at < stop) {
      const result = scanOn(bytes, scan, stop);
      if (result !== 'open') return result;
      if (scan.inText) return 'broken';
    }
    return scanOn(bytes, scan, Math.min(bytes.length, stop + this.#reach()));
  }

  /** How far behind a likely end the true one is looked for: less with each broken submission since it was last there. */
  #reach(): number {
    return Math.max(256, LONGEST / 2 ** this.#broken);
  }

  #isBeyond(scan: Scan, stop: number): boolean {
    return stop >= 0 && scan.at >= stop + this.#reach();
  }

  #fail({ place, indent }: Pending, to: number): true {
    const { bytes, at } = this.window;
    const text = bytes.toString('utf8', at, contentEnd(bytes, at, to));
    const fault = faultOf(text);
    const kind: Trouble = fault?.kind ?? 'odd';
    this.#cuts.broken(kind, place, spotIn(text, fault?.at ?? 0, place, indent));
    this.#broken += 1;
    this.#goTo(to);
    return true;
  }

  #end({ place, indent }: Pending): true {
    const { bytes, at } = this.window;
    const text = bytes.toString('utf8', at, contentEnd(bytes, at, bytes.length));
    this.isCut = true;
    this.#cuts.cut(true, spotIn(text, text.length, place, indent));
    this.#goTo(bytes.length);
    return true;
  }

  #startDropping(pending: Pending): boolean {
    const { place } = pending;
    this.#cuts.broken('long', place, { line: place.line, column: undefined });
    pending.dropped = true;
    advance(this.window, this.window.bytes.length);
    return false;
  }

  #drop({ scan }: Pending, last: boolean): boolean {
    const { bytes, at } = this.window;
    const stop = this.#stop ? find(this.window, this.#stop, at) : -1;
    const result = scanOn(bytes, scan, stop < 0 ? bytes.length : stop);
    const isOver = result !== 'open' || stop >= 0 || last;
    if (isOver) this.#goTo(result === 'open' && stop >= 0 ? stop : scan.at);
    else advance(this.window, bytes.length);
    return isOver;
  }
}

function parsed(text: string): JsonRecord | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Without the comma and the blanks behind a submission. */
function contentEnd(bytes: Uint8Array, from: number, to: number): number {
  let end = to;
  while (end > from && isBlank(bytes[end - 1])) end -= 1;
  if (bytes[end - 1] === 0x2c) end -= 1;
  return end;
}

function isBlank(byte = 0): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function isBlankFrom(bytes: Uint8Array, from: number): boolean {
  return contentEnd(bytes, from, bytes.length) === from;
}

function spotIn(text: string, at: number, { line, ownLine }: Place, indent = ''): Spot {
  const before = text.slice(0, at);
  const lastLineEnd = before.lastIndexOf('\n');
  const column = at - lastLineEnd + (lastLineEnd < 0 ? indent.length : 0);
  const lines = before.split('\n').length - 1;
  return { line: line + lines, column: ownLine || lines > 0 ? column : undefined };
}
