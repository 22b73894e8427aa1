import type { Range } from '../../../core/range.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import type { Placed } from '../../../expression/placed.ts';
import { bare, isFullStop } from '../../../expression/shapes.ts';
import type { Call, Expression, Path } from '../../../expression/tree.ts';
import { isNothing } from '../../../expression/types/type.ts';
import type { Engine } from '../../../vocabulary/functions.ts';
import { type Construct, type ConstructName, constructs } from '../../../vocabulary/portability.ts';
import { locate } from '../../../source/source-string.ts';
import { isAnchored } from './pattern.ts';
import { conditionsIn } from '../values/conditions.ts';
import { isDate } from '../values/texts.ts';
import { isForData } from '../../readings.ts';
import type { TypedReading } from '../values/view.ts';

/** A construct that stands somewhere in an expression. */
interface Found {
  readonly construct: ConstructName;
  readonly span: Range;
}

/** What is read in different ways where the form is filled in, or not at all. Plausibility limits are computed here. */
export function checkEngines(typed: TypedReading, engines: readonly Engine[], report: Report): void {
  const { reading } = typed;
  if (isForData(reading)) return;
  const found = [
    ...reading.facts.operations.flatMap(({ node }) => operationsIn(node)),
    ...reading.facts.paths.flatMap((path) => pathsIn(path, typed)),
    ...reading.facts.calls.flatMap((call) => callsIn(call, typed)),
    ...(engines.length > 1 ? blankConditions(typed) : []),
  ];
  for (const each of found) reportConstruct(each, typed, engines, report);
}

function reportConstruct(
  { construct, span }: Found,
  { reading }: TypedReading,
  engines: readonly Engine[],
  report: Report,
): void {
  const { title, does, fails, help, isMinor = false }: Construct = constructs[construct];
  const without = engines.filter((engine) => fails.includes(engine));
  const differs = new Set(engines.map((engine) => does[engine])).size > 1;
  if (without.length === 0 && !differs) return;
  const at = locate(reading.string, span);
  const written = reading.string.text.slice(span.start, span.end);
  const outcomes = engines.map((engine) => ({ engine, does: does[engine] }));
  const params = { written, title, outcomes, help };
  if (without.length === 0) report('engine-difference', at, params, isMinor ? { severity: 'info' } : {});
  // The servers' own test computes as Collect does: what that lacks keeps a form from being published.
  else report('expression-support', at, params, { severity: without.includes('collect') ? 'error' : 'warning' });
}

function operationsIn(node: Expression): readonly Found[] {
  if (node.kind === 'binary' && node.operator === '|') return [{ construct: 'union', span: node.span }];
  const isMinus = node.kind === 'negate' && node.operand.kind === 'group';
  return isMinus ? [{ construct: 'minus-bracket', span: node.span }] : [];
}

const AXES: ReadonlySet<string> = new Set(['child', 'self', 'parent', 'attribute']);

function pathsIn({ node }: Placed<Path>, typed: TypedReading): readonly Found[] {
  const step = node.steps.find(({ axis, test, separator }) => {
    const isShort = axis === 'child' || axis === 'attribute' ? test.kind !== 'type' : test.kind === 'type';
    return separator?.text === '//' || !AXES.has(axis) || !isShort;
  });
  const conditions = [...node.filters, ...node.steps.flatMap(({ predicates }) => predicates)];
  const values = conditions.filter(({ condition }) => {
    const { kind } = typed.typeOf(condition);
    return kind === 'number' || (kind === 'text' && bare(condition).kind === 'string');
  });
  return [
    ...(step ? [{ construct: 'path-step' as const, span: node.span }] : []),
    ...values.map(({ span }) => ({ construct: 'predicate-value' as const, span })),
  ];
}

const EXTREMES: ReadonlySet<string> = new Set(['max', 'min']);
const PATTERNS: ReadonlySet<string> = new Set(['format-date', 'format-date-time']);
/** Where a date with a time is read as a text. */
const AS_TEXT: ReadonlySet<string> = new Set(
  'string concat join substr substring-before substring-after translate contains ends-with regex string-length'.split(
    ' ',
  ),
);

function callsIn(call: Call, typed: TypedReading): readonly Found[] {
  const { name, args } = call;
  const [first, second] = args.map(bare);
  const whole = (construct: ConstructName): readonly Found[] => [{ construct, span: call.span }];
  if (name === 'regex' && second?.kind === 'string' && !isAnchored(second.value))
    return [{ construct: 'loose-regex', span: second.span }];
  if (EXTREMES.has(name) && args.length > 1 && args.some((arg) => bare(arg).kind === 'reference'))
    return whole('blank-in-extreme');
  if (name === 'number' && first?.kind === 'string' && isDate(first.value)) return whole('date-text-number');
  if (PATTERNS.has(name) && second?.kind === 'string' && second.value.includes('%W'))
    return [{ construct: 'week-pattern', span: second.span }];
  if (!AS_TEXT.has(name) || isDayOf(call)) return [];
  return args.flatMap((arg) => {
    const construct = AS_TEXTS.get(typed.typeOf(arg).kind);
    return construct ? [{ construct, span: arg.span }] : [];
  });
}

const AS_TEXTS: ReadonlyMap<string, ConstructName> = new Map([
  ['time', 'clock-as-text'],
  ['dateTime', 'time-as-text'],
]);

/** `substr(${start}, 0, 10)`: the day is what stands there everywhere. */
function isDayOf({ name, args }: Call): boolean {
  const end = args[2] && bare(args[2]);
  return name === 'substr' && end?.kind === 'number' && end.value >= 0 && end.value <= DAY_LENGTH;
}

const DAY_LENGTH = '2024-12-31'.length;

/** Text that is never empty, and what is computed, is the same everywhere: only places of the form are not. */
function blankConditions(typed: TypedReading): readonly Found[] {
  return conditionsIn(typed.reading).flatMap(({ node }): Found[] => {
    const inner = bare(node);
    const isPlace =
      inner.kind === 'reference' || (inner.kind === 'path' && (isFullStop(inner) || inner.start !== undefined));
    const type = typed.typeOf(inner);
    // A code alone is no condition anywhere, which is told for that.
    if (!isPlace || type.kind === 'code' || isNothing(type)) return [];
    const isStored = type.kind === 'boolean';
    return [{ construct: isStored ? 'stored-condition' : 'blank-condition', span: node.span }];
  });
}
