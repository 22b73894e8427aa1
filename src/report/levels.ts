import { figuresOf, type PlannedFigure, planReport } from '../emit/report/plan.ts';
import { chainOf, type ScopeNode } from '../expression/evaluate/scope.ts';
import type { Delivery } from '../model/deliver/delivery.ts';
import type { Dictionary } from '../model/dictionary.ts';
import { nodeAt } from '../model/record/places.ts';
import type { RecordScope } from '../model/record/record-scope.ts';
import type { ByQuestion } from './by.ts';
import { createCounters, type FigureCounters } from './count/figure-counters.ts';
import { byReader, type GroupFinder, groupFinder } from './groups.ts';

/** What is counted of each record, or of each entry of a repeat. */
export interface Level {
  /** The path of the repeat; empty for the records themselves. */
  readonly path: string;
  /** Where its entries stand in what is around them. */
  readonly slot: number;
  readonly figures: readonly FigureCounters[];
  /** Nothing where no question of groups can be answered here. */
  readonly groups: GroupFinder | undefined;
  readonly inner: readonly Level[];
  /** How many there were. */
  size: number;
}

interface Planning {
  readonly scope: RecordScope;
  readonly figures: readonly PlannedFigure[];
  readonly by: readonly ByQuestion[];
  readonly mostGroups: number;
}

export function createLevels(
  scope: RecordScope,
  delivery: Delivery,
  dictionary: Dictionary,
  by: readonly ByQuestion[],
  mostGroups: number,
): Level {
  const figures = figuresOf(planReport(delivery, dictionary).sections);
  return levelOf(scope.root, '', { scope, figures, by, mostGroups });
}

function levelOf(node: ScopeNode, path: string, planning: Planning): Level {
  const { scope, figures, by, mostGroups } = planning;
  const here = placesIn(node, path === '' ? '' : `${path}/`);
  const around = new Set(chainOf(node));
  const readers = by.flatMap((each) => {
    const found = nodeAt(each.path.split('/'), scope.root);
    const repeat = found && repeatOf(found);
    return repeat && around.has(repeat) ? [byReader(each, found, node.depth)] : [];
  });
  return {
    path,
    slot: node.slot,
    figures: figures.flatMap((figure) => {
      const found = here.answers.get(figure.path);
      // Groups by the question itself would tell nothing.
      const isBy = readers.some(({ by: { path: its } }) => its === figure.path);
      return found ? [createCounters(figure, found, isBy)] : [];
    }),
    groups: readers.length > 0 ? groupFinder(readers, mostGroups) : undefined,
    inner: here.repeats.map(({ at, repeat }) => levelOf(repeat, at, planning)),
    size: 0,
  };
}

interface Places {
  readonly answers: Map<string, ScopeNode>;
  readonly repeats: { readonly at: string; readonly repeat: ScopeNode }[];
}

/** The answers and the repeats down to the next repeat, by their paths. */
function placesIn(node: ScopeNode, before: string): Places {
  const places: Places = { answers: new Map(), repeats: [] };
  for (const child of node.children.values()) {
    const at = before + child.name;
    if (child.kind === 'answer') places.answers.set(at, child);
    else if (child.kind === 'repeat') places.repeats.push({ at, repeat: child });
    else {
      const inside = placesIn(child, `${at}/`);
      for (const [path, answer] of inside.answers) places.answers.set(path, answer);
      places.repeats.push(...inside.repeats);
    }
  }
  return places;
}

/** The innermost repeat around an answer, else the form. */
function repeatOf(node: ScopeNode): ScopeNode | undefined {
  const [root, ...chain] = chainOf(node);
  return chain.findLast(({ kind }) => kind === 'repeat') ?? root;
}
