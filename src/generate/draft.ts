import type { Clock, ScopeNode } from '../expression/evaluate/scope.ts';
import { readAnswer } from '../model/record/answers.ts';
import { type GrowingRecord, type Level, newRecord } from '../model/record/tree.ts';

/** A record, or an entry of a repeat, while it is being filled in: expressions read it as they read any record. */
export interface Draft extends GrowingRecord {
  readonly repeats: Draft[][];
  /** What stands in the submission, by slot. */
  readonly texts: string[];
  /** What a person answered, or would where it is asked again; undefined where nobody was asked yet. */
  readonly decided: (string | undefined)[];
  /** How many entries a person adds to a repeat, by its slot. */
  readonly wanted: (number | undefined)[];
  /** What stands here whatever the form says: the fault of a record that is to have one. */
  readonly forced: Map<number, string>;
  /** The same for the entries of a repeat. */
  readonly forcedCounts: Map<number, number>;
}

export function newDraft(level: Level, above: Draft | undefined = undefined, index = 0): Draft {
  return {
    ...newRecord(level, above, index),
    repeats: Array.from({ length: level.repeats }, () => []),
    texts: Array.from({ length: level.answers }, () => ''),
    decided: [],
    wanted: [],
    forced: new Map(),
    forcedCounts: new Map(),
  };
}

/** Writes an answer; expressions see what whoever reads the submission will see. Tells whether it was another one. */
export function putText(row: Draft, { slot, answer }: ScopeNode, text: string, clock: Clock): boolean {
  if (row.texts[slot] === text) return false;
  row.texts[slot] = text;
  row.values[slot] = text === '' ? '' : readAnswer(text, answer, clock);
  return true;
}

/** The record and the entries that lead to one, from the outside: by how many repeats they stand in. */
export function entriesAround(row: Draft): readonly Draft[] {
  const chain: Draft[] = [];
  for (let at: Draft | undefined = row; at !== undefined; at = at.above as Draft | undefined) chain.unshift(at);
  return chain;
}
