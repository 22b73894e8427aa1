import { cannotEvaluate, isMoment, type Value } from '../../../src/expression/evaluate/value.ts';
import { dateText } from '../../../src/expression/evaluate/calendar.ts';
import { compileExpression } from '../../../src/expression/evaluate/program.ts';
import { parseExpression } from '../../../src/expression/parser.ts';
import { deliver } from '../../../src/model/deliver/deliver.ts';
import { type RecordScope, recordScope } from '../../../src/model/record/record-scope.ts';
import { type JsonRecord, recordReader } from '../../../src/model/record/record-reader.ts';
import { placesOf } from '../../../src/cli/eval/places.ts';
import { deviceAt } from '../../support/device.ts';
import { present, reading } from '../../support/tester.ts';

/** A form with every kind of answer, a group, and a repeat in a repeat. */
export const form = `codelists:
  fruit:
    attributes: [weight]
    codes: { apple: { label: The apple, weight: 3 }, pear: { label: The pear, weight: 5 }, '10': { label: Ten, weight: 1 } }
variables:
  a: { type: integer, label: A }
  d: { type: decimal, label: D }
  t: { type: text, label: T }
  day: { type: date, label: Day }
  moment: { type: dateTime, label: Moment }
  hour: { type: time, label: Hour }
  one: { type: select_one fruit, label: One }
  many: { type: select_multiple fruit, label: Many }
  point: { type: geopoint, label: Point }
  shape: { type: geoshape, label: Shape }
  total: { type: calculate, calculation: 1 + 1 }
  age: { type: integer, label: Age }
  name: { type: text, label: Name }
  visit_no: { type: integer, label: Visit number }
  end_note: { type: text, label: End }
forms:
  trial:
    title: Trial
    settings: { version: v3 }
    items:
      - a
      - d
      - t
      - day
      - moment
      - hour
      - one
      - many
      - point
      - shape
      - total
      - repeat: member
        label: Member
        items:
          - age
          - name
          - repeat: visit
            label: Visit
            items: [visit_no]
      - group: last
        label: Last
        items: [end_note]
`;

/** The form above as expressions see it. */
export function trialScope(): RecordScope {
  const { dictionary, form: formNamed } = reading.compile(form);
  return recordScope(deliver(dictionary, formNamed('trial'), 'xlsform'), dictionary);
}

const scope = trialScope();

/** A day in March, half past ten, four and a half hours ahead of UTC. */
export const device = deviceAt('2026-03-15T10:30:00', 270);

export interface Where {
  readonly record?: JsonRecord;
  /** The question that the expression belongs to, in the first entry. */
  readonly at?: string;
  /** The number of the entry, from 0. */
  readonly entry?: number;
}

/** What an expression comes to: dates as text, and the reason in brackets where it cannot be evaluated. */
export function evaluate(text: string, { record = {}, at, entry = 0 }: Where = {}): Value {
  const node = at === undefined ? scope.root : present(scope.find(at), at);
  const view = recordReader(scope)(record, device.clock);
  const place = present(placesOf(node, view)[entry], `entry ${entry}`);
  const outcome = compileExpression(parseExpression(text), scope, node).evaluate(place.row, device);
  if (cannotEvaluate(outcome)) return `(${outcome.code})`;
  return isMoment(outcome) ? dateText(outcome) : outcome;
}
