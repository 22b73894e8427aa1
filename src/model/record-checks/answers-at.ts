import type { Answer } from '../../expression/evaluate/answer.ts';
import { chainOf, type RecordView, type ScopeNode } from '../../expression/evaluate/scope.ts';

/** The repeats that a place stands in, itself where it is one, outermost first. */
export function repeatsAround(node: ScopeNode): readonly ScopeNode[] {
  return chainOf(node).filter(({ kind }) => kind === 'repeat');
}

/** Finds the answers to a question from a row: those of the rows around it, and of all entries inside of it. */
export type AnswersAt = (row: RecordView) => readonly Answer[];

/** @param from the form or repeat that the rows are of */
export function answersAt(target: ScopeNode, from: ScopeNode): AnswersAt {
  const [repeats, around] = [repeatsAround(target), repeatsAround(from)];
  const different = around.findIndex((repeat, depth) => repeat !== repeats[depth]);
  const shared = different < 0 ? around.length : different;
  const [up, down] = [around.length - shared, repeats.slice(shared)];
  if (target.kind !== 'answer') return () => [];
  return (row) => {
    let rows: readonly RecordView[] = [above(row, up)];
    for (const { slot } of down) rows = rows.flatMap(({ repeats: entries }) => entries[slot] ?? []);
    return rows.map(({ values }) => values[target.slot] ?? '');
  };
}

function above(row: RecordView, levels: number): RecordView {
  let at = row;
  for (let left = levels; left > 0 && at.above !== undefined; left -= 1) at = at.above;
  return at;
}
