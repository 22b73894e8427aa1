import { explain } from '../../expression/evaluate/explain.ts';
import type { RecordView } from '../../expression/evaluate/scope.ts';
import { cannotEvaluate } from '../../expression/evaluate/value.ts';
import { recordReader } from '../../model/record/record-reader.ts';
import { printExplanation } from '../../printers/explanation.ts';
import { readExpression } from './expression.ts';
import { bareNames } from './bare-names.ts';
import { placesOf } from './places.ts';
import { readRecordFile } from './record-file.ts';
import { strangeKeys } from './strange-keys.ts';
import { type EvalContext, namesIn, nodeNamed, openContext } from './context.ts';
import { EXIT, type ExitCode, type Host } from '../host.ts';

export interface EvalOptions {
  readonly record: string;
  readonly form?: string;
  readonly country?: string;
  readonly at?: string;
  readonly showAnswers: boolean;
  readonly color: boolean;
}

/** Prints what an expression comes to, and why; tells the exit code. */
export function evaluate(source: string, text: string, options: EvalOptions, host: Host): ExitCode {
  const context = openContext(source, options, host);
  const parsed = readExpression(text, context, host);
  const { scope } = context;
  const node = options.at === undefined ? scope.root : nodeNamed(options.at, context, namesIn(context));
  for (const line of bareNames(parsed.tree, scope, node)) host.err(`${line}\n`);
  const device = host.evaluation();
  const places = placesOf(node, readRecord(context, options, host));
  if (places.length === 0) host.err(`The record has no entry in which ${options.at ?? ''} stands.\n`);
  const look = {
    ...context,
    find: scope.find,
    isHidden: options.showAnswers ? () => false : context.isPersonal,
    width: host.width,
    color: host.color && options.color,
  };
  const explanations = places.map((place) => ({ ...place, ...explain(parsed, scope, { ...place, host: device }) }));
  host.out(explanations.map((each) => printExplanation(text, each, look)).join('\n'));
  return explanations.some(({ outcome }) => cannotEvaluate(outcome)) ? EXIT.findings : EXIT.clean;
}

function readRecord({ scope }: EvalContext, { record }: EvalOptions, host: Host): RecordView {
  const strange: string[] = [];
  const { clock } = host.evaluation();
  const view = recordReader(scope)(readRecordFile(record, host), clock, { unknown: (key) => strange.push(key) });
  for (const line of strangeKeys(strange, scope)) host.err(`${line}\n`);
  return view;
}
