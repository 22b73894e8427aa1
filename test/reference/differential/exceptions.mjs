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

/** The reason why a difference is right, undefined where it is none that is known. */
export function exceptionFor(expression, expected, found) {
  return EXCEPTIONS.find(({ applies }) => applies(expression, expected, found))?.reason;
}
