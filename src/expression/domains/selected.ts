import { bare } from '../shapes.ts';
import type { Call } from '../tree.ts';
import { ANY_CODES, answered, offeredIn, oneOf } from './answers.ts';
import { ANYTIME, type Cases, NEVER, where } from './cases.ts';
import { codes } from './domain.ts';
import { constantIn } from './literals.ts';
import type { Names, Variable } from './names.ts';

/** `selected(${answer}, 'code')`; undefined where it is about something else, or about no single code of the list. */
export function casesOfSelected({ args }: Call, holds: boolean, names: Names): Cases | undefined {
  const variable = args[0] && names.variable(bare(args[0]));
  const sought = args[1] && constantIn(args[1], names);
  if (!variable || sought?.kind !== 'text') return undefined;
  const code = sought.text.trim();
  // In JavaRosa nothing is selected where nothing is.
  if (code === '') return isChoice(variable) ? answered(variable, !holds) : undefined;
  if (names.column && isChoice(variable) && offers(variable, code) === false) return holds ? NEVER : ANYTIME;
  return chosen(variable, code, holds);
}

function offers({ values }: Variable, code: string): boolean | undefined {
  return values.kind === 'code' || values.kind === 'codes' ? values.codes?.has(code) : undefined;
}

function isChoice({ values }: Variable): boolean {
  return values.kind === 'code' || values.kind === 'codes';
}

function chosen({ name, values }: Variable, code: string, holds: boolean): Cases | undefined {
  // That a code is not in the list is told for itself.
  if ((values.kind !== 'code' && values.kind !== 'codes') || values.codes?.has(code) === false) return undefined;
  if (/\s/u.test(code)) return undefined;
  if (values.kind === 'code')
    return where(name, oneOf(holds ? [code] : ['', ...[...values.codes].filter((each) => each !== code)]));
  const only = new Set([code]);
  const known = holds ? { chosen: only } : { without: only };
  return where(name, codes({ ...ANY_CODES, offered: offeredIn(values), ...known }));
}
