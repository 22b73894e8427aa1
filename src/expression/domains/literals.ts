import { bare } from '../shapes.ts';
import type { Expression } from '../tree.ts';
import type { Names } from './names.ts';

/** A value that stands in the expression itself; a date is its days since 1970. */
export type Constant =
  { readonly kind: 'number' | 'date'; readonly number: number } | { readonly kind: 'text'; readonly text: string };

export function constantIn(tree: Expression, { column }: Pick<Names, 'column'>): Constant | undefined {
  const node = bare(tree);
  const cell = node.kind === 'path' ? column?.(node) : undefined;
  if (cell !== undefined) return { kind: 'text', text: cell };
  switch (node.kind) {
    case 'number':
      return { kind: 'number', number: node.value };
    case 'negate': {
      const inner = constantIn(node.operand, {});
      return inner?.kind === 'number' ? { kind: 'number', number: -inner.number } : undefined;
    }
    case 'string':
      // The converter puts paths in the place of references, and codes in that of `%(name)s`.
      return /\$\{|%\(/u.test(node.value) ? undefined : { kind: 'text', text: node.value };
    case 'call':
      return node.name === 'date' && node.args[0] && node.args.length === 1 ? dateIn(node.args[0]) : undefined;
    default:
      return undefined;
  }
}

function dateIn(tree: Expression): Constant | undefined {
  const node = bare(tree);
  const days = node.kind === 'string' ? daysOf(node.value) : undefined;
  return days === undefined ? undefined : { kind: 'date', number: days };
}

/** The days from 1 January 1970 to a date that is written out and exists. */
export function daysOf(text: string): number | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const time = Date.UTC(year, month - 1, day);
  const isReal = year > 99 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  return isReal ? time / MILLISECONDS_A_DAY : undefined;
}

const MILLISECONDS_A_DAY = 86_400_000;

function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** What JavaRosa reads a text as where it wants a number: digits with a sign and a point; anything else is no number. */
export function numberOf(text: string): number {
  return /^\s*-?(?:\d+\.?\d*|\.\d+)\s*$/u.test(text) ? Number(text) : NaN;
}
