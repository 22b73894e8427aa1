import type { DataNode } from '../model/columns/column.ts';

/** What the forms together leave at a place of their data; the newest form wins where they differ. */
export interface FormPlace {
  readonly isRepeat: boolean;
  readonly children: ReadonlyMap<string, FormPlace>;
}

interface GrowingPlace extends FormPlace {
  readonly children: Map<string, GrowingPlace>;
}

export function formTree(forms: readonly (readonly DataNode[])[]): FormPlace {
  const root: GrowingPlace = { isRepeat: false, children: new Map() };
  for (const nodes of forms) addNodes(root, nodes);
  return root;
}

function addNodes(place: GrowingPlace, nodes: readonly DataNode[]): void {
  for (const node of nodes) {
    const known = place.children.get(node.name) ?? { isRepeat: node.kind === 'repeat', children: new Map() };
    place.children.set(node.name, known);
    if (node.kind !== 'column') addNodes(known, node.children);
  }
}
