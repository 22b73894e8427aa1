import type { Step } from '../../core/origin.ts';
import type { Plain } from '../../model/facets.ts';
import type { Facets, Question } from '../../model/item.ts';
import { surveyColumnNames } from '../../vocabulary/columns.ts';
import type { RawAsk } from '../define/raw-item.ts';
import { merge, type RawVariable, type VariableValues, withTrail } from '../define/variables.ts';
import type { AnyValue } from '../language/key.ts';
import type { Placing } from './parameters.ts';
import { buildQuestion, definedQuestion } from './question.ts';

/** Where a variable is asked, and under which name. */
export interface Place {
  readonly item: RawAsk;
  readonly name: Plain;
}

/**
 * A variable as a form asks it. What the item changes, and what a module fills in, is made anew and knows that it came here by
 * an ask; everything else is the variable's own, so that a form costs little and equal things stay the same thing.
 */
export function askVariable(
  variable: RawVariable,
  changes: VariableValues,
  { item, name }: Place,
  placing: Placing,
): Question {
  const step: Step = { kind: 'ask', name: variable.name, location: item.name.origin.location };
  const anew = new Set([...keysWithParameters(variable), ...keysOf(changes)]);
  const below = Object.fromEntries(Object.entries(variable.values).filter(([key]) => anew.has(key))) as VariableValues;
  const values = merge(withTrail(below, step), changes);
  const own = buildQuestion({ name, values, origin: item.name.origin, variable: variable.name }, placing);
  const whole = definedQuestion(variable, placing);
  return {
    ...own,
    type: anew.has('type') ? own.type : whole.type,
    facets: anew.size === 0 ? whole.facets : facetsOf(own, whole, anew),
    columns: anew.has('columns') ? own.columns : whole.columns,
    meaning: anew.size === 0 ? whole.meaning : { ...without(whole.meaning, anew), ...own.meaning },
    asked: { step, changed: new Set([...anew, ...(anew.has('columns') ? own.columns.keys() : [])]) },
  };
}

function keysOf(values: VariableValues): readonly string[] {
  return Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [key]));
}

/** In the order of the columns, as of any other question. */
function facetsOf(own: Question, whole: Question, anew: ReadonlySet<string>): Facets {
  const facets = surveyColumnNames.flatMap((column) => {
    const facet = (anew.has(column) ? own : whole).facets[column];
    return facet === undefined ? [] : [[column, facet] as const];
  });
  // Each facet stays under the column that it was made for, which a list of pairs cannot say.
  return Object.fromEntries(facets) as Facets;
}

function without<Values extends object>(values: Values, keys: ReadonlySet<string>): Partial<Values> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !keys.has(key))) as Partial<Values>;
}

const withParameters = new WeakMap<RawVariable, readonly string[]>();

/** The keys of a variable that hold a `$(name)`, which each place fills in for itself. */
function keysWithParameters(variable: RawVariable): readonly string[] {
  const known = withParameters.get(variable);
  if (known) return known;
  const found = Object.entries(variable.values).flatMap(([key, value]) =>
    value !== undefined && mayHoldParameter(value) ? [key] : [],
  );
  withParameters.set(variable, found);
  return found;
}

/** Maps and lists that are decoded later are taken to hold one. */
function mayHoldParameter(value: AnyValue): boolean {
  if (value instanceof Map) return [...value.values()].some(mayHoldParameter);
  if (Array.isArray(value)) return value.some(mayHoldParameter);
  if ('removed' in value) return false;
  if ('byLanguage' in value) return [...value.byLanguage.values()].some(mayHoldParameter);
  return 'string' in value && 'origin' in value ? value.string.text.includes('$(') : true;
}
