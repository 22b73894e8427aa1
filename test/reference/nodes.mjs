// Finding the parts of a running interview by the names that authors gave them.

/** Every node below one, in the order of the form. */
export function descendants(node) {
  return childrenOf(node).flatMap((child) => [child, ...descendants(child)]);
}

export function childrenOf(node) {
  return node.currentState.children ?? [];
}

/** `/data/member[2]/age` → `age` */
export function nameOf(node) {
  return unnumbered(referenceOf(node)).split('/').pop();
}

export function referenceOf(node) {
  return node.currentState.reference;
}

/** Nodes that a name (`age`) or path (`/data/member/age`, `/data/member[2]/age`) means. */
export function named(nodes, name) {
  if (!name.startsWith('/')) return nodes.filter((node) => nameOf(node) === name);
  const exact = nodes.filter((node) => referenceOf(node) === name);
  return exact.length > 0 ? exact : nodes.filter((node) => unnumbered(referenceOf(node)) === name);
}

export function isRepeat(node) {
  return node.nodeType.startsWith('repeat-range:');
}

/** The entries of a repeat share its name: a person who says `member` means the repeat. */
export function isEntry(node) {
  return node.nodeType === 'repeat-instance';
}

/** The name nearest to a mistyped one, null if none is near. */
export function nearest(name, names) {
  const ranked = [...new Set(names)].map((other) => [distance(name, other), other]).toSorted(([a], [b]) => a - b);
  const [best] = ranked;
  return best !== undefined && best[0] <= Math.max(2, name.length / 3) ? best[1] : null;
}

function unnumbered(reference) {
  return reference.replaceAll(/\[\d+\]/gu, '');
}

/** Levenshtein distance: the number of characters to add, take away or change. */
function distance(left, right) {
  let above = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [row, character] of [...left].entries()) {
    const current = [row + 1];
    for (let column = 0; column < right.length; column++) {
      const changed = above[column] + (character === right[column] ? 0 : 1);
      current.push(Math.min(changed, above[column + 1] + 1, current[column] + 1));
    }
    above = current;
  }
  return above.at(-1);
}
