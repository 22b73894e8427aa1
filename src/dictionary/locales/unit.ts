import { MULTIPLE } from '../../model/facets.ts';
import type { Entry, MapEntry, TextEntry } from '../../source/entry.ts';
import { surveyColumns } from '../../vocabulary/columns.ts';

/** What a text is there for: forms show it, people who check data read it, it explains, or it names a file. */
export type UnitKind = 'shown' | 'message' | 'definition' | 'media';

/** One text that people read, as the author wrote it once. */
export interface TranslationUnit {
  /** Its permanent address: `variables.hh_size.label`, `codelists.sex.codes.f.label`. */
  readonly path: string;
  /** The parts of the address. */
  readonly keys: readonly string[];
  /** The keys under which a locale file names it; undefined where none can, so that its translations stand beside it. */
  readonly steps: readonly string[] | undefined;
  readonly kind: UnitKind;
  /** What it is of the thing that it belongs to: `label`, `hint`. */
  readonly key: string;
  /** The text in the language that the dictionary is written in. */
  readonly source: TextEntry;
  /** The text in every language that it is written in, in the dictionary or in a locale file. */
  readonly byLanguage: ReadonlyMap<string, TextEntry>;
  /** All that stands behind the key: one text, or a map from language to text. */
  readonly site: TextEntry | MapEntry;
}

/** What it takes to tell texts from other keys, and their languages. */
export interface UnitContext {
  readonly languages: readonly string[];
  readonly defaultLanguage: string;
  /** The parameters of each module that its texts show. */
  readonly shownParameters: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A text where it was met. */
export interface Met {
  readonly path: readonly string[];
  readonly steps: readonly string[] | undefined;
  readonly kind: UnitKind;
  readonly key: string;
}

/** The text as a unit; nothing for one that is the same in all languages, or missing where all are translated from. */
export function unitOf(entry: Entry, { path, steps, kind, key }: Met, context: UnitContext): TranslationUnit[] {
  const byLanguage = textsIn(entry, context);
  const source = byLanguage.get(context.defaultLanguage);
  if (!source || byLanguage.has(MULTIPLE) || source.string.text.trim() === '') return [];
  if (entry.kind !== 'text' && entry.kind !== 'map') return [];
  return [{ path: path.join('.'), keys: path, steps, kind, key, source, byLanguage, site: entry }];
}

function textsIn(entry: Entry, { languages, defaultLanguage }: UnitContext): ReadonlyMap<string, TextEntry> {
  if (entry.kind === 'text') return new Map([[defaultLanguage, entry]]);
  const texts = new Map<string, TextEntry>();
  if (entry.kind === 'map')
    for (const { key, value } of entry.pairs) {
      const isTag = languages.includes(key.text) || key.text === MULTIPLE;
      if (value.kind === 'text' && isTag && !texts.has(key.text)) texts.set(key.text, value);
    }
  return texts;
}

/** Whether a map holds one text in several languages, and not keys of a thing. */
export function isLanguageMap({ pairs }: MapEntry, { languages }: UnitContext): boolean {
  return pairs.length > 0 && pairs.every(({ key }) => languages.includes(key.text) || key.text === MULTIPLE);
}

const COLUMN_KINDS = new Map(
  Object.entries(surveyColumns).flatMap(([name, { kind }]): [string, UnitKind][] => {
    if (kind === 'text') return [[name, 'shown']];
    return kind === 'media' ? [[name, 'media']] : [];
  }),
);

/** What the text behind a key of a question, a code or an item is there for; undefined where the key holds no text. */
export function shownKind(key: string): UnitKind | undefined {
  return COLUMN_KINDS.get(key) ?? (key === 'definition' || key === 'purpose' ? 'definition' : undefined);
}

/** The value of a key of a map; the first, where a mistake has it twice. */
export function valueOf({ pairs }: MapEntry, name: string): Entry | undefined {
  return pairs.find(({ key }) => key.text === name)?.value;
}

/** What is not asked or offered any more is read by nobody. */
export function isRetired(map: MapEntry): boolean {
  const retired = valueOf(map, 'retired');
  return retired !== undefined && retired.kind !== 'blank';
}
