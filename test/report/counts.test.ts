import { describe, expect, it } from 'vitest';
import type { JsonRecord } from '../../src/model/record/record-reader.ts';
import { deliver } from '../../src/model/deliver/deliver.ts';
import { reportData } from '../../src/report/data.ts';
import { startTally } from '../../src/report/tally.ts';
import { dictionaryIn } from '../emit/report/report.ts';
import { present } from '../support/tester.ts';
import { madeUpRecords } from './records.ts';
import { type Asked, dataOf, formOf, lineOf, tallyOf } from './counting.ts';

const lists = `codelists:
  sex:
    codes:
      f: Woman
      m: Man
      __proto__: Proto
      x: { label: Not said, retired: 1.0.0 }
  need: { codes: { food: Food, water: Water, none: { label: None, special: none } } }`;

/** What is counted of one question, answered in each record so. */
function counted(type: string, answers: readonly unknown[], more = '', asked: Asked = {}): string {
  const yaml = formOf(`      - { ask: q, type: ${type}, label: Q${more} }`, lists);
  const { figures } = dataOf(
    yaml,
    answers.map((q) => (q === undefined ? {} : { q })),
    asked,
  );
  return lineOf(figures.get('q'));
}

describe('of codes is counted', () => {
  it('each answer once, in the order of the list', () => {
    expect(counted('select_one sex', ['m', 'f', 'm', undefined, '', ' f '])).toBe(
      'n 4, missing 2: f 2, m 2, __proto__ 0, x 0',
    );
  });

  it('what is not offered any more under its own name, and what no list has together', () => {
    expect(counted('select_one sex', ['x', 'F', 'toString', '__proto__', 'm'])).toBe(
      'n 5, missing 0: f 0, m 1, __proto__ 1, x 1, Not in the list 2',
    );
  });

  it('every one of several, and none of them twice in a record', () => {
    expect(counted('select_multiple need', ['food water', 'water  food water', 'sand rocks food', ''])).toBe(
      'n 3, missing 1: food 3, water 2, none 0, Not in the list 1',
    );
    expect(counted('select_multiple need', [['food', 'water'], []])).toBe('n 1, missing 1: food 1, water 1, none 0');
  });

  it('what was ranked first', () => {
    expect(counted('rank need', ['water food none', 'food', 'gold'])).toBe(
      'n 3, missing 0: food 1, water 1, none 0, Not in the list 1',
    );
  });

  it('the code that or_other adds, whoever adds it', () => {
    for (const profile of ['kobo', 'xlsform'] as const)
      expect(counted('select_one need or_other', ['other', 'food'], '', { profile })).toBe(
        'n 2, missing 0: food 1, water 0, none 0, other 1',
      );
  });

  it('those of a file that is not at hand as the data has them, but no texts', () => {
    expect(counted('select_one_from_file places.csv', ['b', 'a', 'b', 'a whole sentence', 'x'.repeat(65)])).toBe(
      'n 5, missing 0: b 2, a 1, Not in the list 2',
    );
    const many = Array.from({ length: 1200 }, (_, index) => `c${index}`);
    expect(counted('select_one_from_file places.csv', many)).toMatch(/c999 1, Not in the list 200$/);
  });

  it('nothing but the number of answers where they are what people wrote in the form', () => {
    const yaml = formOf(`
      - repeat: member
        label: R
        items: [{ ask: name, type: text, label: Name }]
      - { ask: head, type: "select_one \${name}", label: Head }`);
    const { figures } = dataOf(yaml, [{ head: 'Maryam' }, {}]);
    expect(lineOf(figures.get('head'))).toBe('n 1, missing 1: ');
  });
});

describe('of numbers is counted', () => {
  it('the mean, the middle, the smallest and the largest', () => {
    expect(counted('integer', ['4', 1, '10', undefined, '3'])).toBe('n 4, missing 1: mean 4.5, median 3.5, 1 to 10');
    expect(counted('decimal', ['-1.5', '2.5e1', ' 3 '])).toBe(`n 3, missing 0: mean ${26.5 / 3}, median 3, -1.5 to 25`);
    expect(counted('integer', [])).toBe('n 0, missing 0');
  });

  it('what is no number as missing, and how often', () => {
    const answers = ['3', '٣', '1,5', 'twelve', '1e999', '0x10', { deep: [] }];
    expect(counted('integer', answers)).toBe('n 1, missing 6: mean 3, median 3, 3 to 3');
    const tally = tallyOf(
      formOf('      - { ask: q, type: integer, label: Q }'),
      answers.map((q) => ({ q })),
    );
    expect(tally.state.records.figures[0]?.unreadable).toBe(6);
  });

  it('what a device computes from nothing as missing, and as no fault', () => {
    const tally = tallyOf(formOf('      - { calculate: q, calculation: 1 div 0 }'), [{ q: 'NaN' }, { q: '2' }]);
    expect(tally.state.records.figures[0]).toMatchObject({ unreadable: 0 });
    expect(tally.state.records.figures[0]?.whole.result()).toMatchObject({ n: 1 });
  });
});

describe('of dates and other answers is counted', () => {
  it('the first and the last, as the device had them', () => {
    expect(counted('date', ['2026-02-28', '2025-12-31', '31/12/2024', '2026-13-01'])).toBe(
      'n 2, missing 2: 2025-12-31 to 2026-02-28',
    );
    expect(counted('dateTime', ['2026-02-28T23:30:00.000-08:00', '2026-02-28'])).toBe(
      'n 1, missing 1: 2026-02-28 23:30 to 2026-02-28 23:30',
    );
    expect(counted('time', ['09:05:00.000+02:00', '23:59', '25:00'])).toBe('n 2, missing 1: 09:05 to 23:59');
  });

  it('only that there is one', () => {
    expect(counted('text', ['<b>', '', ' ', undefined, 0, false])).toBe('n 3, missing 3');
    expect(counted('geopoint', [{ type: 'Point', coordinates: [1, 2] }, null, '1 2 3 4'])).toBe('n 2, missing 1');
  });
});

const visits = formOf(
  `      - { ask: size, type: integer, label: Size }
      - group: people
        label: People
        items:
          - repeat: member
            label: Member
            items:
              - { ask: sex, type: select_one sex, label: Sex }
              - repeat: visit
                label: Visit
                items: [{ ask: day, type: date, label: Day }]`,
  lists,
);

describe('entries of a repeat', () => {
  const shapes: Readonly<Record<string, JsonRecord>> = {
    'whole paths': {
      size: '2',
      'people/member': [
        { 'people/member/sex': 'f', 'people/member/visit': [{ 'people/member/visit/day': '2026-01-01' }, {}] },
        { 'people/member/sex': 'm' },
      ],
    },
    'objects inside each other': {
      size: 2,
      people: { member: [{ sex: 'f', visit: [{ day: '2026-01-01' }, { day: null }] }, { sex: 'm' }] },
    },
  };

  it.each(Object.entries(shapes))('are counted apart from records, in %s', (_, record) => {
    const { records, entries, figures } = dataOf(visits, [record, {}]);
    expect(records).toBe(2);
    expect([...entries]).toEqual([
      ['people/member', 2],
      ['people/member/visit', 2],
    ]);
    expect(lineOf(figures.get('size'))).toMatch(/^n 1, missing 1/);
    expect(lineOf(figures.get('people/member/sex'))).toMatch(/^n 2, missing 0: f 1, m 1/);
    expect(lineOf(figures.get('people/member/visit/day'))).toMatch(/^n 1, missing 1/);
  });

  it('that are none are nothing', () => {
    const { entries } = dataOf(visits, [{ 'people/member': 'many' }, { 'people/member': [3, null, []] }]);
    expect(entries.get('people/member')).toBe(0);
  });
});

const dated = formOf(`
      - { ask: start, type: start }
      - { ask: finished, type: end }
      - { ask: q, type: integer, label: Q }`);

describe('the days of a report', () => {
  it('are those on which the forms were finished, else of what else there is', () => {
    const records = [
      {
        finished: '2026-01-05T23:59:00.000+03:00',
        start: '2020-01-01T00:00:00Z',
        _submission_time: '2019-01-01T00:00:00',
      },
      { start: '2026-01-09T08:00:00Z' },
      { _submission_time: '2026-01-02T08:00:00' },
      { __system: { submissionDate: '2026-01-03T08:00:00.000Z' } },
      { finished: 'yesterday' },
    ];
    expect(dataOf(dated, records).period).toEqual({ from: '2026-01-02', to: '2026-01-09' });
    expect(dataOf(dated, []).period).toBeUndefined();
  });

  it('can be chosen, the first and the last included', () => {
    const records = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04', ''].map((day) => ({
      finished: day,
      q: '1',
    }));
    const { state } = tallyOf(dated, records, { since: '2026-01-02', until: '2026-01-03' });
    expect(state).toMatchObject({ outside: 2, undated: 1, period: { from: '2026-01-02', to: '2026-01-03' } });
    expect(state.records.size).toBe(2);
  });
});

describe('what the form does not have', () => {
  it('is not counted, and known', () => {
    const { state } = tallyOf(dated, [{ Q: '1', q: '1', _id: 7, constructor: 1 }]);
    expect([...state.unknown]).toEqual(['Q', '_id', 'constructor']);
    expect(state.answers).toBe(1);
  });
});

describe('the reports of the shipped dictionary', () => {
  const dictionary = dictionaryIn('../../../dictionary');

  it.each([...dictionary.forms.keys()])('count every figure of their template: %s', (name) => {
    const delivery = deliver(dictionary, present(dictionary.forms.get(name), 'form'), 'kobo');
    const none = { by: [], mostGroups: 0, since: undefined, until: undefined };
    const tally = startTally({ delivery, dictionary, ...none });
    for (const record of madeUpRecords(delivery, dictionary, 40)) tally.add(record);
    const { figures } = reportData(tally, 'en', 5);
    // Calculations are made up as texts.
    const empty = [...figures]
      .filter(([, figure]) => figure.n === 0 && figure.kind !== 'summary')
      .map(([path]) => path);
    expect(empty).toEqual([]);
    expect([...tally.state.unknown].filter((key) => !key.startsWith('_'))).toEqual([]);
  });
});
