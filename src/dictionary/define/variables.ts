import { findCycles } from '../../core/graph.ts';
import type { TextLocation } from '../../core/location.ts';
import { type Step, withStep } from '../../core/origin.ts';
import { suggest } from '../../core/suggest.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { quote } from '../../diagnostics/quote.ts';
import { decodeKeys, expectMap } from '../decode/decode.ts';
import { type AnyValue, given, isRemoved, type RawText, type Values } from '../language/key.ts';
import { variableKeys } from '../language/variable-keys.ts';
import type { Definition } from '../project/project.ts';

export type VariableValues = Values<typeof variableKeys>;

/** A variable as written, with what it takes from another by `like`. */
export interface RawVariable {
  readonly name: string;
  readonly nameLocation: TextLocation;
  readonly values: VariableValues;
}

export function decodeVariables(
  definitions: ReadonlyMap<string, Definition>,
  report: Report,
): ReadonlyMap<string, RawVariable> {
  const own = new Map(
    [...definitions].flatMap(([name, definition]) => {
      const variable = decodeVariable(name, definition, report);
      return variable ? [[name, variable] as const] : [];
    }),
  );
  const circular = reportLikes(own, report);
  const resolved = new Map<string, RawVariable>();
  for (const name of own.keys()) resolveLike(name, own, resolved, circular);
  for (const variable of resolved.values()) requireType(variable, report);
  return resolved;
}

function decodeVariable(name: string, { entry, nameLocation }: Definition, report: Report): RawVariable | undefined {
  const map = expectMap(entry, name, '{ type: text, label: What is your name? }', report);
  if (!map) return undefined;
  const { values } = decodeKeys(map, variableKeys, { what: `variable ${quote(name)}` }, report);
  return { name, nameLocation, values };
}

function requireType({ name, nameLocation, values }: RawVariable, report: Report): void {
  if (values.type === undefined)
    report('missing-key', nameLocation, { key: 'type', what: `Variable ${quote(name)}`, example: 'text' });
}

/** Reports what leads nowhere or round in a circle, and gives back the names on a circle. */
function reportLikes(own: ReadonlyMap<string, RawVariable>, report: Report): ReadonlySet<string> {
  for (const { values } of own.values()) {
    const like = given(values.like);
    const name = like?.string.text ?? '';
    if (like && !own.has(name))
      report('unknown-variable', like.origin.location, { name, suggestion: suggest(name, own.keys()) });
  }
  const next = (name: string): string[] => {
    const like = given(own.get(name)?.values.like)?.string.text;
    return like !== undefined && own.has(like) ? [like] : [];
  };
  const cycles = findCycles(own.keys(), next);
  for (const cycle of cycles) {
    const first = own.get(cycle[0] ?? '');
    if (first)
      report('definition-cycle', first.nameLocation, { names: [...cycle, cycle[0]].join(' → '), what: 'variables' });
  }
  return new Set(cycles.flat());
}

function resolveLike(
  name: string,
  own: ReadonlyMap<string, RawVariable>,
  resolved: Map<string, RawVariable>,
  circular: ReadonlySet<string>,
): RawVariable | undefined {
  const variable = own.get(name);
  const done = resolved.get(name);
  if (done || !variable) return done;
  const like = given(variable.values.like);
  const base = like && !circular.has(name) ? resolveLike(like.string.text, own, resolved, circular) : undefined;
  const values =
    base && like
      ? merge(
          inherited(base.values, { kind: 'like', name, location: like.origin.location }),
          variable.values,
          'as a whole',
        )
      : variable.values;
  const merged = { ...variable, values };
  resolved.set(name, merged);
  return merged;
}

/** Every key but those that belong to one variable alone. */
function inherited({ id: _id, was: _was, like: _like, ...values }: VariableValues, step: Step): VariableValues {
  return withTrail(values, step);
}

/** The same values, each knowing one more step of its way. */
export function withTrail<Table extends { readonly [name: string]: AnyValue | undefined }>(
  values: Table,
  step: Step,
): Table {
  const entries = Object.entries(values).map(([name, value]) => [name, value && stepped(value, step)]);
  return Object.fromEntries(entries) as Table;
}

function stepped(value: AnyValue, step: Step): AnyValue {
  if (isRawText(value))
    return {
      origin: withStep(value.origin, step),
      byLanguage: new Map(
        [...value.byLanguage].map(([tag, plain]) => [tag, { ...plain, origin: withStep(plain.origin, step) }]),
      ),
    };
  return 'string' in value && 'origin' in value ? { ...value, origin: withStep(value.origin, step) } : value;
}

function isRawText(value: AnyValue): value is RawText {
  return 'byLanguage' in value;
}

/**
 * Key by key: what stands in `over` wins, a key without a value removes. Texts merge by language where the question stays
 * the same; another question (`like`) must not speak its own words in one language and the old ones in the next.
 */
export function merge<Base extends { readonly [name: string]: AnyValue | undefined }>(
  base: Base,
  over: Base,
  texts: 'by language' | 'as a whole' = 'by language',
): Base {
  const merged = new Map<string, AnyValue | undefined>(Object.entries(base));
  for (const [name, value] of Object.entries(over)) {
    const below = merged.get(name);
    if (value === undefined) continue;
    if (isRemoved(value)) merged.delete(name);
    else if (texts === 'by language' && isRawText(value) && below && isRawText(below))
      merged.set(name, { origin: value.origin, byLanguage: new Map([...below.byLanguage, ...value.byLanguage]) });
    else merged.set(name, value);
  }
  return Object.fromEntries(merged) as Base;
}
