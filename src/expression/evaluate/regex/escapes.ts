import { CLASSES, not, only, unicodeSet } from './sets.ts';
import { atEnd, type CharacterSet, look, type PatternNode, type PatternReader, refuse, takeIf } from './syntax.ts';

const CONTROLS: Readonly<Record<string, number>> = { t: 9, n: 10, r: 13, f: 12, a: 7, e: 27 };
const ASSERTIONS = { b: 'boundary', B: 'no-boundary', A: 'start', z: 'end', Z: 'end' } as const;

/** What a backslash and what follows stand for. */
export function readEscape(reader: PatternReader): PatternNode {
  const letter = look(reader, 1);
  if (isAssertion(letter)) {
    reader.position += 2;
    return { kind: 'assertion', assertion: ASSERTIONS[letter] };
  }
  if (letter === 'Q') return readQuoted(reader);
  const has = readEscapedSet(reader);
  return has === undefined
    ? refuse(reader, `The pattern has a \\${letter} that is not tried here`)
    : { kind: 'set', has };
}

function isAssertion(letter: string): letter is keyof typeof ASSERTIONS {
  return Object.hasOwn(ASSERTIONS, letter);
}

/** From `\Q` to `\E` everything means itself. */
function readQuoted(reader: PatternReader): PatternNode {
  reader.position += 2;
  const parts: PatternNode[] = [];
  while (!atEnd(reader) && !takeIf(reader, '\\E')) {
    parts.push({ kind: 'set', has: only(reader.codes[reader.position] ?? 0, reader.ignoreCase) });
    reader.position += 1;
  }
  return { kind: 'sequence', parts };
}

/** An escape that is a character or a set of them, also between brackets; undefined for any other. */
export function readEscapedSet(reader: PatternReader): CharacterSet | undefined {
  reader.position += 1;
  const known = CLASSES.get(look(reader));
  if (known !== undefined) {
    reader.position += 1;
    return known;
  }
  if (/^[pP]$/.test(look(reader))) return readProperty(reader);
  const code = readEscapedCode(reader);
  return code === undefined ? undefined : only(code, reader.ignoreCase);
}

function readProperty(reader: PatternReader): CharacterSet | undefined {
  const outside = look(reader) === 'P';
  reader.position += 1;
  const has = unicodeSet(takeIf(reader, '{') ? readName(reader) : readLetter(reader));
  return has && outside ? not(has) : has;
}

function readName(reader: PatternReader): string {
  let name = '';
  while (!atEnd(reader) && !takeIf(reader, '}')) name += readLetter(reader);
  return name;
}

function readLetter(reader: PatternReader): string {
  const letter = look(reader);
  reader.position += 1;
  return letter;
}

const CODES = [/^x([\dA-Fa-f]{2})/, /^x\{([\dA-Fa-f]{1,6})\}/, /^u([\dA-Fa-f]{4})/];

/** A character by its code or by a letter; anything that is no letter and no digit means itself. */
export function readEscapedCode(reader: PatternReader): number | undefined {
  const sign = look(reader);
  const rest = String.fromCodePoint(...reader.codes.slice(reader.position, reader.position + 10));
  const coded = CODES.map((pattern) => pattern.exec(rest)).find((match) => match !== null);
  if (coded?.[1] !== undefined) {
    reader.position += coded[0].length;
    return Number.parseInt(coded[1], 16);
  }
  if (sign === '' || (/[\dA-Za-z]/.test(sign) && CONTROLS[sign] === undefined)) return undefined;
  reader.position += 1;
  return CONTROLS[sign] ?? sign.codePointAt(0);
}
