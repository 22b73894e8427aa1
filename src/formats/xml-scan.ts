// By hand, since a sheet has an element for each cell and its value: libraries that can do more take twice the time.
import { addAttribute, afterBlanks, endOfName, INCOMPLETE, newAttributes, type XmlAttributes } from './xml-tag.ts';
import { isAllowed, isInstruction, malformed, resolved } from './xml-words.ts';

/** What stands in a document, in its order. */
export interface XmlEvents {
  /** A document type begins, in which anything could be declared: what comes after it is not understood. */
  doctype(): never;
  open(name: string, attributes: XmlAttributes): void;
  /** A piece of text inside an element. */
  text(text: string): void;
  close(): void;
}

const [EXCLAMATION, SLASH, GREATER, QUESTION] = [0x21, 0x2f, 0x3e, 0x3f];

const NONE: XmlAttributes = Object.freeze(newAttributes());

/**
 * Takes in a well-formed document of XML 1.0 piece by piece, and throws a SyntaxError for any other. What a document type
 * could declare does not exist for it.
 */
export class XmlScanner {
  private readonly events: XmlEvents;
  /** The names of the elements that are open, outermost first. */
  private readonly path: string[] = [];
  private isBefore = true;
  private hadRoot = false;
  private text = '';
  private at = 0;
  private fresh = '';
  /** Asked once for many texts: most have neither. */
  private hasReferences = false;
  private hasBrackets = false;

  constructor(events: XmlEvents) {
    this.events = events;
  }

  /** What has not come to its end is looked at again when it has doubled: an endless one costs no more than others. */
  write(text: string): void {
    if (!isAllowed(text)) throw malformed();
    this.fresh += text;
    if (this.fresh.length >= this.text.length && !this.fresh.endsWith('\r')) this.scan();
  }

  close(): void {
    this.scan();
    if (!this.hadRoot || this.path.length > 0 || !isBlank(this.text)) throw malformed();
  }

  private scan(): void {
    this.text += this.fresh.includes('\r') ? this.fresh.replaceAll(/\r\n?/g, '\n') : this.fresh;
    this.fresh = '';
    this.at = 0;
    this.hasReferences = this.text.includes('&');
    this.hasBrackets = this.text.includes(']]>');
    for (;;) {
      const markup = this.text.indexOf('<', this.at);
      if (markup < 0) break;
      if (markup > this.at) this.takeText(this.text.slice(this.at, markup));
      this.at = markup;
      const end = this.markup(markup);
      if (end === INCOMPLETE) break;
      this.at = end;
      this.isBefore = false;
    }
    this.text = this.text.slice(this.at);
  }

  private takeText(text: string): void {
    this.isBefore = false;
    if (this.path.length === 0 && !isBlank(text)) throw malformed();
    if (this.hasBrackets && text.includes(']]>')) throw malformed();
    this.events.text(this.hasReferences && text.includes('&') ? resolved(text) : text);
  }

  /** Each of these gives the place behind what begins here. */
  private markup(from: number): number {
    switch (this.text.charCodeAt(from + 1)) {
      case SLASH:
        return this.endTag(from);
      case EXCLAMATION:
        return this.declaration(from);
      case QUESTION:
        return this.instruction(from);
      default:
        return this.startTag(from);
    }
  }

  private endTag(from: number): number {
    const end = this.text.indexOf('>', from);
    if (end < 0) return INCOMPLETE;
    const name = this.path.pop();
    if (name === undefined || !this.text.startsWith(name, from + 2)) throw malformed();
    const nameEnd = from + 2 + name.length;
    if (nameEnd < end && !isBlank(this.text.slice(nameEnd, end))) throw malformed();
    this.events.close();
    return end + 1;
  }

  private declaration(from: number): number {
    const { text } = this;
    if (text.startsWith('<!--', from)) return this.comment(from);
    if (text.startsWith('<![CDATA[', from)) return this.cdata(from);
    if (text.startsWith('<!DOCTYPE', from)) return this.events.doctype();
    const begun = text.slice(from);
    if (['<!--', '<![CDATA[', '<!DOCTYPE'].some((opening) => opening.startsWith(begun))) return INCOMPLETE;
    throw malformed();
  }

  private comment(from: number): number {
    const dashes = this.text.indexOf('--', from + 4);
    if (dashes < 0 || dashes + 2 === this.text.length) return INCOMPLETE;
    if (this.text.charCodeAt(dashes + 2) !== GREATER) throw malformed();
    return dashes + 3;
  }

  private cdata(from: number): number {
    const end = this.text.indexOf(']]>', from);
    if (end < 0) return INCOMPLETE;
    if (this.path.length === 0) throw malformed();
    this.events.text(this.text.slice(from + '<![CDATA['.length, end));
    return end + 3;
  }

  private instruction(from: number): number {
    const end = this.text.indexOf('?>', from + 2);
    if (end < 0) return INCOMPLETE;
    if (!isInstruction(this.text.slice(from, end + 2), this.isBefore)) throw malformed();
    return end + 2;
  }

  private startTag(from: number): number {
    const { text } = this;
    const nameEnd = endOfName(text, from + 1);
    let attributes: Record<string, string> | undefined;
    let at = nameEnd;
    for (;;) {
      const next = afterBlanks(text, at);
      if (next === text.length) return INCOMPLETE;
      const code = text.charCodeAt(next);
      if (code === GREATER) return this.opened(text.slice(from + 1, nameEnd), attributes, next + 1, false);
      if (code === SLASH) {
        if (next + 1 === text.length) return INCOMPLETE;
        if (text.charCodeAt(next + 1) !== GREATER) throw malformed();
        return this.opened(text.slice(from + 1, nameEnd), attributes, next + 2, true);
      }
      if (next === at) throw malformed();
      attributes ??= newAttributes();
      at = addAttribute(text, next, attributes);
      if (at === INCOMPLETE) return INCOMPLETE;
    }
  }

  private opened(name: string, attributes: XmlAttributes | undefined, end: number, isEmpty: boolean): number {
    if (this.path.length === 0 && this.hadRoot) throw malformed();
    this.hadRoot = true;
    this.events.open(name, attributes ?? NONE);
    if (isEmpty) this.events.close();
    else this.path.push(name);
    return end;
  }
}

function isBlank(text: string): boolean {
  return !/[^ \t\n]/.test(text);
}
