import { UNDETERMINED } from '../../core/languages.ts';
import type { CodeList } from '../../model/code-list.ts';
import type { Dictionary, Language } from '../../model/dictionary.ts';
import type { Text } from '../../model/facets.ts';
import type { Form } from '../../model/form.ts';
import type { Facets, Item } from '../../model/item.ts';
import { facetEntries, mapItems } from '../../model/walk.ts';

/** The form and the lists of a workbook with the languages called as a dictionary calls them. */
export function retagged(form: Form, lists: Dictionary['codeLists'], tagOf: TagOf): readonly [Form, typeof lists] {
  const languages = form.languages.length > 0 ? form.languages.map(tagOf) : [tagOf('')];
  const isSame = [...form.languages, ''].every((tag) => tagOf(tag) === tag);
  if (isSame) return [form, lists];
  const items = mapItems(form.items, (item) => [withFacets(item, tagOf)]);
  const named = [...lists].map(([name, list]) => [name, withTexts(list, tagOf)] as const);
  return [{ ...form, languages, defaultLanguage: tagOf(form.defaultLanguage), items }, new Map(named)];
}

export type TagOf = (tag: string) => string;

/** Languages are known by their headings; what stands in plain columns is in the language of what is written without one. */
export function tagsOf({ languages }: Dictionary, { languages: known, defaultLanguage }: Dictionary): TagOf {
  const named = new Map(languages.map((language) => [language.tag, sameIn(language, known) ?? language.tag]));
  return (tag) => (tag === '' || tag === UNDETERMINED ? defaultLanguage : (named.get(tag) ?? tag));
}

function sameIn({ tag, header }: Language, known: readonly Language[]): string | undefined {
  return (known.find((each) => each.header === header) ?? known.find((each) => each.tag === tag))?.tag;
}

function withFacets(item: Item, tagOf: TagOf): Item {
  const facets = facetEntries(item.facets).map(([column, facet]) => [
    column,
    'byLanguage' in facet ? withTags(facet, tagOf) : facet,
  ]);
  return { ...item, facets: Object.fromEntries(facets) as Facets };
}

function withTexts(list: CodeList, tagOf: TagOf): CodeList {
  const codes = list.codes.map((code) => {
    const texts = Object.entries(code.texts).map(([column, text]) => [column, withTags(text, tagOf)] as const);
    return { ...code, texts: Object.fromEntries(texts) };
  });
  return { ...list, codes };
}

function withTags(text: Text, tagOf: TagOf): Text {
  return { ...text, byLanguage: new Map([...text.byLanguage].map(([tag, local]) => [tagOf(tag), local])) };
}
