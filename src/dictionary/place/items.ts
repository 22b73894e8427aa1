import { suggest } from '../../core/suggest.ts';
import { recall } from '../../diagnostics/recall.ts';
import type { Plain } from '../../model/facets.ts';
import type { Item, Question, Section } from '../../model/item.ts';
import { written } from '../../source/source-string.ts';
import type { RawAsk, RawItem, RawNote, RawSection } from '../define/raw-item.ts';
import { likeAnother, type RawVariable } from '../define/variables.ts';
import { type AnyValue, given } from '../language/key.ts';
import { askVariable } from './ask.ts';
import { type AnyValues, toFacets } from './facets.ts';
import { toLocks } from './locks.ts';
import { deeper, placeCells, placeExactly, type Placing } from './parameters.ts';
import { buildQuestion } from './question.ts';
import { specifyInputs, specifyQuestion } from './specify.ts';
import type { Stock } from './stock.ts';
import { placeUse } from './use.ts';
import { MOST_ITEMS } from '../../vocabulary/limits.ts';

export function placeItems(items: readonly RawItem[], placing: Placing, stock: Stock): Item[] {
  return items.flatMap((item): readonly Item[] => {
    if (!spend(item, placing, stock)) return [];
    if (item.kind === 'ask') return placeAsk(item, placing, stock);
    if (item.kind === 'section') return placeSection(item, placing, stock);
    if (item.kind === 'use') return placeUse(item, placing, stock, placeItems);
    return [placedNote(item, [placing.here], placing.report, placing)];
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
  const like = given(item.values.like);
  const base = like && stock.variables.get(like.string.text);
  if (like && !base) return reportUnknown(like, placing, stock);
  if (!variable && !given(item.values.type) && !base) return reportUnknown(item.name, placing, stock);
  const inputs = [placing.here, variable, base, ...specifyInputs(item, variable ?? base, stock)];
  return placedAsk(item, inputs, placing.report, placing, { variable, base }, stock);
}

interface AskedOf {
  readonly variable: RawVariable | undefined;
  readonly base: RawVariable | undefined;
}

const placedAsk = recall(
  (item: RawAsk, report, outside: Placing, { variable, base }: AskedOf, stock: Stock): readonly Item[] => {
    const placing = { ...outside, report };
    const type = given(item.values.type);
    if (variable && type) reportLocal(variable, type, placing);
    const { ask: _ask, as, ...changes } = item.values;
    const own = base ? likeAnother(item.name.string.text, changes, base) : changes;
    const name = placeExactly(given(as) ?? item.name, placing);
    const question = variable
      ? askVariable(variable, own, { name, item }, placing)
      : buildQuestion({ name, values: own, origin: item.name.origin, variable: undefined }, placing);
    if (isRetired(item, question, variable, placing)) return [];
    return [question, ...specifyQuestion(question, placing, stock)];
  },
);

function reportLocal(variable: RawVariable, type: Plain, { report }: Placing): void {
  const related = [{ message: 'the variable', location: variable.nameLocation }];
  report('local-variable', type.origin.location, { name: variable.name }, { related });
}

function reportUnknown({ string, origin }: Plain, { report }: Placing, { variables }: Stock): readonly Item[] {
  const { text } = string;
  report('unknown-variable', origin.location, { name: text, suggestion: suggest(text, variables.keys()) });
  return [];
}

/** A retired variable is accepted in data, but not asked any more. */
function isRetired(
  item: RawAsk,
  { meaning: { retired } }: Question,
  variable: RawVariable | undefined,
  placing: Placing,
): boolean {
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

const placedNote = recall((item: RawNote, report, outside: Placing): Question => {
  const placing = { ...outside, report };
  const name = placeExactly(item.name, placing);
  const type: Plain = { string: written(item.kind, item.name.origin.location), origin: item.name.origin };
  return buildQuestion(
    { name, values: { ...item.values, type }, origin: item.name.origin, variable: undefined },
    placing,
  );
});

function placeSection(item: RawSection, placing: Placing, stock: Stock): readonly Section[] {
  const inner = deeper(placing, item.name.origin.location);
  if (!inner) return [];
  const items = placeItems(item.items, inner, stock);
  return [placedSection(item, [placing.here, items], placing.report, placing, items)];
}

const placedSection = recall((item: RawSection, report, outside: Placing, items: readonly Item[]): Section => {
  const placing = { ...outside, report };
  const values: AnyValues = item.values;
  return {
    kind: 'section',
    name: placeExactly(item.name, placing),
    type: item.type,
    list: item.list && placeExactly(item.list, placing),
    facets: toFacets(values, placing),
    columns: placeCells(cellsOf(values['columns']), placing),
    items,
    ...toLocks(item.values),
    ...(items.length === 0 && isWritten(values) ? { lost: true } : {}),
    origin: { location: item.name.origin.location, trail: placing.trail },
  };
});

/** Whether something stands under `items:`, be it readable or not. */
function isWritten({ items }: AnyValues): boolean {
  const list = given(items);
  return list !== undefined && 'items' in list && list.items.length > 0;
}

function cellsOf(value: AnyValue | undefined): ReadonlyMap<string, Plain> | undefined {
  return value instanceof Map ? value : undefined;
}
