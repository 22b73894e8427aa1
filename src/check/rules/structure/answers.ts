import { gatherWith } from '../../../model/traits.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import type { Severity } from '../../../diagnostics/rule.ts';
import { type CodeList, offeredCodes } from '../../../model/code-list.ts';
import { searches } from '../../../model/deliver/list-uses.ts';
import type { Default, Question } from '../../../model/item.ts';
import { listOf } from '../../../model/type-use.ts';
import { locate } from '../../../source/source-string.ts';
import { type AnswerKind, questionTypes } from '../../../vocabulary/types.ts';
import { type FormView, type ItemRule, untold } from '../../rule-set.ts';
import { hasPlaceholder } from '../../../vocabulary/placeholders.ts';

interface Shape {
  readonly fits: (text: string) => boolean;
  readonly example: string;
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const CLOCK = String.raw`([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d(:?\d\d)?)?`;
/** pyxform takes a time with both for a sum, so that ODK Validate refuses the form. */
const FRACTION_AND_ZONE = /:\d\d\.\d+[+-]\d\d(:?\d\d)?$/;
const TIME = new RegExp(`^${CLOCK}$`);
const DATE_TIME = new RegExp(`^([^T]+)(T${CLOCK})?$`);

/** How an answer of each kind is stored (ODK XForms specification, data types). */
const SHAPES: ReadonlyMap<AnswerKind, Shape> = new Map<AnswerKind, Shape>([
  ['integer', { fits: (text) => /^[+-]?\d+$/.test(text), example: '5' }],
  ['decimal', { fits: (text) => NUMBER.test(text), example: '2.5' }],
  ['date', { fits: isDate, example: '2026-01-31' }],
  ['time', { fits: (text) => TIME.test(text) && !FRACTION_AND_ZONE.test(text), example: '14:30' }],
  ['dateTime', { fits: isDateTime, example: '2026-01-31T14:30:00' }],
  ['geopoint', { fits: isPoint, example: '33.51 36.29 0 0' }],
]);

function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

function isDateTime(text: string): boolean {
  const [, date] = DATE_TIME.exec(text) ?? [];
  return date !== undefined && isDate(date) && !FRACTION_AND_ZONE.test(text);
}

function isPoint(text: string): boolean {
  const parts = text.split(/\s+/);
  return parts.length >= 2 && parts.length <= 4 && parts.every((part) => NUMBER.test(part));
}

/** What pyxform computes though it reads like a value: brackets, and operators without blanks around them. */
const COMPUTED = /[()[\]{}|*]|\S[+]|\d-\d+$(?<!\d{4}-\d\d?-\d\d?)|\b(?:div|mod)\b/;

/** A default as it was typed, to look at; what is computed or waits for a module is not. */
function typedDefault({ facets }: Question): Default | undefined {
  const initial = facets.default;
  const text = initial?.string.text.trim() ?? '';
  const computed = COMPUTED.test(text) && !FRACTION_AND_ZONE.test(text);
  return initial?.kind === 'value' && text !== '' && !hasPlaceholder(text) && !computed ? initial : undefined;
}

/** A default that stands there must be an answer that the question takes. */
export const checkDefault: ItemRule = (item, _profiles, report) => {
  if (item.kind === 'section') return;
  const initial = typedDefault(item);
  const shape = SHAPES.get(questionTypes.get(item.type.word)?.answer ?? 'none');
  if (!initial || !shape || shape.fits(initial.string.text.trim())) return;
  report('invalid-default', initial.origin.location, {
    value: initial.string.text,
    type: item.type.word,
    list: undefined,
    example: shape.example,
  });
};

const withDefaults = gatherWith('default', (item) => (item.kind === 'question' && item.facets.default ? [item] : []));

/** Each code of a default must be offered; a file that search(…) reads may hold others. */
export function checkDefaultCodes({ form, dictionary, profiles }: FormView, report: Report): void {
  for (const item of withDefaults(form.items)) {
    const initial = typedDefault(item);
    const list = initial && dictionary.codeLists.get(listOf(item.type)?.string.text ?? '');
    if (!initial || !list || list.damaged || searches(item)) continue;
    reportUnknown(item, initial, list, untold(profiles), report);
  }
}

function reportUnknown(
  { type }: Question,
  { string }: Default,
  list: CodeList,
  severity: Severity,
  report: Report,
): void {
  const codes = offeredCodes(list).map(({ name }) => name.string.text);
  const known = new Set(type.orOther ? [...codes, 'other'] : codes);
  const single = questionTypes.get(type.word)?.answer === 'code';
  if (codes.length === 0 || (single && known.has(string.text))) return;
  for (const { 0: code, index } of string.text.matchAll(single ? /\S(.*\S)?/g : /\S+/g)) {
    if (known.has(code)) continue;
    const at = locate(string, { start: index, end: index + code.length });
    const params = { value: code, type: type.word, list: list.name, example: codes[0] ?? '' };
    report('invalid-default', at, params, { severity });
  }
}
