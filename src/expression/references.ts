import type { Range } from '../core/range.ts';
import { findReferences } from './reference-text.ts';
import { walk } from './tree.ts';
import type { Call, Expression } from './tree.ts';

/** One use of a question by its name. */
export interface ReferenceUse {
  readonly name: string;
  /** From `$` to `}`. */
  readonly span: Range;
  readonly nameSpan: Range;
  readonly lastSaved: boolean;
}

/** A name written as the first argument of `instance(…)` or `pulldata(…)`. */
export interface InstanceName {
  readonly name: string;
  /** Between the quotes. */
  readonly span: Range;
  readonly call: Call;
}

/** Every `${name}` outside quotes, from left to right. */
export function referencesIn(tree: Expression): readonly ReferenceUse[] {
  const uses: ReferenceUse[] = [];
  walk(tree, (node) => {
    if (node.kind !== 'reference') return;
    const { name, span, nameSpan, lastSaved } = node;
    uses.push({ name, span, nameSpan, lastSaved });
  });
  return uses;
}

/** Every `${name}` inside a quoted text, as in `jr:choice-name(${x}, '${x}')`: the converter replaces these too. */
export function quotedReferences(tree: Expression): readonly ReferenceUse[] {
  const uses: ReferenceUse[] = [];
  walk(tree, (node) => {
    if (node.kind !== 'string') return;
    for (const { name, span, nameSpan, lastSaved, fault } of findReferences(node.value)) {
      const { start } = node.valueSpan;
      if (fault === undefined)
        uses.push({ name, span: moved(span, start), nameSpan: moved(nameSpan, start), lastSaved });
    }
  });
  return uses;
}

function moved({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}

/** Every function call, outer ones first. */
export function calls(tree: Expression): readonly Call[] {
  const found: Call[] = [];
  walk(tree, (node) => {
    if (node.kind === 'call') found.push(node);
  });
  return found;
}

/** Whether an expression can name a list or file at all: most do not, which their text shows before a tree is walked. */
export function mayNameInstances(text: string): boolean {
  return text.includes('instance') || text.includes('pulldata');
}

/** The lists and files an expression names: the quoted first argument of `instance(…)` and `pulldata(…)`. */
export function instanceNames(tree: Expression): readonly InstanceName[] {
  const names = known.get(tree) ?? findInstances(tree);
  known.set(tree, names);
  return names;
}

const known = new WeakMap<Expression, readonly InstanceName[]>();

function findInstances(tree: Expression): readonly InstanceName[] {
  return calls(tree).flatMap((call) => {
    const [first] = call.args;
    if (first?.kind !== 'string' || !/^(?:instance|pulldata)$/u.test(call.name)) return [];
    return [{ name: first.value, span: first.valueSpan, call }];
  });
}
