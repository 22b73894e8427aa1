import { diagnose } from '../diagnostics/collector.ts';
import type { Diagnostic, Related } from '../diagnostics/diagnostic.ts';
import type { ParamsOf, RuleId } from '../diagnostics/registry.ts';
import type { Severity } from '../diagnostics/rule.ts';
import type { EvaluationHost, RecordView } from '../expression/evaluate/scope.ts';
import type { CannotEvaluate } from '../expression/evaluate/value.ts';
import { columnsOf } from '../model/columns/column.ts';
import type { JsonRecord } from '../model/record/record-reader.ts';
import type { Shape, Submission } from '../submissions/submission.ts';
import { createSeenKeys } from './across/seen-keys.ts';
import { recordChecker } from './check/check-record.ts';
import { type ShapeCheck, shapeCheck } from './check/raw-shape.ts';
import { type About, pathOf, type Tell } from './check/telling.ts';
import type { FindingSink, Subject } from './finding.ts';
import type { ReadyFormula } from './plan/formula.ts';
import { type RecordClocks, recordClocks } from './record-clock.ts';
import { keyOf, subjectReader } from './subject.ts';
import { type KnownForm, type Match, versionMatcher } from './versions.ts';

export interface ConformOptions {
  /** Newest first. */
  readonly forms: readonly [KnownForm, ...KnownForm[]];
  /** The files, in the order in which they are read. */
  readonly files: readonly CheckedFile[];
  /** Time for submissions that hold none, chance and hashes. */
  readonly host: EvaluationHost;
  /** Whether answers to personal and sensitive questions are shown. */
  readonly showAll: boolean;
  readonly sink: FindingSink;
}

/** A file of submissions, with what it was recognised as. */
export interface CheckedFile {
  readonly name: string;
  readonly shape: Shape;
}

/** Checks submissions one after the other. */
export interface Conformer {
  /** @param file its place among the files */
  check(submission: Submission, file: number): void;
  /** What was found out about the forms on the way: conditions that could not be tried. */
  finish(): readonly Diagnostic[];
}

interface Told {
  readonly rule: RuleId;
  readonly params: never;
  readonly about: About;
}

export function createConformer({ forms, files, host, showAll, sink }: ConformOptions): Conformer {
  const match = versionMatcher(forms);
  const workers = new Map(forms.map((form) => [form, workerFor(form, host, showAll)]));
  const untried = new Map<ReadyFormula, CannotEvaluate>();
  const seen = createSeenKeys();
  const cannot = (formula: ReadyFormula, failure: CannotEvaluate): void => {
    if (!untried.has(formula)) untried.set(formula, failure);
  };
  return {
    check: (submission, file) => {
      const { answers, number } = submission;
      const found = match(answers);
      const worker = workers.get(found.form);
      if (!worker) return;
      const told: Told[] = [];
      const tell: Tell = (rule, params, about) => told.push({ rule, params: params as never, about });
      const record = worker.check(answers, cannot, tell);
      const { name = '', shape = 'kobo' } = files[file] ?? {};
      worker.checkShape(shape, answers, record, told, tell);
      tellVersion(found, forms, record, tell);
      const key = keyOf(answers);
      const before = key === undefined ? undefined : seen.before(key, { file, number });
      const elsewhere = before && before.file !== file ? files[before.file]?.name : undefined;
      if (before) tell('record-twice', { first: before.number, file: elsewhere }, aboutRecord(record));
      if (told.length === 0) return;
      const subject = worker.subject(submission, record, found.shown);
      const lower = found.isAtHand === false;
      for (const each of told) sink(findingOf(each, subject, name, lower));
    },
    finish: () => [...untried].map(([ready, failure]) => notTried(ready, failure)),
  };
}

interface Worker {
  check(answers: JsonRecord, cannot: (formula: ReadyFormula, failure: CannotEvaluate) => void, tell: Tell): RecordView;
  checkShape(shape: Shape, answers: JsonRecord, record: RecordView, told: readonly Told[], tell: Tell): void;
  readonly subject: ReturnType<typeof subjectReader>;
}

function workerFor({ version }: KnownForm, host: EvaluationHost, showAll: boolean): Worker {
  const checker = recordChecker(version, { showAll });
  const clocksOf = recordClocks(timeNames(version), host);
  const shapes = shapeChecks(version);
  return {
    check: (answers, cannot, tell) => {
      const clocks: RecordClocks = clocksOf(answers);
      return checker.check(answers, { ...clocks, cannot, lost: new Set() }, tell);
    },
    checkShape: (shape, answers, record, told, tell) => {
      const isTold = (name: string): boolean => told.some(({ about }) => about.variable === name);
      shapes(shape)?.(answers, record, isTold, tell);
    },
    subject: subjectReader(version),
  };
}

/** Made when the first file of a shape is read. */
function shapeChecks(version: KnownForm['version']): (shape: Shape) => ShapeCheck | undefined {
  const made = new Map<Shape, ShapeCheck | undefined>();
  return (shape) => {
    if (!made.has(shape)) made.set(shape, shapeCheck(version, shape));
    return made.get(shape);
  };
}

/** The paths of the questions that hold the beginning and the end of the interview. */
function timeNames({ scope }: KnownForm['version']): { readonly start: string; readonly end: string } {
  const names = { start: 'start', end: 'end' };
  for (const { column } of columnsOf(scope.nodes)) {
    const word = column.question?.type.word;
    if (word === 'start' || word === 'end') names[word] = column.path.join('/');
  }
  return names;
}

function tellVersion({ isAtHand, shown }: Match, forms: readonly KnownForm[], record: RecordView, tell: Tell): void {
  if (isAtHand !== false) return;
  const known = [...new Set(forms.map(({ number }) => number))];
  tell('record-version', { version: shown, known }, aboutRecord(record));
}

function aboutRecord(row: RecordView): About {
  return {
    node: undefined,
    row,
    variable: '',
    label: '',
    value: undefined,
    hidden: false,
    expected: '',
    place: undefined,
  };
}

/** One level lower, for what an older form may have been right about. */
const LOWER: Readonly<Record<Severity, Severity>> = { error: 'warning', warning: 'info', info: 'info' };
/** These are not about the form. */
const NEVER_LOWER: ReadonlySet<RuleId> = new Set<RuleId>([
  'record-version',
  'record-twice',
  'answer-damaged',
  'media-missing',
]);

function findingOf(
  { rule, params, about }: Told,
  subject: Subject,
  file: string,
  lower: boolean,
): Parameters<FindingSink>[0] {
  const { node, row, variable, label, value, hidden, expected, place } = about;
  const path = about.path ?? (node === undefined ? variable : pathOf(node, row));
  const related: readonly Related[] = place ? [place] : [];
  const told = diagnose(rule, { kind: 'record', file, record: subject.key, path }, params as ParamsOf<typeof rule>, {
    related,
  });
  const diagnostic = lower && !NEVER_LOWER.has(rule) ? { ...told, severity: LOWER[told.severity] } : told;
  return { diagnostic, subject, variable, label, value, hidden, expected };
}

function notTried({ formula, what, name }: ReadyFormula, failure: CannotEvaluate): Diagnostic {
  const params = { what, name, words: formula.string.text, reason: failure.message.replace(/\.$/, '') };
  return diagnose('check-not-possible', formula.origin.location, params, {});
}
