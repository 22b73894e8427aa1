import fc from 'fast-check';

/** A dictionary with the one form `survey`, as its files; two of them are an edit of each other, for they share their names. */
export type Files = Readonly<Record<string, string>>;

const text = fc.constantFrom(
  'Age',
  'How old?',
  ' x ',
  'a\u00A0b',
  'Ünï',
  'سؤال',
  'two  blanks',
  "it's",
  '10%',
  '${q1}?',
);
const texts = fc.tuple(text, text).map(([en, fr]) => ({ en, fr }));
const types = fc.constantFrom(
  ...['text', 'integer', 'decimal', 'date', 'dateTime', 'note', 'geopoint', 'barcode', 'acknowledge', 'trigger'],
  ...['select_one few', 'select_multiple few', 'select_one many', 'rank many', 'select_one few or_other'],
);

const cells = fc.record(
  {
    hint: texts,
    required: fc.constantFrom('yes', 'no', "${q1} = 'a'"),
    read_only: fc.constantFrom('yes', "${q1} = 'a'"),
    relevant: fc.constant("${q1} != ''"),
    constraint: fc.constantFrom('string-length(.) > 1', 'string-length(.) > 2'),
    constraint_message: texts,
    default: fc.constantFrom('0', '1', 'a'),
    appearance: fc.constantFrom('minimal', 'w1'),
    hxl: fc.constantFrom('#affected +f', '#affected+f', '#x'),
    image: fc.constantFrom({ en: 'a.png', fr: 'b.png' }),
    columns: fc.constantFrom(
      { note_to_self: 'x' },
      { 'bind::custom': 'y' },
      { 'body::accuracyThreshold': '5' },
      { tags: 'a b' },
    ),
  },
  { requiredKeys: [] },
);

interface Question {
  readonly name: string;
  readonly type: string;
  readonly label: unknown;
  readonly cells: object;
  readonly place: '' | 'one' | 'two' | 'again';
}

const NAMES = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8'];
const question = (name: string): fc.Arbitrary<Question> =>
  fc.record({
    name: fc.constant(name),
    type: name === 'q1' || name === 'q2' ? fc.constant('text') : types,
    label: texts,
    cells: name === 'q1' ? fc.constant({}) : cells,
    place: name === 'q1' || name === 'q2' ? fc.constant('' as const) : fc.constantFrom('', 'one', 'two', 'again'),
  });
const questions = fc
  .tuple(fc.subarray(NAMES.slice(2)), fc.array(fc.nat(), { minLength: 8, maxLength: 8 }))
  .chain(([some, keys]) => {
    const ordered = some.map((name, index) => [keys[index] ?? 0, name] as const).toSorted(([a], [b]) => a - b);
    return fc.tuple(...['q1', 'q2', ...ordered.map(([, name]) => name)].map(question));
  });

const codes = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 })
  .chain((names) =>
    fc.tuple(...names.map((name) => fc.record({ name: fc.constant(name), label: texts, pcode: text }))),
  );

const form = fc.record({
  questions,
  few: codes,
  many: codes,
  metadata: fc.subarray(['start', 'end', 'today', 'deviceid', 'audit']),
  languages: fc.constantFrom<readonly string[]>(['en', 'fr'], ['fr', 'en'], ['en']),
  opens: fc.constantFrom('en', 'fr'),
  title: fc.constantFrom('Survey', 'Second survey'),
  settings: fc.constantFrom(
    {},
    { style: 'pages' },
    { style: 'theme-grid', instance_name: '${q1}' },
    { 'kobo--lock_all': 'yes' },
  ),
  locks: fc.constantFrom(undefined, ['question_delete'], ['question_delete', 'choice_add']),
  version: fc.constantFrom('1.0.0', '1.1.0'),
  map: fc.constantFrom('name,label\na,A\n', 'name,label\na,B\n', undefined),
});
type Form = typeof form extends fc.Arbitrary<infer Value> ? Value : never;

export const randomDictionary: fc.Arbitrary<Files> = form.map(filesOf);

function filesOf({ version, few, many, ...rest }: Form): Files {
  const { languages, opens, map } = rest;
  const list = (rows: Form['few']): unknown => ({
    label: 'List',
    attributes: ['pcode'],
    codes: Object.fromEntries(rows.map(({ name, label, pcode }) => [name, { label, pcode }])),
  });
  const yaml = {
    'dictionary/dictionary.yaml': {
      lexiform: '1',
      dictionary: 'random',
      version,
      languages: { en: 'English', fr: 'Français' },
      default_language: 'en',
      profiles: ['kobo'],
    },
    'dictionary/lists.yaml': { codelists: { few: list(few), many: list(many) } },
    'dictionary/survey.yaml': { forms: { survey: formOf(rest, languages.includes(opens) ? opens : 'en') } },
  };
  const files = Object.entries(yaml).map(([file, value]) => [file, `${JSON.stringify(value, undefined, 1)}\n`]);
  const pictures = ['a.png', 'b.png'].map((name) => [`dictionary/media/${name}`, name]);
  return Object.fromEntries([...files, ...pictures, ['dictionary/media/map.csv', map ?? 'name,label\n']]) as Files;
}

function formOf(spec: Omit<Form, 'version' | 'few' | 'many'>, opens: string): unknown {
  const { questions: all, metadata, languages, title, settings, locks, map } = spec;
  const at = (place: Question['place']): unknown[] =>
    all
      .filter((each) => each.place === place)
      .map(({ name, type, label, cells: own }) => ({ ask: name, type, label, ...suiting(type, own) }));
  const section = (kind: string, name: Question['place']): unknown[] =>
    at(name).length === 0 ? [] : [{ [kind]: name, label: 'Section', items: at(name) }];
  return {
    title,
    languages,
    default_language: opens,
    settings,
    metadata,
    ...(map === undefined ? {} : { attachments: ['map.csv'] }),
    ...(locks
      ? { sheets: { 'kobo--locking-profiles': locks.map((lock) => ({ restriction: lock, core: 'locked' })) } }
      : {}),
    items: [...at(''), ...section('group', 'one'), ...section('group', 'two'), ...section('repeat', 'again')],
  };
}

/** What only a text can have is left out of the others. */
function suiting(type: string, own: object): object {
  const kept = Object.entries(own).filter(
    ([key]) => type === 'text' || !['default', 'constraint', 'constraint_message'].includes(key),
  );
  return Object.fromEntries(kept);
}
