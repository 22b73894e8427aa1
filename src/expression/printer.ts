import { isToken, partsOf } from './tree.ts';
import type { Expression, Part } from './tree.ts';

/** The text of a tree, character by character as it was written, with all its blanks. */
export function printExpression(tree: Expression): string {
  const pieces: string[] = [];
  const waiting: Part[] = [tree];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (isToken(part)) pieces.push(part.before, part.text, part.after);
    else for (const inner of partsOf(part).toReversed()) waiting.push(inner);
  }
  return pieces.join('');
}
