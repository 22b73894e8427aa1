import { ar } from './codebook/ar.ts';
import { en } from './codebook/en.ts';
import { es } from './codebook/es.ts';
import { fr } from './codebook/fr.ts';
import { prs } from './codebook/prs.ts';
import { ps } from './codebook/ps.ts';
import type { CodebookWords } from './codebook/words.ts';

const known: ReadonlyMap<string, CodebookWords> = new Map<string, CodebookWords>([
  ['en', en],
  ['fr', fr],
  ['es', es],
  ['ar', ar],
  ['prs', prs],
  ['ps', ps],
]);

/** The words that a codebook has around the dictionary's own texts, and the language they are in. */
export interface CodebookWording {
  readonly tag: string;
  readonly words: CodebookWords;
}

/** The words for a page in a language: by its whole tag, then by its first part, else in English. */
export function codebookWording(tag: string): CodebookWording {
  const found = [tag, tag.split('-')[0] ?? ''].find((each) => known.has(each)) ?? 'en';
  return { tag: found, words: known.get(found) ?? en };
}

/** A word with a detail in its place `{a}`. */
export function withDetail(word: string, detail: string): string {
  return word.split('{a}').join(detail);
}
