import type { Written } from '../../../source/yaml/write.ts';
import type { Language } from '../../../model/dictionary.ts';
import { MULTIPLE } from '../../../model/facets.ts';

/** What a level is called until somebody writes what it is called in the country. */
const WORDS: Readonly<Record<string, readonly [country: string, level: string]>> = {
  en: ['Country', 'Administrative level'],
  fr: ['Pays', 'Niveau administratif'],
  es: ['País', 'Nivel administrativo'],
  pt: ['País', 'Nível administrativo'],
  ar: ['البلد', 'المستوى الإداري'],
};

/** The name of a level in the languages of a dictionary; a word for all of them where one has none here. */
export function levelLabel(level: number, languages: readonly Language[]): Written {
  const texts = languages.flatMap(({ tag }) => {
    const words = WORDS[tag];
    return words ? [[tag, level === 0 ? words[0] : `${words[1]} ${level}`] as const] : [];
  });
  const plain = level === 0 ? 'Country' : `Admin ${level}`;
  if (languages.length === 0) return plain;
  return { byTag: new Map(texts.length === languages.length ? texts : [[MULTIPLE, plain]]) };
}
