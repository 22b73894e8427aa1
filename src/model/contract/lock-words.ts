import { type ColumnsOf, isSurveyColumn, type SurveyColumn, surveyColumnNames } from '../../vocabulary/columns.ts';
import type { Plain } from '../facets.ts';
import type { Locks } from '../locks.ts';

/** Words of `lock` and `open` that stand for several keys, and for what is done with the codes of a list. */
const media: readonly ColumnsOf<'media'>[] = ['image', 'big-image', 'audio', 'video'];
const messages: readonly ColumnsOf<'text'>[] = [
  'constraint_message',
  'required_message',
  'kobo--rank-constraint-message',
];
const logic: readonly SurveyColumn[] = [
  'relevant',
  'constraint',
  'required',
  'calculation',
  'choice_filter',
  'default',
  'trigger',
  'read_only',
  'repeat_count',
];
const groups: Readonly<Record<string, readonly string[]>> = {
  media,
  messages,
  texts: ['label', 'hint', 'guidance_hint', 'title', ...messages, ...media],
  logic,
  codes: ['add code', 'remove code'],
  add: ['add code'],
  remove: ['remove code'],
};

const ALL = 'all';
/** What is a country's own affair unless the core says this very word. */
const ONLY_BY_NAME: ReadonlySet<string> = new Set(['languages']);

/** What the words of one place say about a facet. */
export interface Decision {
  readonly isLocked: boolean;
  readonly word: Plain;
}

/** The word that names the facet most closely decides; where both do so equally, it is open. */
export function decisionOf({ lock = [], open = [] }: Locks, facet: string): Decision | undefined {
  const locked = closest(lock, facet);
  const opened = closest(open, facet);
  if (opened && opened.rank <= (locked?.rank ?? RANKS)) return { isLocked: false, word: opened.word };
  return locked && { isLocked: true, word: locked.word };
}

const RANKS = 3;

function closest(words: readonly Plain[], facet: string): { readonly rank: number; readonly word: Plain } | undefined {
  for (let rank = 0; rank < RANKS; rank += 1) {
    const word = words.find(({ string }) => rankOf(string.text, facet) === rank);
    if (word) return { rank, word };
  }
  return undefined;
}

/** How closely a word names a facet: itself, as one of a few, or with everything. */
function rankOf(word: string, facet: string): number {
  if (word === facet) return 0;
  if (groups[word]?.includes(facet)) return 1;
  return word === ALL && !ONLY_BY_NAME.has(facet) ? 2 : RANKS;
}

/** The kinds of things that can say what a country may not change of them. */
export type HolderKind = 'question' | 'group' | 'variable' | 'module' | 'form' | 'code list' | 'dictionary';

const ITEM_WORDS = [
  ALL,
  'type',
  'codes',
  'order',
  'remove',
  ...surveyColumnNames,
  'texts',
  'messages',
  'media',
  'logic',
];
const QUESTION_WORDS = [
  ...ITEM_WORDS,
  'definition',
  'purpose',
  'unit',
  'sensitivity',
  'identifies',
  'role',
  'source',
  'soft',
  'specify',
  'parent',
];
const SECTION_WORDS = [...ITEM_WORDS, 'items'];
const LIST_WORDS = [
  ALL,
  'codes',
  'add',
  'remove',
  'order',
  'label',
  'definition',
  ...media,
  'media',
  'texts',
  'attributes',
  'special',
  'exclusive',
  'parent',
  'delivery',
];
const FORM_WORDS = [
  ...new Set([
    ...QUESTION_WORDS,
    'items',
    'title',
    'settings',
    'languages',
    'metadata',
    'attachments',
    'entities',
    'sheets',
  ]),
];

/** What can stand under `lock` and `open`. */
export const lockWords: Readonly<Record<HolderKind, readonly string[]>> = {
  question: QUESTION_WORDS,
  variable: QUESTION_WORDS,
  group: SECTION_WORDS,
  module: [...QUESTION_WORDS, 'items'],
  form: FORM_WORDS,
  'code list': LIST_WORDS,
  dictionary: [...new Set([...FORM_WORDS, ...LIST_WORDS])],
};

/** A heading that the language does not name can be locked like a column. */
export function isLockWord(word: string, holder: HolderKind, headings: ReadonlyMap<string, unknown>): boolean {
  return lockWords[holder].includes(word) || headings.has(word) || (word.includes('::') && !isSurveyColumn(word));
}
