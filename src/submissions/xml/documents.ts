import { newXmlParser, type XmlHandler, type XmlParser } from '../../formats/xml-read.ts';
import { Refused } from '../../formats/xlsx-problem.ts';
import { LONGEST } from '../json/cutter.ts';

/** Takes the elements of one document after the other. */
export interface DocumentHandler {
  /** Answers with what takes the elements of the next one. */
  readonly begin: () => XmlHandler;
  /** A document ended too early, or is no XML at this line; answers how reading can go on. */
  readonly broken: (line: number, kind: XmlFault) => Resume;
}

export type XmlFault = 'ends' | 'odd' | 'long' | 'deep' | 'doctype';

export interface Resume {
  /** The element with which the next submission begins, where it is known. */
  readonly name: string | undefined;
  /** The elements around it. */
  readonly around: readonly string[];
}

const DECLARATION = /<\?xml\s/;
/** What the end of a piece can leave of a declaration or of a reference. */
const PART = /(?:<(?:\?(?:x(?:ml?)?)?)?|&#?\w{0,10})$/;
/** A sign that must not stand alone; a parser would look for the end of its reference through all that follows. */
const LONE_AMPERSAND = /&(?!#?\w{1,10};)/;
const LONGEST_DECLARATION = 1000;

/**
 * Reads XML that is one document or several after each other, with or without declarations. Where one is broken, the next is
 * looked for.
 */
export class Documents {
  readonly #handler: DocumentHandler;
  #parser: XmlParser | undefined;
  /** The line on which the parser began. */
  #from = 1;
  #line = 1;
  #carried = '';
  #isInDeclaration = false;
  /** The element that is looked for after broken XML. */
  #wanted: RegExp | undefined;
  #around: readonly string[] = [];
  #count = 0;
  #quiet = 0;

  constructor(handler: DocumentHandler) {
    this.#handler = handler;
  }

  /** The line that is read. */
  get line(): number {
    return this.#parser ? this.#from + this.#parser.line - 1 : this.#line;
  }

  push(piece: string): void {
    let text = this.#carried + piece;
    this.#carried = '';
    while (text !== '') text = this.#isInDeclaration ? this.#leaveDeclaration(text) : this.#untilDeclaration(text);
  }

  end(): void {
    if (!this.#isInDeclaration) this.#feed(this.#carried);
    this.#close();
  }

  #leaveDeclaration(text: string): string {
    const end = text.indexOf('?>');
    if (end < 0 && text.length < LONGEST_DECLARATION) {
      this.#carried = text;
      return '';
    }
    this.#isInDeclaration = false;
    return this.#skip(text, end + 2);
  }

  #untilDeclaration(text: string): string {
    const at = text.search(DECLARATION);
    if (at >= 0) {
      this.#feed(text.slice(0, at));
      this.#close();
      this.#isInDeclaration = true;
      return text.slice(at);
    }
    const cut = text.search(PART);
    const to = cut < 0 ? text.length : cut;
    this.#feed(text.slice(0, to));
    this.#carried += text.slice(to);
    return '';
  }

  /** Goes on behind a part of a text that no parser gets. */
  #skip(text: string, to: number): string {
    this.#line += lineEndsIn(text.slice(0, to));
    return text.slice(to);
  }

  #feed(text: string): void {
    let rest = text;
    while (rest !== '') rest = this.#wanted ? this.#lookFor(this.#wanted, rest) : this.#parse(rest);
  }

  #lookFor(wanted: RegExp, text: string): string {
    const at = text.search(wanted);
    if (at >= 0) {
      this.#wanted = undefined;
      return this.#skip(text, at);
    }
    const open = text.lastIndexOf('<');
    const to = open >= 0 && text.length - open < 300 ? open : text.length;
    this.#carried = this.#skip(text, to);
    return '';
  }

  #parse(text: string): string {
    const parser = (this.#parser ??= this.#begin());
    const before = parser.position;
    const { line } = this;
    const count = this.#count;
    const lone = /<!/.test(text) ? -1 : text.search(LONE_AMPERSAND);
    try {
      parser.write(lone < 0 ? text : text.slice(0, lone));
      if (lone >= 0) return this.#failAt(lone, text, line);
      this.#quiet = this.#count === count ? this.#quiet + text.length : 0;
      if (this.#quiet <= LONGEST) return '';
      this.#fail('long');
      return '';
    } catch (error) {
      const to = Math.min(Math.max(parser.position - before, 1), text.length);
      this.#fail(faultOf(error));
      this.#line = line;
      return this.#skip(text, to);
    }
  }

  #failAt(at: number, text: string, line: number): string {
    this.#fail('odd');
    this.#line = line;
    return this.#skip(text, at + 1);
  }

  #begin(): XmlParser {
    this.#from = this.#line;
    const parser = newXmlParser(this.#handler.begin(), true, () => {
      this.#count += 1;
    });
    for (const name of this.#around) parser.write(`<${name}>`);
    return parser;
  }

  #fail(kind: XmlFault): void {
    const { line } = this;
    this.#parser = undefined;
    this.#line = line;
    this.#quiet = 0;
    const { name, around } = this.#handler.broken(line, kind);
    this.#around = around;
    // Names hold no other sign that means something in a pattern.
    this.#wanted =
      name === undefined ? /<\w[^<>]*\sid\s*=/ : new RegExp(`<(?:[\\w.-]+:)?${name.replaceAll('.', '\\.')}[\\s>]`);
  }

  #close(): void {
    const parser = this.#parser;
    const { line } = this;
    this.#wanted = undefined;
    this.#around = [];
    this.#parser = undefined;
    this.#line = line;
    try {
      parser?.close();
    } catch {
      this.#handler.broken(line, 'ends');
    }
  }
}

function faultOf(error: unknown): XmlFault {
  if (error instanceof Refused) return 'deep';
  return error instanceof Error && /doctype/i.test(error.message) ? 'doctype' : 'odd';
}

function lineEndsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
