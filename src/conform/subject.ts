import { isRecord } from '../core/is-record.ts';
import { toText } from '../expression/evaluate/convert.ts';
import type { RecordView, ScopeNode } from '../expression/evaluate/scope.ts';
import { columnsOf, type DataColumn } from '../model/columns/column.ts';
import { isHidden } from '../model/record/hidden.ts';
import { nodeAt } from '../model/record/places.ts';
import type { JsonRecord } from '../model/record/record-reader.ts';
import type { Submission } from '../submissions/submission.ts';
import type { Subject } from './finding.ts';
import type { FormVersion } from './form-version.ts';

/** Tells of a submission what findings on it are named and counted by. */
export type SubjectReader = (submission: Submission, known: KnownOf) => Subject;

/** What was found out about a submission before. */
export interface KnownOf {
  /** What names it for ever; undefined where it has no id. */
  readonly key: string | undefined;
  readonly record: RecordView;
  /** The version of the form, as findings name it. */
  readonly version: string;
}

/** Ids of a submission as KoboToolbox and ODK Central give them, those that no edit changes first. */
const KEYS = ['meta/rootUuid', '__id', '_uuid', 'meta/instanceID', 'instanceID', 'KEY', '_id'] as const;
const SUBMITTERS = ['_submitted_by', 'SubmitterName'] as const;
const TIMES = ['_submission_time', 'SubmissionDate', 'end', 'start'] as const;

/** @param showAll whether findings name a person or a site whose answer is otherwise not shown */
export function subjectReader(form: FormVersion, showAll: boolean): SubjectReader {
  const answerBy = (is: (column: DataColumn) => boolean): ((record: RecordView) => string) =>
    answerTo(questionBy(form, is), form, showAll);
  const enumerator = answerBy(({ question }) => roleOf(question) === 'enumerator');
  const username = answerBy(({ question }) => question?.type.word === 'username');
  const site = answerBy(({ question }) => roleOf(question) === 'site');
  const area = answerBy(({ question }) => /^admin\d$/.test(roleOf(question)));
  const today = answerBy(({ question }) => question?.type.word === 'today');
  return ({ answers, number, line }, { key, record, version }) => {
    const system = objectAt(answers, '__system');
    return {
      key: key ?? `${line === undefined ? 'record' : 'line'} ${line ?? number}`,
      number,
      line,
      link: linkOf(answers),
      version,
      enumerator:
        enumerator(record) || username(record) || firstText(answers, SUBMITTERS) || textAt(system, 'submitterName'),
      site: site(record) || area(record),
      day: (today(record) || textAt(system, 'submissionDate') || firstText(answers, TIMES)).slice(
        0,
        'YYYY-MM-DD'.length,
      ),
    };
  };
}

function roleOf(question: DataColumn['question']): string {
  return question?.meaning.role?.string.text ?? '';
}

/** The first question outside of repeats of which something is true. */
function questionBy({ scope }: FormVersion, is: (column: DataColumn) => boolean): ScopeNode | undefined {
  for (const { column, around } of columnsOf(scope.nodes)) {
    const isOnce = around.every(({ kind }) => kind === 'group');
    if (isOnce && is(column)) return nodeAt(column.path, scope.root);
  }
  return undefined;
}

function answerTo(
  node: ScopeNode | undefined,
  { scope, dictionary }: FormVersion,
  showAll: boolean,
): (record: RecordView) => string {
  const slot = node?.slot;
  if (node === undefined || slot === undefined || (!showAll && isHidden(node, scope, dictionary))) return () => '';
  return (record) => toText(record.values[slot] ?? '');
}

/** What names a submission for ever; undefined where it has no id. */
export function keyOf(answers: JsonRecord): string | undefined {
  const key = firstText(answers, KEYS) || textAt(objectAt(answers, 'meta'), 'instanceID');
  return key === '' ? undefined : key.replace(/^uuid:/, '');
}

/** Addresses of attachments name the server, the project and the submission. */
const OF_ATTACHMENT = /^(https:\/\/[^/]+\/api\/v2\/assets\/\w+\/data\/\d+\/)attachments\//;

function linkOf({ _attachments: attachments }: JsonRecord): string | undefined {
  const [first]: unknown[] = Array.isArray(attachments) ? attachments : [];
  return OF_ATTACHMENT.exec(textAt(first, 'download_url'))?.[1];
}

function firstText(answers: JsonRecord, keys: readonly string[]): string {
  for (const key of keys) {
    const text = textAt(answers, key);
    if (text !== '') return text;
  }
  return '';
}

/** The text under a key; a number counts as one. */
export function textAt(value: unknown, key: string): string {
  // Nothing that objects inherit is one of both.
  const found = isRecord(value) ? value[key] : undefined;
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
}

function objectAt(answers: JsonRecord, key: string): unknown {
  return Object.hasOwn(answers, key) ? answers[key] : undefined;
}
