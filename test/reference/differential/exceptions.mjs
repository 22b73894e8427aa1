// Where we differ from JavaRosa on purpose, each with its reason.

/** When the calendar of today began: Java counts the days before in the Julian calendar, and years before 1 upwards. */
const GREGORIAN = Date.UTC(1582, 9, 15);

const EXCEPTIONS = [
  {
    reason: 'dates before 15 October 1582, which Java tells by the Julian calendar',
    applies: (_, expected, found) => isAncient(expected) || isAncient(found),
  },
  {
    reason: 'distances of near places, whose last digits the arc cosine makes of the last digit of a sine',
    applies: ({ text }, expected, found) => text.includes('distance(') && areNear(expected, found),
  },
];

function areNear(one, other) {
  return one.kind === 'number' && other.kind === 'number' && Math.abs(one.value / other.value - 1) < 1e-7;
}

function isAncient({ kind, value }) {
  if (kind === 'date') return Number(value) < GREGORIAN;
  const years = kind === 'text' ? [...value.matchAll(/(-?\d+)-\d\d-\d\d/gu)].map(([, year]) => Number(year)) : [];
  return years.some((year) => year < 1583);
}

/** Where Web Forms computes something else than JavaRosa and we do, though the expression has no part with other rules. */
const EXCEPTIONS_OF_WEB_FORMS = [
  {
    reason: 'several answers where one is wanted: JavaRosa refuses them, Web Forms takes the first or tries all',
    applies: (_text, _expected, found) => found.kind === 'error',
  },
  {
    reason: 'an answer that is compared with a condition: as a condition in JavaRosa, as text in Web Forms',
    applies: ({ text }, expected) => /\s!?=\s/u.test(text) && /^(?:true|false)$/u.test(expected.value),
  },
];

/** The reason why a difference from JavaRosa is right, undefined where it is none that is known. */
export function exceptionFor(...difference) {
  return EXCEPTIONS.find(({ applies }) => applies(...difference))?.reason;
}

/** The same for Web Forms. */
export function exceptionForWebForms(...difference) {
  return EXCEPTIONS_OF_WEB_FORMS.find(({ applies }) => applies(...difference))?.reason;
}

/** Where ODK Web Forms has other rules than JavaRosa: expressions with such a part are not held against it. */
/** @type {readonly (readonly [RegExp, string])[]} */
const OTHER_RULES = [
  [
    /\$\{(?:day|moment|hour|m_day|v_day)\}|date|today|now|'2024|decimal-/u,
    'dates keep their time in texts, and days are not counted the same way',
  ],
  [
    /\$\{(?:point|line|shape|o_point)\}|area|distance|geofence/u,
    'places are texts as they were written, and distances are rounded',
  ],
  [/regex\(/u, 'a pattern is looked for inside the text'],
  [/\$\{(?:member|visit|other)\}(?!\[)/u, 'the text of a group is the text of all that is in it'],
  [
    /\/data\/(?:member|other)|\.\.\/visit|\.\.\/other/u,
    'a path from the top means the first of several entries, in an entry too',
  ],
  [
    /round\(|max\(|min\(|sum\(/u,
    'halves below 0 are rounded away from 0, and of nothing there is no sum and no greatest',
  ],
  [/is-selected|version\(|position\(/u, 'it has no is-selected() and no version(), and position() takes one entry'],
  [/'3,5'|'true'/u, 'a comma is no decimal point'],
];

/** Why an expression is not held against ODK Web Forms, undefined where it is. */
export function otherRule(text) {
  return OTHER_RULES.find(([part]) => part.test(text))?.[1];
}
