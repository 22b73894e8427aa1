import { bare } from '../shapes.ts';
import { type Expression, isToken, type Part, partsOf, walk } from '../tree.ts';
import type { Names } from './names.ts';

/** These give something else each time. */
const RANDOM: ReadonlySet<string> = new Set(['random', 'uuid', 'once']);
/** These give something else at another place or another time. */
const PASSING: ReadonlySet<string> = new Set(['today', 'now', 'position', 'last', 'current']);

/**
 * A name for whatever an expression gives: where the name is the same, the value is the same. Undefined for what changes
 * from one use to the next.
 */
export function nameOf(node: Expression, names: Names): string | undefined {
  const inner = bare(node);
  const variable = names.variable(inner);
  if (variable) return variable.name;
  let isLocal = false;
  let isRandom = false;
  walk(inner, (each) => {
    if (each.kind === 'call') {
      isRandom ||= RANDOM.has(each.name);
      isLocal ||= PASSING.has(each.name);
    } else if (each.kind === 'path' || (each.kind === 'reference' && !names.variable(each))) isLocal = true;
  });
  if (isRandom) return undefined;
  return isLocal ? `${names.place} ${wordsOf(inner)}` : wordsOf(inner);
}

/** The words of an expression with one blank between them. */
function wordsOf(node: Expression): string {
  const words: string[] = [];
  const waiting: Part[] = [node];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (isToken(part)) words.push(part.text);
    else for (const inner of partsOf(part).toReversed()) waiting.push(inner);
  }
  return words.join(' ');
}
