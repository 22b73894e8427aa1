// Our evaluator on the same form and answers.
import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path';
import { compileExpression } from '../../../dist/expression/evaluate/program.js';
import { parseExpression } from '../../../dist/expression/parser.js';
import { deliver } from '../../../dist/model/deliver/deliver.js';
import { recordScope } from '../../../dist/model/record/record-scope.js';
import { recordReader } from '../../../dist/model/record/record-reader.js';
import { workbookTree } from '../../../dist/source/files.js';
import { compileWorkbook } from '../../../dist/xlsform/read/compile-workbook.js';
import { placesOf } from '../../../dist/cli/eval/places.js';

/** @returns a map from record, expression and place to `{ kind, value }` */
export function evaluateHere({ workbook, expressions, answers, offset, now }) {
  const scope = scopeOf(workbook);
  const host = hostAt(now, offset);
  const read = recordReader(scope);
  const views = answers.map((record) => read(record, host.clock));
  const values = new Map();
  for (const [index, { place, text }] of expressions.entries()) {
    const node = scope.find(place);
    const program = compileExpression(parseExpression(text), scope, node);
    for (const [record, view] of views.entries()) {
      for (const { row, heading } of placesOf(node, view)) {
        const numbers = (heading.match(/\d+/gu) ?? []).join('.');
        values.set(`${record} ${index} ${numbers}`, told(program.evaluate(row, host)));
      }
    }
  }
  return values;
}

function scopeOf(workbook) {
  const tree = workbookTree(dirname(workbook), '', basename(workbook));
  const { dictionary } = compileWorkbook(tree, tree.workbook);
  const [form] = dictionary.forms.values();
  return recordScope(deliver(dictionary, form, 'xlsform'), dictionary);
}

function hostAt(now, offset) {
  return {
    clock: { now, offset: () => offset },
    random: () => 0.5,
    digest: (algorithm, bytes) => createHash(algorithm.replace('-', '').toLowerCase()).update(bytes).digest(),
  };
}

function told(outcome) {
  if (typeof outcome === 'object') {
    return 'code' in outcome ? { kind: 'error', value: outcome.message } : { kind: 'date', value: String(outcome.ms) };
  }
  const kind = typeof outcome === 'string' ? 'text' : typeof outcome;
  return { kind, value: kind === 'text' ? outcome : String(outcome) };
}
