import type { YAMLParseError } from 'yaml';
import type { SourceText } from '../../core/location.ts';
import type { Range } from '../../core/range.ts';
import { quote } from '../../diagnostics/quote.ts';

/**
 * What a syntax error means to the author, and which stretch to read as plain letters so that the rest of the file can
 * still be read. Without a `mask` reading ends there.
 */
export interface Repair {
  readonly rule: 'yaml-syntax' | 'needs-quotes';
  readonly at: Range;
  readonly problem: string;
  readonly help: string;
  readonly mask?: readonly Range[];
}

function quoted(text: string): string {
  return `Put the whole text in quotes: '${text.replaceAll("'", "''")}'`;
}

export function repairFor(source: SourceText, error: YAMLParseError): Repair {
  const [start, end] = error.pos;
  if (error.code === 'TAB_AS_INDENT') return tabs(source, start);
  if (error.code === 'MISSING_CHAR') return unclosed(source, start, error.message);
  if (error.code === 'BAD_SCALAR_START') return badStart(source, start);
  return lineRepair(source, start) ?? fallback(source, { start, end }, error.code);
}

function tabs(source: SourceText, at: number): Repair {
  const mask = [...source.text.matchAll(/^[ ]*(\t+)/gm)].map((match) => {
    const start = match.index + match[0].length - (match[1]?.length ?? 0);
    return { start, end: match.index + match[0].length };
  });
  const start = mask.find((range) => range.end >= at)?.start ?? at;
  return {
    rule: 'yaml-syntax',
    at: { start, end: start + 1 },
    problem: 'This line is indented with a tab, which YAML does not allow.',
    help: 'Indent with blanks, two a level.',
    mask,
  };
}

/** The parser notices a missing quote at the end of the file; the author wants to see where it opens. */
function unclosed(source: SourceText, end: number, message: string): Repair {
  const mark = message.includes("'") ? "'" : '"';
  const pattern = mark === '"' ? /(?:^|[\s:[{,-])(")(?:[^"\\]|\\.)*$/s : /(?:^|[\s:[{,-])(')(?:[^']|'')*$/s;
  const before = source.text.slice(0, end);
  const found = message.includes('quote') ? lastOpening(before, mark) : -1;
  if (found < 0 || !pattern.test(before.slice(Math.max(found - 1, 0)))) return bracket(source, end, message);
  const lineEnd = endOfLine(source.text, found);
  return {
    rule: 'yaml-syntax',
    at: { start: found, end: found + 1 },
    problem: `The text that begins here with ${mark} has no closing ${mark}.`,
    help: `Add ${mark} at the end of the text.`,
    mask: [{ start: found, end: lineEnd }],
  };
}

/** The first quote after which the quotes of the rest do not pair up: where a text was opened and never closed. */
function lastOpening(text: string, mark: string): number {
  const opening = mark === '"' ? /(^|[\s:[{,-])"/g : /(^|[\s:[{,-])'/g;
  const closed = mark === '"' ? /"(?:[^"\\]|\\.)*"/y : /'(?:[^']|'')*'/y;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const at = match.index + (match[1]?.length ?? 0);
    closed.lastIndex = at;
    const whole = closed.exec(text)?.[0];
    if (whole === undefined || /\n\s*[\w-]+:\s*$/.test(whole.slice(0, -1))) return at;
    opening.lastIndex = at + whole.length;
  }
  return -1;
}

function bracket(source: SourceText, end: number, message: string): Repair {
  const missing = message.includes(']') ? ']' : message.includes('}') ? '}' : 'sign';
  const at = Math.max(Math.min(end, source.text.length) - 1, 0);
  return {
    rule: 'yaml-syntax',
    at: { start: at, end: at + 1 },
    problem: `A closing ${missing} is missing before this place.`,
    help: `Add the ${missing}, or remove the opening one.`,
  };
}

function badStart(source: SourceText, start: number): Repair {
  const sign = source.text[start] ?? '';
  return {
    rule: 'needs-quotes',
    at: { start, end: start + 1 },
    problem: `A text that begins with ${sign} is not read as text by YAML.`,
    help: "Put the whole text in quotes, and write an apostrophe inside it twice: 'it''s'.",
    mask: [{ start, end: start + 1 }],
  };
}

/** Looks at the line as the author wrote it: `key: value` or `- value`. */
function lineRepair(source: SourceText, at: number): Repair | undefined {
  const lineStart = source.text.lastIndexOf('\n', at - 1) + 1;
  const line = source.text.slice(lineStart, endOfLine(source.text, at)).replace(/\s+$/, '');
  const inner = line.match(/\$\{[^}]*\}/);
  if (inner && /[{[]/.test(line.slice(0, inner.index).replaceAll('${', ''))) return references(line, lineStart);
  const parts = line.match(/^(\s*(?:- +)*(?:[^\s'"{[#][^:]*?: +)?)(\S.*)$/);
  const value = parts?.[2] ?? '';
  const start = lineStart + (parts?.[1]?.length ?? 0);
  const problem = valueProblem(value);
  if (problem === undefined) return undefined;
  const whole = { start, end: lineStart + line.length };
  return { rule: 'needs-quotes', at: whole, problem, help: quoted(value), mask: [whole] };
}

function valueProblem(value: string): string | undefined {
  const sign = value[0] ?? '';
  if ('[{*&!|>%@`'.includes(sign) && sign !== '') return `A text that begins with ${sign} is not read as text by YAML.`;
  if (/^["'].*["']\s*\S+/.test(value)) return `After the closing quote stands more text, which YAML cannot read.`;
  const colon = value.match(/^([^:]*): /);
  return colon
    ? `A colon and a blank inside a text begin a new key for YAML, here after ${quote(colon[1] ?? '')}.`
    : undefined;
}

function references(line: string, lineStart: number): Repair {
  const found = [...line.matchAll(/\$\{[^}]*\}/g)].map((match) => ({
    start: lineStart + match.index,
    end: lineStart + match.index + match[0].length,
  }));
  const first = found[0] ?? { start: lineStart, end: lineStart + 1 };
  return {
    rule: 'needs-quotes',
    at: first,
    problem: 'Inside { } YAML reads the { of a reference as the beginning of a new map.',
    help: 'Put the whole text in quotes, or write the keys on lines of their own, without { }.',
    mask: found,
  };
}

const WORDS: Readonly<Record<string, string>> = {
  BAD_INDENT: 'This line is indented differently from the lines above it that it belongs to.',
  BLOCK_IN_FLOW: 'Inside { } or [ ] everything must be written with { } and [ ] as well.',
  MULTILINE_IMPLICIT_KEY: 'A key must stand on one line, before its colon.',
  KEY_OVER_1024_CHARS: 'A key is longer than 1,024 letters.',
  IMPOSSIBLE: 'This cannot be read as YAML.',
};

function fallback(source: SourceText, at: Range, code: string): Repair {
  const start = Math.min(at.start, Math.max(source.text.length - 1, 0));
  return {
    rule: 'yaml-syntax',
    at: { start, end: Math.max(Math.min(at.end, endOfLine(source.text, start)), start + 1) },
    problem: WORDS[code] ?? 'From here on the file cannot be read as YAML.',
    help: 'Compare with the lines around it: keys of one thing begin in one column, and each key is followed by a colon and a blank.',
  };
}

function endOfLine(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  const end = found < 0 ? text.length : found;
  return text[end - 1] === '\r' ? end - 1 : end;
}
