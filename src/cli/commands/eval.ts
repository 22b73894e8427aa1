import type { Command } from 'commander';
import { quotedFew } from '../../diagnostics/quote.ts';
import { explain } from '../../expression/evaluate/explain.ts';
import type { RecordView } from '../../expression/evaluate/scope.ts';
import { cannotEvaluate } from '../../expression/evaluate/value.ts';
import { recordReader } from '../../model/record/record-reader.ts';
import { printExplanation } from '../../printers/explanation.ts';
import { readExpression } from '../eval/expression.ts';
import { placesOf } from '../eval/places.ts';
import { readRecordFile } from '../eval/record-file.ts';
import { type EvalContext, namesIn, nodeNamed, openContext } from '../eval/context.ts';
import { EXIT, type ExitCode, type Host } from '../host.ts';
import { SOURCE } from '../options.ts';

interface EvalOptions {
  readonly record: string;
  readonly form?: string;
  readonly at?: string;
  readonly showAnswers: boolean;
  readonly color: boolean;
}

export function addEval(program: Command, host: Host, done: (code: ExitCode) => void): void {
  program
    .command('eval')
    .argument('<source>', SOURCE)
    .argument('<expression>', "such as '${hh_size} > 5'")
    .summary('what an expression comes to on a submission, and why')
    .requiredOption('--record <file>', "one submission as JSON: KoboToolbox's, or with groups inside each other")
    .option('--form <name>', 'the form that was filled in; left out where there is only one')
    .option('--at <name>', 'the question or repeat where the expression stands; left out: outside of repeats')
    .option('--show-answers', 'show answers to personal and sensitive questions, too', false)
    .option('--no-color', 'no colours')
    .action((source: string, text: string, options: EvalOptions) => done(evaluate(source, text, options, host)));
}

function evaluate(source: string, text: string, options: EvalOptions, host: Host): ExitCode {
  const context = openContext(source, options.form, host);
  const parsed = readExpression(text, context, host);
  const { scope } = context;
  const node = options.at === undefined ? scope.root : nodeNamed(options.at, context, namesIn(context));
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

/** What a server adds to a submission is no answer, and no slip of a name. */
const OF_SERVERS = /^_|^__|^meta\/|^formhub\/|^meta$|@odata/;

function readRecord({ scope }: EvalContext, { record }: EvalOptions, host: Host): RecordView {
  const strange: string[] = [];
  const { clock } = host.evaluation();
  const view = recordReader(scope)(readRecordFile(record, host), clock, (key) => strange.push(key));
  const unknown = [...new Set(strange)].filter((key) => !OF_SERVERS.test(key));
  if (unknown.length > 0) host.err(`Not in the form, and not used: ${quotedFew(unknown)}.\n`);
  return view;
}
