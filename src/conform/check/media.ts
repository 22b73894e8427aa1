import { pathOf } from '../../model/record/places.ts';
import { toText } from '../../expression/evaluate/convert.ts';
import type { RecordView } from '../../expression/evaluate/scope.ts';
import type { JsonRecord } from '../../model/record/record-reader.ts';
import type { QuestionPlan, Step } from '../plan/plan.ts';
import { textAt } from '../subject.ts';
import { aboutAnswer } from './about.ts';
import type { Tell } from './telling.ts';

/** Tells which files of a submission did not arrive. */
export type MediaCheck = (answers: JsonRecord, record: RecordView, tell: Tell, showAll: boolean) => void;

/** Nothing where the form asks for no files. */
export function mediaCheck(steps: readonly Step[]): MediaCheck | undefined {
  const asks = withMedia(steps);
  if (asks.length === 0) return undefined;
  return (answers, record, tell, showAll) => {
    const { _attachments: attachments } = answers;
    if (Array.isArray(attachments)) checkFiles(asks, record, arrivedIn(attachments), tell, showAll);
    else checkCounts(answers['__system'], record, tell);
  };
}

/** The questions that ask for files, with the sections around them. */
function withMedia(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step): readonly Step[] => {
    if (step.kind === 'question') return step.column.answer === 'media' ? [step] : [];
    const inner = withMedia(step.steps.all);
    return inner.length === 0 ? [] : [{ ...step, steps: { all: inner, active: inner } }];
  });
}

/** KoboToolbox names the question of a file, and the file, which it may have renamed. */
interface Arrived {
  readonly paths: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

function arrivedIn(attachments: readonly unknown[]): Arrived {
  const there = attachments.filter((each) => textAt(each, 'uid') === '' || !isDeleted(each));
  return {
    paths: new Set(there.map((each) => textAt(each, 'question_xpath'))),
    names: new Set(there.flatMap((each) => [textAt(each, 'media_file_basename'), baseOf(textAt(each, 'filename'))])),
  };
}

function isDeleted(attachment: unknown): boolean {
  return typeof attachment === 'object' && attachment !== null && Reflect.get(attachment, 'is_deleted') === true;
}

function baseOf(file: string): string {
  return file.split('/').at(-1) ?? '';
}

function checkFiles(asks: readonly Step[], row: RecordView, arrived: Arrived, tell: Tell, showAll: boolean): void {
  for (const step of asks) {
    if (step.kind === 'question') checkFile(step, row, arrived, tell, showAll);
    else if (step.kind === 'group') checkFiles(step.steps.all, row, arrived, tell, showAll);
    else
      for (const entry of row.repeats[step.node.slot] ?? []) checkFiles(step.steps.all, entry, arrived, tell, showAll);
  }
}

function checkFile(plan: QuestionPlan, row: RecordView, { paths, names }: Arrived, tell: Tell, showAll: boolean): void {
  const file = toText(row.values[plan.node.slot] ?? '');
  if (file === '' || names.has(file) || names.has(file.replaceAll(' ', '_')) || paths.has(pathOf(plan.node, row)))
    return;
  const about = aboutAnswer(plan, row, showAll, { value: file, expected: 'a file on the server' });
  tell('media-missing', { name: plan.column.name, of: 'file', missing: 1 }, about);
}

/** ODK Central only counts. */
function checkCounts(system: unknown, row: RecordView, tell: Tell): void {
  const missing = Number(textAt(system, 'attachmentsExpected')) - Number(textAt(system, 'attachmentsPresent'));
  if (!(missing > 0)) return;
  const about = { node: undefined, row, variable: '', label: '', value: undefined, hidden: false, place: undefined };
  tell('media-missing', { name: '', of: 'several', missing }, { ...about, expected: 'all files on the server' });
}
