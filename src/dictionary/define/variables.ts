import { findCycles } from '../../core/graph.ts';
import type { TextLocation } from '../../core/location.ts';
import { type Step, withStep } from '../../core/origin.ts';
import { suggest } from '../../core/suggest.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { quote } from '../../diagnostics/quote.ts';
import { recall } from '../../diagnostics/recall.ts';
import { MULTIPLE, type Plain } from '../../model/facets.ts';
import type { Entry } from '../../source/entry.ts';
import { decodeKeys, expectMap } from '../decode/decode.ts';
import { decodeOver } from '../decode/decode-over.ts';
import { variableChangeKeys } from '../language/country-keys.ts';
import { type AnyValue, given, isRemoved, type RawText, type Values } from '../language/key.ts';
import { variableKeys } from '../language/variable-keys.ts';
import type { Definition } from '../project/project.ts';

export type VariableValues = Values<typeof variableKeys>;

/** A variable as written, with what it takes from another by `like`. */
export interface RawVariable {
  readonly name: string;
  readonly nameLocation: TextLocation;
  readonly values: VariableValues;
  /** Whether its type was left out, not only misspelt or inherited from what cannot be read. */
  readonly lacksType: boolean;
}

/** A longer chain of `like` than this is refused: no reader could follow it. */
const LONGEST_CHAIN = 100;

export function decodeVariables(
  definitions: ReadonlyMap<string, Definition>,
  layer: ReadonlyMap<string, Definition>,
  report: Report,
): ReadonlyMap<string, RawVariable> {
  const own = new Map<string, RawVariable>();
  definitions.forEach((definition, name) =>
    own.set(name, decodeVariable(definition.entry, [], report, name, definition)),
  );
  layer.forEach((change, name) => {
    const variable = own.get(name);
    if (variable) own.set(name, changeVariable(change.entry, [variable], report, variable));
  });
  const alikes = [...own.values()].filter(({ values }) => values.like !== undefined);
  const circular = reportLikes(alikes, own, report);
  const resolved = new Map<string, RawVariable>();
  for (const variable of alikes) resolveLikes(variable, own, resolved, circular, report);
  resolved.forEach((whole, name) => own.set(name, whole));
  for (const variable of own.values()) requireType(variable, report);
  return own;
}

/** A definition that cannot be read stays known by its name, so that asking it is no second mistake. */
const decodeVariable = recall((entry: Entry, report, name: string, { nameLocation }: Definition): RawVariable => {
  const map = expectMap(entry, name, '{ type: text, label: What is your name? }', report);
  if (!map) return { name, nameLocation, values: {}, lacksType: false };
  const { values } = decodeKeys(map, variableKeys, { what: `variable ${quote(name)}` }, report);
  const says = (key: string): boolean =>
    map.pairs.some((pair) => pair.key.text === key && (pair.value.kind !== 'blank' || key === 'like'));
  return { name, nameLocation, values, lacksType: !says('type') && !says('like') };
});

/** A variable of the core as a country changes it: key by key, texts by language, a key without a value removed. */
const changeVariable = recall((entry: Entry, report, variable: RawVariable): RawVariable => {
  const { name } = variable;
  const map = expectMap(entry, name, '{ hint: Ask the person who answers. }', report);
  if (!map) return variable;
  const what = `variable ${quote(name)}`;
  const { type, ...others } = decodeOver(map, variableChangeKeys, { what, core: variableKeys }, report);
  const values: VariableValues = { ...others, ...typeChange(type, report) };
  return {
    ...variable,
    values: merge(variable.values, values),
    lacksType: variable.lacksType && values.type === undefined,
  };
});

/** Without a type there is no question, so the core's stays. */
export function typeChange(type: VariableValues['type'], report: Report): { readonly type?: Plain } {
  if (!type) return {};
  if (!isRemoved(type)) return { type };
  report('wrong-shape', type.origin.location, {
    key: 'type',
    expected: 'a question type',
    found: 'nothing',
    example: 'integer',
  });
  return {};
}

function requireType({ name, nameLocation, lacksType }: RawVariable, report: Report): void {
  if (lacksType) report('missing-key', nameLocation, { key: 'type', what: `Variable ${quote(name)}`, example: 'text' });
}

/** Reports what leads nowhere or round in a circle, and gives back the names on a circle. */
function reportLikes(
  alikes: readonly RawVariable[],
  own: ReadonlyMap<string, RawVariable>,
  report: Report,
): ReadonlySet<string> {
  for (const { values } of alikes) {
    const like = given(values.like);
    const name = like?.string.text ?? '';
    if (like && !own.has(name))
      report('unknown-variable', like.origin.location, { name, suggestion: suggest(name, own.keys()) });
  }
  const next = (name: string): string[] => {
    const like = given(own.get(name)?.values.like)?.string.text;
    return like !== undefined && own.has(like) ? [like] : [];
  };
  const cycles = findCycles(
    alikes.map(({ name }) => name),
    next,
  );
  for (const cycle of cycles) {
    const first = own.get(cycle[0] ?? '');
    if (first)
      report('definition-cycle', first.nameLocation, {
        names: [...cycle, cycle[0]].join(' → '),
        what: 'variables',
        key: 'like',
      });
  }
  return new Set(cycles.flat());
}

/** Resolves a variable and all that it is like, the last of them first. */
function resolveLikes(
  variable: RawVariable,
  own: ReadonlyMap<string, RawVariable>,
  resolved: Map<string, RawVariable>,
  circular: ReadonlySet<string>,
  report: Report,
): void {
  const chain: RawVariable[] = [];
  for (let next: RawVariable | undefined = variable; next && !resolved.has(next.name);) {
    chain.push(next);
    const like: string | undefined = given(next.values.like)?.string.text;
    next = like === undefined || circular.has(next.name) ? undefined : own.get(like);
  }
  for (const each of chain.toReversed()) resolved.set(each.name, withLike(each, resolved, circular, report));
}

function withLike(
  variable: RawVariable,
  resolved: ReadonlyMap<string, RawVariable>,
  circular: ReadonlySet<string>,
  report: Report,
): RawVariable {
  const { name, values } = variable;
  const like = given(values.like);
  const base = like && !circular.has(name) ? resolved.get(like.string.text) : undefined;
  if (!like || !base) return variable;
  const { location } = like.origin;
  if (likesBehind(base) < LONGEST_CHAIN) return alike(variable, [base], report, base);
  report('nested-too-deep', location, { limit: LONGEST_CHAIN });
  return variable;
}

const alike = recall((variable: RawVariable, _report, base: RawVariable): RawVariable => ({
  ...variable,
  values: likeAnother(variable.name, variable.values, base),
}));

function likesBehind({ values }: RawVariable): number {
  return given(values.type)?.origin.trail.length ?? 0;
}

/** The keys of something that is like a variable: its own win, a text as a whole. */
export function likeAnother(name: string, values: VariableValues, base: RawVariable): VariableValues {
  const like = given(values.like);
  if (!like) return values;
  return merge(inherited(base.values, { kind: 'like', name, location: like.origin.location }), values, 'as a whole');
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
  if (value instanceof Map) return new Map([...value].map(([name, each]) => [name, stepped(each, step)])) as AnyValue;
  if (isPlains(value)) return value.map((each) => steppedPlain(each, step));
  if (isRawText(value))
    return {
      origin: withStep(value.origin, step),
      byLanguage: new Map([...value.byLanguage].map(([tag, plain]) => [tag, steppedPlain(plain, step)])),
    };
  return 'string' in value && 'origin' in value ? steppedPlain(value, step) : value;
}

function steppedPlain<Value extends Plain>(plain: Value, step: Step): Value {
  return { ...plain, origin: withStep(plain.origin, step) };
}

function isPlains(value: AnyValue): value is readonly Plain[] {
  return Array.isArray(value);
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
    else if (below === undefined || isRemoved(below)) merged.set(name, value);
    else merged.set(name, mergeValues(below, value, texts));
  }
  return Object.fromEntries(merged) as Base;
}

/** Columns are keys as well, so they are replaced one by one. */
function mergeValues(below: AnyValue, value: AnyValue, texts: 'by language' | 'as a whole'): AnyValue {
  if (below instanceof Map && value instanceof Map) return new Map([...below, ...value]) as AnyValue;
  if (texts === 'as a whole' || !isRawText(value) || !isRawText(below)) return value;
  return { origin: value.origin, byLanguage: mergeLanguages(below.byLanguage, value.byLanguage) };
}

type ByLanguage = RawText['byLanguage'];

/** What is written last wins also over the same language by its tag, and a text for all languages over all of them. */
function mergeLanguages(below: ByLanguage, over: ByLanguage): ByLanguage {
  if (over.has(MULTIPLE)) return over;
  return new Map([...[...below].filter(([tag]) => !over.has(tag)), ...over]);
}
