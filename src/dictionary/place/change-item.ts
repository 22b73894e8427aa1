import type { Step } from '../../core/origin.ts';
import { withStep } from '../../core/origin.ts';
import type { Facets, Item, Question } from '../../model/item.ts';
import { asTypeUse } from '../../model/type-use.ts';
import { surveyColumnNames } from '../../vocabulary/columns.ts';
import type { RawItemChange } from '../define/raw-change.ts';
import { groupKeys, repeatKeys } from '../language/item-keys.ts';
import { given, isRemoved } from '../language/key.ts';
import { type AnyValues, mergeText, toFacets } from './facets.ts';
import { toMeaning } from './meaning.ts';
import { placeCells, placeExactly, type Placing } from './parameters.ts';

/** An item as a country changes it where it stands: key by key, texts by language, a key without a value removed. */
export function changeItem(item: Item, change: RawItemChange, placing: Placing): Item {
  const values: AnyValues = change.values;
  const step: Step = { kind: 'country', name: change.name.string.text, location: change.name.origin.location };
  const changed = {
    facets: changedFacets(item.facets, values, placing),
    columns: new Map([...item.columns, ...placeCells(given(change.values.columns), placing)]),
    origin: withStep(item.origin, step),
  };
  if (item.kind === 'question') return { ...item, ...changed, ...questionParts(item, change, placing) };
  reportForeign(item.type === 'repeat' ? repeatKeys : groupKeys, change, placing);
  return { ...item, ...changed };
}

function changedFacets(before: Facets, values: AnyValues, placing: Placing): Facets {
  const over = toFacets(values, placing);
  const facets = surveyColumnNames.flatMap((column) => {
    const [below, above] = [before[column], over[column]];
    if (values[column] && isRemoved(values[column])) return [];
    const facet = above && below && 'byLanguage' in above && 'byLanguage' in below ? mergeText(below, above) : above;
    return (facet ?? below) === undefined ? [] : [[column, facet ?? below] as const];
  });
  // Each facet stays under the column that it was made for, which a list of pairs cannot say.
  return Object.fromEntries(facets) as Facets;
}

function questionParts(
  { type, meaning, asked }: Question,
  { values }: RawItemChange,
  placing: Placing,
): Pick<Question, 'type' | 'meaning'> & Partial<Pick<Question, 'asked'>> {
  const typed = given(values.type);
  const removed = Object.entries(values).flatMap(([key, value]) => (value && isRemoved(value) ? [key] : []));
  const kept = Object.fromEntries(Object.entries(meaning).filter(([key]) => !removed.includes(key)));
  const keys = Object.keys(values).filter((key) => key !== 'item');
  const headers = given(values.columns)?.keys() ?? [];
  return {
    type: typed ? asTypeUse(placeExactly(typed, placing)) : type,
    meaning: { ...kept, ...toMeaning(values, placing) },
    ...(asked ? { asked: { ...asked, changed: new Set([...asked.changed, ...keys, ...headers]) } } : {}),
  };
}

/** A group has no type of answer and no meaning of its own. */
function reportForeign(
  known: readonly { readonly name: string }[],
  { values, name }: RawItemChange,
  { report }: Placing,
): void {
  for (const [key, value] of Object.entries(values)) {
    if (key === 'item' || (key !== 'type' && known.some((each) => each.name === key)) || !value) continue;
    const at = 'origin' in value ? value.origin.location : name.origin.location;
    report('unknown-key', at, {
      key,
      what: `the group "${name.string.text}"`,
      suggestion: undefined,
      known: known.map((each) => each.name).join(', '),
    });
  }
}
