import { isRecord } from '../../core/is-record.ts';
import type { Answer } from '../../expression/evaluate/answer.ts';
import { chainOf, type Clock, type RecordView, type ScopeNode } from '../../expression/evaluate/scope.ts';
import { memoized } from '../../core/memo.ts';
import type { AnswerKind } from '../../vocabulary/types.ts';
import { readAnswer } from './answers.ts';
import type { RecordScope } from './record-scope.ts';
import { type GrowingRecord, newRecord } from './tree.ts';

/** A submission as JSON.parse gives it. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Is told what a submission holds while it is read. */
export interface RecordObserver {
  /** A key that the form does not have; `node` is the form, or the group or repeat whose object holds it. */
  unknown?(key: string, value: unknown, node: ScopeNode, row: GrowingRecord): void;
  /** What stands at a question, and the answer that it is to the form: `''` where it is none of its type. */
  answer?(node: ScopeNode, value: unknown, answer: Answer, row: RecordView): void;
  /** Something else than answers where a group or repeat is. */
  misplaced?(node: ScopeNode, row: RecordView): void;
}

/**
 * Reads submissions of one form; nothing is thrown.
 * @param clock of the device, for answers that are times without a zone
 * @returns the record; the entries of a repeat stand in its `repeats`, by the `slot` of `scope.find(name)`
 */
export type RecordReader = (json: JsonRecord, clock: Clock, observer?: RecordObserver) => GrowingRecord;

/**
 * Reads KoboToolbox's JSON, with whole paths as keys (`group/name`), as well as objects inside each other, as ODK Central
 * gives them, and any mixture: repeats are lists of objects in both.
 */
export function recordReader(scope: RecordScope): RecordReader {
  return (json, clock, observer = {}) =>
    readRecord(json, { scope, read: (value, kind) => readAnswer(value, kind, clock), observer });
}

/** How a record is read. */
export interface Reading {
  readonly scope: RecordScope;
  /** What an answer is, which may stand there as text, number or anything else that JSON knows. */
  readonly read: (value: unknown, kind: AnswerKind) => Answer;
  readonly observer: RecordObserver;
}

/** The same for whoever wants answers in another way than a device has them. */
export function readRecord(json: JsonRecord, reading: Reading): GrowingRecord {
  const { scope } = reading;
  const record = newRecord(scope.levelOf(scope.root));
  fill(json, scope.root, record, reading);
  return record;
}

function fill(json: JsonRecord, node: ScopeNode, record: GrowingRecord, reading: Reading): void {
  const keys = keysOf(node);
  // What JSON.parse makes inherits nothing that this would meet, and asking for each key costs as much as all the rest.
  for (const key in json) {
    const found = keys.get(key);
    if (found === undefined) reading.observer.unknown?.(key, json[key], node, record);
    else place(json[key], found, record, reading);
  }
}

function place(value: unknown, node: ScopeNode, record: GrowingRecord, reading: Reading): void {
  if (node.kind === 'answer') {
    const answer = reading.read(value, node.answer);
    record.values[node.slot] = answer;
    reading.observer.answer?.(node, value, answer, record);
  } else if (node.kind === 'group' && isRecord(value)) fill(value, node, record, reading);
  else if (node.kind === 'repeat' && Array.isArray(value)) placeEntries(value, node, record, reading);
  else if (value !== null) reading.observer.misplaced?.(node, record);
}

function placeEntries(values: readonly unknown[], node: ScopeNode, record: GrowingRecord, reading: Reading): void {
  const level = reading.scope.levelOf(node);
  const entries = values.filter(isRecord);
  if (entries.length < values.length) reading.observer.misplaced?.(node, record);
  record.repeats[node.slot] = entries.map((value, index) => {
    const entry = newRecord(level, record, index);
    fill(value, node, entry, reading);
    return entry;
  });
}

/** What the keys of an object mean: all down to the next repeat, by its path from the top and by that from the object. */
const keysOf = memoized((node: ScopeNode): ReadonlyMap<string, ScopeNode> => {
  const keys = new Map<string, ScopeNode>();
  const from = chainOf(node)
    .slice(1)
    .map(({ name }) => `${name}/`);
  addKeys(node, '', keys);
  addKeys(node, from.join(''), keys);
  return keys;
});

function addKeys({ children }: ScopeNode, path: string, keys: Map<string, ScopeNode>): void {
  for (const child of children.values()) {
    keys.set(path + child.name, child);
    if (child.kind === 'group') addKeys(child, `${path}${child.name}/`, keys);
  }
}
