import { type CheckOutcome, type CompiledCheck } from '../../../src/model/record-checks/compiled-check.ts';
import { compileRecordChecks, compileSoftLimits } from '../../../src/model/record-checks/compile-checks.ts';
import type { Showing } from '../../../src/model/record-checks/shown-answers.ts';
import type { RecordView, ScopeNode } from '../../../src/expression/evaluate/scope.ts';
import { chainOf } from '../../../src/expression/evaluate/scope.ts';
import { deliver } from '../../../src/model/deliver/deliver.ts';
import type { Dictionary } from '../../../src/model/dictionary.ts';
import type { Form } from '../../../src/model/form.ts';
import { type JsonRecord, recordReader } from '../../../src/model/record/record-reader.ts';
import { recordScope } from '../../../src/model/record/record-scope.ts';
import { deviceAt } from '../../support/device.ts';
import { reading } from '../../support/tester.ts';

/** What is told of records of the one form of a dictionary. */
export interface Checking {
  /** The name of each check that is broken, with the entry where it is, and why one cannot be looked at. */
  broken(record: JsonRecord): readonly string[];
  /** The messages of what is broken. */
  messages(record: JsonRecord): readonly string[];
  /** What is wanted, and what was seen instead. */
  seen(record: JsonRecord): readonly string[];
}

export function checking(yaml: string, showing?: Showing): Checking {
  const { dictionary, form } = reading.compile(yaml);
  return checkingForm(dictionary, form(), showing);
}

export function checkingForm(dictionary: Dictionary, chosen: Form, showing?: Showing): Checking {
  const scope = recordScope(deliver(dictionary, chosen, 'odk'), dictionary);
  const checks = [
    ...compileRecordChecks(dictionary, chosen, scope, showing),
    ...compileSoftLimits(dictionary, scope, showing),
  ];
  const device = deviceAt('2026-03-01T12:00');
  const read = recordReader(scope);
  const outcomes = (record: JsonRecord): readonly Told[] => {
    const view = read(record, device.clock);
    return checks.flatMap((compiled) =>
      rowsOf(compiled.node, view).map((row) => ({ compiled, row, outcome: compiled.evaluate(row, device) })),
    );
  };
  return {
    broken: (record) => outcomes(record).flatMap(nameOf),
    messages: (record) => outcomes(record).flatMap(({ outcome }) => (outcome.kind === 'broken' ? outcome.message : [])),
    seen: (record) => outcomes(record).flatMap(({ outcome }) => (outcome.kind === 'broken' ? inWords(outcome) : [])),
  };
}

interface Told {
  readonly compiled: CompiledCheck;
  readonly row: RecordView;
  readonly outcome: CheckOutcome;
}

function rowsOf(node: ScopeNode, record: RecordView): readonly RecordView[] {
  let rows: readonly RecordView[] = [record];
  for (const { kind, slot } of chainOf(node))
    if (kind === 'repeat') rows = rows.flatMap(({ repeats }) => repeats[slot] ?? []);
  return rows;
}

function nameOf({ compiled: { check, node }, row, outcome }: Told): readonly string[] {
  if (outcome.kind === 'holds') return [];
  if (outcome.kind === 'cannot') return [`${check.name}: ${outcome.reason}`];
  return [node.kind === 'repeat' ? `${check.name} in ${node.name} ${row.index + 1}` : check.name];
}

function inWords({ expected, seen }: Extract<CheckOutcome, { kind: 'broken' }>): string {
  const answers = seen.map(({ node, value, hidden }) => `${node.name} = ${hidden ? 'hidden' : (value ?? '')}`);
  return `${expected}; ${answers.join(', ')}`;
}
