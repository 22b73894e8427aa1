import type { Step } from '../../core/origin.ts';
import { suggest } from '../../core/suggest.ts';
import type { Plain } from '../../model/facets.ts';
import type { Item, Question, Section } from '../../model/item.ts';
import { written } from '../../source/source-string.ts';
import type { RawAsk, RawItem, RawNote, RawSection } from '../define/raw-item.ts';
import { likeAnother, merge, type RawVariable, type VariableValues, withTrail } from '../define/variables.ts';
import { type AnyValue, given } from '../language/key.ts';
import { type AnyValues, toFacets } from './facets.ts';
import { toMeaning } from './meaning.ts';
import { deeper, placeCells, placeExactly, type Placing } from './parameters.ts';
import { buildQuestion } from './question.ts';
import { specifyQuestion } from './specify.ts';
import { MOST_ITEMS, type Stock } from './stock.ts';
import { placeUse } from './use.ts';

export function placeItems(items: readonly RawItem[], placing: Placing, stock: Stock): Item[] {
  return items.flatMap((item): readonly Item[] => {
    if (!spend(item, placing, stock)) return [];
    if (item.kind === 'ask') return placeAsk(item, placing, stock);
    if (item.kind === 'section') return placeSection(item, placing, stock);
    return item.kind === 'use' ? placeUse(item, placing, stock, placeItems) : [placeNote(item, placing)];
  });
}

/** Whether there is room for one more; that there is none is told once. */
function spend(item: RawItem, { report }: Placing, { budget }: Stock): boolean {
  budget.left -= 1;
  const at = (item.kind === 'use' ? item.module : item.name).origin.location;
  if (budget.left === -1)
    report('too-large', at, { what: 'The form', limit: `${MOST_ITEMS.toLocaleString('en')} items` });
  return budget.left >= 0;
}

function placeAsk(item: RawAsk, placing: Placing, stock: Stock): readonly Item[] {
  const variable = stock.variables.get(item.name.string.text);
  const type = given(item.values.type);
  const like = given(item.values.like);
  const base = like && stock.variables.get(like.string.text);
  if (like && !base) return reportUnknown(like, placing, stock);
  if (!variable && !type && !base) return reportUnknown(item.name, placing, stock);
  if (variable && type)
    placing.report(
      'local-variable',
      type.origin.location,
      { name: variable.name },
      { related: [{ message: 'the variable', location: variable.nameLocation }] },
    );
  const { ask: _ask, as, ...changes } = item.values;
  const own = base ? likeAnother(item.name.string.text, changes, base) : changes;
  const values = variable ? merge(asked(variable, item), own) : own;
  if (isRetired(item, values, variable, placing)) return [];
  const name = placeExactly(given(as) ?? item.name, placing);
  const question = buildQuestion({ name, values, origin: item.name.origin, variable: variable?.name }, placing);
  return [question, ...specifyQuestion(question, placing, stock)];
}

/** The variable's keys, each knowing that it came here by an ask. */
function asked(variable: RawVariable, item: RawAsk): VariableValues {
  const step: Step = { kind: 'ask', name: variable.name, location: item.name.origin.location };
  return withTrail(variable.values, step);
}

function reportUnknown({ string, origin }: Plain, { report }: Placing, { variables }: Stock): readonly Item[] {
  const { text } = string;
  report('unknown-variable', origin.location, { name: text, suggestion: suggest(text, variables.keys()) });
  return [];
}

/** A retired variable is accepted in data, but not asked any more. */
function isRetired(item: RawAsk, values: VariableValues, variable: RawVariable | undefined, placing: Placing): boolean {
  const retired = toMeaning(values, placing).retired;
  if (!retired) return false;
  const related = variable ? { related: [{ message: 'retired here', location: retired.since.origin.location }] } : {};
  const use = retired.use?.string.text;
  placing.report(
    'retired-variable',
    item.name.origin.location,
    { name: item.name.string.text, since: retired.since.string.text, use },
    related,
  );
  return true;
}

function placeNote(item: RawNote, placing: Placing): Question {
  const name = placeExactly(item.name, placing);
  const type: Plain = { string: written(item.kind, item.name.origin.location), origin: item.name.origin };
  return buildQuestion(
    { name, values: { ...item.values, type }, origin: item.name.origin, variable: undefined },
    placing,
  );
}

function placeSection(item: RawSection, placing: Placing, stock: Stock): readonly Section[] {
  const { location } = item.name.origin;
  const inner = deeper(placing, location);
  if (!inner) return [];
  const values: AnyValues = item.values;
  const items = placeItems(item.items, inner, stock);
  const section: Section = {
    kind: 'section',
    name: placeExactly(item.name, placing),
    type: item.type,
    list: item.list && placeExactly(item.list, placing),
    facets: toFacets(values, placing),
    columns: placeCells(cellsOf(values['columns']), placing),
    items,
    ...(items.length === 0 && isWritten(values) ? { lost: true } : {}),
    origin: { location, trail: placing.trail },
  };
  return [section];
}

/** Whether something stands under `items:`, be it readable or not. */
function isWritten({ items }: AnyValues): boolean {
  const list = given(items);
  return list !== undefined && 'items' in list && list.items.length > 0;
}

function cellsOf(value: AnyValue | undefined): ReadonlyMap<string, Plain> | undefined {
  return value instanceof Map ? value : undefined;
}
