import type { Dictionary, Language } from '../../model/dictionary.ts';
import type { Text } from '../../model/facets.ts';
import { textIn } from '../../model/facets.ts';
import type { Item } from '../../model/item.ts';
import { meaningTexts, textsOf } from '../../model/texts.ts';
import { walk } from '../../model/walk.ts';
import { safe } from './anchors.ts';
import type { Catalogue } from './catalogue.ts';
import type { LanguageRow } from './page-data.ts';
import { directionOf, type Reader } from './reader.ts';

/** The languages that there is a page for, the one that opens first in front; of a country, those that its forms speak. */
export function pageTags({ dictionary }: Catalogue): readonly string[] {
  const first = firstTag(dictionary);
  return [first, ...spoken(dictionary).flatMap(({ tag }) => (tag === first ? [] : [tag]))];
}

export function pageFile(tag: string, { dictionary }: Catalogue): string {
  return tag === firstTag(dictionary) ? 'index.html' : `${safe(tag)}.html`;
}

/** Texts of a country that name no language are in that of the core, which need not be what its forms open in. */
function firstTag({ country, defaultLanguage, forms }: Dictionary): string {
  if (!country) return defaultLanguage;
  const [form] = forms.values();
  return form?.defaultLanguage ?? country.languages[0] ?? defaultLanguage;
}

function spoken({ country, languages }: Dictionary): readonly Language[] {
  return country ? languages.filter(({ tag }) => country.languages.includes(tag)) : languages;
}

/** How many texts each language has, and under '' how many there are; a text that stands in several places counts once. */
export function completeness(catalogue: Catalogue): ReadonlyMap<string, number> {
  const texts = distinctTexts(catalogue);
  const present = new Map<string, number>([['', texts.length]]);
  for (const { tag } of catalogue.dictionary.languages)
    present.set(tag, texts.filter((text) => (textIn(text, tag)?.string.text ?? '') !== '').length);
  return present;
}

function distinctTexts({ dictionary, concepts, forms }: Catalogue): readonly Text[] {
  const items: readonly Item[] = [
    ...concepts.map(({ question }) => question),
    ...forms.flatMap(({ form }) => walk(form.items).map(({ item }) => item)),
  ];
  const lists = [...dictionary.codeLists.values()];
  const checks = [...dictionary.checks.values()];
  const texts = [
    ...items.flatMap(textsOfItem),
    ...forms.flatMap(({ form }) => form.title ?? []),
    ...lists.flatMap(({ label, definition }) => [label, definition]),
    ...checks.flatMap(({ label, definition, message }) => [label, definition, message]),
    ...lists.flatMap(({ codes }) => codes.map((code) => code.texts.label)),
  ].filter((text) => text !== undefined);
  const byContent = new Map(
    [...new Set(texts)].map((text) => [
      JSON.stringify([...text.byLanguage].map(([tag, { string }]) => [tag, string.text])),
      text,
    ]),
  );
  return [...byContent.values()];
}

function textsOfItem(item: Item): readonly Text[] {
  const shown = textsOf(item).map(([, text]) => text);
  return item.kind === 'section' ? shown : [...shown, ...meaningTexts(item.meaning)];
}

export function languageRows(
  present: ReadonlyMap<string, number>,
  { catalogue, tag: current }: Reader,
): readonly LanguageRow[] {
  const total = present.get('') ?? 0;
  return spoken(catalogue.dictionary).map(({ tag, name }) => ({
    name,
    lang: tag,
    dir: directionOf(tag),
    href: pageFile(tag, catalogue),
    current: tag === current,
    present: present.get(tag) ?? 0,
    missing: total - (present.get(tag) ?? 0),
    total,
  }));
}
