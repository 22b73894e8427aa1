import { recall } from '../../diagnostics/recall.ts';
import type { Code, CodeList } from '../code-list.ts';
import { type Text, textIn, textInAny } from '../facets.ts';
import type { Facets, Item } from '../item.ts';
import { textsOf } from '../texts.ts';
import { facetEntries, mapItems } from '../walk.ts';
import type { Delivery } from './delivery.ts';

/** The converter shows `-` for a text that is missing in a language, so the default language stands in. */
export function fillTexts(delivery: Delivery, defaultLanguage: string): Delivery {
  const tags = delivery.form.languages;
  if (tags.length === 0) return delivery;
  const fill = (text: Text): Text => filled(text, tags, defaultLanguage);
  const items = delivery.form.items.every((item) => isComplete(item, [tags], () => undefined, tags))
    ? delivery.form.items
    : mapItems(delivery.form.items, (item): readonly Item[] => [fillItem(item, fill)]);
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

/** Whether all texts of an item, and of what it holds, are there in all languages. */
const isComplete = recall((item: Item, report, tags: readonly string[]): boolean => {
  const own = textsOf(item).every(([, text]) => isFilled(text, tags));
  return own && (item.kind === 'question' || item.items.every((inner) => isComplete(inner, [tags], report, tags)));
});

function isFilled({ byLanguage }: Text, tags: readonly string[]): boolean {
  return tags.every((tag) => byLanguage.has(tag));
}

function filled(text: Text, tags: readonly string[], defaultLanguage: string): Text {
  if (isFilled(text, tags)) return text;
  const fallback = textInAny(text, [defaultLanguage]);
  const byLanguage = tags.flatMap((tag) => {
    const local = textIn(text, tag) ?? fallback;
    return local ? [[tag, local] as const] : [];
  });
  return { ...text, byLanguage: new Map(byLanguage) };
}

type Fill = (text: Text) => Text;

function fillItem(item: Item, fill: Fill): Item {
  const isWhole = textsOf(item).every(([, text]) => fill(text) === text);
  return isWhole ? item : { ...item, facets: fillFacets(item.facets, fill) };
}

function fillFacets(facets: Facets, fill: Fill): Facets {
  const entries = facetEntries(facets).map(([column, facet]) => [column, 'byLanguage' in facet ? fill(facet) : facet]);
  return Object.fromEntries(entries) as Facets;
}

function fillList(list: CodeList, fill: Fill): CodeList {
  return { ...list, codes: list.codes.map((code) => fillCode(code, fill)) };
}

function fillCode(code: Code, fill: Fill): Code {
  const texts = Object.entries(code.texts);
  if (texts.every(([, text]) => fill(text) === text)) return code;
  return { ...code, texts: Object.fromEntries(texts.map(([column, text]) => [column, fill(text)])) };
}
