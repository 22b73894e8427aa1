import type { Holds, Kind } from './key.ts';

interface KindWord {
  /** How the tables of the reference name the kind. */
  readonly word: string;
  readonly meaning: string;
}

/** The kinds of value in the words of authors. */
export const kindWords: Readonly<Record<Kind, KindWord>> = {
  text: {
    word: 'text',
    meaning: 'What people read: one text, or a map from language to text: `{ en: Sex, fr: Sexe }`.',
  },
  plain: { word: 'as typed', meaning: 'One text in no language: an expression, a type, an appearance.' },
  name: { word: 'word', meaning: 'A single word: a name, a file, a version.' },
  flag: { word: 'yes or no', meaning: '`yes` or `no`; `true` and `false` are the same.' },
  choice: { word: 'one of', meaning: 'One of the words that the table lists.' },
  names: { word: 'words', meaning: 'One word, or a list of words: `[fr, ar]`.' },
  parameters: { word: 'parameters', meaning: '`key=value key=value` as in XLSForm, or a map: `{ key: value }`.' },
  cells: { word: 'cells', meaning: 'A map from column to what stands in the cell: `{ style: pages }`.' },
  texts: { word: 'named texts', meaning: 'A map from name to text, each in one language or several: `{ max: 20 }`.' },
  map: { word: 'keys', meaning: 'A map with keys of its own.' },
  list: { word: 'list', meaning: 'A list, in order.' },
  entry: { word: 'any', meaning: 'Whatever its own section shows.' },
};

/** Where the kind says little, what the value holds; the sections of the reference describe each. */
export const shapeWords: Readonly<Record<Holds, string>> = {
  languages: 'languages',
  policy: 'policy',
  codes: 'codes',
  'list parent': 'parent',
  'question type': 'type',
  'section type': 'type',
  items: 'items',
  changes: 'changes',
  settings: 'settings',
  attachments: 'attachments',
  rows: 'rows',
  sheets: 'sheets',
  'soft limits': 'soft limits',
  sums: 'sums',
  duration: 'duration',
  'time span': 'time',
  'later check': 'keys',
  retirement: 'retirement',
};
