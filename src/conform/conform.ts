import { memoized } from '../core/memo.ts';
import { diagnose } from '../diagnostics/collector.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { EvaluationHost, RecordView } from '../expression/evaluate/scope.ts';
import type { CannotEvaluate } from '../expression/evaluate/value.ts';
import type { JsonRecord } from '../model/record/record-reader.ts';
import type { Shape, Submission } from '../submissions/submission.ts';
import { createSeenKeys } from './across/seen-keys.ts';
import type { About, Tell } from './check/telling.ts';
import type { FindingSink, Subject } from './finding.ts';
import type { ReadyFormula } from './plan/formula.ts';
import { keyOf } from './subject.ts';
import { createToldList } from './told.ts';
import { type KnownForm, versionMatcher } from './versions.ts';
import { createWorker } from './worker.ts';

export interface ConformOptions {
  /** Newest first. */
  readonly forms: readonly [KnownForm, ...KnownForm[]];
  /** Time for submissions that hold none, chance and hashes. */
  /** The ids of all countries of the dictionary, whether their forms are at hand or not. */
  readonly countries: readonly string[];
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
  /** @returns what the submission is counted by */
  check(submission: Submission, file: CheckedFile): Subject;
  /** What was found out about the forms on the way: conditions that could not be tried. */
  finish(): readonly Diagnostic[];
}

export function createConformer({ forms, countries, host, showAll, sink }: ConformOptions): Conformer {
  const match = versionMatcher(forms, countries);
  const untried = new Map<ReadyFormula, CannotEvaluate>();
  const cannot = (formula: ReadyFormula, failure: CannotEvaluate): void => {
    if (!untried.has(formula)) untried.set(formula, failure);
  };
  const told = createToldList();
  const { tell } = told;
  // Many forms can be at hand of which none made these submissions.
  const workerFor = memoized(({ version }: KnownForm) => createWorker(version, { host, showAll, cannot, tell }));
  const tellTwice = duplicateTeller(tell);
  const known = [...new Set(forms.map(({ number }) => number))];
  return {
    check: (submission, file) => {
      const { answers } = submission;
      const { form, shown, isAtHand, elsewhere, path } = match(answers);
      const worker = workerFor(form);
      // What columns of a table mean is told once, of the column.
      told.begin(isTable(file) ? 'silent' : 'told');
      const record = worker.check(submission);
      worker.checkShape(file.shape, answers, record, told.isTold);
      if (elsewhere !== undefined) tell('record-country', { country: elsewhere }, { ...aboutRecord(record, ''), path });
      else if (isAtHand === false)
        tell('record-version', { version: shown, known }, { ...aboutRecord(record, known.join(', ')), path });
      if (file.shape === 'kobo' && !hasVersion(answers))
        tell('record-left-out', {}, aboutRecord(record, '__version__'));
      const key = keyOf(answers);
      if (key !== undefined) tellTwice(key, { submission, file, record });
      const subject = worker.subject(submission, { key, record, version: shown });
      for (const finding of told.findings(subject, file.name, isAtHand === false ? 'lower' : 'own')) sink(finding);
      return subject;
    },
    finish: () => [...untried].map(([ready, failure]) => notTried(ready, failure)),
  };
}

function isTable({ shape }: CheckedFile): boolean {
  return shape === 'csv' || shape === 'xlsx';
}

/** Tells of a submission that was there before. The first of the checks between submissions: it sees little of each. */
function duplicateTeller(tell: Tell): (key: string, seen: SeenSubmission) => void {
  const seen = createSeenKeys();
  const files: CheckedFile[] = [];
  return (key, { submission: { number }, file, record }) => {
    if (files.at(-1)?.name !== file.name) files.push(file);
    const before = seen.before(key, { file: files.length - 1, number });
    if (!before) return;
    const first = files[before.file];
    const elsewhere = first?.name === file.name ? undefined : first?.name;
    tell('record-twice', { first: before.number, file: elsewhere }, aboutRecord(record, 'once'));
  };
}

interface SeenSubmission {
  readonly submission: Submission;
  readonly file: CheckedFile;
  readonly record: RecordView;
}

/** KoboToolbox and its forerunners name the version of the form so (kpi: the regular expression of its reader). */
const VERSION_KEY = /^__?version__?(?:\d{3})?$/;

/** Exports are made version by version, and leave out what names none (formpack: parse_one_submission). */
function hasVersion(answers: JsonRecord): boolean {
  return Object.hasOwn(answers, '__version__') || Object.keys(answers).some((key) => VERSION_KEY.test(key));
}

function aboutRecord(row: RecordView, expected: string): About {
  return { node: undefined, row, variable: '', label: '', value: undefined, hidden: false, expected, place: undefined };
}

/** Mistakes of the form's author. */
const MISTAKES: ReadonlySet<CannotEvaluate['code']> = new Set([
  'syntax',
  'unknown-name',
  'unknown-function',
  'entries',
]);

function notTried({ formula, what, name }: ReadyFormula, failure: CannotEvaluate): Diagnostic {
  const params = { what, name, words: formula.string.text, reason: failure.message.replace(/\.$/, '') };
  // What nobody can compute is no matter of data: `check` tells it as well.
  const isWrong = MISTAKES.has(failure.code);
  return diagnose('check-not-possible', formula.origin.location, params, isWrong ? { severity: 'warning' } : {});
}
