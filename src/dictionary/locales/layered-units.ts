import type { Layered } from './layered.ts';
import type { TranslationUnit } from './unit.ts';
import { type Languages, translationUnits } from './units.ts';

/**
 * The texts that the forms of a country can show: those of the core as they are, or as the country says them, and its own.
 * @param home the folder of the country, as locations name it; texts of the core that no locale file can name stay away
 */
export function layeredUnits(
  { definitions, changes }: Layered,
  languages: Languages,
  home: string,
): readonly TranslationUnit[] {
  const whole = translationUnits(definitions, languages).filter((unit) => unit.steps || isIn(home, unit));
  const byPath = new Map(whole.map((unit) => [unit.path, unit]));
  const sourceOf = (path: string): TranslationUnit['source'] | undefined => byPath.get(path)?.source;
  for (const unit of translationUnits(changes, { ...languages, sourceOf })) {
    const below = byPath.get(unit.path);
    const byLanguage = new Map([...(below?.byLanguage ?? []), ...unit.byLanguage]);
    byPath.set(unit.path, { ...unit, byLanguage });
  }
  return [...byPath.values()];
}

function isIn(home: string, { site }: TranslationUnit): boolean {
  return site.location.source.path.startsWith(home);
}
