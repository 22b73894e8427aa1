import type { RecordView } from '../expression/evaluate/scope.ts';
import type { Form } from '../model/form.ts';
import type { JsonRecord } from '../model/record/record-reader.ts';
import type { RecordScope } from '../model/record/record-scope.ts';
import { questionsOf } from '../model/walk.ts';
import { writtenAnswer } from './written-answer.ts';

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?=$|[T ])/;

/** Tells the day of a submission, `YYYY-MM-DD`; undefined where nothing tells. */
export type DayTeller = (record: RecordView, json: JsonRecord) => string | undefined;

/** What the device noted, the most telling first: when the form was closed, of which day it was, when it was opened. */
const OF_DEVICE = ['end', 'today', 'start'];
/** What servers note; KoboToolbox, and ODK Central in OData and in CSV. */
const OF_SERVERS = ['_submission_time', '__system/submissionDate', 'SubmissionDate'];

export function dayTeller({ items }: Form, scope: RecordScope): DayTeller {
  const questions = questionsOf(items).map(({ item }) => item);
  const slots = OF_DEVICE.flatMap((word) => {
    const question = questions.find(({ type }) => type.word === word);
    const node = question && scope.find(question.name.string.text);
    return node?.kind === 'answer' && node.depth === 0 ? [node.slot] : [];
  });
  return (record, json) => {
    for (const slot of slots) {
      const day = dayIn(String(record.values[slot] ?? ''));
      if (day !== undefined) return day;
    }
    for (const key of OF_SERVERS) {
      const day = dayIn(writtenAnswer(valueAt(json, key)));
      if (day !== undefined) return day;
    }
    return undefined;
  };
}

function dayIn(text: string): string | undefined {
  return DAY.exec(text)?.[0];
}

/** By the whole path as a key, or by objects inside each other. */
function valueAt(json: JsonRecord, path: string): unknown {
  if (Object.hasOwn(json, path)) return json[path];
  const [first = '', ...rest] = path.split('/');
  const inner: unknown = rest.length > 0 && Object.hasOwn(json, first) ? json[first] : undefined;
  if (typeof inner !== 'object' || inner === null) return undefined;
  return Object.entries(inner).find(([key]) => key === rest.join('/'))?.[1];
}
