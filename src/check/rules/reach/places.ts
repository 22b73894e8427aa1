import { once } from '../../../core/once.ts';
import { ANYTIME, type Cases } from '../../../expression/domains/cases.ts';
import { casesOf } from '../../../expression/domains/condition.ts';
import type { Names, Variable } from '../../../expression/domains/names.ts';
import { isFullStop } from '../../../expression/shapes.ts';
import type { Expression } from '../../../expression/tree.ts';
import { UNKNOWN } from '../../../expression/types/type.ts';
import { repeatsOf } from '../../../model/repeats.ts';
import type { Visit } from '../../../model/walk.ts';
import { NO_FACTS } from '../../facts.ts';
import { itemReadings, type Reading } from '../../readings.ts';
import type { FormView } from '../../rule-set.ts';
import { hasPlaceholder } from '../../../vocabulary/placeholders.ts';
import type { FormIndex } from '../calls/form-index.ts';
import { variableOf } from './answers.ts';

/** The expressions of a form with what their names stand for. */
export interface Places {
  readonly view: FormView;
  readonly index: FormIndex;
  names(reading: Reading): Names;
  /** The question of a name, as a variable. */
  variable(name: string): Variable | undefined;
  /** When an expression holds; found once. */
  casesOf(reading: Reading): Cases;
}

export function placesIn(view: FormView, index: FormIndex): Places {
  const known = new Map<string, Variable | undefined>();
  const names = new Map<Reading, Names>();
  const plain = once(() => view.scopeAt(undefined, ''));
  const variable = (name: string): Variable | undefined => {
    if (!known.has(name)) known.set(name, find(name));
    return known.get(name);
  };
  const find = (name: string): Variable | undefined => {
    const target = index.target(name);
    return target && variableOf(target, plain().reference({ name, lastSaved: false }));
  };
  const places: Places = {
    view,
    index,
    variable,
    names: (reading) => {
      const found = names.get(reading) ?? namesAt(reading, places);
      names.set(reading, found);
      return found;
    },
    casesOf: (reading) => (reading.tree ? casesOf(reading.tree, true, places.names(reading)) : ANYTIME),
  };
  return places;
}

function namesAt(reading: Reading, { view, index, variable }: Places): Names {
  const { item, key } = reading;
  const around = once(() => (item ? (index.visit(item)?.path ?? []) : []));
  const types = once(() => view.types(reading));
  return {
    place: `${item?.name.string.text ?? ''} ${key}`,
    known: new Map(),
    typeOf: (node) => types().get(node) ?? UNKNOWN,
    variable: (node) => {
      const name = nameIn(node, reading);
      const target = name === undefined ? undefined : index.target(name);
      // Of what is asked in a repeat, only the answer of the same entry is one answer.
      return name !== undefined && target && isReached(target, around()) ? variable(name) : undefined;
    },
  };
}

function isReached(target: Visit, around: Visit['path']): boolean {
  return target.path.length === 0 || repeatsOf(target).every((repeat) => around.includes(repeat));
}

function nameIn(node: Expression, { item }: Reading): string | undefined {
  if (node.kind === 'reference') return node.lastSaved ? undefined : node.name;
  return node.kind === 'path' && item?.kind === 'question' && isFullStop(node) ? item.name.string.text : undefined;
}

/** The expression in a column of an item, where it can be read. */
export function readingIn(item: Visit['item'], key: 'relevant' | 'constraint' | 'calculation'): Reading | undefined {
  if (!item.facets[key]) return undefined;
  const reading = itemReadings(item).find((each) => each.key === key);
  return reading && isReadable(reading) ? reading : undefined;
}

export function isReadable({ facts, string }: Reading): boolean {
  return facts !== NO_FACTS && !hasPlaceholder(string.text);
}
