import type { CodeList } from '../code-list.ts';
import { textIn, type Text } from '../facets.ts';
import type { Facets, Item } from '../item.ts';
import { facetEntries, mapItems } from '../walk.ts';
import type { Delivery } from './delivery.ts';

/** The converter shows `-` for a text that is missing in a language, so the default language stands in. */
export function fillTexts(delivery: Delivery, defaultLanguage: string): Delivery {
  const tags = delivery.form.languages;
  if (tags.length === 0) return delivery;
  const fill = (text: Text): Text => filled(text, tags, defaultLanguage);
  const items = mapItems(delivery.form.items, (item): readonly Item[] => [
    { ...item, facets: fillFacets(item.facets, fill) },
  ]);
  return {
    ...delivery,
    form: { ...delivery.form, items },
    inline: delivery.inline.map((list) => fillList(list, fill)),
    ownSheets: {
      external_choices: delivery.ownSheets.external_choices.map((list) => fillList(list, fill)),
      osm: delivery.ownSheets.osm.map((list) => fillList(list, fill)),
    },
  };
}

function filled(text: Text, tags: readonly string[], defaultLanguage: string): Text {
  const fallback = textIn(text, defaultLanguage) ?? [...text.byLanguage.values()][0];
  const byLanguage = tags.flatMap((tag) => {
    const local = textIn(text, tag) ?? fallback;
    return local ? [[tag, local] as const] : [];
  });
  return { ...text, byLanguage: new Map(byLanguage) };
}

function fillFacets(facets: Facets, fill: (text: Text) => Text): Facets {
  const entries = facetEntries(facets).map(([column, facet]) => [column, 'byLanguage' in facet ? fill(facet) : facet]);
  return Object.fromEntries(entries) as Facets;
}

function fillList(list: CodeList, fill: (text: Text) => Text): CodeList {
  const codes = list.codes.map((code) => ({
    ...code,
    texts: Object.fromEntries(Object.entries(code.texts).map(([column, text]) => [column, fill(text)])),
  }));
  return { ...list, codes };
}
