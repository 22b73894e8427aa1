import type { Range } from '../core/range.ts';
import type { Call, Expression } from './tree.ts';

/** A question whose answer, or part of it, becomes part of the value of an expression. */
export interface Flow {
  readonly name: string;
  readonly span: Range;
}

/** Which arguments of a function come out of it again, as they are or in part. What compares, counts or computes lets nothing through. */
const PASSED_ON: ReadonlyMap<string, (args: readonly Expression[]) => readonly Expression[]> = new Map([
  ['if', (args) => args.slice(1)],
  ['coalesce', (args) => args],
  ['concat', (args) => args],
  ['join', (args) => args],
  ['once', (args) => args.slice(0, 1)],
  ['string', (args) => args.slice(0, 1)],
  ['normalize-space', (args) => args.slice(0, 1)],
  ['translate', (args) => args.slice(0, 1)],
  ['substr', (args) => args.slice(0, 1)],
  ['substring-before', (args) => args.slice(0, 1)],
  ['substring-after', (args) => args.slice(0, 1)],
  ['date', (args) => args.slice(0, 1)],
  ['format-date', (args) => args.slice(0, 1)],
  ['indexed-repeat', (args) => args.slice(0, 1)],
  ['jr:choice-name', (args) => args.slice(0, 1)],
  ['selected-at', (args) => args.slice(0, 1)],
]);

/** The questions whose answers can be read in the value of an expression. */
export function flowsOf(tree: Expression): readonly Flow[] {
  const flows: Flow[] = [];
  const waiting: Expression[] = [tree];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === 'group') waiting.push(next.inner);
    if (next.kind === 'call') waiting.push(...passedOn(next));
    if (next.kind === 'reference') flows.push({ name: next.name, span: next.nameSpan });
  }
  return flows.toSorted((one, other) => one.span.start - other.span.start);
}

function passedOn({ name, args }: Call): readonly Expression[] {
  return PASSED_ON.get(name)?.(args) ?? [];
}
