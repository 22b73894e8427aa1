import { type SourceString, typed } from '../source-string.ts';
import type { TextLocation } from '../../core/location.ts';
import type { Range } from '../../core/range.ts';

/**
 * Maps each character of a scalar's value back to the file. YAML folds line breaks, strips indentation, doubles
 * quotes and has escapes, so value and file are walked side by side.
 */
export function scalarString(at: TextLocation, value: string, quote: '' | "'" | '"'): SourceString {
  const { text } = at.source;
  if (value.length === at.end - at.start && text.startsWith(value, at.start)) return typed(value, at);
  const map = new Uint32Array(value.length + 1);
  let from = at.start + quote.length;
  for (let index = 0; index < value.length;) {
    const step = nextStep(text, from, at.end, value[index] ?? '', quote);
    for (let unit = 0; unit < step.units && index < value.length; unit += 1, index += 1) map[index] = step.start;
    from = step.end;
  }
  map[value.length] = Math.min(from, at.end);
  return { text: value, pieces: [{ text: value, at, map }] };
}

interface Step extends Range {
  readonly units: number;
}

function nextStep(text: string, from: number, end: number, wanted: string, quote: string): Step {
  let at = from;
  if (quote === '"' && text[at] === '\\' && at < end) {
    while (text[at] === '\\' && /[\r\n]/.test(text[at + 1] ?? '')) at = skipBlank(text, at + 1, end);
    if (text[at] === '\\') return escape(text, at, wanted);
  }
  if (quote === "'" && wanted === "'" && text[at] === "'") return { start: at, end: at + 2, units: 1 };
  if (text[at] === wanted) return { start: at, end: at + 1, units: 1 };
  if (wanted === ' ' || wanted === '\n') return folded(text, at, end, wanted);
  at = skipBlank(text, at, end);
  return { start: Math.min(at, end), end: Math.min(at + 1, end), units: 1 };
}

/** A blank or line break of the value that line breaks and indentation of the file were folded into. */
function folded(text: string, from: number, end: number, wanted: string): Step {
  const after = skipBlank(text, from, end);
  const lineBreak = text.indexOf('\n', from);
  const split = wanted === '\n' && lineBreak >= 0 && lineBreak < after;
  return { start: Math.min(from, end), end: split ? lineBreak + 1 : after, units: 1 };
}

function skipBlank(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && /\s/.test(text[at] ?? '')) at += 1;
  return at;
}

const ESCAPE_LENGTHS: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

function escape(text: string, at: number, wanted: string): Step {
  const letter = text[at + 1] ?? '';
  if (wanted === '\\' && letter !== '\\') return { start: at, end: at + 1, units: 1 };
  const length = ESCAPE_LENGTHS[letter] ?? 2;
  return { start: at, end: at + length, units: letter === 'U' && /[\uD800-\uDBFF]/.test(wanted) ? 2 : 1 };
}
