import { suggest } from '../../../core/suggest.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import type { WrongWay } from '../../../diagnostics/rules/record-checks.ts';
import type { Placed } from '../../../expression/placed.ts';
import { bare, isFullStop } from '../../../expression/shapes.ts';
import type { Path } from '../../../expression/tree.ts';
import { namesAsked } from '../../../model/checked-forms.ts';
import type { Dictionary } from '../../../model/dictionary.ts';
import { locate } from '../../../source/source-string.ts';
import type { Reading } from '../../readings.ts';

/** A check stands at no place of a form, so questions are named by `${name}` alone; between brackets, paths are about entries. */
export function checkReferences({ facts, references, string }: Reading, dictionary: Dictionary, report: Report): void {
  for (const { lastSaved, span } of references)
    if (lastSaved) {
      const written = string.text.slice(span.start, span.end);
      report('check-reference', locate(string, span), { written, is: 'last-saved', suggestion: undefined });
    }
  for (const { node, filtered } of facts.paths.filter(beginsAtItsPlace)) {
    if (filtered) continue;
    const written = string.text.slice(node.span.start, node.span.end);
    const is = wayOf(node);
    const suggestion = is === 'bare' ? suggest(written, namesAsked(dictionary.forms)) : undefined;
    report('check-reference', locate(string, node.span), { written, is, suggestion });
  }
}

function beginsAtItsPlace({ node: { start } }: Placed<Path>): boolean {
  if (!start) return true;
  const first = bare(start);
  return first.kind === 'call' && first.name === 'current';
}

function wayOf(node: Path): WrongWay {
  if (isFullStop(node)) return 'own';
  const [step, ...others] = node.steps;
  const isName = step?.axis === 'child' && step.test.kind === 'name';
  return isName && !node.absolute && !node.start && others.length === 0 ? 'bare' : 'path';
}
