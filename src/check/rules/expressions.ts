import type { Report } from '../../diagnostics/collector.ts';
import { locate } from '../../source/source-string.ts';
import type { Reading } from '../readings.ts';
import { hasParameter } from '../words.ts';

/** What the parser found wrong, at the place where it was typed; what a module fills in is looked at where it is placed. */
export function checkExpression({ kind, key, string, problems, curlyQuotes }: Reading, report: Report): void {
  if (hasParameter(string.text)) return;
  for (const { span, message, help } of problems) {
    const rule = kind === 'expression' ? 'expression-syntax' : 'reference-syntax';
    report(rule, locate(string, span), { problem: message, help });
  }
  const [first] = curlyQuotes;
  if (first) report('curly-quotes', locate(string, first), { key });
}
