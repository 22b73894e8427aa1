import type { Range } from '../../core/range.ts';
import { suggest } from '../../core/suggest.ts';
import { didYouMean, quote } from '../../diagnostics/quote.ts';
import { type ParsedExpression, parseExpression } from '../../expression/parser.ts';
import { referencesIn } from '../../expression/references.ts';
import { framed } from '../../printers/framed.ts';
import { type Host, UsageError } from '../host.ts';
import { type EvalContext, namesIn } from './context.ts';

/**
 * Reads the expression of the command line.
 * @throws UsageError with the first mistake, where it cannot be read or names what the form does not have
 */
export function readExpression(text: string, context: EvalContext, host: Host): ParsedExpression {
  const parsed = parseExpression(text);
  const [problem] = parsed.problems;
  if (problem)
    throw new UsageError(marked(text, problem.span, problem.message, host), `${problem.help}${onQuotes(text)}`);
  refuseUnknown(text, parsed, context, host);
  return parsed;
}

/** Between double quotes, most shells put nothing in the place of `${name}`, and hand on what is left. */
function onQuotes(text: string): string {
  return text.includes('${') ? '' : "\nIf you typed ${name}, put the expression in single quotes: '${age} >= 18'";
}

function refuseUnknown(text: string, { tree }: ParsedExpression, context: EvalContext, host: Host): void {
  const unknown = referencesIn(tree).find(({ name }) => context.scope.find(name) === undefined);
  if (!unknown) return;
  const form = quote(context.form.name.string.text);
  const likely = suggest(unknown.name, namesIn(context));
  const sentence = `\${${unknown.name}} names no question of form ${form}.${didYouMean(likely)}`;
  const help = likely === undefined ? 'Names are written as in the form.' : `Write \${${likely}}.`;
  throw new UsageError(marked(text, unknown.span, sentence, host), help);
}

function marked(text: string, span: Range, message: string, { width, color }: Host): string {
  return `${message}\n\n${framed(text, span, { width, color })}\n`;
}
