import { type Meaning, plainMeanings, type Retirement, type SoftLimit } from '../../model/meaning.ts';
import { asFormula } from '../../model/parse.ts';
import type { ListEntry, MapEntry } from '../../source/entry.ts';
import { decodeKeys, expectMap } from '../decode/decode.ts';
import { retirementKeys, softKeys } from '../language/form-keys.ts';
import { given, type Values } from '../language/key.ts';
import type { meaningKeys } from '../language/variable-keys.ts';
import { toText } from './facets.ts';
import { place, placeCells, placeExactly, type Placing } from './parameters.ts';

type MeaningValues = Values<typeof meaningKeys>;

const LISTS = ['lock', 'open', 'was'] as const;

/** What a workbook cannot say of a question. */
export function toMeaning(values: MeaningValues, placing: Placing): Meaning {
  const definition = given(values.definition);
  const purpose = given(values.purpose);
  const source = given(values.source);
  const soft = given(values.soft);
  const retired = given(values.retired);
  return {
    ...plainFacets(values, placing),
    ...listFacets(values, placing),
    ...(definition ? { definition: toText(definition, placing) } : {}),
    ...(purpose ? { purpose: toText(purpose, placing) } : {}),
    ...(source ? { source: placeCells(source, placing) } : {}),
    ...(soft ? { soft: softLimits(soft, placing) } : {}),
    ...retirement(retired, placing),
  };
}

function plainFacets(values: MeaningValues, placing: Placing): Meaning {
  const facets = plainMeanings.flatMap((name) => {
    const value = given(values[name]);
    return value ? [[name, placeExactly(value, placing)] as const] : [];
  });
  return Object.fromEntries(facets);
}

function listFacets(values: MeaningValues, placing: Placing): Meaning {
  const facets = LISTS.flatMap((name) => {
    const words = given(values[name]);
    return words ? [[name, words.map((word) => place(word, placing))] as const] : [];
  });
  return Object.fromEntries(facets);
}

function softLimits(list: ListEntry, placing: Placing): readonly SoftLimit[] {
  return list.items.flatMap((item) => {
    const map = expectMap(item, 'soft', '[{ when: ". > 20", message: Very large }]', placing.report);
    if (!map) return [];
    const { values } = decodeKeys(map, softKeys, { what: 'a soft limit' }, placing.report);
    const when = given(values.when);
    const message = given(values.message);
    return when ? [{ when: asFormula(placeExactly(when, placing)), message: message && toText(message, placing) }] : [];
  });
}

function retirement(map: MapEntry | undefined, placing: Placing): { readonly retired?: Retirement } {
  if (!map) return {};
  const { values } = decodeKeys(map, retirementKeys, { what: 'retired' }, placing.report);
  const since = given(values.since);
  return since ? { retired: { since, use: given(values.use) } } : {};
}
