import { bare, partsJoinedBy } from '../../expression/shapes.ts';
import type { Expression } from '../../expression/tree.ts';
import type { Form } from '../../model/form.ts';
import { questionsOf, walk } from '../../model/walk.ts';

/** An answer on which so large a share of the form depends is a gate, such as consent. */
const SHARE = 0.3;

/**
 * The answers that open most of a form, by the name of the question: people seldom give another one, and records without
 * answers are of no use to anybody.
 */
export function gatesOf({ items }: Form): ReadonlyMap<string, string> {
  const questions = questionsOf(items);
  const opened = new Map<string, number>();
  for (const { item } of walk(items)) {
    const { relevant } = item.facets;
    const inside = item.kind === 'section' ? questionsOf(item.items).length : 0;
    for (const gate of relevant && inside > 0 ? answersIn(relevant.parsed.tree) : [])
      opened.set(gate, (opened.get(gate) ?? 0) + inside);
  }
  const gates = [...opened].filter(([, count]) => count > SHARE * questions.length);
  return new Map(gates.map(([gate]) => splitOnce(gate)));
}

/** `name code` of each `${name} = 'code'` and `selected(${name}, 'code')` that must hold. */
function answersIn(tree: Expression): readonly string[] {
  return partsJoinedBy('and', tree).flatMap((part) => {
    const [question, code] = sidesOf(bare(part)).map(bare);
    return question?.kind === 'reference' && code?.kind === 'string' ? [`${question.name} ${code.value}`] : [];
  });
}

function sidesOf(node: Expression): readonly Expression[] {
  if (node.kind === 'binary' && node.operator === '=')
    return node.left.kind === 'string' ? [node.right, node.left] : [node.left, node.right];
  return node.kind === 'call' && node.name === 'selected' ? node.args : [];
}

function splitOnce(gate: string): [string, string] {
  const at = gate.indexOf(' ');
  return [gate.slice(0, at), gate.slice(at + 1)];
}
