import { recordedSources, sourceHash } from '../dictionary/locales/sources.ts';
import type { Translations } from '../dictionary/locales/open.ts';
import type { TranslationUnit, UnitKind } from '../dictionary/locales/unit.ts';
import type { Language } from '../model/dictionary.ts';
import { contextOf } from './context.ts';
import { stampOf } from './judge.ts';
import type { Place, Places } from './places.ts';
import { type State, stateOf } from './state.ts';

/** One text as a translator gets it. */
export interface TranslationRow {
  readonly path: string;
  /** What it is, and where people meet it. */
  readonly context: string;
  readonly source: string;
  /** What the source said when it was translated, where that is known and it says something else now. */
  readonly before: string | undefined;
  /** The present translation; '' where there is none. */
  readonly target: string;
  readonly state: State;
  /** How many characters fit well. */
  readonly room: number;
  /** Tells on the way back which texts the translator was given. */
  readonly stamp: string;
  /** Where the source is written. */
  readonly unit: TranslationUnit;
}

export interface RowOptions {
  readonly language: Language;
  /** The forms that it is about; empty for all. */
  readonly forms: readonly string[];
  /** The kinds of text that are wanted beyond those that every translation needs. */
  readonly also: readonly UnitKind[];
  readonly only: readonly State[];
  /** Texts as they were before, by their paths. */
  readonly before: ReadonlyMap<string, string>;
}

/** The forms and languages of a place: a text that is shown only in forms without a language needs no translation into it. */
export type Speaks = (form: string, tag: string) => boolean;

/** The texts of a dictionary, in the order in which it is written, as a translator into one language gets them. */
export function translationRows(
  { units, locales }: Translations,
  places: Places,
  speaks: Speaks,
  options: RowOptions,
): readonly TranslationRow[] {
  const { tag } = options.language;
  const locale = locales.find((each) => each.tag === tag);
  const recorded = locale ? recordedSources(locale) : new Map<string, { hash: string }>();
  return units.flatMap((unit) => {
    const place = places(unit.source);
    if (!isWanted(unit, place, speaks, options)) return [];
    const hash = recorded.get(unit.path)?.hash;
    const state = stateOf(unit, tag, hash);
    if (options.only.length > 0 && !options.only.includes(state)) return [];
    return [rowOf(unit, place, state, hash, options)];
  });
}

function isWanted(unit: TranslationUnit, { forms }: Place, speaks: Speaks, options: RowOptions): boolean {
  const { language, forms: chosen, also } = options;
  if ((unit.kind === 'definition' || unit.kind === 'media') && !also.includes(unit.kind)) return false;
  if (forms.length > 0 && !forms.some((form) => speaks(form, language.tag))) return false;
  return chosen.length === 0 || forms.some((form) => chosen.includes(form));
}

function rowOf(
  unit: TranslationUnit,
  place: Place,
  state: State,
  hash: string | undefined,
  { language, before }: RowOptions,
): TranslationRow {
  const source = unit.source.string.text;
  const target = unit.byLanguage.get(language.tag)?.string.text ?? '';
  const earlier = before.get(unit.path);
  const isTheOne = earlier !== undefined && earlier !== source && (hash === undefined || hash === sourceHash(earlier));
  return {
    path: unit.path,
    context: contextOf(unit, place),
    source,
    before: isTheOne && target !== '' ? earlier : undefined,
    target,
    state,
    room: roomFor(source),
    stamp: stampOf(source, target),
    unit,
  };
}

/** Languages need up to half as much room again as English, and short words more. */
function roomFor(source: string): number {
  return Math.max(20, Math.ceil((source.length * 1.5) / 10) * 10);
}
