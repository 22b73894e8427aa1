import { bare } from '../shapes.ts';
import type { Call } from '../tree.ts';
import type { Scope } from './scope.ts';
import {
  BOOLEAN,
  DATE,
  DATE_TIME,
  either,
  type ExpressionType,
  INTEGER,
  NODES,
  NUMBER,
  TEXT,
  UNKNOWN,
} from './type.ts';

/** What a call gives, from what it is given. */
type Result = (args: readonly ExpressionType[], call: Call, scope: Scope) => ExpressionType;

const BY_TYPE: readonly (readonly [ExpressionType, string])[] = [
  [TEXT, 'string concat join substr substring substring-before substring-after translate normalize-space uuid digest'],
  [TEXT, 'base64-decode extract-signed format-date format-date-time jr:choice-name jr:itext version property'],
  [TEXT, 'local-name name namespace-uri'],
  [BOOLEAN, 'contains starts-with ends-with true false boolean boolean-from-string not regex checklist'],
  [BOOLEAN, 'weighted-checklist selected is-selected geofence intersects lang'],
  [NUMBER, 'number random sum max min round pow log log10 abs sin cos tan asin acos atan atan2 sqrt exp exp10 pi'],
  [NUMBER, 'decimal-date-time decimal-time area enclosed-area distance'],
  [INTEGER, 'string-length int floor ceiling count count-non-empty position last count-selected'],
  [DATE, 'today date'],
  [DATE_TIME, 'now date-time'],
  [NODES, 'current id'],
];

const COMPUTED: readonly (readonly [string, Result])[] = [
  ['if', ([, one, other]) => (one && other ? either(one, other) : UNKNOWN)],
  ['coalesce', ([one, other]) => (one && other ? either(one, other) : UNKNOWN)],
  ['once', ([value]) => value ?? UNKNOWN],
  ['depend', ([value]) => value ?? UNKNOWN],
  ['indexed-repeat', ([value]) => value ?? UNKNOWN],
  ['randomize', ([rows]) => rows ?? UNKNOWN],
  ['selected-at', ([answer]) => (answer?.kind === 'codes' ? { ...answer, kind: 'code' } : TEXT)],
  ['instance', (_args, call, scope) => rowsNamed(call, (name) => scope.instance(name))],
  ['pulldata', pulled],
];

const results: ReadonlyMap<string, Result> = new Map([
  ...BY_TYPE.flatMap(([type, names]) => names.split(' ').map((name): [string, Result] => [name, () => type])),
  ...COMPUTED,
]);

/** What a call gives. Functions that nobody knows are a finding of their own. */
export function resultOf(call: Call, args: readonly ExpressionType[], scope: Scope): ExpressionType {
  return results.get(call.name)?.(args, call, scope) ?? UNKNOWN;
}

/** The functions whose result is known. */
export function typedFunctions(): Iterable<string> {
  return results.keys();
}

/** The text in quotes that a call is given in some place. */
export function quotedArgument({ args }: Call, index: number): string | undefined {
  const arg = args[index] && bare(args[index]);
  return arg?.kind === 'string' ? arg.value : undefined;
}

function rowsNamed(call: Call, find: (name: string) => ReturnType<Scope['instance']>): ExpressionType {
  const name = quotedArgument(call, 0);
  const rows = name === undefined ? undefined : find(name);
  return rows ? { kind: 'nodes', rows } : NODES;
}

function pulled(_args: readonly ExpressionType[], call: Call, scope: Scope): ExpressionType {
  const [file, column] = [quotedArgument(call, 0), quotedArgument(call, 1)];
  const rows = file === undefined ? undefined : scope.file(file);
  return (column === undefined ? undefined : rows?.column(column)) ?? UNKNOWN;
}
