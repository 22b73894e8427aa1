import type { Text } from '../../model/facets.ts';
import { textIn } from '../../model/facets.ts';
import type { Item } from '../../model/item.ts';
import { meaningTexts, textsOf } from '../../model/texts.ts';
import { walk } from '../../model/walk.ts';
import { safe } from './anchors.ts';
import type { Catalogue } from './catalogue.ts';
import type { LanguageRow } from './page-data.ts';
import { directionOf, type Reader } from './reader.ts';

/** The languages that there is a page for, the default one first. */
export function pageTags({ languages, opens }: Catalogue): readonly string[] {
  return [opens, ...languages.map(({ tag }) => tag).filter((tag) => tag !== opens)];
}

export function pageFile(tag: string, { opens }: Catalogue): string {
  return tag === opens ? 'index.html' : `${safe(tag)}.html`;
}

/** How many texts each language has, and under '' how many there are; a text that stands in several places counts once. */
export function completeness(catalogue: Catalogue): ReadonlyMap<string, number> {
  const texts = distinctTexts(catalogue);
  const present = new Map<string, number>([['', texts.length]]);
  for (const { tag } of catalogue.languages)
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
  return catalogue.languages.map(({ tag, name }) => ({
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
