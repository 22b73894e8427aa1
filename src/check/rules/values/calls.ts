import type { Report } from '../../../diagnostics/collector.ts';
import type { Severity } from '../../../diagnostics/rule.ts';
import { findReferences } from '../../../expression/reference-text.ts';
import { bare } from '../../../expression/shapes.ts';
import type { Call, Expression } from '../../../expression/tree.ts';
import type { ExpressionType } from '../../../expression/types/type.ts';
import { type FormScope } from '../../../model/scope/form-scope.ts';
import { isDate, isNumeric, valuesOf } from './texts.ts';
import type { TypedReading } from './view.ts';

const CHOSEN: ReadonlySet<string> = new Set(['selected', 'is-selected', 'selected-at', 'count-selected']);

/** What functions are given, by its type. */
export function checkCalls(typed: TypedReading, scopeAt: FormScope, untold: Severity, report: Report): void {
  for (const call of typed.reading.facts.calls) {
    if (CHOSEN.has(call.name)) checkSelected(call, typed, report);
    if (DATED.has(call.name)) checkDate(call, typed, report);
    if (call.name === 'jr:choice-name') checkChoiceList(call, typed, scopeAt, untold, report);
  }
}

type NoCode = 'number' | 'date' | 'condition' | 'place';

const NO_CODES: Readonly<Partial<Record<ExpressionType['kind'], NoCode>>> = {
  number: 'number',
  date: 'date',
  time: 'date',
  dateTime: 'date',
  boolean: 'condition',
};

/** JavaRosa takes a number or date for a text here, and stops with an error. */
function checkSelected(call: Call, typed: TypedReading, report: Report): void {
  const [answer, code] = call.args;
  const looksFor = call.name === 'selected' || call.name === 'is-selected' ? code : undefined;
  const told = [[answer, 'answer'] as const, [looksFor, 'code'] as const];
  for (const [node, is] of told) {
    const type = node && NO_CODES[typed.typeOf(node).kind];
    if (node && type)
      report('selected-answer', typed.place(node), { call: `${call.name}()`, written: typed.words(node), is, type });
  }
}

const DATED: ReadonlySet<string> = new Set([
  'date',
  'date-time',
  'format-date',
  'format-date-time',
  'decimal-date-time',
  'decimal-time',
]);

function checkDate(call: Call, typed: TypedReading, report: Report): void {
  const node = call.args[0] && bare(call.args[0]);
  if (node?.kind !== 'string' || node.value.trim() === '' || isDate(node.value)) return;
  // date(19000) counts days.
  if (isNumeric(node.value) || typed.typeOf(node).kind !== 'text') return;
  report('no-date', typed.place(node), { text: node.value, call: `${call.name}()` });
}

/** The label of a code is looked for among those of the question that stands in quotes. */
function checkChoiceList(call: Call, typed: TypedReading, scopeAt: FormScope, untold: Severity, report: Report): void {
  const [answer, named] = call.args;
  const question = named && questionIn(bare(named));
  if (!answer || question === undefined) return;
  const type = scopeAt(undefined, '').reference({ name: question, lastSaved: false });
  const [codes, offered] = [valuesOf(typed.typeOf(answer)), valuesOf(type)];
  if (!codes || !offered || type.kind === 'text') return;
  const known = new Set(offered);
  const missing = codes.filter((code) => !known.has(code));
  const list = type.kind === 'code' || type.kind === 'codes' ? type.offer?.source : undefined;
  if (missing.length === 0 || list?.kind !== 'list') return;
  const all = missing.length === codes.length;
  const params = { written: typed.words(answer), list: list.list, missing, all };
  report('choice-name-list', typed.place(answer), params, { severity: all ? untold : 'warning' });
}

/** `'${question}'`, and nothing beside it. */
function questionIn(node: Expression): string | undefined {
  if (node.kind !== 'string') return undefined;
  const [only, ...others] = findReferences(node.value);
  return only && others.length === 0 && !only.lastSaved ? only.name : undefined;
}
