import type { Step } from '../../core/origin.ts';
import { suggest } from '../../core/suggest.ts';
import { quote } from '../../diagnostics/quote.ts';
import { recall } from '../../diagnostics/recall.ts';
import type { Formula, Plain } from '../../model/facets.ts';
import type { Exclusion } from '../../model/form.ts';
import type { Item } from '../../model/item.ts';
import { joinAnd } from '../../model/join.ts';
import { asFormula } from '../../model/parse.ts';
import { mapItems, walk } from '../../model/walk.ts';
import { written } from '../../source/source-string.ts';
import { type RawModule, reportParameter, reportUnknownModule } from '../define/modules.ts';
import type { RawItem, RawUse } from '../define/raw-item.ts';
import { given } from '../language/key.ts';
import { applyChanges, remember } from './changes.ts';
import { deeper, place, type Parameters, placeExactly, placeValues, type Placing } from './parameters.ts';
import { renameItem } from './rename.ts';
import type { Stock } from './stock.ts';

type PlaceItems = (items: readonly RawItem[], placing: Placing, stock: Stock) => readonly Item[];

/** Places a module: its parameters filled, without its exceptions, renamed, and each outermost item under `relevant`. */
export function placeUse(use: RawUse, placing: Placing, stock: Stock, placeItems: PlaceItems): readonly Item[] {
  const module = stock.modules.get(use.module.string.text);
  if (!module) {
    reportUnknownModule(use, stock.modules, placing.report);
    return [];
  }
  stock.used.add(module.name);
  const inside = insideOf(use, [placing.here, module], placing.report, placing, module);
  const further = deeper(placing, use.module.origin.location);
  if (!further) return [];
  const within = { ...further, ...inside };
  const changed = { name: module.name, what: `Module ${quote(module.name)}`, changes: module.changes };
  const before = stock.excluded.length;
  const placed = applyChanges(placeItems(module.items, within, stock), changed, within, stock, placeItems);
  const gone = stock.excluded.slice(before);
  const affix = affixOf(use, placing);
  stock.excluded.splice(before, gone.length, ...gone.map((exclusion) => underName(exclusion, affix)));
  const kept = withoutExceptions(placed, gone, use, module, affix, placing, stock);
  const items = adapted(use, [placing.here, kept], placing.report, kept, affix, placing);
  if (module.leftOut) remember(items, module.leftOut, stock);
  return module.leftOut ? [] : items;
}

/** What the items of a module see around them. */
const insideOf = recall((use: RawUse, report, outside: Placing, module: RawModule) => {
  const placing = { ...outside, report };
  const step: Step = { kind: 'use', name: module.name, location: use.module.origin.location };
  return {
    here: {},
    trail: [step, ...placing.trail],
    parameters: parametersOf(use, module, placing),
    level: placing.level + 1,
  };
});

/** The items of a module under the names and the condition of its use. */
const adapted = recall(
  (use: RawUse, report, items: readonly Item[], affix: Affix, outside: Placing): readonly Item[] => {
    const placing = { ...outside, report };
    const renamed = renameAll(items, affix, placing.level + 1);
    const relevant = given(use.values.relevant);
    return relevant ? underCondition(renamed, asFormula(placeExactly(relevant, placing))) : renamed;
  },
);

/** What the use gives, over the module's own defaults. */
function parametersOf({ values, module: name }: RawUse, module: RawModule, placing: Placing): Parameters {
  const { report } = placing;
  const givenValues = given(values.with) ?? new Map();
  for (const [parameter, value] of givenValues)
    reportParameter(parameter, value.origin.location, module.name, module.parameters, report);
  const filled = new Map([...module.parameters, ...placeValues(givenValues, placing)]);
  for (const [parameter, value] of filled) {
    if (value.byLanguage.size === 0)
      report('parameter-without-value', name.origin.location, { name: parameter, module: module.name });
  }
  return filled;
}

interface Affix {
  readonly prefix: string;
  readonly suffix: string;
}

function affixOf({ values }: RawUse, placing: Placing): Affix {
  const text = (plain: Plain | undefined): string => (plain ? place(plain, placing).string.text : '');
  return { prefix: text(given(values.prefix)), suffix: text(given(values.suffix)) };
}

/** What was left out inside is known outside by the names that the use would have given it. */
function underName({ name, ...exclusion }: Exclusion, { prefix, suffix }: Affix): Exclusion {
  const string = written(`${prefix}${name.string.text}${suffix}`, name.origin.location);
  return { ...exclusion, name: { origin: name.origin, string } };
}

function withoutExceptions(
  items: readonly Item[],
  gone: readonly Exclusion[],
  use: RawUse,
  module: RawModule,
  affix: Affix,
  { report }: Placing,
  { excluded }: Stock,
): readonly Item[] {
  const exceptions = given(use.values.except) ?? [];
  const names = new Set(walk(items).map(({ item }) => item.name.string.text));
  const isGone = (text: string): boolean =>
    gone.some(({ name, by }) => by.kind === 'country' && name.string.text === text);
  for (const name of exceptions) {
    const { text } = name.string;
    if (!names.has(text) && !isGone(text))
      report('unknown-exception', name.origin.location, {
        name: text,
        module: module.name,
        suggestion: suggest(text, names),
      });
  }
  const out = new Set(exceptions.map((name) => name.string.text));
  return out.size === 0
    ? items
    : mapItems(items, (item) =>
        out.has(item.name.string.text) ? leaveOut(item, exceptions, module, affix, excluded) : [item],
      );
}

/** With a section goes all that it holds, so each of these names is remembered. */
function leaveOut(
  item: Item,
  exceptions: readonly Plain[],
  module: RawModule,
  { prefix, suffix }: Affix,
  excluded: Stock['excluded'],
): readonly Item[] {
  const word = exceptions.find((name) => name.string.text === item.name.string.text);
  for (const { item: gone } of walk([item])) {
    const { string } = gone.name;
    if (word)
      excluded.push({
        name: { origin: word.origin, string: written(`${prefix}${string.text}${suffix}`, word.origin.location) },
        by: { kind: 'module', name: module.name },
        variable: gone.kind === 'question' ? gone.variable : undefined,
      });
  }
  return [];
}

function renameAll(items: readonly Item[], { prefix, suffix }: Affix, level: number): readonly Item[] {
  if (prefix === '' && suffix === '') return items;
  const names = new Set(walk(items).flatMap(({ item }) => namesOf(item)));
  const of = (name: string): string | undefined => (names.has(name) ? `${prefix}${name}${suffix}` : undefined);
  return mapItems(items, (item) => [renameItem(item, { of, level })]);
}

/** `or_other` adds a question of its own, which other questions may refer to. */
function namesOf(item: Item): readonly string[] {
  const { text } = item.name.string;
  return item.kind === 'question' && item.type.orOther ? [text, `${text}_other`] : [text];
}

function underCondition(items: readonly Item[], condition: Formula): readonly Item[] {
  return items.map((item) => ({
    ...item,
    facets: { ...item.facets, relevant: joinAnd(item.facets.relevant, condition) },
  }));
}
