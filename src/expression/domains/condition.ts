import { bare, partsJoinedBy } from '../shapes.ts';
import type { Call, Expression } from '../tree.ts';
import { all, any, ANYTIME, both, type Cases, NEVER, where } from './cases.ts';
import { casesOfComparison } from './comparison.ts';
import { answered } from './answers.ts';
import type { Names } from './names.ts';
import { casesOfSelected } from './selected.ts';
import { nameOf } from './words.ts';

/** A condition inside the condition of an `if`, and so on: each level asks twice as much. */
const DEEPEST_IF = 4;

/** When a condition holds, or when it does not: no answers that would make it so are outside of the cases. */
export function casesOf(tree: Expression, holds: boolean, names: Names, ifs = DEEPEST_IF): Cases {
  const known = holds && ifs === DEEPEST_IF ? names.known : undefined;
  const found = known?.get(tree) ?? findCases(tree, holds, names, ifs);
  known?.set(tree, found);
  return found;
}

function findCases(tree: Expression, holds: boolean, names: Names, ifs: number): Cases {
  const node = bare(tree);
  if (node.kind === 'binary' && (node.operator === 'and' || node.operator === 'or')) {
    const parts = partsJoinedBy(node.operator, node).map((part) => casesOf(part, holds, names, ifs));
    return (node.operator === 'and') === holds ? all(parts) : any(parts);
  }
  if (node.kind === 'binary') return casesOfComparison(node, holds, names) ?? opaque(node, holds, names);
  if (node.kind === 'call') return casesOfCall(node, holds, names, ifs) ?? opaque(node, holds, names);
  if (node.kind === 'number') return always((node.value !== 0) === holds);
  if (node.kind === 'string') return always((node.value !== '') === holds);
  const variable = names.variable(node);
  return variable ? answered(variable, holds, true) : opaque(node, holds, names);
}

function casesOfCall(call: Call, holds: boolean, names: Names, ifs: number): Cases | undefined {
  const [first, second, third] = call.args;
  switch (call.name) {
    case 'true':
      return always(holds);
    case 'false':
      return always(!holds);
    case 'not':
      return first && casesOf(first, !holds, names, ifs);
    case 'boolean':
      return first && casesOf(first, holds, names, ifs);
    case 'selected':
      return casesOfSelected(call, holds, names);
    case 'if':
      return first && second && third && ifs > 0
        ? any([
            both(casesOf(first, true, names, ifs - 1), casesOf(second, holds, names, ifs)),
            both(casesOf(first, false, names, ifs - 1), casesOf(third, holds, names, ifs)),
          ])
        : undefined;
    default:
      return undefined;
  }
}

function always(is: boolean): Cases {
  return is ? ANYTIME : NEVER;
}

/** What nothing is known of, but that it cannot hold and not hold at once. */
export function opaque(node: Expression, holds: boolean, names: Names): Cases {
  const name = nameOf(node, names);
  return name === undefined ? ANYTIME : where(`holds ${name}`, { kind: 'truth', holds });
}
