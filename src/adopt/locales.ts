import { isMap, isText, type Written, type WrittenMap } from '../source/yaml/write.ts';

/** Sections of a dictionary, and the texts that stand in the locale files, by the tags of their languages. */
export interface SplitLanguages {
  readonly sections: WrittenMap;
  readonly locales: ReadonlyMap<string, WrittenMap>;
}

/** Takes a text to the locale file of a language; the path is how that file mirrors the dictionary. */
type Move = (tag: string, path: readonly string[], text: string) => void;

/** The sections with the texts of the first language only; those of the others go to the locale files. */
export function splitLanguages(sections: WrittenMap, first: string): SplitLanguages {
  const locales = new Map<string, Map<string, Written>>();
  const move: Move = (tag, path, text) => {
    const locale = locales.get(tag) ?? new Map<string, Written>();
    locales.set(tag, locale);
    put(locale, path, text);
  };
  return { sections: mapSections(sections, (text, path) => split(text, path, first, move)), locales };
}

/** The sections with all texts in them; what is only in the first language needs no map. */
export function inlineLanguages(sections: WrittenMap, first: string): SplitLanguages {
  return { sections: mapSections(sections, (text) => plainer(text, first)), locales: new Map() };
}

/** What becomes of a text; without a path it stands where no locale file could name it. */
type OnText = (text: Written, path: readonly string[] | undefined) => Written;

function mapSections(sections: WrittenMap, onText: OnText): WrittenMap {
  const definitionsOf = (section: Written, name: string): Written =>
    isMap(section) ? mapValues(section, (definition, key) => inDefinition(definition, [name, key], onText)) : section;
  return mapValues(sections, definitionsOf);
}

function mapValues(map: WrittenMap, change: (value: Written, key: string) => Written): WrittenMap {
  return new Map([...map].map(([key, value]) => [key, change(value, key)]));
}

/** Texts at any depth below a definition; items, however deep, are named right below it. */
function inDefinition(value: Written, path: readonly string[], onText: OnText): Written {
  if (isMap(value)) {
    const pathOf = pathsOfItems(value, path);
    return mapValues(value, (child, key) =>
      key === 'items' && Array.isArray(child)
        ? child.map((item) => inItem(item, pathOf, onText))
        : inDefinition(child, [...path, key], onText),
    );
  }
  if (isList(value)) return value.map((item) => inDefinition(item, [], (text) => onText(text, undefined)));
  return isText(value) ? onText(value, path) : value;
}

function isList(value: Written): value is readonly Written[] {
  return Array.isArray(value);
}

type PathOf = (item: WrittenMap) => readonly string[] | undefined;

function inItem(item: Written, pathOf: PathOf, onText: OnText): Written {
  if (!isMap(item)) return item;
  const path = pathOf(item);
  return mapValues(item, (value, key) => {
    if (key === 'items' && isList(value)) return value.map((each) => inItem(each, pathOf, onText));
    return isText(value) ? onText(value, path && [...path, key]) : value;
  });
}

/** A name that several items bear, or that is a key of the definition itself, names no item in a locale file. */
function pathsOfItems(definition: WrittenMap, path: readonly string[]): PathOf {
  const counts = new Map<string, number>();
  const count = (items: Written | undefined): void => {
    if (items === undefined || !isList(items)) return;
    for (const item of items) {
      const name = isMap(item) ? nameOf(item) : item;
      if (typeof name === 'string') counts.set(name, (counts.get(name) ?? 0) + 1);
      if (isMap(item)) count(item.get('items'));
    }
  };
  count(definition.get('items'));
  return (item) => {
    const name = nameOf(item);
    return name !== '' && counts.get(name) === 1 && !definition.has(name) ? [...path, name] : undefined;
  };
}

function nameOf(item: WrittenMap): string {
  const name = ['ask', 'group', 'repeat'].map((kind) => item.get(kind)).find((each) => each !== undefined);
  return typeof name === 'string' ? name : '';
}

function split(text: Written, path: readonly string[] | undefined, first: string, move: Move): Written {
  if (!isText(text)) return text;
  const own = text.byTag.get(first);
  if (path === undefined || own === undefined) return plainer(text, first);
  for (const [tag, local] of text.byTag) if (tag !== first) move(tag, path, local);
  return own;
}

function plainer(text: Written, first: string): Written {
  if (!isText(text)) return text;
  const own = text.byTag.get(first);
  return own !== undefined && text.byTag.size === 1 ? own : text;
}

function put(locale: Map<string, Written>, path: readonly string[], text: string): void {
  let map = locale;
  for (const key of path.slice(0, -1)) {
    const inner = map.get(key);
    const next: Map<string, Written> = inner instanceof Map ? inner : new Map();
    map.set(key, next);
    map = next;
  }
  map.set(path.at(-1) ?? '', text);
}
