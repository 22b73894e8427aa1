import type { Report } from '../../../diagnostics/collector.ts';
import { bare } from '../../../expression/shapes.ts';
import type { Binary, Expression, Negate } from '../../../expression/tree.ts';
import type { Severity } from '../../../diagnostics/rule.ts';
import type { ExpressionType } from '../../../expression/types/type.ts';
import { isDate, isNumeric, valuesOf } from './texts.ts';
import type { TypedReading } from './view.ts';

const ORDERS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);
const COUNTS: ReadonlySet<string> = new Set(['+', '-', '*', 'div', 'mod']);

/** What is added, multiplied or put in order must be numbers or dates. */
export function checkNumbers(typed: TypedReading, untold: Severity, report: Report): void {
  const { operations } = typed.reading.facts;
  const joined = operations.map(({ node }) => joinedText(node)).find((text) => text !== undefined);
  if (joined) reportJoined(joined, typed, untold, report);
  for (const { node } of operations) {
    const operator = node.kind === 'negate' ? '-' : node.operator;
    // Texts that should be joined are told once.
    if (joined && operator === '+') continue;
    if (!ORDERS.has(operator) && !COUNTS.has(operator)) continue;
    const told = node.kind === 'binary' && checkDays(node, typed, untold, report);
    if (!told) for (const side of sidesOf(node)) checkOperand(side, node, operator, typed, untold, report);
  }
}

/** The text in quotes of `'Mr ' + ${name}`. */
function joinedText(node: Binary | Negate): Expression | undefined {
  if (node.kind !== 'binary' || node.operator !== '+') return undefined;
  return sidesOf(node).find((side) => isPlainText(bare(side)));
}

function reportJoined(text: Expression, typed: TypedReading, severity: Severity, report: Report): void {
  const params = { written: typed.words(text), operator: '+', is: 'text' as const, orders: false, joins: true };
  report('text-as-number', typed.place(text), params, { severity });
}

function sidesOf(node: Binary | Negate): readonly Expression[] {
  return node.kind === 'negate' ? [node.operand] : [node.left, node.right];
}

function checkOperand(
  side: Expression,
  node: Binary | Negate,
  operator: string,
  typed: TypedReading,
  untold: Severity,
  report: Report,
): void {
  const type = typed.typeOf(side);
  const orders = ORDERS.has(operator);
  const date = dateIn(type);
  const written = typed.words(side);
  if (date !== undefined && isBesideDate(side, node, typed)) {
    report('date-in-quotes', typed.place(side), { written, date }, { severity: untold });
    return;
  }
  const is = noNumber(type);
  if (!is) return;
  // People can write digits into a text, and choose a single code that is a number.
  const severity = is === 'free' || is === 'codes' ? 'warning' : untold;
  report('text-as-number', typed.place(side), { written, operator, is, orders, joins: false }, { severity });
}

/** The date that a text in quotes holds. */
function dateIn(type: ExpressionType): string | undefined {
  const [only, ...others] = valuesOf(type) ?? [];
  return type.kind === 'text' && only !== undefined && others.length === 0 && isDate(only) ? only : undefined;
}

function isBesideDate(side: Expression, node: Binary | Negate, typed: TypedReading): boolean {
  return sidesOf(node).some((other) => other !== side && isDay(typed.typeOf(other)));
}

function isDay({ kind }: ExpressionType): boolean {
  return kind === 'date' || kind === 'dateTime';
}

type NoNumber = 'text' | 'free' | 'codes' | 'code' | 'place';

/** What keeps a value from being a number; nothing where it may be one. */
function noNumber(type: ExpressionType): NoNumber | undefined {
  if (type.kind === 'place') return 'place';
  if (type.kind !== 'text' && type.kind !== 'code' && type.kind !== 'codes') return undefined;
  const values = valuesOf(type);
  if (!values) return type.kind === 'text' && type.isFree ? 'free' : undefined;
  // What is always empty is a way to write a value that is not there.
  if (values.length === 0) return undefined;
  if (type.kind === 'codes') return 'codes';
  return values.some(isNumeric) ? undefined : type.kind;
}

function isPlainText(node: Expression): boolean {
  return node.kind === 'string' && !isNumeric(node.value);
}

/** Days compared with numbers, and times of day, which Collect does not tell apart. Gives whether there was something to tell. */
function checkDays(node: Binary, typed: TypedReading, untold: Severity, report: Report): boolean {
  const { left, right, operator } = node;
  const [one, other] = [typed.typeOf(left).kind, typed.typeOf(right).kind];
  const orders = ORDERS.has(operator);
  if (one === other && (one === 'time' || one === 'dateTime') && (orders || operator === '-')) {
    const isStrict = operator === '<' || operator === '>' || one === 'time';
    const severity = one === 'time' ? untold : isStrict ? 'warning' : 'info';
    const params = { left: typed.words(left), right: typed.words(right), operator, is: one };
    report('whole-days', typed.place(node), params, { severity });
    return true;
  }
  return orders && reportDateAsNumber(left, right, typed, untold, report);
}

/** A number in the expression itself: one that is computed may be a count of days. */
export function reportDateAsNumber(
  left: Expression,
  right: Expression,
  typed: TypedReading,
  severity: Severity,
  report: Report,
): boolean {
  for (const [date, number] of [
    [left, right],
    [right, left],
  ] as const) {
    const literal = bare(number);
    if (!isDay(typed.typeOf(date)) || literal.kind !== 'number' || !isNoDay(literal.value)) continue;
    const params = { written: typed.words(date), number: typed.words(number) };
    report('date-as-number', typed.place(number), params, { severity });
    return true;
  }
  return false;
}

const MANY_DAYS = 9999;

/** Whoever writes a larger number knows that dates are counted in days; 0 asks whether there is a date at all. */
function isNoDay(value: number): boolean {
  return value !== 0 && value <= MANY_DAYS;
}
