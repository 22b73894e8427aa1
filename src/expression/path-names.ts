import type { Range } from '../core/range.ts';
import { childrenOf } from './tree.ts';
import type { Expression, Path, Step } from './tree.ts';

/** Whose names the steps of a path are: those of the form, or those of a list (`instance('x')/root/item`, its columns). */
export type PathScope = 'form' | 'instance';

/** A name that stands as a step of a path. Attributes (`@version`) are not among them. */
export interface PathName {
  readonly name: string;
  readonly span: Range;
  readonly scope: PathScope;
  readonly path: Path;
}

type Waiting = readonly [node: Expression, scope: PathScope];

/**
 * Every name step, from left to right. A path inside the brackets of an `instance(…)` path belongs to that list unless
 * it starts anew from the form (`current()`, `${x}`, `/`); `scope` is whose names the expression as a whole sees.
 */
export function pathNames(tree: Expression, scope: PathScope = 'form'): readonly PathName[] {
  const names: (readonly PathName[])[] = [];
  const waiting: Waiting[] = [[tree, scope]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, around] = next;
    const inside = node.kind === 'path' ? scopeOf(node, around) : around;
    if (node.kind === 'path') names.push(namesOf(node, inside));
    for (const child of childrenOf(node).toReversed()) waiting.push([child, scopeOfChild(node, child, around, inside)]);
  }
  return names.flat().toSorted((one, other) => one.span.start - other.span.start);
}

function scopeOf({ start, absolute }: Path, around: PathScope): PathScope {
  if (start?.kind === 'call' && start.name === 'instance') return 'instance';
  return absolute || start !== undefined ? 'form' : around;
}

// What a path starts from is read where the path stands; its conditions where the path leads.
function scopeOfChild(node: Expression, child: Expression, around: PathScope, inside: PathScope): PathScope {
  return node.kind === 'path' && child === node.start ? around : inside;
}

function namesOf(path: Path, scope: PathScope): readonly PathName[] {
  return path.steps.flatMap(({ axis, test }: Step) =>
    test.kind === 'name' && axis !== 'attribute' ? [{ name: test.name, span: test.span, scope, path }] : [],
  );
}
