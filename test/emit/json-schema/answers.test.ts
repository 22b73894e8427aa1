import { describe, expect, it } from 'vitest';
import { schemaOf, type Shape, trying } from './schemas.ts';

const lists = `
codelists:
  need: { codes: { food: Food, w.c: Toilet, igloo: { label: Igloo, retired: 1.0.0 } } }
`;

const asking = (type: string, more = ''): string =>
  `${lists}forms:\n  f: { items: [{ ask: q, type: "${type}", label: Q${more} }] }\n`;

/** Whether each answer is taken. */
function taken(text: string, shape: Shape, answers: readonly unknown[]): readonly unknown[] {
  const errors = trying(text, shape);
  return answers.filter((q) => {
    const found = errors({ q });
    expect(found.filter((error) => !error.startsWith('/q'))).toEqual([]);
    return found.length === 0;
  });
}

const HERE = '12.5 -1.5';
const LINE = `${HERE} 0 0;13 -1 0.0 4.2`;
const point = (...coordinates: readonly unknown[]): unknown => ({ type: 'Point', coordinates });
const line = (type: string, coordinates: unknown): unknown => ({
  type,
  coordinates,
  properties: { accuracies: [null, 4.2] },
});

/** Of each type: answers that the schema takes and answers that it does not, as KoboToolbox and as OData write them. */
const CASES: Readonly<Record<string, Readonly<Record<Shape, readonly [readonly unknown[], readonly unknown[]]>>>> = {
  text: {
    kobo: [
      ['x', ' ', 'line\nline'],
      [7, null],
    ],
    odata: [['x', null], [7]],
  },
  barcode: { kobo: [['4006381333931'], [4006381333931]], odata: [['4006381333931', null], [1]] },
  integer: {
    kobo: [
      ['0', '-12', '007'],
      ['', '1.5', '1e3', 'x', '1 ', 1],
    ],
    odata: [
      [0, -12, null],
      [1.5, '1'],
    ],
  },
  decimal: {
    kobo: [
      ['0', '-1.5', '.5', '2.', '1.0E10', '1e-7'],
      ['', '1,5', 'e5', '.', 'Infinity', 'NaN', 1.5],
    ],
    odata: [[0, 1.5, 1e-7, null], ['1.5']],
  },
  date: {
    kobo: [
      ['2026-01-02', '1999-12-31'],
      ['2026-13-01', '2026-1-2', '02.01.2026', '2026-01-02T00:00:00', ''],
    ],
    odata: [['2026-01-02', null], ['2026-00-01']],
  },
  time: {
    kobo: [
      ['10:11:12.000+03:00', '10:11:12', '23:59', '10:11:12.123456Z', '10:11:12.000-05', '10:11:12.000+0530'],
      ['25:00', '10', '10:61', 'noon', '2026-01-02T10:00'],
    ],
    odata: [['10:11:12.000+03:00', null], ['25:00']],
  },
  dateTime: {
    kobo: [
      ['2026-01-02T10:11:12.000+03:00', '2026-01-02T10:11:12Z', '2013-01-03T11:04:58.567-05'],
      ['2026-01-02', 'now'],
    ],
    odata: [['2026-01-02T10:11:12.000+03:00', null], ['2026-01-02 10:11']],
  },
  'select_one need': {
    kobo: [
      ['food', 'w.c', 'igloo'],
      ['wxc', 'food ', '', 'food w.c', 'Food'],
    ],
    odata: [
      ['food', 'igloo', null],
      ['wxc', ''],
    ],
  },
  'select_multiple need': {
    kobo: [
      ['food', 'w.c food', 'igloo food w.c'],
      ['food wxc', 'food  w.c', ' food', 'food ', 'food,w.c', ''],
    ],
    odata: [
      ['food w.c', null],
      ['food wxc', ''],
    ],
  },
  'rank need': { kobo: [['w.c food'], ['w.c x']], odata: [['w.c food', null], ['x']] },
  'select_one_from_file own.csv': { kobo: [['anything goes'], [1]], odata: [['anything', null], [1]] },
  geopoint: {
    kobo: [
      [HERE, `${HERE} 300.0`, `${HERE} 300 4.2`, '1e-7 0'],
      ['12.5', 'here', `${HERE} 1 2 3`, '12,5 1', '12.5,1'],
    ],
    odata: [
      [point(-1.5, 12.5), point(-1.5, 12.5, 300), { ...Object(point(-1.5, 12)), properties: { accuracy: 4.2 } }, null],
      [point(1), point('1', '2'), point(1, 2, 3, 4), { coordinates: [1, 2] }, HERE, line('LineString', [[1, 2]])],
    ],
  },
  geotrace: {
    kobo: [
      [LINE, `${LINE};`, `${LINE}; `, `${HERE}; ${HERE}`],
      ['here;there', `${HERE},${HERE}`, ';', `${LINE};;`],
    ],
    odata: [
      [
        line('LineString', [
          [1, 2],
          [3, 4, 5],
        ]),
        null,
      ],
      [line('LineString', [1, 2]), line('Polygon', [])],
    ],
  },
  geoshape: {
    kobo: [[`${LINE};${HERE}`], ['x']],
    odata: [
      [
        line('Polygon', [
          [
            [1, 2],
            [3, 4],
            [1, 2],
          ],
        ]),
        null,
      ],
      [line('Polygon', [[1, 2]]), line('Polygon', [])],
    ],
  },
  image: {
    kobo: [
      ['1700000000.jpg', 'my photo (1).jpg'],
      ['a/b.jpg', String.raw`a\b.jpg`, ''],
    ],
    odata: [['1.jpg', null], ['a/b.jpg']],
  },
  acknowledge: { kobo: [['OK'], ['ok', 'yes', '']], odata: [['OK', null], ['ok']] },
  note: { kobo: [[''], ['x']], odata: [[null], ['x', '']] },
  calculate: { kobo: [['1', 'Infinity', 'x'], [1]], odata: [['1', null], [1]] },
  hidden: { kobo: [['x'], [true]], odata: [['x', null], [true]] },
};

describe('the answers to a question', () => {
  it.each(Object.entries(CASES))('%s', (type, shapes) => {
    for (const shape of ['kobo', 'odata'] as const) {
      const [good, bad] = shapes[shape];
      expect(taken(asking(type), shape, [...good, ...bad])).toEqual(good);
    }
  });

  it('that is computed can be what nobody would type', () => {
    const calculated = ', calculation: 1 div 0';
    expect(taken(asking('decimal', calculated), 'kobo', ['Infinity', '-Infinity', '1.5', 'x'])).toEqual([
      'Infinity',
      '-Infinity',
      '1.5',
    ]);
    for (const more of [calculated, ', default: x', ', trigger: "${r}"']) {
      expect(taken(asking('note', more), 'kobo', ['', 'x'])).toEqual(['', 'x']);
      expect(taken(asking('note', more), 'odata', [null, 'x'])).toEqual([null, 'x']);
    }
  });

  it('may be the image that stood there at first', () => {
    expect(taken(asking('image', ', default: house.png'), 'kobo', ['jr://images/house.png'])).toHaveLength(1);
  });
});

const limits = (constraint: string, more = '', type = 'integer'): unknown => {
  const { properties } = schemaOf(asking(type, `, constraint: "${constraint}"${more}`), 'odata');
  const { title: _title, $comment: _comment, type: _type, description: _description, ...rest } = properties['q'] ?? {};
  return rest;
};

describe('a number with limits', () => {
  it.each([
    ['. >= 0 and . <= 120', { minimum: 0, maximum: 120 }],
    ['. > 0 and . < 1', { exclusiveMinimum: 0, exclusiveMaximum: 1 }],
    ['0 <= . and 120 >= .', { minimum: 0, maximum: 120 }],
    ['-5 < . and (. < 5)', { exclusiveMinimum: -5, exclusiveMaximum: 5 }],
    ['. >= 0 and . >= 10 and . <= 5 and . <= 7', { minimum: 10, maximum: 5 }],
    ['. >= 0 and . <= ${other}', { minimum: 0 }],
    ['. >= 0 or . = -1', {}],
    ['not(. >= 0)', {}],
    ['. + 1 >= 0', {}],
    ['${q} >= 0', {}],
    ['../x >= 0', {}],
    ['.[1] >= 0', {}],
    ['. = 5', {}],
    ['. >= ', {}],
  ])('%s', (constraint, expected) => {
    expect(limits(constraint)).toEqual(expected);
  });

  it('has them for OData alone, since KoboToolbox writes texts', () => {
    const text = asking('integer', ', constraint: ". >= 0 and . <= 120"');
    expect(schemaOf(text, 'kobo').properties['q']).not.toHaveProperty('minimum');
    expect(taken(text, 'odata', [-1, 0, 120, 121, null])).toEqual([0, 120, null]);
  });

  it('has none where nobody is there to be told', () => {
    for (const more of [', calculation: 1', ', read_only: yes', ', trigger: "${r}"'])
      expect(limits('. >= 0', more)).toEqual({});
  });

  it('has none where it is no number', () => {
    expect(limits('. >= 0', '', 'text')).toEqual({});
  });
});
