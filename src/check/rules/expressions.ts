import type { Range } from '../../core/range.ts';
import type { More, Report } from '../../diagnostics/collector.ts';
import { locate, type SourceString } from '../../source/source-string.ts';
import type { Reading } from '../readings.ts';
import { hasPlaceholder } from '../../vocabulary/placeholders.ts';

/** What the parser found wrong, at the place where it was typed; what a module fills in is looked at where it is placed. */
export function checkExpression({ kind, key, string, problems, curlyQuotes }: Reading, report: Report): void {
  if (hasPlaceholder(string.text)) return;
  for (const { span, message, help } of problems) {
    const rule = kind === 'expression' ? 'expression-syntax' : 'reference-syntax';
    report(rule, locate(string, span), { problem: message, help });
  }
  const [first] = curlyQuotes;
  if (first) report('curly-quotes', locate(string, first), { key }, straightQuotesFix(string, curlyQuotes));
}

/** Certain only where the text is not in quotes itself, which a straight quote would end. */
function straightQuotesFix(string: SourceString, ranges: readonly Range[]): More {
  const edits = ranges.flatMap((range) => {
    const at = locate(string, range);
    const straight = /[“”]/.test(string.text.slice(range.start, range.end)) ? '"' : "'";
    return at.kind === 'text' && range.start > 0 ? [{ at, text: straight }] : [];
  });
  const plain = string.pieces.every(({ map }) => map === 'linear');
  return plain && edits.length === ranges.length ? { fix: { title: 'Type straight quotes', edits } } : {};
}
