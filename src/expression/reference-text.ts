import type { Range } from '../core/range.ts';
import { isXmlName, XML_NAME } from '../core/names.ts';
import { BLANK } from './blanks.ts';

/** What is wrong with a `${…}`: no `}`, nothing inside, no name inside, or blanks around the name. */
export type ReferenceFault = 'unterminated' | 'empty' | 'malformed' | 'blank';

/** A `${…}` found in a text, well formed or not. */
export interface ReferenceText {
  readonly span: Range;
  /** What stands for the name; the whole inside where it is not a name. */
  readonly name: string;
  readonly nameSpan: Range;
  readonly lastSaved: boolean;
  readonly fault: ReferenceFault | undefined;
}

const STOP = /[{}'"“”‘’]|$/gu;
const LEADING_BLANKS = new RegExp(`^${BLANK}*`, 'u');
const IS_BLANK = new RegExp(`^${BLANK}$`, 'u');
const LAST_SAVED = 'last-saved#';
const NAME_AT_START = new RegExp(`(${BLANK}*)(last-saved#)?(${XML_NAME})?`, 'uy');

/** Reads the `${…}` that begins at `at`. An unterminated one ends after its name, so that the rest can still be read. */
export function readReference(text: string, at: number): ReferenceText {
  const body = at + 2;
  STOP.lastIndex = body;
  const stop = STOP.exec(text)?.index ?? text.length;
  return text[stop] === '}' ? readClosed(text, at, stop) : readUnterminated(text, at);
}

function readClosed(text: string, at: number, close: number): ReferenceText {
  const inside = trimmed(text, { start: at + 2, end: close });
  const lastSaved = text.startsWith(LAST_SAVED, inside.start);
  const nameSpan = lastSaved ? trimmed(text, { start: inside.start + LAST_SAVED.length, end: inside.end }) : inside;
  const name = text.slice(nameSpan.start, nameSpan.end);
  const length = name.length + (lastSaved ? LAST_SAVED.length : 0);
  return {
    span: { start: at, end: close + 1 },
    name,
    nameSpan,
    lastSaved,
    fault: faultOf(name, length < close - at - 2),
  };
}

function trimmed(text: string, { start, end }: Range): Range {
  const from = start + (LEADING_BLANKS.exec(text.slice(start, end))?.[0].length ?? 0);
  let to = end;
  while (to > from && IS_BLANK.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

function faultOf(name: string, hasBlanks: boolean): ReferenceFault | undefined {
  if (name === '') return 'empty';
  if (!isXmlName(name)) return 'malformed';
  return hasBlanks ? 'blank' : undefined;
}

function readUnterminated(text: string, at: number): ReferenceText {
  NAME_AT_START.lastIndex = at + 2;
  const [whole = '', , prefix = '', name = ''] = NAME_AT_START.exec(text) ?? [];
  // Without a name the blanks belong to what follows.
  const end = name === '' && prefix === '' ? at + 2 : at + 2 + whole.length;
  return {
    span: { start: at, end },
    name,
    nameSpan: { start: end - name.length, end },
    lastSaved: prefix !== '',
    fault: 'unterminated',
  };
}

/** Every `${…}` of a text, from left to right. */
export function findReferences(text: string): readonly ReferenceText[] {
  const found: ReferenceText[] = [];
  let at = text.indexOf('${');
  while (at !== -1) {
    const reference = readReference(text, at);
    found.push(reference);
    at = text.indexOf('${', reference.span.end);
  }
  return found;
}
