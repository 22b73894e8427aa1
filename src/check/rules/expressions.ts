import type { Report } from '../../diagnostics/collector.ts';
import { locate } from '../../source/source-string.ts';
import type { Reading } from '../readings.ts';

/** What the parser found wrong, at the place where it was typed. */
export function checkExpression({ kind, key, string, problems, curlyQuotes }: Reading, report: Report): void {
  for (const { span, message, help } of problems) {
    const rule = kind === 'expression' ? 'expression-syntax' : 'reference-syntax';
    report(rule, locate(string, span), { problem: message, help });
  }
  const [first] = curlyQuotes;
  if (first) report('curly-quotes', locate(string, first), { key });
}
