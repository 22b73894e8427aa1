import { sha256 } from '../../core/hash.ts';
import type { TextLocation } from '../../core/location.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { HASHES } from './hashes.ts';
import type { Locale } from './locales.ts';
import { type TranslationUnit, valueOf } from './unit.ts';
import { translationUnits } from './units.ts';

const DIGITS = 6;

/** Tells whether a text is still the one that was translated. How its lines were broken makes no other text. */
export function sourceHash(text: string): string {
  return sha256(text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()).slice(0, DIGITS);
}

export interface RecordedSource {
  readonly hash: string;
  readonly at: TextLocation;
}

/** What a locale file knows of the texts that were translated, by their paths. */
export function recordedSources({ root }: Locale): ReadonlyMap<string, RecordedSource> {
  const hashes = valueOf(root, HASHES);
  if (hashes?.kind !== 'map') return new Map();
  return new Map(
    hashes.pairs.flatMap(({ key, value }) =>
      value.kind === 'text' ? [[key.text, { hash: value.string.text, at: value.location }] as const] : [],
    ),
  );
}

/** Translations of texts that have changed since; each is told where it is written. */
export function reportStaleTexts(
  definitions: Parameters<typeof translationUnits>[0],
  languages: Parameters<typeof translationUnits>[1],
  locales: readonly Locale[],
  report: Report,
): void {
  const tracked = locales.filter((locale) => recordedSources(locale).size > 0);
  const units = tracked.length > 0 ? translationUnits(definitions, languages) : [];
  for (const locale of tracked) reportStale(units, locale, report);
}

function reportStale(units: readonly TranslationUnit[], locale: Locale, report: Report): void {
  const recorded = recordedSources(locale);
  for (const { path, source, byLanguage } of units) {
    const hash = recorded.get(path)?.hash;
    const translation = byLanguage.get(locale.tag);
    if (hash === undefined || !translation || hash === sourceHash(source.string.text)) continue;
    const params = { language: locale.tag, translation: translation.string.text, source: source.string.text };
    const related = [{ message: 'this was changed', location: source.location }];
    report('stale-translation', translation.location, params, { related });
  }
}
