import { readEscapedCode, readEscapedSet } from './escapes.ts';
import { between, both, either, not, only } from './sets.ts';
import { atEnd, type CharacterSet, look, type PatternNode, type PatternReader, refuse, takeIf } from './syntax.ts';

const NEVER: CharacterSet = () => false;
const SET_LETTERS = /[dDwWsShHvVpP]/;

/** `[a-z]`, with Java's sets inside sets and `&&`. */
export function readClass(reader: PatternReader): PatternNode {
  const has = readSet(reader, 0);
  return has === undefined ? refuse(reader, 'The pattern has brackets [ ] that cannot be read') : { kind: 'set', has };
}

const DEEPEST = 20;

function readSet(reader: PatternReader, depth: number): CharacterSet | undefined {
  reader.position += 1;
  const outside = takeIf(reader, '^');
  const has = depth < DEEPEST ? readMembers(reader, depth) : undefined;
  return has && outside ? not(has) : has;
}

/** All up to the closing bracket; one that stands first is a member. */
function readMembers(reader: PatternReader, depth: number): CharacterSet | undefined {
  let has: CharacterSet = NEVER;
  for (let first = true; first || look(reader) !== ']'; first = false) {
    if (atEnd(reader)) return undefined;
    if (takeIf(reader, '&&')) return readIntersection(reader, has, depth);
    const member = look(reader) === '[' ? readSet(reader, depth + 1) : readMember(reader);
    if (member === undefined) return undefined;
    has = either(has, member);
  }
  reader.position += 1;
  return has;
}

function readIntersection(reader: PatternReader, has: CharacterSet, depth: number): CharacterSet | undefined {
  const others = readMembers(reader, depth);
  return others && both(has, others);
}

function readMember(reader: PatternReader): CharacterSet | undefined {
  if (look(reader) === '\\' && SET_LETTERS.test(look(reader, 1))) return readEscapedSet(reader);
  const first = readCode(reader);
  const isRange = look(reader) === '-' && look(reader, 1) !== ']' && look(reader, 1) !== '[';
  if (first === undefined || !isRange) return first === undefined ? undefined : only(first, reader.ignoreCase);
  reader.position += 1;
  const last = readCode(reader);
  return last === undefined || last < first ? undefined : between(first, last, reader.ignoreCase);
}

function readCode(reader: PatternReader): number | undefined {
  const escaped = takeIf(reader, '\\');
  if (escaped) return readEscapedCode(reader);
  const code = reader.codes[reader.position];
  reader.position += 1;
  return code;
}
