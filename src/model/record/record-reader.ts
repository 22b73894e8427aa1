import type { Answer } from '../../expression/evaluate/answer.ts';
import type { Clock, RecordView, ScopeNode } from '../../expression/evaluate/scope.ts';
import { answerReader } from './answers.ts';
import { recordFiller } from './record-filler.ts';
import type { RecordScope } from './record-scope.ts';
import type { GrowingRecord } from './tree.ts';

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
 * Reads submissions of one form, not two at once; nothing is thrown.
 * @param clock of the device, for answers that are times without a zone
 * @returns the record; the entries of a repeat stand in its `repeats`, by the `slot` of `scope.find(name)`
 */
export type RecordReader = (json: JsonRecord, clock: Clock, observer?: RecordObserver) => GrowingRecord;

/**
 * Reads KoboToolbox's JSON, with whole paths as keys (`group/name`), as well as objects inside each other, as ODK Central
 * gives them, and any mixture: repeats are lists of objects in both.
 */
export function recordReader(scope: RecordScope): RecordReader {
  let told: RecordObserver;
  let time: Clock;
  const fill = recordFiller(scope, {
    answer: (node) => {
      const read = answerReader(node.answer);
      return (value, record) => {
        const answer = read(value, time);
        record.values[node.slot] = answer;
        told.answer?.(node, value, answer, record);
      };
    },
    unknown: (...found) => told.unknown?.(...found),
    misplaced: (...found) => told.misplaced?.(...found),
  });
  return (json, clock, observer = {}) => {
    told = observer;
    time = clock;
    return fill(json);
  };
}
