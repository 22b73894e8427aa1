import type { Facets } from '../../model/item.ts';
import { type LocalText, MULTIPLE, type Plain, type Text } from '../../model/facets.ts';
import { asCondition, asDefault, asFormula, asLocalText } from '../../model/parse.ts';
import { edit } from '../../source/source-string.ts';
import { type ColumnKind, surveyColumnNames, surveyColumns } from '../../vocabulary/columns.ts';
import { given, type AnyValue, type RawText } from '../language/key.ts';
import { place, placedOrigin, placeExactly, type Placing } from './parameters.ts';

/** The decoded keys of an item, whichever table they were decoded by. */
export type AnyValues = { readonly [name: string]: AnyValue | undefined };

/** The facets that are columns of the survey sheet, with parameters filled in and expressions parsed. */
export function toFacets(values: AnyValues, placing: Placing): Facets {
  const facets = surveyColumnNames.flatMap((name) => {
    const value = given(values[name]);
    return value === undefined ? [] : [[name, toFacet(surveyColumns[name].kind, value, placing)] as const];
  });
  // Each facet was made by the kind of its own column, which a list of pairs cannot say.
  return Object.fromEntries(facets) as Facets;
}

function toFacet(kind: ColumnKind, value: AnyValue, placing: Placing): Facets[keyof Facets] {
  if (kind === 'text' || kind === 'media') return toText(value as RawText, placing);
  const plain = placeExactly(value as Plain, placing);
  if (kind === 'formula') return asFormula(plain);
  if (kind === 'condition') return asCondition(plain);
  if (kind === 'default') return asDefault(plain);
  return kind === 'references' ? asLocalText(plain) : plain;
}

export function toText(raw: RawText, placing: Placing): Text {
  const byLanguage = [...raw.byLanguage].map(([tag, plain]) => {
    const language = tag === '' ? placing.defaultLanguage : tag;
    return [language, referencesInNfc(asLocalText(place(plain, placing, language)))] as const;
  });
  return { byLanguage: new Map(byLanguage), origin: placedOrigin(raw.origin, placing) };
}

/** A text over another: one for all languages takes its place, another keeps the languages that it does not speak. */
export function mergeText(below: Text, above: Text): Text {
  if (above.byLanguage.has(MULTIPLE)) return above;
  return { origin: above.origin, byLanguage: new Map([...below.byLanguage, ...above.byLanguage]) };
}

/** A text stays as typed, but for the names in it, which are compared in NFC. */
function referencesInNfc(text: LocalText): LocalText {
  const edits = text.parsed.references.flatMap(({ name, nameSpan }) =>
    name === name.normalize('NFC') ? [] : [{ ...nameSpan, text: name.normalize('NFC') }],
  );
  return edits.length === 0 ? text : asLocalText({ ...text, string: edit(text.string, edits) });
}
