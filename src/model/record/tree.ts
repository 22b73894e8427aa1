import type { RecordView, ScopeNode } from '../../expression/evaluate/scope.ts';
import type { AnswerKind } from '../../vocabulary/types.ts';

/** A node while its children are being found. */
export interface GrowingNode extends ScopeNode {
  readonly children: Map<string, ScopeNode>;
}

/** Gives slots: answers and repeats are counted anew in each repeat. */
export interface Level {
  answers: number;
  repeats: number;
  /** As many blanks as there are answers, to be copied for each record; made with the first. */
  blank: GrowingRecord['values'] | undefined;
}

export function newLevel(): Level {
  return { answers: 0, repeats: 0, blank: undefined };
}

export function rootNode(name: string): GrowingNode {
  return {
    kind: 'group',
    name,
    parent: undefined,
    children: new Map(),
    slot: 0,
    depth: 0,
    answer: 'none',
    list: undefined,
  };
}

export function addGroup(parent: GrowingNode, name: string): GrowingNode {
  return add(parent, { ...rootNode(name), parent, depth: parent.depth });
}

export function addRepeat(parent: GrowingNode, name: string, level: Level): GrowingNode {
  const slot = level.repeats;
  level.repeats += 1;
  return add(parent, { ...rootNode(name), kind: 'repeat', parent, slot, depth: parent.depth + 1 });
}

export function addAnswer(
  parent: GrowingNode,
  name: string,
  level: Level,
  { answer, list }: { readonly answer: AnswerKind; readonly list: string | undefined },
): GrowingNode {
  const slot = level.answers;
  level.answers += 1;
  return add(parent, { ...rootNode(name), kind: 'answer', parent, slot, depth: parent.depth, answer, list });
}

/** The first of a name stays: a second one is a mistake that is told elsewhere. */
function add(parent: GrowingNode, node: GrowingNode): GrowingNode {
  if (!parent.children.has(node.name)) parent.children.set(node.name, node);
  return node;
}

/** A record or entry that is being filled. */
export interface GrowingRecord extends RecordView {
  readonly values: RecordView['values'][number][];
  readonly repeats: GrowingRecord[][];
}

export function newRecord(level: Level, above: RecordView | undefined = undefined, index = 0): GrowingRecord {
  const repeats: GrowingRecord[][] = [];
  for (let slot = 0; slot < level.repeats; slot += 1) repeats.push([]);
  return { values: blankOf(level).slice(), repeats, above, index };
}

function blankOf(level: Level): GrowingRecord['values'] {
  if (level.blank?.length !== level.answers) level.blank = Array.from({ length: level.answers }, () => '');
  return level.blank;
}
