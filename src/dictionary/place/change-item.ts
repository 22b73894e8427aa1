import { type Step, withStep } from '../../core/origin.ts';
import { quote } from '../../diagnostics/quote.ts';
import type { Facets, Item, Question } from '../../model/item.ts';
import { asTypeUse } from '../../model/type-use.ts';
import { surveyColumnNames } from '../../vocabulary/columns.ts';
import type { RawItemChange } from '../define/raw-change.ts';
import { typeChange } from '../define/variables.ts';
import { noteChangeKeys, sectionChangeKeys } from '../language/country-keys.ts';
import { given, isRemoved } from '../language/key.ts';
import { type AnyValues, mergeText, toFacets } from './facets.ts';
import { toMeaning } from './meaning.ts';
import { placeCells, placeExactly, type Placing } from './parameters.ts';

const SECTION_KEYS: readonly string[] = sectionChangeKeys.map(({ name }) => name);
const NOTE_KEYS: readonly string[] = noteChangeKeys.map(({ name }) => name);

/** An item as a country changes it where it stands: key by key, texts by language, a key without a value removed. */
export function changeItem(item: Item, change: RawItemChange, placing: Placing): Item {
  const values: AnyValues = change.values;
  const step: Step = { kind: 'country', name: change.name.string.text, location: change.name.origin.location };
  const changed = {
    facets: changedFacets(item.facets, values, placing),
    columns: new Map([...item.columns, ...placeCells(given(change.values.columns), placing)]),
    origin: withStep(item.origin, step),
  };
  reportForeign(item, change, placing);
  return item.kind === 'question'
    ? { ...item, ...changed, ...questionParts(item, change, placing) }
    : { ...item, ...changed };
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
  const { type: typed } = typeChange(values.type, placing.report);
  const removed = new Set(Object.entries(values).flatMap(([key, value]) => (value && isRemoved(value) ? [key] : [])));
  const kept = Object.fromEntries(Object.entries(meaning).filter(([key]) => !removed.has(key)));
  const keys = Object.keys(values).filter((key) => key !== 'item');
  const headers = given(values.columns)?.keys() ?? [];
  return {
    type: typed ? asTypeUse(placeExactly(typed, placing)) : type,
    meaning: { ...kept, ...toMeaning(values, placing) },
    ...(asked ? { asked: { ...asked, changed: new Set([...asked.changed, ...keys, ...headers]) } } : {}),
  };
}

/** What an item that is no question of its own can say: a group has no type of answer, a note no meaning. */
function sayable(item: Item): { readonly what: string; readonly keys: readonly string[] } | undefined {
  if (item.kind === 'section') return { what: item.type === 'repeat' ? 'repeat' : 'group', keys: SECTION_KEYS };
  return item.type.word === 'note' && item.variable === undefined ? { what: 'note', keys: NOTE_KEYS } : undefined;
}

function reportForeign(item: Item, { values, name }: RawItemChange, { report }: Placing): void {
  const known = sayable(item);
  if (!known) return;
  for (const [key, value] of Object.entries(values)) {
    if (key === 'item' || known.keys.includes(key) || !value) continue;
    const at = 'origin' in value ? value.origin.location : name.origin.location;
    const what = `the ${known.what} ${quote(name.string.text)}`;
    report('unknown-key', at, { key, what, suggestion: undefined, known: known.keys.join(', ') });
  }
}
