import type { Origin } from '../../core/origin.ts';
import { MULTIPLE, type Plain, type Text } from '../facets.ts';
import type { Difference, Subject } from './difference.ts';
import { normalText } from './normal.ts';

/** One thing that is said of another: what two sides are compared by. */
export interface Aspect {
  readonly facet: string;
  readonly language?: string;
  readonly words: string;
  /** Equal where a difference of the words means nothing. */
  readonly normal: string;
  readonly origin: Origin;
}

/** What is said of a thing, by a name that both sides know it by, such as `label.fr`. */
export type Aspects = ReadonlyMap<string, Aspect>;
export type AspectEntry = readonly [string, Aspect];

export function plainAspect(key: string, { string, origin }: Plain, facet = key, normal = normalText): AspectEntry {
  return [key, withNormal({ facet, words: string.text, origin }, normal)];
}

/** Most words are the same on both sides, and nobody asks for more. */
function withNormal(aspect: Omit<Aspect, 'normal'>, normal: (words: string) => string): Aspect {
  return {
    ...aspect,
    get normal() {
      return normal(aspect.words);
    },
  };
}

/** One for each language; an empty text is none. */
export function textAspects(key: string, text: Text | undefined, normal = normalText): readonly AspectEntry[] {
  if (!text) return [];
  return [...text.byLanguage].flatMap(([language, { string, origin }]): AspectEntry[] => {
    const words = string.text;
    const name = language === '' ? key : `${key}.${language}`;
    return words.trim() === '' ? [] : [[name, withNormal({ facet: key, language, words, origin }, normal)]];
  });
}

/** The cells of a row under one facet, each by its header. */
export function cellAspects(
  prefix: string,
  cells: ReadonlyMap<string, Plain> | undefined,
  facet = prefix,
): readonly AspectEntry[] {
  return [...(cells ?? [])].map(([header, cell]) => plainAspect(`${prefix}.${header}`, cell, facet));
}

/** What is said of a thing as a whole. */
export interface About<Of extends Subject> {
  readonly subject: Of;
  readonly name: string;
  readonly path: string;
}

/** The aspects in which two sides differ: those of the first in its order, then what only the second has. */
export function compareAspects<Of extends Subject>(
  before: Aspects,
  after: Aspects,
  about: About<Of>,
): readonly Difference<Of>[] {
  const found: Difference<Of>[] = [];
  for (const [key, was] of before) {
    const is = after.get(key) ?? forAllLanguages(after, was);
    if (is?.words !== was.words && is?.normal !== was.normal)
      found.push(aspectDifference(key, is ? 'changed' : 'removed', [was, is], about));
  }
  const said = new Set([...before.values()].flatMap(({ facet, language }) => (isOwn(language) ? [facet] : [])));
  for (const [key, is] of after) {
    // What is said once for all languages was compared with each.
    if (before.has(key) || (is.language === MULTIPLE && said.has(is.facet))) continue;
    const kind = is.language !== undefined && said.has(is.facet) ? 'translated' : 'added';
    found.push(aspectDifference(key, kind, [undefined, is], about));
  }
  return found;
}

/** The text that takes the place of one in a language. */
function forAllLanguages(aspects: Aspects, { facet, language }: Aspect): Aspect | undefined {
  return language === undefined ? undefined : aspects.get(`${facet}.${MULTIPLE}`);
}

/** What is said once for all languages is not said in some of them only. */
function isOwn(language: string | undefined): boolean {
  return language !== undefined && language !== MULTIPLE;
}

function aspectDifference<Of extends Subject>(
  key: string,
  kind: Difference['kind'],
  [before, after]: readonly [Aspect | undefined, Aspect | undefined],
  about: About<Of>,
): Difference<Of> {
  const { facet = '', language } = after ?? before ?? {};
  return { ...about, kind, facet, language, path: `${about.path}.${key}`, before, after };
}
