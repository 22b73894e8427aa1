import type { Location } from '../core/location.ts';
import type { TextEntry } from '../source/entry.ts';
import type { Dictionary } from '../model/dictionary.ts';
import { type Text, textIn } from '../model/facets.ts';
import type { Form } from '../model/form.ts';
import type { Item } from '../model/item.ts';
import { textsOf } from '../model/texts.ts';
import { listOf } from '../model/type-use.ts';
import { walk } from '../model/walk.ts';

/** Where a text is shown. */
export interface Place {
  /** The names of the forms, in the order of the dictionary. */
  readonly forms: readonly string[];
  /** The question that comes before it where it is shown first. */
  readonly after: string | undefined;
  /** The questions that offer it as an answer, the first of them. */
  readonly asked: readonly string[];
  /** The name of the question or section. */
  readonly item: string | undefined;
}

/** Finds the places of a text by where it was written. */
export type Places = (source: TextEntry) => Place;

interface Found {
  readonly forms: Set<string>;
  readonly asked: Set<string>;
  after?: string | undefined;
  item?: string | undefined;
}

const MOST_ASKED = 2;

/** Where the forms of a dictionary, or of a country, show each text. */
export function findPlaces({ forms, codeLists, defaultLanguage }: Dictionary): Places {
  const found = new Map<string, Found>();
  const at = (text: Text | undefined): Found | undefined => {
    const local = text?.byLanguage.get(defaultLanguage);
    const key = local && keyOf(local.origin.location);
    if (key === undefined) return undefined;
    const known = found.get(key) ?? { forms: new Set(), asked: new Set() };
    found.set(key, known);
    return known;
  };
  const seenLists = new Map<string, readonly (Text | undefined)[]>();
  const textsOfList = (name: string): readonly (Text | undefined)[] => {
    const texts =
      seenLists.get(name) ?? (codeLists.get(name)?.codes ?? []).flatMap((code) => Object.values(code.texts));
    seenLists.set(name, texts);
    return texts;
  };
  for (const [name, form] of forms) visitForm(name, form, { at, textsOfList, language: defaultLanguage });
  return (source) => asPlace(found.get(keyOf(source.location) ?? ''));
}

interface Visiting {
  readonly at: (text: Text | undefined) => Found | undefined;
  readonly textsOfList: (name: string) => readonly (Text | undefined)[];
  readonly language: string;
}

function visitForm(name: string, form: Form, { at, textsOfList, language }: Visiting): void {
  at(form.title)?.forms.add(name);
  let after: string | undefined;
  for (const { item } of walk(form.items)) {
    for (const [, text] of textsOf(item)) note(at(text), name, after, item);
    const label = textIn(item.facets.label, language)?.string.text;
    for (const text of listTexts(item, textsOfList)) {
      const place = at(text);
      place?.forms.add(name);
      if (label !== undefined && place && place.asked.size < MOST_ASKED) place.asked.add(label);
    }
    if (item.kind === 'question' && label !== undefined) after = label;
  }
}

function note(place: Found | undefined, form: string, after: string | undefined, item: Item): void {
  if (!place) return;
  if (place.forms.size === 0) {
    place.after = after;
    place.item = item.name.string.text;
  }
  place.forms.add(form);
}

function listTexts(item: Item, textsOfList: Visiting['textsOfList']): readonly (Text | undefined)[] {
  const list = item.kind === 'question' ? listOf(item.type) : item.list;
  return list ? textsOfList(list.string.text) : [];
}

function keyOf(location: Location): string | undefined {
  return location.kind === 'text' ? `${location.source.path}:${location.start}` : undefined;
}

function asPlace(found: Found | undefined): Place {
  return {
    forms: [...(found?.forms ?? [])],
    asked: [...(found?.asked ?? [])],
    after: found?.after,
    item: found?.item,
  };
}
