import type { Range } from '../../../core/range.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import { isXmlName } from '../../../core/names.ts';
import { findReferences, type ReferenceText } from '../../../expression/reference-text.ts';
import type { Item } from '../../../model/item.ts';
import { locate, placeOf } from '../../../source/source-string.ts';
import type { Profile } from '../../../vocabulary/profiles.ts';
import { refusedBy } from '../../rule-set.ts';
import { hasPlaceholder } from '../../../vocabulary/placeholders.ts';

/** A trigger is one question, or for ODK several with commas between them. */
export function checkTrigger({ facets }: Item, profiles: readonly Profile[], report: Report): void {
  const { string } = facets.trigger ?? {};
  if (!string || string.text.trim() === '' || hasPlaceholder(string.text)) return;
  const references = findReferences(string.text);
  const rewritten = rewrittenOf(string.text, references);
  if (references.length === 0)
    return report('trigger-list', placeOf(string), { problem: 'no-reference', words: string.text, rewritten });
  const problems = partsOf(string.text).flatMap((part) => problemsOf(part, string.text, references));
  for (const { problem, span } of problems) {
    const severity = problem === 'comma' ? 'error' : (refusedBy('kobo', profiles) ?? 'warning');
    const words = string.text.slice(span.start, span.end);
    report('trigger-list', locate(string, span), { problem, words, rewritten }, { severity });
  }
  const severity = refusedBy('kobo', profiles);
  if (problems.length === 0 && severity && !isOne(string.text, references))
    report('trigger-list', placeOf(string), { problem: 'kobo', words: string.text, rewritten }, { severity });
}

/** pyxform 3.0.0 looks a trigger up as it is written, so that it finds nothing but `${name}`. */
function isOne(text: string, [first]: readonly ReferenceText[]): boolean {
  return first?.lastSaved === false && first.span.end - first.span.start === text.trim().length;
}

/** What stands between the commas. */
function partsOf(text: string): readonly Range[] {
  return [...text.matchAll(/[^,]+/g)].map(({ 0: part, index }) => ({ start: index, end: index + part.length }));
}

interface Problem {
  readonly problem: 'comma' | 'words';
  readonly span: Range;
}

function problemsOf(part: Range, text: string, references: readonly ReferenceText[]): readonly Problem[] {
  const own = references.filter(({ span }) => span.start >= part.start && span.end <= part.end);
  if (own.length > 1) return [{ problem: 'comma', span: trimmed(part, text) }];
  const [reference] = own;
  const around = reference
    ? [
        { start: part.start, end: reference.span.start },
        { start: reference.span.end, end: part.end },
      ]
    : [part];
  return around
    .map((span) => trimmed(span, text))
    .filter(({ start, end }) => start < end)
    .map((span) => ({ problem: 'words', span }));
}

function trimmed({ start, end }: Range, text: string): Range {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: from + words.trim().length };
}

function rewrittenOf(text: string, references: readonly ReferenceText[]): string {
  const names = references.length > 0 ? references.map(({ name }) => name) : text.split(/[\s,;]+/);
  const good = names.filter(isXmlName);
  return (good.length > 0 ? good : ['name']).map((name) => `\${${name}}`).join(', ');
}
