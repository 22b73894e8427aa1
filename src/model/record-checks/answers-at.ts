import type { Answer } from '../../expression/evaluate/answer.ts';
import { chainOf, type RecordView, type ScopeNode } from '../../expression/evaluate/scope.ts';

/** The repeats that a place stands in, itself where it is one, outermost first. */
export function repeatsAround(node: ScopeNode): readonly ScopeNode[] {
  return chainOf(node).filter(({ kind }) => kind === 'repeat');
}

/** Finds the rows of another place from a row: the one around it, or all entries inside of it. */
export type RowsAt = (row: RecordView) => readonly RecordView[];

/** @param from the form or repeat that the rows are of; of a question, the one that it stands in */
export function rowsAt(target: ScopeNode, from: ScopeNode): RowsAt {
  const [repeats, around] = [repeatsAround(target), repeatsAround(from)];
  const different = around.findIndex((repeat, depth) => repeat !== repeats[depth]);
  const shared = different < 0 ? around.length : different;
  const [up, down] = [around.length - shared, repeats.slice(shared)];
  return (row) => {
    let rows: readonly RecordView[] = [above(row, up)];
    for (const { slot } of down) rows = rows.flatMap(({ repeats: entries }) => entries[slot] ?? []);
    return rows;
  };
}

/** Finds the answers to a question from a row: those of the rows around it, and of all entries inside of it. */
export type AnswersAt = (row: RecordView) => readonly Answer[];

export function answersAt(target: ScopeNode, from: ScopeNode): AnswersAt {
  if (target.kind !== 'answer') return () => [];
  const rows = rowsAt(target, from);
  return (row) => rows(row).map(({ values }) => values[target.slot] ?? '');
}

function above(row: RecordView, levels: number): RecordView {
  let at = row;
  for (let left = levels; left > 0 && at.above !== undefined; left -= 1) at = at.above;
  return at;
}
