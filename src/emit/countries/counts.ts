import type { Dictionary } from '../../model/dictionary.ts';
import { type Cell, differs } from './cell.ts';
import type { CoreRows } from './core-rows.ts';
import { countCodes } from './list-cell.ts';
import type { Note } from './notes.ts';
import type { Own } from './own.ts';

/** One country in figures. */
export interface Counts {
  readonly forms: number;
  /** Of the questions, notes and calculations that the core asks, by the country. */
  readonly asked: number;
  readonly leftOut: number;
  /** Of those that are asked. */
  readonly changed: number;
  readonly own: number;
  /** In lists that were not replaced as a whole. */
  readonly codesAdded: number;
  readonly codesRemoved: number;
  readonly listsReplaced: number;
  /** Changes of the core that wait for a decision of the country. */
  readonly waiting: number;
  /** Findings that say that the country breaks the contract. */
  readonly violations: number;
}

interface Found {
  readonly cells: ReadonlyMap<string, Cell>;
  readonly own: readonly Own[];
  readonly notes: ReadonlyMap<string, readonly Note[]>;
}

export function countsOf(
  { forms }: Dictionary,
  { cells, own, notes }: Found,
  rows: CoreRows,
): Omit<Counts, 'waiting' | 'violations'> {
  const questions = [...rows.byKey.values()].filter(
    ({ kind, forms: asked }) => kind === 'question' && asked.length > 0,
  );
  const found = questions.flatMap(({ key }) => cells.get(key) ?? []);
  const leftOut = found.filter(({ state }) => state === 'left-out').length;
  const lists = [...notes].filter(([key]) => rows.byKey.get(key)?.kind === 'list').map(([, each]) => countCodes(each));
  const kept = lists.filter(({ replaced }) => !replaced);
  return {
    forms: forms.size,
    asked: questions.length - leftOut,
    leftOut,
    changed: found.filter((cell) => cell.state !== 'left-out' && cell.state !== 'more' && differs(cell)).length,
    own: own.filter(({ kind }) => kind === 'question').length,
    codesAdded: kept.reduce((sum, { added }) => sum + added, 0),
    codesRemoved: kept.reduce((sum, { removed }) => sum + removed, 0),
    listsReplaced: lists.length - kept.length,
  };
}
