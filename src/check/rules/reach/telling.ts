import type { Location } from '../../../core/location.ts';
import type { Related } from '../../../diagnostics/diagnostic.ts';
import type { Reason } from '../../../diagnostics/rules/reach.ts';
import { describe } from '../../../expression/domains/describe.ts';
import { locate, placeOf } from '../../../source/source-string.ts';
import type { Reading } from '../../readings.ts';
import type { Fact } from './facts.ts';
import type { Clause } from './proof.ts';

/** The author's words for parts of an expression. */
export function wordsIn(parts: readonly Clause[], { string }: Reading): readonly string[] {
  return parts.map(({ node: { span }, holds }) => {
    const words = string.text.slice(span.start, span.end).replaceAll(/\s+/g, ' ');
    if (!holds) return `not(${words})`;
    return words;
  });
}

/** The place of some parts of an expression: all of it where they stand in one place, else the first, with the others. */
export function placeOfParts(
  parts: readonly Clause[],
  { string }: Reading,
): { readonly at: Location; readonly others: readonly Related[] } {
  const spans = parts.map(({ node }) => node.span).toSorted((one, other) => one.start - other.start);
  const [first, ...others] = spans;
  if (!first) return { at: locate(string, { start: 0, end: string.text.length }), others: [] };
  const places = others.map((span) => locate(string, span));
  const end = Math.max(...spans.map((span) => span.end));
  const whole = locate(string, { start: first.start, end });
  const last = places.at(-1);
  if (!last || isInside(last, whole)) return { at: whole, others: [] };
  return { at: locate(string, first), others: places.map((location) => ({ message: 'and here', location })) };
}

function isInside(part: Location, whole: Location): boolean {
  if (part.kind === 'text' && whole.kind === 'text') return part.source === whole.source && part.end <= whole.end;
  return part.kind === 'cell' && whole.kind === 'cell' && part.cell === whole.cell;
}

export function reasonOf({ kind, owner, string, cases, variable }: Fact): Reason {
  const limit = variable && describe(variable, cases);
  return {
    kind,
    name: owner.name.string.text,
    is: owner.kind === 'section' ? owner.type : 'question',
    words: string.text,
    limit,
  };
}

export function relatedTo({ kind, owner, string }: Fact): Related {
  return { message: `the ${kind} of ${owner.name.string.text}`, location: placeOf(string) };
}
