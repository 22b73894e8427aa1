import { quote } from '../../diagnostics/quote.ts';
import type { Scope, ScopeNode } from '../../expression/evaluate/scope.ts';
import { childrenOf, type Expression } from '../../expression/tree.ts';

/** What to write for each question that is named without `${ }`, and so is looked for where it does not stand. */
export function bareNames(tree: Expression, scope: Scope, node: ScopeNode): readonly string[] {
  const missed = [...new Set(namesIn(tree))].filter((name) => !node.children.has(name) && scope.find(name));
  return missed.map((name) => `${quote(name)} is not read as the question without \${ } around it. Write \${${name}}.`);
}

/** The paths that are a name alone. Those in the conditions of a path are about what it leads to. */
function namesIn(tree: Expression): readonly string[] {
  if (tree.kind !== 'path') return childrenOf(tree).flatMap(namesIn);
  const [step, ...others] = tree.steps;
  const isBare = tree.start === undefined && !tree.absolute && step?.axis === 'child' && others.length === 0;
  return isBare && step.test.kind === 'name' ? [step.test.name] : [];
}
