import type { SourceText } from '../core/location.ts';
import { applyEdits } from '../core/range.ts';
import { sourceHash } from '../dictionary/locales/sources.ts';
import { HASHES } from '../dictionary/locales/hashes.ts';
import { type TranslationUnit, valueOf } from '../dictionary/locales/unit.ts';
import type { Entry } from '../source/entry.ts';
import { type Change, changesFor } from '../source/yaml/change.ts';
import { yamlEdits } from '../source/yaml/edit.ts';
import { type Written, type WrittenMap, writeYaml } from '../source/yaml/write.ts';
import type { Accepted } from './judge.ts';

/** A YAML file as it was read. */
export interface ReadFile {
  readonly source: SourceText;
  readonly root: Entry | undefined;
}

export interface Place {
  readonly tag: string;
  readonly defaultLanguage: string;
  /** The locale file of the language; undefined where there is none yet. */
  readonly locale: ReadFile | undefined;
  /** Reads a file of the dictionary by the path that locations have. */
  readonly read: (path: string) => ReadFile | undefined;
}

export interface AppliedTexts {
  /** The new content of files, by the path that locations have. */
  readonly files: ReadonlyMap<string, string>;
  /** The content of a locale file that is to be begun. */
  readonly begun: string | undefined;
}

/**
 * The files with the translations in them. A translation that is there already is changed where it stands; a new one goes to
 * the locale file, unless no locale file can name its text: then it stands beside it. The hashes of what was translated go
 * to the locale file in either case.
 */
export function applyTexts(accepted: readonly Accepted[], place: Place): AppliedTexts {
  const inPlace = new Map<string, Change[]>();
  const tree = new Map<string, Written>();
  for (const { unit, text } of accepted) {
    const change = changeInPlace(unit, text, place);
    if (change) addTo(inPlace, change);
    else if (unit.steps && unit.byLanguage.get(place.tag)?.string.text !== text)
      putInto(tree, asWritten(unit.steps, place.locale), text);
  }
  // Behind the texts, whatever came first.
  for (const { unit } of accepted) putInto(tree, [HASHES, unit.path], sourceHash(unit.source.string.text));
  const { locale } = place;
  const wanted = locale?.root?.kind === 'map' ? changesFor(locale.root, tree) : undefined;
  if (locale) addTo(inPlace, { path: locale.source.path, changes: wanted ?? addAll(tree) });
  const files = [...inPlace].flatMap(([path, changes]) => {
    const file = path === locale?.source.path ? locale : place.read(path);
    return file ? [[path, edited(file, changes)] as const] : [];
  });
  return { files: new Map(files), begun: locale ? undefined : writeYaml(tree) };
}

/** Where the codes of a list stand right below it, as they may, one more stands beside them. */
function asWritten(steps: readonly string[], locale: ReadFile | undefined): readonly string[] {
  const [section = '', list = '', part, ...rest] = steps;
  if (section !== 'codelists' || part !== 'codes' || locale?.root?.kind !== 'map') return steps;
  const lists = valueOf(locale.root, section);
  const texts = lists?.kind === 'map' ? valueOf(lists, list) : undefined;
  const names = texts?.kind === 'map' ? texts.pairs.map(({ key }) => key.text) : [];
  const areBelow = !names.includes('codes') && names.some((name) => name !== 'label' && name !== 'definition');
  return areBelow && !['label', 'definition', 'codes'].includes(rest[0] ?? '') ? [section, list, ...rest] : steps;
}

function addAll(pairs: WrittenMap): readonly Change[] {
  return [{ kind: 'add', at: { start: 0, end: 0 }, pairs }];
}

function edited({ source, root }: ReadFile, changes: readonly Change[]): string {
  return applyEdits(source.text, yamlEdits(source, root, changes));
}

function addTo(inPlace: Map<string, Change[]>, { path, changes }: InPlace): void {
  const known = inPlace.get(path);
  if (known) for (const change of changes) known.push(change);
  else inPlace.set(path, [...changes]);
}

interface InPlace {
  readonly path: string;
  readonly changes: readonly Change[];
}

/** The change where a translation stands already, or must stand; undefined where it belongs into the locale file. */
function changeInPlace(unit: TranslationUnit, text: string, { tag, defaultLanguage }: Place): InPlace | undefined {
  const { site, steps, byLanguage } = unit;
  const present = byLanguage.get(tag);
  if (present?.string.text === text) return undefined;
  if (present)
    return { path: present.location.source.path, changes: [{ kind: 'replace', at: present.location, value: text }] };
  const isNamed = site.kind === 'map' && valueOf(site, tag) !== undefined;
  if (steps && !isNamed) return undefined;
  const { path } = site.location.source;
  if (site.kind === 'map') return { path, changes: changesFor(site, new Map([[tag, text]])) };
  const value = new Map([
    [defaultLanguage, site.string.text],
    [tag, text],
  ]);
  return { path, changes: [{ kind: 'replace', at: site.location, value }] };
}

function putInto(tree: Map<string, Written>, path: readonly string[], text: string): void {
  let map = tree;
  for (const key of path.slice(0, -1)) {
    const known = map.get(key);
    const next = known instanceof Map ? (known as Map<string, Written>) : new Map<string, Written>();
    // A code whose label came first, and now has an image too.
    if (typeof known === 'string') next.set('label', known);
    map.set(key, next);
    map = next;
  }
  const last = path.at(-1) ?? '';
  const known = map.get(last);
  if (known instanceof Map) (known as Map<string, Written>).set('label', text);
  else map.set(last, text);
}
