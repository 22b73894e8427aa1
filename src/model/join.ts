import type { Location } from '../core/location.ts';
import { concat, type SourceString, written } from '../source/source-string.ts';
import type { Formula } from './facets.ts';
import { asFormula } from './parse.ts';

/** Both conditions: `a and b`, with brackets around an `or`. Each part keeps the place it was typed. */
export function joinAnd(first: Formula | undefined, second: Formula): Formula {
  if (!first || isEmpty(first)) return second;
  if (isEmpty(second)) return first;
  const at = second.origin.location;
  const string = concat(operand(first, at), written(' and ', at), operand(second, at));
  return asFormula({ string, origin: first.origin });
}

function isEmpty({ string }: Formula): boolean {
  return string.text.trim() === '';
}

function operand({ string, parsed }: Formula, at: Location): SourceString {
  const { tree } = parsed;
  const loose = tree.kind === 'binary' && tree.operator === 'or';
  return loose ? concat(written('(', at), string, written(')', at)) : string;
}
