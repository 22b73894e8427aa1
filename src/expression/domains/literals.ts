import { dayNumberIn } from '../gregorian.ts';
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
  const days = node.kind === 'string' ? dayNumberIn(node.value) : undefined;
  return days === undefined ? undefined : { kind: 'date', number: days };
}
