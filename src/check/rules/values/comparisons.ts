import { suggest } from '../../../core/suggest.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import type { Severity } from '../../../diagnostics/rule.ts';
import { bare, isFullStop } from '../../../expression/shapes.ts';
import type { Expression, StringLiteral } from '../../../expression/tree.ts';
import { type ExpressionType, offerOf } from '../../../expression/types/type.ts';
import type { Comparison } from '../../facts.ts';
import type { Reading } from '../../readings.ts';
import { reportDateAsNumber } from './numbers.ts';
import { isDate, isNumeric, valuesOf } from './texts.ts';
import type { TypedReading } from './view.ts';

/** What is compared for being the same can be the same, and not always. Codes of lists are looked at for themselves. */
export function checkComparisons(typed: TypedReading, untold: Severity, report: Report): void {
  for (const comparison of typed.reading.facts.comparisons) {
    const [left, right] = comparison.sides;
    if (isSameThing(comparison, typed.reading)) {
      const always = comparison.by !== '!=';
      report('compared-with-itself', typed.place(right), { written: typed.words(left), always }, { severity: untold });
    } else if (comparison.by === 'selected') checkValues(comparison, left, right, typed, untold, report);
    else checkSides(comparison, typed, untold, report);
  }
  for (const { node } of typed.reading.facts.operations)
    if (node.kind === 'binary' && ORDERS.has(node.operator) && isSame(node.left, node.right)) {
      const always = node.operator.endsWith('=');
      report(
        'compared-with-itself',
        typed.place(node.right),
        { written: typed.words(node.left), always },
        { severity: untold },
      );
    }
}

const ORDERS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);

function isSameThing({ sides: [left, right], inBrackets }: Comparison, { item, key }: Reading): boolean {
  if (isSame(left, right)) return true;
  if (inBrackets || (key !== 'constraint' && key !== 'soft')) return false;
  const own = item?.name.string.text;
  return [
    [left, right],
    [right, left],
  ].some(([one, other]) => one && other && isFullStop(bare(one)) && isReferenceTo(bare(other), own));
}

function isSame(left: Expression, right: Expression): boolean {
  const one = bare(left);
  return one.kind === 'reference' && !one.lastSaved && isReferenceTo(bare(right), one.name);
}

function isReferenceTo(node: Expression, name: string | undefined): boolean {
  return node.kind === 'reference' && !node.lastSaved && node.name === name;
}

function checkSides(comparison: Comparison, typed: TypedReading, untold: Severity, report: Report): void {
  const { sides } = comparison;
  const [left, right] = sides;
  const both = [bare(left), bare(right)];
  const at = both.findIndex(({ kind }) => kind === 'string');
  const literal = both[at];
  const other = sides[1 - at];
  if (literal?.kind === 'string' && other) {
    if (literal.value !== '') checkText(comparison, other, literal, typed, untold, report);
  } else if (!reportDateAsNumber(left, right, typed, untold, report)) {
    reportTimes(comparison, typed, untold, report);
    checkValues(comparison, left, right, typed, untold, report);
  }
}

function reportTimes(
  { by, sides: [left, right] }: Comparison,
  typed: TypedReading,
  untold: Severity,
  report: Report,
): void {
  if (by === 'selected' || typed.typeOf(left).kind !== 'time' || typed.typeOf(right).kind !== 'time') return;
  const params = { left: typed.words(left), right: typed.words(right), operator: by, is: 'time' as const };
  report('whole-days', typed.place(left), params, { severity: untold });
}

/** Something that is compared with a text in quotes. */
function checkText(
  comparison: Comparison,
  other: Expression,
  literal: StringLiteral,
  typed: TypedReading,
  untold: Severity,
  report: Report,
): void {
  const { by } = comparison;
  if (by === 'selected') return;
  const type = typed.typeOf(other);
  const text = literal.value;
  const written = typed.words(other);
  const more = { severity: untold };
  // A guard against what cannot be computed.
  if (text === 'NaN') return;
  if (type.kind === 'number' && !isNumeric(text))
    report('never-equal', typed.place(literal), { written, is: 'number', text, by, example: '5' }, more);
  else if ((type.kind === 'date' || type.kind === 'dateTime') && !isDate(text))
    report('never-equal', typed.place(literal), { written, is: 'date', text, by, example: '2024-12-31' }, more);
  else if (type.kind === 'boolean') checkTruth(other, literal, by, typed, untold, report);
  else checkValues(comparison, other, literal, typed, untold, report);
}

/** Whether a calculate holds is kept as the text 'true' or 'false' by web forms, so that 'true' is right everywhere. */
function checkTruth(
  other: Expression,
  literal: StringLiteral,
  by: '=' | '!=',
  typed: TypedReading,
  untold: Severity,
  report: Report,
): void {
  const type = typed.typeOf(other);
  const text = literal.value;
  const isStored = type.kind === 'boolean' && type.isStored;
  if (isStored && text === 'true') return;
  const params = { written: typed.words(other), text, by, differs: isStored };
  // Another word for yes comes out as meant, if by accident.
  const severity = /^(?:true|yes|1|oui|si|sí)$/i.test(text) ? 'warning' : untold;
  report('condition-as-text', typed.place(literal), params, { severity });
}

/** Two sides of which all values are known must have one in common. */
function checkValues(
  { by }: Comparison,
  left: Expression,
  right: Expression,
  typed: TypedReading,
  untold: Severity,
  report: Report,
): void {
  const [one, other] = [typed.typeOf(left), typed.typeOf(right)];
  const [values, others] = [valuesOf(one), valuesOf(other)];
  if (!values || !others || isCode(one, right) || isCode(other, left)) return;
  if (values.length === 0 || others.length === 0 || haveCommon(words(values, by), others)) return;
  const more = { severity: untold };
  const from = offerOf(one)?.source;
  const literal = bare(right);
  if (from && from.kind !== 'list' && literal.kind === 'string') {
    const value = literal.value;
    const params = { value, from, values, by, suggestion: suggest(value, values) };
    report('value-never-given', typed.place(literal), params, more);
    return;
  }
  const params = { left: typed.words(left), right: typed.words(right), leftValues: values, rightValues: others, by };
  report('no-common-value', typed.place(right), params, more);
}

/** A code of a list that is compared with a literal. */
function isCode(type: ExpressionType, other: Expression): boolean {
  const { kind } = bare(other);
  return offerOf(type)?.source.kind === 'list' && (kind === 'string' || kind === 'number');
}

/** What `selected` looks for are the words of what it looks in. */
function words(values: readonly string[], by: Comparison['by']): readonly string[] {
  return by === 'selected' ? values.flatMap((value) => value.split(/\s+/)) : values;
}

function haveCommon(values: readonly string[], others: readonly string[]): boolean {
  const known = new Set(values);
  if (others.some((value) => known.has(value))) return true;
  // To be safe, 1 is 01.
  const numbers = new Set(values.filter(isNumeric).map(Number));
  return numbers.size > 0 && others.some((value) => isNumeric(value) && numbers.has(Number(value)));
}
