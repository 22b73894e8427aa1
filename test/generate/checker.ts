import { areEqual, toCondition } from '../../src/expression/evaluate/convert.ts';
import { compileExpression } from '../../src/expression/evaluate/program.ts';
import type { EvaluationHost, RecordView, ScopeNode } from '../../src/expression/evaluate/scope.ts';
import { cannotEvaluate, type Outcome } from '../../src/expression/evaluate/value.ts';
import { type ColumnVisit, columnsOf } from '../../src/model/columns/column.ts';
import { dataNodes } from '../../src/model/columns/columns.ts';
import { deliver } from '../../src/model/deliver/deliver.ts';
import type { Dictionary } from '../../src/model/dictionary.ts';
import type { Formula } from '../../src/model/facets.ts';
import { type JsonRecord, recordReader } from '../../src/model/record/record-reader.ts';
import { type RecordScope, recordScope } from '../../src/model/record/record-scope.ts';
import { placesOf } from '../../src/cli/eval/places.ts';
import type { Profile } from '../../src/vocabulary/profiles.ts';
import { deviceAt } from '../support/device.ts';
import { present } from '../support/tester.ts';

/**
 * What is wrong with a record, `rule path` each, as its reader sees it: a walk over the columns of the form, which has nothing
 * to do with how records are made.
 */
export function checkerOf(dictionary: Dictionary, formName: string, profile: Profile) {
  const delivery = deliver(dictionary, present(dictionary.forms.get(formName), formName), profile);
  const scope = recordScope(delivery, dictionary);
  const read = recordReader(scope);
  const columns = [...columnsOf(dataNodes(delivery, dictionary))].filter(({ column }) => column.question);
  return (record: JsonRecord): readonly string[] => {
    const host = deviceAt(String(record['_submission_time']));
    const view = read(record, host.clock);
    return columns.flatMap((visit) => {
      const node = nodeAt(visit.column.path, scope);
      return placesOf(node, view).flatMap(({ row, heading }) => {
        const found = wrongAt(visit, row, { scope, host, node });
        return found.map((rule) => `${rule} ${numbered(visit.column.path, heading, scope)}`);
      });
    });
  };
}

interface At {
  readonly scope: RecordScope;
  readonly host: EvaluationHost;
  readonly node: ScopeNode;
}

function wrongAt({ column, around }: ColumnVisit, row: RecordView, at: At): readonly string[] {
  const { scope, host, node } = at;
  const facets = present(column.question, 'question').facets;
  const answer = row.values[node.slot] ?? '';
  const value = (formula: Formula | undefined, place = node, entry = row): Outcome | undefined =>
    formula && compileExpression(formula.parsed, scope, place).evaluate(entry, host);
  const isAsked =
    around.every(({ section, path }) => {
      const place = nodeAt(path, scope);
      return isTrue(value(section?.facets.relevant, place, climbed(row, node.depth - place.depth)));
    }) && isTrue(value(facets.relevant));
  if (!isAsked) return answer === '' ? [] : ['answer-not-asked'];
  const computed = value(facets.calculation);
  if (computed !== undefined && !facets.trigger) {
    const isSame = cannotEvaluate(computed) ? answer === '' : same(computed, answer);
    return isSame ? [] : ['answer-calculation'];
  }
  const { required } = facets;
  const isRequired = required?.kind === 'formula' ? isTrue(value(required)) : required?.value === true;
  if (answer === '') return isRequired && !facets.calculation ? ['answer-missing'] : [];
  return isTrue(value(facets.constraint)) ? [] : ['answer-constraint'];
}

function isTrue(outcome: Outcome | undefined): boolean {
  return outcome === undefined || cannotEvaluate(outcome) || toCondition(outcome);
}

function same(computed: Exclude<Outcome, { readonly code: string }>, answer: string | number | object): boolean {
  if (computed === '' || Number.isNaN(computed)) return answer === '';
  return areEqual(computed, answer as string) || String(computed) === String(answer) || typeof computed === 'object';
}

function climbed(row: RecordView, levels: number): RecordView {
  return levels <= 0 || row.above === undefined ? row : climbed(row.above, levels - 1);
}

function nodeAt(path: readonly string[], { root }: RecordScope): ScopeNode {
  return path.reduce((node, name) => present(node.children.get(name), name), root);
}

function numbered(path: readonly string[], heading: string, scope: RecordScope): string {
  const numbers = heading.match(/\d+(?=,|$)/g) ?? [];
  let at = 0;
  const names = path.map((name, index) => {
    if (nodeAt(path.slice(0, index + 1), scope).kind !== 'repeat') return name;
    at += 1;
    return `${name}[${numbers[at - 1] ?? ''}]`;
  });
  return names.join('/');
}
