import { readClass } from './classes.ts';
import { readEscape } from './escapes.ts';
import { isLineEnd, not, only } from './sets.ts';
import {
  atEnd,
  look,
  NOTHING,
  type PatternNode,
  type PatternProblem,
  type PatternReader,
  refuse,
  takeIf,
} from './syntax.ts';

const DEEPEST = 100;

/** Reads a pattern as Java does. */
export function readPattern(text: string): PatternNode | PatternProblem {
  const codes = Array.from(text, (sign) => sign.codePointAt(0) ?? 0);
  const reader: PatternReader = { codes, position: 0, depth: 0, ignoreCase: false, problem: undefined };
  const node = readChoice(reader);
  if (!atEnd(reader)) refuse(reader, 'The pattern closes a parenthesis that it does not open');
  return reader.problem ?? node;
}

function readChoice(reader: PatternReader): PatternNode {
  if (reader.depth === DEEPEST) return refuse(reader, 'The pattern has too many parentheses inside each other');
  reader.depth += 1;
  const parts = [readSequence(reader)];
  while (takeIf(reader, '|')) parts.push(readSequence(reader));
  reader.depth -= 1;
  return parts.length === 1 ? (parts[0] ?? NOTHING) : { kind: 'choice', parts };
}

function readSequence(reader: PatternReader): PatternNode {
  const parts: PatternNode[] = [];
  while (!atEnd(reader) && look(reader) !== '|' && look(reader) !== ')') parts.push(readRepeated(reader));
  return { kind: 'sequence', parts };
}

function readRepeated(reader: PatternReader): PatternNode {
  let part = readOne(reader);
  for (let times = readTimes(reader); times !== undefined; times = readTimes(reader)) {
    // How greedy it is does not matter where the whole text must fit.
    if (takeIf(reader, '+'))
      return refuse(reader, 'The pattern has a possessive + behind another sign, which is not tried here');
    takeIf(reader, '?');
    part = { kind: 'repeat', part, ...times };
  }
  return part;
}

interface Times {
  readonly least: number;
  readonly most: number;
}

const SIGNS: Readonly<Record<string, Times>> = {
  '*': { least: 0, most: Infinity },
  '+': { least: 1, most: Infinity },
  '?': { least: 0, most: 1 },
};

function readTimes(reader: PatternReader): Times | undefined {
  const sign = look(reader);
  const simple = SIGNS[sign];
  if (simple !== undefined) {
    reader.position += 1;
    return simple;
  }
  return sign === '{' ? readCounts(reader) : undefined;
}

function readCounts(reader: PatternReader): Times | undefined {
  const rest = String.fromCodePoint(...reader.codes.slice(reader.position, reader.position + 24));
  const [whole, least, comma, most] = /^\{(\d{1,9})(,?)(\d{0,9})\}/.exec(rest) ?? [];
  const limit = comma === ',' ? (most === '' ? Infinity : Number(most)) : Number(least);
  if (whole === undefined || (comma === '' && most !== '') || limit < Number(least)) {
    refuse(reader, 'The pattern has a brace { that tells no number of times');
    return undefined;
  }
  reader.position += whole.length;
  return { least: Number(least), most: limit };
}

function readOne(reader: PatternReader): PatternNode {
  const sign = look(reader);
  if (sign === '[') return readClass(reader);
  if (sign === '\\') return readEscape(reader);
  reader.position += 1;
  switch (sign) {
    case '(':
      return readGroup(reader);
    case '.':
      return { kind: 'set', has: not(isLineEnd) };
    case '^':
      return { kind: 'assertion', assertion: 'start' };
    case '$':
      return { kind: 'assertion', assertion: 'end' };
    case '*':
    case '+':
    case '?':
      return refuse(reader, `The pattern has a ${sign} with nothing before it`);
    case '{':
      return refuse(reader, 'The pattern has a brace { that tells no number of times');
    default:
      return { kind: 'set', has: only(sign.codePointAt(0) ?? 0, reader.ignoreCase) };
  }
}

function readGroup(reader: PatternReader): PatternNode {
  const { ignoreCase } = reader;
  if (takeIf(reader, '?')) {
    const opening = readOpening(reader);
    if (opening !== undefined) return opening;
  }
  const inner = readChoice(reader);
  reader.ignoreCase = ignoreCase;
  return takeIf(reader, ')') ? inner : refuse(reader, 'The pattern opens a parenthesis that it does not close');
}

/** What stands behind `(?`; undefined where the group goes on. */
function readOpening(reader: PatternReader): PatternNode | undefined {
  if (takeIf(reader, ':')) return undefined;
  if (takeIf(reader, 'i)')) {
    reader.ignoreCase = true;
    return NOTHING;
  }
  if (takeIf(reader, 'i:')) {
    reader.ignoreCase = true;
    return undefined;
  }
  const isNamed = look(reader) === '<' && /[A-Za-z]/.test(look(reader, 1));
  if (!isNamed)
    return refuse(reader, 'The pattern looks ahead or back, or sets a mode, by (?, which is not tried here');
  while (!atEnd(reader) && !takeIf(reader, '>')) reader.position += 1;
  return undefined;
}
