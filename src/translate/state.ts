import { sourceHash } from '../dictionary/locales/sources.ts';
import type { TranslationUnit } from '../dictionary/locales/unit.ts';

export const states = ['missing', 'stale', 'same as source', 'translated'] as const;

/** How far the translation of a text is. `stale`: the text was changed after it was translated. */
export type State = (typeof states)[number];

/** How far a text is in a language; `recorded` is the hash of the text that was translated, where that is known. */
export function stateOf({ source, byLanguage }: TranslationUnit, tag: string, recorded: string | undefined): State {
  const translation = byLanguage.get(tag)?.string.text ?? '';
  if (translation.trim() === '') return 'missing';
  if (recorded !== undefined && recorded !== sourceHash(source.string.text)) return 'stale';
  return translation === source.string.text ? 'same as source' : 'translated';
}
