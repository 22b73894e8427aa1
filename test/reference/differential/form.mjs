// The form that expressions are tried on, and answers to it: groups, nested repeats and every kind of answer.
import * as fc from 'fast-check';

const CODES = ['apple', 'pear', 'fig', '10'];

/** Name, type and, of a section, what is in it. The three questions called `here_…` are where expressions stand. */
export const QUESTIONS = [
  ['a', 'integer'],
  ['d', 'decimal'],
  ['t', 'text'],
  ['c', 'hidden'],
  ['day', 'date'],
  ['moment', 'dateTime'],
  ['hour', 'time'],
  ['one', 'select_one fruit'],
  ['many', 'select_multiple fruit'],
  ['point', 'geopoint'],
  ['line', 'geotrace'],
  ['shape', 'geoshape'],
  [
    'g',
    'group',
    [
      ['ga', 'integer'],
      ['gt', 'text'],
    ],
  ],
  [
    'member',
    'repeat',
    [
      ['m_name', 'text'],
      ['m_age', 'integer'],
      ['m_one', 'select_one fruit'],
      ['m_day', 'date'],
      ['mg', 'group', [['mg_n', 'decimal']]],
      [
        'visit',
        'repeat',
        [
          ['v_n', 'integer'],
          ['v_day', 'date'],
          ['v_many', 'select_multiple fruit'],
          ['here_visit', 'text'],
        ],
      ],
      ['here_member', 'text'],
    ],
  ],
  [
    'other',
    'repeat',
    [
      ['o_n', 'integer'],
      ['o_t', 'text'],
      ['o_point', 'geopoint'],
    ],
  ],
  ['here', 'text'],
];

/** Where expressions stand, by the repeats around. */
export const PLACES = ['here', 'here_member', 'here_visit'];

const SURVEY_TYPES = { group: ['begin_group', 'end_group'], repeat: ['begin_repeat', 'end_repeat'] };

/** The sheets of the workbook, with an attribute `x0`, `x1`, … for each expression in the row of its place. */
export function sheetsOf(expressions) {
  const columns = ['type', 'name', 'label', ...expressions.map((_, index) => `bind::x${index}`)];
  return {
    survey: [columns, ...rowsOf(QUESTIONS, expressions)],
    choices: [
      ['list_name', 'name', 'label', 'weight', 'colour'],
      ...CODES.map((code, index) => ['fruit', code, `The ${code}`, `${index * 1.5}`, index % 2 ? 'green' : 'red']),
    ],
    settings: [
      ['form_title', 'form_id', 'version'],
      ['Differential', 'differential', '7'],
    ],
  };
}

function rowsOf(questions, expressions) {
  return questions.flatMap(([name, type, inside]) => {
    const [begin, end] = SURVEY_TYPES[type] ?? [type];
    const carried = expressions.map(({ place, text }) => (place === name ? text : ''));
    const row = [begin, name, name, ...carried];
    return inside === undefined ? [row] : [row, ...rowsOf(inside, expressions), [end]];
  });
}

const GEO = ['12.5 45.25 0 0', '-1.5 3.25 100 5.5', '0 0 0 0', '12.75 45.5 7 3'];
const LINES = ['12.5 45 0 0; 12.75 45 0 0; 12.75 45.5 0 0', '1 1 0 0;2 2 0 0'];
const SHAPES = ['12 45 0 0; 13 45 0 0; 13 46 0 0; 12 45 0 0', '0 0 0 0; 0 10 0 0; 10 10 0 0; 10 0 0 0; 0 0 0 0'];

const ANSWERS = {
  integer: fc.oneof(
    fc.constantFrom('0', '1', '5', '-3', '17', '007', 'x', '2147483647', '2147483648'),
    fc.integer({ min: -30_000, max: 30_000 }).map(String),
  ),
  decimal: fc.oneof(
    fc.constantFrom('0.5', '-2.5', '1e-7', '12345678.25', '0.1', '1e15'),
    fc.integer({ min: -5000, max: 5000 }).map((value) => String(value / 100)),
  ),
  // Without blanks at the ends, which JavaRosa cuts off when it reads a submission.
  text: fc.constantFrom('abc', 'Zoë', '10', 'x  y', '2024-02-29', 'apple pear', '3,5', '-', '1e3', 'true', '2024-2-9'),
  hidden: fc.constantFrom('5', 'abc', 'true', '2023-12-31'),
  date: fc.constantFrom('2024-02-29', '1970-01-01', '1969-12-31', '2023-12-31', '2026-03-15', '1999-1-5'),
  dateTime: fc.constantFrom('2024-02-29T10:20:30.123+04:30', '2026-03-15T23:59:59.000Z', '1969-07-20T20:17:40'),
  time: fc.constantFrom('10:20:30.000+04:30', '23:05', '00:00:00.000Z'),
  select_one: fc.constantFrom(...CODES),
  select_multiple: fc.subarray(CODES, { minLength: 1 }).map((codes) => codes.join(' ')),
  geopoint: fc.constantFrom(...GEO),
  geotrace: fc.constantFrom(...LINES),
  geoshape: fc.constantFrom(...SHAPES),
};

/** Answers that every engine takes for the same: none is empty, 0 or written in an unusual way. */
const PLAIN = {
  ...ANSWERS,
  integer: fc.integer({ min: 1, max: 90 }).map(String),
  decimal: fc.constantFrom('0.5', '2.25', '17.125'),
  text: fc.constantFrom('abc', 'Zoë', '10', 'apple pear', 'true'),
  date: fc.constant('2024-02-29'),
  dateTime: fc.constant('2024-02-29T10:20:30.000Z'),
  time: fc.constant('10:20:30.000Z'),
};

/** Answers to some questions, as a record of KoboToolbox's with objects inside each other. */
export function records() {
  return recordOf(QUESTIONS, (type) =>
    fc.oneof({ weight: 4, arbitrary: ANSWERS[type] }, { weight: 1, arbitrary: fc.constant('') }),
  );
}

/** Plain answers to all questions. */
export function plainRecords() {
  return recordOf(QUESTIONS, (type) => PLAIN[type]);
}

function recordOf(questions, answerTo) {
  const parts = questions.map(([name, type, inside]) => [name, arbitraryOf(type, inside, answerTo)]);
  return fc.record(Object.fromEntries(parts));
}

function arbitraryOf(type, inside, answerTo) {
  if (type === 'group') return recordOf(inside, answerTo);
  if (type === 'repeat') return fc.array(recordOf(inside, answerTo), { maxLength: 3 });
  return answerTo(type.split(' ')[0]);
}

/** The answers as the XML of a submission. */
export function submissionOf(record) {
  return `<data id="differential" version="7">${xmlOf(record, QUESTIONS)}</data>`;
}

function xmlOf(record, questions) {
  return questions.flatMap(([name, type, inside]) => elementsOf(record[name], name, type, inside)).join('');
}

function elementsOf(answer, name, type, inside) {
  if (type === 'repeat') return (answer ?? []).map((entry) => `<${name}>${xmlOf(entry, inside)}</${name}>`);
  const content = type === 'group' ? xmlOf(answer ?? {}, inside) : escaped(answer ?? '');
  return [`<${name}>${content}</${name}>`];
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
