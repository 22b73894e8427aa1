import { isLanguageTag } from '../../../core/languages.ts';

/** What a gazetteer says of its places besides their names and codes. */
export type Fact = 'date' | 'validon' | 'validto' | 'version';

export interface NameColumn {
  readonly column: number;
  /** As the heading says it, in small letters: `en`; undefined where the heading does not. */
  readonly language: string | undefined;
  /** Of `adm1_name`, `adm1_name1` …, which `lang`, `lang1` … tell the languages of. */
  readonly index: number;
}

export interface LevelColumns {
  readonly code: number | undefined;
  readonly names: readonly NameColumn[];
}

/** What the columns of a table are. Columns count from 0. */
export interface AreaColumns {
  readonly levels: ReadonlyMap<number, LevelColumns>;
  /** The columns that tell the languages of names, by the index of the name. */
  readonly languages: ReadonlyMap<number, number>;
  readonly facts: ReadonlyMap<Fact, number>;
  /** Columns that mean nothing here, such as areas and other spellings. */
  readonly others: readonly number[];
}

type Meaning =
  | { readonly kind: 'code'; readonly level: number }
  | { readonly kind: 'name'; readonly level: number; readonly language: string | undefined; readonly index: number }
  | { readonly kind: 'language'; readonly index: number }
  | { readonly kind: 'fact'; readonly fact: Fact }
  | undefined;

/** `ADM1_EN`, `admin1Name_en` and `adm1_name1`: the three generations of the layout. */
const LEVEL = /^adm(?:in)?[ _]?(\d)[ _]?(\w*)$/;
const CODE = /^p?_?codes?$|^pcod$/;
const PLAIN_NAME = /^name(\d?)$/;
const NAME_IN = /^(?:name_?)?([a-z]{2,3})$/;
/** What stands where a language could: the name for reference, other names, kinds and identifiers. */
const NO_LANGUAGE: ReadonlySet<string> = new Set(['ref', 'alt', 'typ', 'iso', 'cap', 'num', 'lat', 'lon', 'lvl']);
const FACTS: readonly string[] = ['date', 'validon', 'validto', 'version'] satisfies readonly Fact[];

function meaningOf(heading: string): Meaning {
  const word = heading.trim().toLowerCase();
  const [, digit, rest = ''] = LEVEL.exec(word) ?? [];
  if (digit !== undefined) return levelMeaning(Number(digit), rest);
  const [, index] = /^lang(\d?)$/.exec(word) ?? [];
  if (index !== undefined) return { kind: 'language', index: Number(index) };
  const folded = word.replaceAll(/[\s_]/g, '');
  return isFact(folded) ? { kind: 'fact', fact: folded } : undefined;
}

function isFact(word: string): word is Fact {
  return FACTS.includes(word);
}

function levelMeaning(level: number, rest: string): Meaning {
  if (CODE.test(rest)) return { kind: 'code', level };
  const [, index] = PLAIN_NAME.exec(rest) ?? [];
  if (index !== undefined) return { kind: 'name', level, language: undefined, index: Number(index) };
  const [, language = ''] = NAME_IN.exec(rest) ?? [];
  if (!isLanguageTag(language) || NO_LANGUAGE.has(language)) return undefined;
  return { kind: 'name', level, language, index: 0 };
}

/** Of two columns that mean the same the first counts. */
export function columnsOf(headings: readonly string[]): AreaColumns {
  const levels = new Map<number, { code: number | undefined; names: NameColumn[] }>();
  const languages = new Map<number, number>();
  const facts = new Map<Fact, number>();
  const others: number[] = [];
  for (const [column, heading] of headings.entries()) {
    const meaning = meaningOf(heading);
    if (meaning?.kind === 'language' && !languages.has(meaning.index)) languages.set(meaning.index, column);
    else if (meaning?.kind === 'fact' && !facts.has(meaning.fact)) facts.set(meaning.fact, column);
    else if (meaning?.kind === 'name' || meaning?.kind === 'code') {
      const level = levels.get(meaning.level) ?? { code: undefined, names: [] };
      levels.set(meaning.level, level);
      if (meaning.kind === 'name') level.names.push({ column, language: meaning.language, index: meaning.index });
      else if (level.code === undefined) level.code = column;
      else others.push(column);
    } else if (heading.trim() !== '') others.push(column);
  }
  return { levels, languages, facts, others };
}

/** Whether a row can be the headings of a table of places: a column for codes stands among them. */
export function areHeadings({ levels }: AreaColumns): boolean {
  return [...levels.values()].some(({ code }) => code !== undefined);
}

/** The lowest level that a table has codes for: that of the places of which it has one in each row. */
export function ownLevel({ levels }: AreaColumns): number {
  return Math.max(...[...levels].flatMap(([level, { code }]) => (code === undefined ? [] : [level])));
}
