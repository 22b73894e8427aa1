import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenInTable } from '../../src/emit/report/hidden-cells.ts';
import { hiddenGroups } from '../../src/emit/report/hidden-groups.ts';
import type { CrossedFigure, FrequencyTable } from '../../src/emit/report/report-data.ts';
import { shownRows } from '../../src/emit/report/shown-rows.ts';
import { isSmall } from '../../src/emit/report/small-cells.ts';
import type { JsonRecord } from '../../src/model/record/record-reader.ts';
import { createMedian } from '../../src/report/count/median.ts';
import { dataOf, formOf } from './counting.ts';

const yaml = formOf(
  `      - { ask: place, type: select_one place, label: Where? }
      - { ask: one, type: select_one place, label: One }
      - { ask: several, type: select_multiple place, label: Several }
      - { ask: number, type: integer, label: Number }
      - repeat: member
        label: Member
        items: [{ ask: age, type: integer, label: Age }]`,
  'codelists:\n  place: { codes: { north: North, south: South, east: East } }',
);

const code = fc.constantFrom('north', 'south', 'east', 'moon', '');
const record: fc.Arbitrary<JsonRecord> = fc.record({
  place: code,
  one: code,
  several: fc.array(code, { maxLength: 3 }).map((codes) => codes.join(' ')),
  number: fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom('', 'x')),
  member: fc.array(fc.record({ 'member/age': fc.integer({ min: 0, max: 9 }) }), { maxLength: 3 }),
});
const records = fc.array(record, { maxLength: 25 });

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

describe('whatever the records', () => {
  it('the rows of one answer each add up to those who answered', () => {
    fc.assert(
      fc.property(records, (given) => {
        const figure = dataOf(yaml, given).figures.get('one');
        expect(figure?.kind === 'frequency' && sum(figure.rows.map(({ count }) => count))).toBe(figure?.n);
        expect((figure?.n ?? 0) + (figure?.missing ?? 0)).toBe(given.length);
      }),
    );
  });

  it('groups add up to the whole, row by row', () => {
    fc.assert(
      fc.property(records, (given) => {
        const { figures, crossed } = dataOf(yaml, given, { by: ['place'] });
        for (const [path, { grouping, figures: parts }] of crossed) {
          const whole = figures.get(path);
          const size = (whole?.n ?? 0) + (whole?.missing ?? 0);
          expect(sum(grouping.groups.map((group) => group.size))).toBe(size);
          expect(sum(parts.map(({ n }) => n))).toBe(whole?.n);
          expect(sum(parts.map(({ missing }) => missing))).toBe(whole?.missing);
          if (whole?.kind !== 'frequency') continue;
          const rows = whole.rows.map((_, row) =>
            sum(parts.map((part) => (part.kind === 'frequency' ? (part.rows[row]?.count ?? NaN) : NaN))),
          );
          expect(rows).toEqual(whole.rows.map(({ count }) => count));
        }
      }),
    );
  });

  it('their order does not matter', () => {
    fc.assert(
      fc.property(records, (given) => {
        const there = dataOf(yaml, given, { by: ['place'] });
        const back = dataOf(yaml, given.toReversed(), { by: ['place'] });
        const plain = (data: typeof there): unknown =>
          JSON.parse(JSON.stringify([...data.figures, ...data.crossed]), (key, value: unknown) =>
            // Sums of the same numbers differ in their last digits; 0 is added so that there is no minus nothing.
            key === 'mean' && typeof value === 'number' ? Number(value.toFixed(9)) + 0 : value,
          );
        expect(plain(back)).toEqual(plain(there));
      }),
    );
  });
});

function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}

function found(numbers: readonly number[]): ReturnType<ReturnType<typeof createMedian>['value']> {
  const median = createMedian();
  for (const number of numbers) median.add(number);
  return median.value();
}

describe('the median', () => {
  it('is that of the numbers in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 50 }), (tenths) => {
        const numbers = tenths.map((tenth) => tenth / 10);
        expect(found(numbers)).toEqual({ median: medianOf(numbers), exact: true });
      }),
    );
    expect(found([])).toBeUndefined();
  });

  it.each([
    ['incomes', (index: number) => 50 * Math.exp(((index * 7919) % 20_000) / 3000)],
    ['temperatures', (index: number) => ((index * 7919) % 20_000) / 100 - 120],
  ])('of very many different numbers is at most half a percent off: %s', (_, number) => {
    const numbers = Array.from({ length: 20_000 }, (__, index) => number(index));
    const { median = 0, exact } = found(numbers) ?? {};
    expect(exact).toBe(false);
    expect(Math.abs(median / medianOf(numbers) - 1)).toBeLessThanOrEqual(0.005);
  });

  it('stands also for numbers of any size', () => {
    const many = Array.from({ length: 6000 }, (_, index) => index * 1e-14);
    expect(found([...many, 1e300, -1e300])?.median).toBe(0);
    expect(found(Array.from({ length: 6000 }, (_, index) => 1e200 + index * 1e190))?.median).toBeGreaterThan(9e17);
  });
});

function tableOf(counts: readonly number[]): FrequencyTable {
  const n = sum(counts);
  const rows = counts.map((count, index) => {
    const label = `r${index}`;
    return { code: label, label, count, share: n === 0 ? 0 : count / n, retired: false, unlisted: false };
  });
  return { kind: 'frequency', counts: 'one', n, missing: 0, rows };
}

/** Whether the equations leave an unknown only one value: by elimination, with numbers that stay exact for such small ones. */
function isDetermined(equations: readonly (readonly number[])[], unknown: number): boolean {
  const rows = equations.map((row) => [...row]);
  const width = rows[0]?.length ?? 0;
  let top = 0;
  for (const column of [
    ...Array.from({ length: width }, (_, index) => index).filter((each) => each !== unknown),
    unknown,
  ]) {
    const pivot = rows.findIndex((row, index) => index >= top && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    const [row = []] = rows.splice(pivot, 1);
    rows.splice(top, 0, row);
    if (column === unknown) return true;
    for (const other of rows.slice(top + 1)) {
      const factor = (other[column] ?? 0) / (row[column] ?? 1);
      for (const [index, value] of row.entries()) other[index] = (other[index] ?? 0) - factor * value;
    }
    top += 1;
  }
  return false;
}

const LIMIT = 5;
const grid = fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 })).chain(([rows, groups]) =>
  fc.array(
    fc.array(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 5, max: 40 })), {
      minLength: rows,
      maxLength: rows,
    }),
    {
      minLength: groups,
      maxLength: groups,
    },
  ),
);

/** The groups of one question, in which everybody answered. */
function crossedOf(columns: readonly (readonly number[])[]): CrossedFigure {
  const figures = columns.map(tableOf);
  const groups = figures.map(({ n: size }, index) => {
    const label = `g${index}`;
    return { values: [{ kind: 'code' as const, code: label, label }], size };
  });
  return { grouping: { by: [{ path: 'by', label: 'By' }], groups }, figures };
}

/** What a reader does not see, and what they know of it: the counts of cells, and how many answered in each group. */
function puzzleOf(columns: readonly (readonly number[])[]): {
  readonly shown: readonly number[];
  readonly unknown: readonly number[];
  readonly equations: readonly (readonly number[])[];
} {
  const crossed = crossedOf(columns);
  const whole = tableOf((columns[0] ?? []).map((_, row) => sum(columns.map((column) => column[row] ?? 0))));
  const away = hiddenGroups(whole, crossed, LIMIT);
  const rows = shownRows(whole, LIMIT);
  const isHidden = hiddenInTable(rows, columns.map(tableOf), LIMIT, away);
  const places = columns.flatMap((column, group) => [
    { row: -1, group, count: sum(column), hidden: away.has(group) },
    ...rows.map((_, row) => ({ row, group, count: column[row] ?? 0, hidden: isHidden(row, group) })),
  ]);
  const unknown = places.filter(({ hidden }) => hidden);
  const bases = unknown.map(({ row }) => Number(row < 0));
  return {
    shown: places.filter(({ hidden }) => !hidden).map(({ count }) => count),
    unknown: unknown.map(({ count }) => count),
    equations: [
      bases,
      ...rows.flatMap(({ hidden }, at) => (hidden ? [] : [unknown.map(({ row }) => Number(row === at))])),
      ...columns.map((_, at) => unknown.map(({ row, group }) => (group === at ? (row < 0 ? -1 : 1) : 0))),
    ],
  };
}

describe('in a table by groups', () => {
  it('no small number can be worked out from all that is shown', () => {
    fc.assert(
      fc.property(grid, (columns) => {
        fc.pre(sum(columns.flat()) >= LIMIT);
        const { shown, unknown, equations } = puzzleOf(columns);
        for (const count of shown) expect(isSmall(count, LIMIT)).toBe(false);
        for (const [index, count] of unknown.entries())
          if (isSmall(count, LIMIT)) expect(isDetermined(equations, index)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('nothing is hidden where all numbers are large', () => {
    expect(
      puzzleOf([
        [5, 9, 0],
        [7, 6, 30],
      ]),
    ).toMatchObject({ unknown: [] });
  });
});
