/** What keeps a text from being JSON. `at` is its place in the text, in UTF-16 code units. */
export interface Fault {
  readonly kind: FaultKind;
  readonly at: number;
}

/**
 * `ends`: the text ends too early; `text-open`: a text has no quotation mark at its end; `no-value`: NaN, Infinity, None and
 * the like, which programs write for what is missing; `control`: a control character; `odd`: anything else.
 */
export type FaultKind = 'ends' | 'text-open' | 'no-value' | 'control' | 'odd';

const BLANKS = /[ \t\r\n]*/y;
const WORD = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y;
const NO_VALUE = /-?(?:NaN|nan|Infinity|inf|None|undefined|NA)\b/y;

/** Finds the first fault of a text that JSON.parse refuses, without a word of what it says: answers can be personal. */
export function faultOf(text: string): Fault | undefined {
  const reader = { text, at: 0, open: [] as string[] };
  let wants: Wants = 'value';
  for (;;) {
    skip(BLANKS, reader);
    if (wants === 'end') return reader.at < text.length ? { kind: 'odd', at: reader.at } : undefined;
    const next = step(reader, wants);
    if (typeof next !== 'string') return next;
    wants = next;
  }
}

type Wants = 'value' | 'first-value' | 'name' | 'first-name' | 'more' | 'end';

interface Reader {
  readonly text: string;
  at: number;
  readonly open: string[];
}

function step(reader: Reader, wants: Wants): Wants | Fault {
  const sign = reader.text[reader.at];
  if (sign === undefined) return { kind: 'ends', at: reader.at };
  const closes = reader.open.at(-1);
  if (sign === closes && (wants === 'more' || wants === 'first-value' || wants === 'first-name')) return close(reader);
  if (wants === 'more') return sign === ',' ? then(reader, closes === '}' ? 'name' : 'value') : odd(reader);
  if (wants === 'name' || wants === 'first-name') return nameOf(reader);
  if (sign === '{' || sign === '[') return openOf(reader, sign);
  if (sign === '"') return textOf(reader) ?? afterValue(reader);
  return skip(WORD, reader) ? afterValue(reader) : odd(reader);
}

function nameOf(reader: Reader): Wants | Fault {
  if (reader.text[reader.at] !== '"') return odd(reader);
  const fault = textOf(reader);
  if (fault) return fault;
  skip(BLANKS, reader);
  if (reader.at >= reader.text.length) return { kind: 'ends', at: reader.at };
  return reader.text[reader.at] === ':' ? then(reader, 'value') : odd(reader);
}

function openOf(reader: Reader, sign: '{' | '['): Wants {
  reader.open.push(sign === '{' ? '}' : ']');
  return then(reader, sign === '{' ? 'first-name' : 'first-value');
}

function close(reader: Reader): Wants {
  reader.open.pop();
  reader.at += 1;
  return afterValue(reader);
}

function afterValue({ open }: Reader): Wants {
  return open.length > 0 ? 'more' : 'end';
}

function then(reader: Reader, wants: Wants): Wants {
  reader.at += 1;
  return wants;
}

/** Goes behind a text. Sign by sign: the texts of broken files can be of any length. */
function textOf(reader: Reader): Fault | undefined {
  const start = reader.at;
  reader.at += 1;
  for (;;) {
    const sign = reader.text[reader.at];
    if (sign === undefined || sign === '\n' || sign === '\r') return { kind: 'text-open', at: start };
    if (sign < ' ') return { kind: 'control', at: reader.at };
    if (sign === '\\' && !skip(ESCAPE, reader)) return { kind: 'odd', at: reader.at };
    if (sign !== '\\') reader.at += 1;
    if (sign === '"') return undefined;
  }
}

function odd(reader: Reader): Fault {
  const { at } = reader;
  if ((reader.text.codePointAt(at) ?? 32) < 32) return { kind: 'control', at };
  return { kind: skip(NO_VALUE, reader) ? 'no-value' : 'odd', at };
}

function skip(pattern: RegExp, reader: Reader): boolean {
  pattern.lastIndex = reader.at;
  const isThere = pattern.test(reader.text);
  if (isThere) reader.at = pattern.lastIndex;
  return isThere;
}
