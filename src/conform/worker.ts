import type { EvaluationHost, RecordView } from '../expression/evaluate/scope.ts';
import type { CannotEvaluate } from '../expression/evaluate/value.ts';
import { columnsOf } from '../model/columns/column.ts';
import type { JsonRecord } from '../model/record/record-reader.ts';
import type { Shape, Submission } from '../submissions/submission.ts';
import { recordChecker } from './check/check-record.ts';
import { type ShapeCheck, shapeCheck } from './check/raw-shape.ts';
import type { Tell } from './check/telling.ts';
import type { FormVersion } from './form-version.ts';
import type { Hosts, ReadyFormula } from './plan/formula.ts';
import { recordClocks } from './record-clock.ts';
import { type SubjectReader, subjectReader } from './subject.ts';

/** Checks the submissions of one version of a form. */
export interface Worker {
  check(submission: Pick<Submission, 'answers' | 'missing'>): RecordView;
  /** @param isTold whether something was told of the question of this name */
  checkShape(shape: Shape, answers: JsonRecord, record: RecordView, isTold: (name: string) => boolean): void;
  readonly subject: SubjectReader;
}

export interface WorkerOptions {
  readonly host: EvaluationHost;
  readonly showAll: boolean;
  readonly cannot: (formula: ReadyFormula, failure: CannotEvaluate) => void;
  readonly tell: Tell;
}

const NOTHING: ReadonlySet<string> = new Set();

export function createWorker(version: FormVersion, { host, showAll, cannot, tell }: WorkerOptions): Worker {
  const clocks = recordClocks(timeNames(version), host);
  // One for all submissions: what is made for each of a million costs more than it is worth.
  const { start, end } = clocks;
  const hosts: Hosts = { start, end, cannot, lost: new Set(), missing: NOTHING, unreadable: new Map() };
  const checker = recordChecker(version, { tell, hosts, showAll });
  const shapes = shapeChecks(version);
  return {
    check: ({ answers, missing = NOTHING }) => {
      clocks.begin(answers);
      begin(hosts, missing);
      return checker.check(answers);
    },
    checkShape: (shape, ...rest) => shapes(shape)?.(...rest, tell),
    subject: subjectReader(version, showAll),
  };
}

function begin(hosts: Hosts, missing: ReadonlySet<string>): void {
  hosts.missing = missing;
  // Clearing makes an empty table anew.
  if (hosts.lost.size > 0) hosts.lost.clear();
  if (hosts.unreadable.size > 0) hosts.unreadable.clear();
  for (const name of missing) hosts.lost.add(name);
}

/** Made when the first file of a shape is read. */
function shapeChecks(version: FormVersion): (shape: Shape) => ShapeCheck | undefined {
  const made = new Map<Shape, ShapeCheck | undefined>();
  return (shape) => {
    if (!made.has(shape)) made.set(shape, shapeCheck(version, shape));
    return made.get(shape);
  };
}

/** The paths of the questions that hold the beginning and the end of the interview. */
function timeNames({ scope }: FormVersion): { readonly start: string; readonly end: string } {
  const names = { start: 'start', end: 'end' };
  for (const { column } of columnsOf(scope.nodes)) {
    const word = column.question?.type.word;
    if (word === 'start' || word === 'end') names[word] = column.path.join('/');
  }
  return names;
}
