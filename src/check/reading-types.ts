import type { Types } from '../expression/types/infer.ts';
import { typed } from '../expression/types/typed.ts';
import type { FormScope } from '../model/scope/form-scope.ts';
import type { Reading } from './readings.ts';

const NOTHING: Types = new Map();

/** The types of the expressions of a form. */
export function readingTypes(scopeAt: FormScope): (reading: Reading) => Types {
  return ({ tree, problems, item, key }) => (tree && problems.length === 0 ? typed(tree, scopeAt(item, key)) : NOTHING);
}
