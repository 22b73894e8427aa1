import { isRecord } from '../../core/is-record.ts';

const LONGEST = 600;
/** Keys under which KoboToolbox says one thing, and not of which field. */
const PLAIN: ReadonlySet<string> = new Set(['detail', 'error', 'non_field_errors', 'message']);

/** The server's own words on why it refused, in one line; undefined for pages made for a browser and for nothing. */
export function reasonIn(text: string): string | undefined {
  const words = /^\s*</.test(text) ? '' : (fromJson(text) ?? text);
  const line = words.replaceAll(/\s+/g, ' ').trim();
  if (line === '') return undefined;
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

function fromJson(text: string): string | undefined {
  try {
    return wordsOf(JSON.parse(text), 3);
  } catch {
    return undefined;
  }
}

function wordsOf(value: unknown, depth: number): string {
  if (typeof value === 'string') return value;
  if (depth === 0) return '';
  if (Array.isArray(value))
    return value
      .map((each) => wordsOf(each, depth - 1))
      .filter(Boolean)
      .join(' ');
  if (!isRecord(value)) return '';
  return Object.entries(value)
    .map(([key, inner]) => ({ key, words: wordsOf(inner, depth - 1) }))
    .filter(({ words }) => words !== '')
    .map(({ key, words }) => (PLAIN.has(key) ? words : `${key}: ${words}`))
    .join('; ');
}
