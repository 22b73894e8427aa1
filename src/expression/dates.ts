import { cover, isSymbol, missing, peek, report, take } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import type { Missing } from './tree.ts';

const DATE_LENGTH = 5;

/** Whether a date stands here as people write one, without quotes: `31/12/2024`, which no form reads, or `2024-12-31`, which is 1981. */
export function startsDate(cursor: Cursor): boolean {
  if (peek(cursor).kind !== 'number' || !isSymbol(peek(cursor, 1), '/', '-')) return false;
  const tokens = Array.from({ length: DATE_LENGTH }, (_, ahead) => peek(cursor, ahead));
  const text = tokens.map((token) => token.text).join('');
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last || last.span.end - first.span.start !== text.length) return false;
  return isSymbol(peek(cursor, 1), '/') ? /^\d{1,4}\/\d{1,2}\/\d{2,4}$/u.test(text) : /^\d{4}-\d\d-\d\d$/u.test(text);
}

export function readDate(cursor: Cursor): Missing {
  const first = take(cursor);
  const rest = Array.from({ length: DATE_LENGTH - 1 }, () => take(cursor));
  const text = [first, ...rest].map((token) => token.text).join('');
  const span = cover(first.span, (rest.at(-1) ?? first).span);
  report(cursor, 'date-without-quotes', span, text, text.includes('/') ? '2024-12-31' : text);
  return missing([first, ...rest]);
}
