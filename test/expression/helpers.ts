import type { Range } from '../../src/core/range.ts';
import type { Expression, Path, Predicate, Step } from '../../src/expression/tree.ts';

/** A line of carets under a stretch of a text; `|` where the stretch is empty. */
export function carets({ start, end }: Range): string {
  return ' '.repeat(start) + (end > start ? '^'.repeat(end - start) : '|');
}

/** What a tree means, short enough for a table: operators and calls in prefix notation, paths with all axes spelt out. */
export function shape(node: Expression): string {
  switch (node.kind) {
    case 'number':
      return String(node.value);
    case 'string':
      return JSON.stringify(node.value);
    case 'reference':
      return node.lastSaved ? `last-saved:${node.name}` : `$${node.name}`;
    case 'call':
      return `${node.name}(${node.args.map(shape).join(', ')})`;
    case 'binary':
      return `(${node.operator} ${shape(node.left)} ${shape(node.right)})`;
    case 'negate':
      return `(neg ${shape(node.operand)})`;
    case 'group':
      return `{${shape(node.inner)}}`;
    case 'path':
      return shapeOfPath(node);
    case 'missing':
      return `?${node.parts
        .flatMap((part) => ('before' in part ? [] : [shape(part)]))
        .join(' ')
        .replace(/^(?=.)/u, ':')}`;
  }
}

function shapeOfPath({ start, filters, root, steps }: Path): string {
  const from = (start === undefined ? '' : shape(start)) + filters.map(shapeOfPredicate).join('') + (root?.text ?? '');
  return from + steps.map(shapeOfStep).join('');
}

function shapeOfStep({ separator, axis, test, predicates }: Step): string {
  const what = test.kind === 'name' ? test.name : test.kind === 'any' ? '*' : `${test.type}()`;
  return `${separator?.text ?? ''}${axis}::${what}${predicates.map(shapeOfPredicate).join('')}`;
}

function shapeOfPredicate({ condition }: Predicate): string {
  return `[${shape(condition)}]`;
}
