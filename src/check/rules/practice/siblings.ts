import { type Code, type CodeList, offeredCodes } from '../../../model/code-list.ts';
import { labelWords } from './label-words.ts';
import { specialOf } from './special-words.ts';

/** Fewer codes in common are chance: yes and no, north and south. */
const FEWEST_SHARED = 4;
/** The part of all codes of both lists that they share at least. */
const MOST_SHARED = 0.7;
/** The part of these that has the same label at least. */
const MOST_ALIKE = 0.6;
/** Longer lists are registers of places or people, which nobody keeps alike by hand. */
const LONGEST = 200;

/** The codes of a list that are its own to choose, by name, with the words of their labels. */
export interface Codes {
  readonly list: CodeList;
  readonly byName: ReadonlyMap<string, { readonly code: Code; readonly words: string }>;
  /** The names of its special codes, which a rule of their own compares. */
  readonly special: ReadonlySet<string>;
}

/** Two lists that mean the same, as far as their codes tell. */
export interface Siblings {
  readonly list: Codes;
  readonly other: Codes;
  /** Names of codes that both have, each in a definition of its own. */
  readonly shared: readonly string[];
  readonly lacks: readonly string[];
  readonly adds: readonly string[];
}

export function isKeptByHand({ codes, damaged, parent, repeats, country }: CodeList): boolean {
  return !damaged && !parent && !repeats && country !== 'replace' && codes.length <= LONGEST;
}

export function codesOf(list: CodeList, language: string): Codes {
  const codes = offeredCodes(list).map((code) => ({ code, words: labelWords(code, language) }));
  const isSpecial = ({ code, words }: (typeof codes)[number]): boolean =>
    code.special !== undefined || specialOf(words) !== undefined;
  return {
    list,
    byName: new Map(codes.filter((each) => !isSpecial(each)).map((each) => [each.code.name.string.text, each])),
    special: new Set(codes.filter(isSpecial).map(({ code }) => code.name.string.text)),
  };
}

/** The earlier list that shares most with this one, if that is enough to take both for one. */
export function nearest(list: Codes, earlier: ReadonlyMap<string, readonly Codes[]>): Siblings | undefined {
  const counts = new Map<Codes, number>();
  for (const name of list.byName.keys())
    for (const other of earlier.get(name) ?? []) counts.set(other, (counts.get(other) ?? 0) + 1);
  let found: Siblings | undefined;
  for (const [other, count] of counts) {
    if (count < FEWEST_SHARED) continue;
    const siblings = compare(list, other);
    if (areSiblings(siblings) && partShared(siblings) > (found ? partShared(found) : 0)) found = siblings;
  }
  return found;
}

/** What comes from one and the same definition, by include:, is left out on both sides. */
function compare(list: Codes, other: Codes): Siblings {
  const isOwn = (name: string, one: Codes, another: Codes): boolean =>
    one.byName.get(name)?.code !== another.byName.get(name)?.code;
  const names = [...list.byName.keys()].filter((name) => isOwn(name, list, other) && !other.special.has(name));
  return {
    list,
    other,
    shared: names.filter((name) => other.byName.has(name)),
    adds: names.filter((name) => !other.byName.has(name)),
    lacks: [...other.byName.keys()].filter((name) => !list.byName.has(name) && !list.special.has(name)),
  };
}

function partShared({ shared, lacks, adds }: Siblings): number {
  return shared.length / (shared.length + lacks.length + adds.length);
}

function areSiblings(siblings: Siblings): boolean {
  const { shared, list } = siblings;
  const alike = shared.filter((name) => !isReworded(name, siblings)).map((name) => list.byName.get(name)?.words);
  const telling = new Set(alike.filter(tells));
  return (
    shared.length >= FEWEST_SHARED && partShared(siblings) >= MOST_SHARED && telling.size >= MOST_ALIKE * shared.length
  );
}

/** A letter or a number by itself means something else in each list. */
function tells(words = ''): boolean {
  return /\p{L}{3}/u.test(words);
}

export function isReworded(name: string, { list, other }: Siblings): boolean {
  return list.byName.get(name)?.words !== other.byName.get(name)?.words;
}
