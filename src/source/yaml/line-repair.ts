import type { Range } from '../../core/range.ts';
import { quote } from '../../diagnostics/quote.ts';
import { commentIn, type Line, lineAfter, lineBefore, valueIn, withSubtree } from './lines.ts';
import { inQuotes } from './quotes.ts';
import { asText } from './mask.ts';
import type { Repair } from './repaired.ts';

function quoted(text: string): string {
  return `Put the whole text in quotes: ${inQuotes(text)}`;
}

export function textWithColon(at: Range, words: string): Repair {
  const before = words.slice(0, words.search(/:(?:\s|$)/));
  const problem = `A colon and a blank inside a text begin a new key for YAML, here after ${quote(before)}.`;
  return { rule: 'needs-quotes', at, problem, help: quoted(words), masks: [asText(at)] };
}

export function unreadableText(at: Range, words: string): Repair {
  const problem = `A text that begins with ${words[0] ?? ''} is not read as text by YAML.`;
  return { rule: 'needs-quotes', at, problem, help: quoted(words), masks: [asText(at)] };
}

/** A value that YAML cannot read as the text that it is meant to be. */
export function lineRepair(text: string, line: Line, at: number): Repair | undefined {
  const { key, value } = valueIn(line);
  const whole = { start: value.start, end: value.start + withoutComment(text.slice(value.start, value.end)).length };
  const words = text.slice(whole.start, whole.end);
  if (at < whole.start || words === '') return undefined;
  if (/^[[\]{}*&!|>%@`,]/.test(words) || (key && /^[-?] /.test(words))) return unreadableText(whole, words);
  if (/^["'].*["']\s*[^\s#]/.test(words)) return quotesInside(whole, words);
  return key && /:(?:\s|$)/.test(words) ? textWithColon(whole, words) : undefined;
}

function withoutComment(words: string): string {
  return words.replace(/\s\s+#.*$/, '').trimEnd();
}

/** `'it's'`: the quote inside ends the text. */
function quotesInside(at: Range, words: string): Repair {
  const mark = words[0] ?? '';
  const isWhole = words.endsWith(mark);
  const inner = isWhole ? words.slice(1, -1) : words;
  const help = quoted(mark === "'" ? inner.replaceAll("''", "'") : inner);
  const problem = isWhole
    ? `The ${mark} inside the text ends it, and what follows cannot be read.`
    : 'After the closing quote stands more text, which YAML cannot read.';
  const range = isWhole ? { start: at.start + 1, end: at.end - 1 } : at;
  return { rule: 'needs-quotes', at, problem, help, masks: [asText(at, range)] };
}

/** A comment in the middle of a text that goes on in the next line. */
export function commentRepair(text: string, line: Line): Repair | undefined {
  const before = lineBefore(text, line);
  const start = before ? commentIn(before) : -1;
  if (!before || start < 0 || line.indent <= before.indent || valueIn(line).key) return undefined;
  return {
    rule: 'needs-quotes',
    at: { start, end: before.end },
    problem: `A blank and # begin a comment in YAML, so this part of the text is lost: ${text.slice(start, before.end)}`,
    help: 'Put the whole text in quotes, or begin it with | and indent its lines.',
    masks: [asText({ start, end: start + 1 })],
  };
}

const NESTED_KEYS: ReadonlySet<string> = new Set(['BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY']);

/** A key below a key that has its value already. */
export function tooDeep(text: string, line: Line, code: string): Repair | undefined {
  const next = lineAfter(text, line);
  if (!NESTED_KEYS.has(code) || !valueIn(line).key || !next || next.indent <= line.indent) return undefined;
  return leftOut(
    text,
    next,
    'This line is indented deeper than the line above it, which has its value already.',
    'Begin it in the same column as the line above, or give that line no value of its own.',
  );
}

export function missingColon(text: string, line: Line): Repair | undefined {
  if (line.text === '' || line.text.startsWith('- ') || valueIn(line).key) return undefined;
  const [, key = '', value = ''] = /^([\w-]+) ?:(\S.*)$/.exec(line.text) ?? [];
  if (key !== '') return leftOut(text, line, 'After the colon a blank is missing.', `Write ${key}: ${value}`);
  return leftOut(
    text,
    line,
    'This line has no colon, so it is no key; nor does it go on with the text above.',
    'Write key: value. A text goes on in the next line where that is indented deeper than its key.',
  );
}

/** Whatever else is wrong outside brackets is a line in a column where it cannot stand. */
export function indentRepair(text: string, line: Line): Repair | undefined {
  if (line.text === '') return undefined;
  return leftOut(
    text,
    line,
    'This line is indented differently from the lines above it that it belongs to.',
    'Keys of one thing begin in one column, and so do the dashes of one list.',
  );
}

/** Nobody can tell where the line belongs, so it is left out with all that is indented below it. */
function leftOut(text: string, line: Line, problem: string, help: string): Repair {
  return {
    rule: 'yaml-syntax',
    at: { start: line.start, end: line.end },
    problem,
    help,
    masks: [{ ...withSubtree(text, line), as: 'gone' }],
  };
}
