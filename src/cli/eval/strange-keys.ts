import { quote, quotedFew } from '../../diagnostics/quote.ts';
import { keyOfServer } from '../../vocabulary/reserved.ts';
import { chainOf, type Scope, type ScopeNode } from '../../expression/evaluate/scope.ts';

/** What is to be said of keys of a record that the form does not have, a line each. */
export function strangeKeys(keys: readonly string[], scope: Scope): readonly string[] {
  const unknown = [...new Set(keys)].filter((key) => !keyOfServer.test(key));
  const others = unknown.filter((key) => scope.find(key) === undefined);
  const misplaced = unknown.flatMap((key) => {
    const node = scope.find(key);
    return node ? [`Not used: ${quote(key)} stands ${placeOf(node)}.`] : [];
  });
  return [...misplaced, ...(others.length > 0 ? [`Not in the form, and not used: ${quotedFew(others)}.`] : [])];
}

/** Where a question of this name stands, and how servers write it. */
function placeOf(node: ScopeNode): string {
  const repeat = chainOf(node).findLast((each) => each.kind === 'repeat' && each !== node);
  return repeat === undefined
    ? `in a group, and its key is ${quote(pathOf(node))}`
    : `in a repeat, whose entries are a list: "${pathOf(repeat)}": [{ "${pathOf(node)}": … }, …]`;
}

function pathOf(node: ScopeNode): string {
  const names = chainOf(node).map(({ name }) => name);
  return names.slice(1).join('/');
}
