import { Cutter } from './cutter.ts';
import type { Cuts } from './cuts.ts';
import { canBePage, PAGE_HEAD, pageHead, pageTail } from './page.ts';
import { newScan, scanOn } from './scan.ts';
import { advance, type Window } from './window.ts';
import type { JsonRecord } from '../../model/record/record-reader.ts';

/** A list of submissions, or what is left of a page when its list is over. */
type Open = { readonly kind: 'list' } | { readonly kind: 'page'; readonly members: JsonRecord };

/** Lists of pages, and lists of lists of them, are the deepest that tools make. */
const DEEPEST_LIST = 4;
/** So many submissions are handed on at a time: they are checked while they are still in the processor's own memory. */
const FEW = 16;
/** What a page says behind its list is no longer. */
const PAGE_TAIL = 65_536;

/**
 * Finds the submissions in JSON of any arrangement: alone, after each other on lines of their own or over many lines, in lists,
 * in pages of a server, and in any sequence of these.
 */
export class Splitter {
  readonly #cutter: Cutter;
  readonly #cuts: Cuts;
  readonly #window: Window;
  readonly #open: Open[] = [];
  /** What stands before here in the line, where it is blank. */
  #indent: string | undefined = '';
  #isStray = false;
  #isZero = false;

  constructor(cuts: Cuts) {
    this.#cuts = cuts;
    this.#cutter = new Cutter(cuts);
    this.#window = this.#cutter.window;
  }

  /** Takes the next piece of the file; `cut` finds what is in it. */
  push(piece: Uint8Array): void {
    this.#cutter.append(piece);
  }

  /** How many bytes of what is there are not done. */
  get waiting(): number {
    return this.#window.bytes.length - this.#window.at;
  }

  /** Finds the next few submissions in what is there; answers whether there can be more. */
  cut(): boolean {
    return this.#work(false);
  }

  /** The file is over. */
  end(): void {
    while (this.#work(true));
    if (this.#open.length > 0 && !this.#cutter.isCut) this.#cuts.cut(false, this.#spot());
  }

  #work(last: boolean): boolean {
    for (let steps = 0; steps < FEW; steps += 1) {
      if (!this.#cutter.isInside && this.#open.at(-1)?.kind !== 'page') this.#skipBlanks();
      if (this.#window.at >= this.#window.bytes.length && !(last && this.#cutter.isInside)) return false;
      if (!this.#step(last)) return false;
    }
    return true;
  }

  /** Does one thing; answers false where more of the file is needed. */
  #step(last: boolean): boolean {
    const open = this.#open.at(-1);
    if (this.#cutter.isInside) return this.#takeRecord(last);
    if (open?.kind === 'page') return this.#endPage(open, last);
    const sign = String.fromCharCode(this.#window.bytes[this.#window.at] ?? 0);
    if (sign === '{') return this.#takeObject(last);
    if (sign === '[' && this.#open.length < DEEPEST_LIST) return this.#openList(1);
    if (sign === ']' && open) return this.#closeList();
    if (sign === ',') return this.#pass(1);
    return this.#takeOther(last);
  }

  #takeObject(last: boolean): boolean {
    const { bytes, at } = this.#window;
    const isWhole = last || bytes.length - at >= PAGE_HEAD;
    if (canBePage(bytes.toString('latin1', at, at + 64))) {
      const head = pageHead(bytes.toString('latin1', at, at + PAGE_HEAD));
      if (!head && !isWhole) return false;
      if (head) this.#open.push({ kind: 'page', members: head.members });
      if (head) return this.#openList(head.length);
    }
    return this.#takeRecord(last);
  }

  #takeRecord(last: boolean): boolean {
    this.#isStray = false;
    const isDone = this.#cutter.take(this.#indent, last);
    if (isDone) this.#indent = undefined;
    return isDone;
  }

  #openList(length: number): true {
    this.#open.push({ kind: 'list' });
    this.#cutter.newList();
    return this.#pass(length);
  }

  #closeList(): true {
    this.#open.pop();
    if (this.#open.at(-1)?.kind !== 'page') this.#cutter.newList();
    return this.#pass(1);
  }

  #endPage({ members }: Open & { readonly kind: 'page' }, last: boolean): boolean {
    const { bytes, at } = this.#window;
    const scan = { ...newScan(at), depth: 1 };
    const result = scanOn(bytes, scan, bytes.length);
    if (result === 'open' && !last && bytes.length - at < PAGE_TAIL) return false;
    if (result === 'open') return this.#leavePage(members, bytes.length);
    const tail = pageTail(bytes.toString('utf8', at, scan.at));
    this.#leavePage(Object.assign(Object.create(null), members, tail), scan.at);
    return true;
  }

  #leavePage(members: JsonRecord, to: number): true {
    this.#cuts.page(members);
    this.#open.pop();
    this.#cutter.newList();
    return this.#pass(to - this.#window.at);
  }

  #pass(length: number): true {
    advance(this.#window, this.#window.at + length);
    this.#indent = undefined;
    return true;
  }

  /** A number, a text or anything else that is no submission: the first of a stretch is told. */
  #takeOther(last: boolean): boolean {
    const { bytes, at } = this.#window;
    let to = at + 1;
    while (to < bytes.length && !isBoundary(bytes[to])) to += 1;
    if (to === bytes.length && !last && to - at < 1024) return false;
    if (!this.#isStray) this.#cuts.stray(this.#spot());
    this.#isStray = true;
    return this.#pass(to - at);
  }

  #spot(): { line: number; column: number | undefined } {
    const { line } = this.#window;
    return { line, column: this.#indent === undefined ? undefined : this.#indent.length + 1 };
  }

  #skipBlanks(): void {
    const { bytes } = this.#window;
    let { at } = this.#window;
    for (; at < bytes.length && isBlank(bytes[at]); at += 1) {
      const byte = bytes[at];
      if (byte === 0x0a) this.#indent = '';
      else if (byte === 0x20 || byte === 0x09) this.#indent = this.#indent?.concat(byte === 0x20 ? ' ' : '\t');
      else if (byte === 0) this.#zeros(at);
    }
    advance(this.#window, at);
  }

  #zeros(at: number): void {
    advance(this.#window, at);
    if (!this.#isZero) this.#cuts.zeros({ line: this.#window.line, column: undefined });
    this.#isZero = true;
  }
}

/** Blanks, and the marks that stand between texts that were put after each other. */
function isBlank(byte: number | undefined): boolean {
  switch (byte) {
    case 0x20:
    case 0x0a:
    case 0x0d:
    case 0x09:
    case 0x00:
    case 0x1e:
    case 0xef:
    case 0xbb:
    case 0xbf:
      return true;
    default:
      return false;
  }
}

/** `\n`, `,`, `[`, `]` and `{`. */
function isBoundary(byte: number | undefined): boolean {
  return byte === 0x0a || byte === 0x2c || byte === 0x5b || byte === 0x5d || byte === 0x7b;
}
