import { isRightToLeft } from '../core/languages.ts';
import type { Translations } from '../dictionary/locales/open.ts';
import { recordedSources } from '../dictionary/locales/sources.ts';
import type { TranslationUnit, UnitKind } from '../dictionary/locales/unit.ts';
import type { Language } from '../model/dictionary.ts';
import type { Places } from './places.ts';
import type { Speaks } from './row.ts';
import { type State, stateOf } from './state.ts';

/** How many texts are how far. */
export interface Counts {
  readonly total: number;
  readonly translated: number;
  readonly sameAsSource: number;
  readonly stale: number;
  readonly missing: number;
  /** How many of them are translated and up to date, in percent; 100 only where all are. */
  readonly percent: number;
}

export interface FormStatus extends Counts {
  readonly form: string;
}

export interface LanguageStatus extends Counts {
  readonly language: string;
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** Of how many translations it is known which source they are of. */
  readonly tracked: number;
  /** The forms that have the language; a text that several show counts in each. */
  readonly forms: readonly FormStatus[];
}

export interface StatusOptions {
  readonly languages: readonly Language[];
  readonly forms: readonly string[];
  readonly kinds: readonly UnitKind[];
}

/** How far each language is, in the whole dictionary and in each form: of the core, or of a country's texts. */
export function translationStatus(
  { units, locales }: Translations,
  places: Places,
  speaks: Speaks,
  { languages, forms, kinds }: StatusOptions,
): readonly LanguageStatus[] {
  const wanted = units.filter(({ kind }) => kinds.includes(kind));
  const placed = wanted.map((unit) => ({ unit, forms: places(unit.source).forms }));
  return languages.map(({ tag, name }) => {
    const locale = locales.find((each) => each.tag === tag);
    const recorded = locale ? recordedSources(locale) : new Map<string, { hash: string }>();
    const hashOf = ({ path }: TranslationUnit): string | undefined => recorded.get(path)?.hash;
    const own = placed.flatMap(({ unit, forms: shown }) => {
      const here = shown.filter((form) => speaks(form, tag));
      const isOthers = shown.length > 0 && here.length === 0;
      return isOthers
        ? []
        : [{ state: stateOf(unit, tag, hashOf(unit)), tracked: hashOf(unit) !== undefined, forms: here }];
    });
    return {
      language: tag,
      name,
      direction: isRightToLeft(tag) ? 'rtl' : 'ltr',
      tracked: own.filter(({ state, tracked }) => tracked && state !== 'missing').length,
      ...countStates(own.map(({ state }) => state)),
      forms: forms
        .filter((form) => speaks(form, tag))
        .map((form) => ({
          form,
          ...countStates(own.filter((each) => each.forms.includes(form)).map(({ state }) => state)),
        })),
    };
  });
}

function countStates(states: readonly State[]): Counts {
  const many = (wanted: State): number => states.filter((state) => state === wanted).length;
  const [translated, sameAsSource] = [many('translated'), many('same as source')];
  const total = states.length;
  const percent = total === 0 ? 100 : Math.floor(((translated + sameAsSource) * 1000) / total) / 10;
  return { total, translated, sameAsSource, stale: many('stale'), missing: many('missing'), percent };
}
