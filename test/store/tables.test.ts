import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataNodes } from '../../src/model/columns/columns.ts';
import { deliver } from '../../src/model/deliver/deliver.ts';
import { type Cells, openDatabase } from '../../src/store/duckdb.ts';
import { kindsIn } from '../../src/store/tables/kinds.ts';
import { storedTables } from '../../src/store/tables/store-tables.ts';
import { writeViews } from '../../src/store/tables/views.ts';
import { memoryKobo, record } from '../remote/pull/memory-kobo.ts';
import { PROJECT, pull, scratch } from '../remote/pull/pulling.ts';
import { reading } from '../support/tester.ts';

type Json = Record<string, unknown>;

/** A store with submissions of the form, and its tables. */
async function stored(yaml: string, records: readonly Json[]): Promise<(sql: string) => Promise<readonly Cells[]>> {
  const file = path.join(scratch(), 'store.duckdb');
  await pull(
    file,
    memoryKobo(records.map((more, index) => ({ ...record(index + 1), 'grp/size': undefined, ...more }))),
  );
  const { dictionary, form } = reading.compile(yaml);
  const nodes = dataNodes(deliver(dictionary, form(), 'kobo'), dictionary);
  const database = await openDatabase({ path: file, shown: file, mode: 'write' });
  const source = { form: form().name.string.text, nodes, kindOf: kindsIn(form(), dictionary) };
  await writeViews(database, PROJECT, await storedTables(database, PROJECT, source));
  await database.close();
  return async (sql) => {
    const reader = await openDatabase({ path: file, shown: file, mode: 'read' });
    try {
      return await reader.rows(sql);
    } finally {
      await reader.close();
    }
  };
}

const FORM = `
codelists:
  needs: { codes: { food: Food, water: Water } }
variables:
  size: { type: integer, label: Size, was: [old_size] }
forms:
  household:
    title: Household
    metadata: [start]
    items:
      - group: now
        label: Now
        items: [size]
      - { ask: day, type: date, label: Day }
      - { ask: needs, type: select_multiple needs, label: Needs }
      - { ask: place, type: geopoint, label: Place }
      - { ask: share, type: decimal, label: Share }
      - { calculate: double, calculation: "\${size} * 2" }
      - { calculate: word, calculation: "concat(\${size}, 'x')" }
      - { ask: select, type: text, label: A reserved word }
      - { ask: Select, type: text, label: The same with a capital }
      - repeat: member
        label: Member
        items:
          - { ask: age, type: integer, label: Age }
          - repeat: visit
            label: Visit
            items: [{ ask: on, type: date, label: On }]
`;

describe('the tables of a form', () => {
  it('hold answers by their types, and none where an answer is no value of its type', async () => {
    const ask = await stored(FORM, [
      {
        start: '2026-08-02T11:00:00.000+02:00',
        'now/size': '4',
        day: '2026-08-01',
        needs: 'water other',
        place: '12.5 -1.5 300 4',
        share: '0.5',
        double: '8.0',
        word: '4x',
      },
      { 'now/size': '4.7', day: 'yesterday', share: 'NaN', place: 'here', double: 'x' },
    ]);
    const rows = await ask(
      `SELECT "start"::VARCHAR AS "start", size, day::VARCHAR AS day, needs, "needs/food" AS food, "needs/water" AS water, _place_latitude AS lat, share,
       double, word, "KEY", _id FROM kobo_household.household ORDER BY _id`,
    );
    expect(rows).toEqual([
      {
        start: '2026-08-02 09:00:00+00',
        size: 4n,
        day: '2026-08-01',
        needs: 'water other',
        food: false,
        water: true,
        lat: 12.5,
        share: 0.5,
        double: 8,
        word: '4x',
        KEY: '00001',
        _id: 1n,
      },
      {
        start: null,
        size: null,
        day: null,
        needs: null,
        food: null,
        water: null,
        lat: null,
        share: null,
        double: null,
        word: null,
        KEY: '00002',
        _id: 2n,
      },
    ]);
  });

  it('join repeats inside each other', async () => {
    const ask = await stored(FORM, [
      {
        member: [
          { 'member/age': '3' },
          {
            'member/age': '40',
            'member/visit': [{ 'member/visit/on': '2026-01-01' }, { 'member/visit/on': '2026-01-02' }],
          },
        ],
      },
      { member: 'no list' },
    ]);
    const rows = await ask(
      `SELECT v."KEY" AS key, v."on"::VARCHAR AS day, m.age, m._index, h._id FROM kobo_household.visit v
       JOIN kobo_household.member m ON m."KEY" = v."PARENT_KEY" JOIN kobo_household.household h ON h."KEY" = m."PARENT_KEY" ORDER BY 1`,
    );
    expect(rows).toEqual([
      { key: '00001/member[2]/visit[1]', day: '2026-01-01', age: 40n, _index: 2n, _id: 1n },
      { key: '00001/member[2]/visit[2]', day: '2026-01-02', age: 40n, _index: 2n, _id: 1n },
    ]);
  });

  it('read former names and other groups into the present column, and keep what no form has', async () => {
    const ask = await stored(FORM, [
      { 'now/old_size': '1' },
      { 'before/size': '2', 'before/gone': 'kept' },
      { 'before/old_size': '3' },
      { 'old/member': [{ 'old/member/age': '5' }] },
    ]);
    expect(await ask('SELECT size, gone FROM kobo_household.household ORDER BY _id')).toEqual([
      { size: 1n, gone: null },
      { size: 2n, gone: 'kept' },
      { size: 3n, gone: null },
      { size: null, gone: null },
    ]);
    expect(await ask('SELECT age FROM kobo_household.member')).toEqual([{ age: 5n }]);
  });

  it('tell names apart that differ by capitals only', async () => {
    const ask = await stored(FORM, [{ select: 'a', Select: 'b' }]);
    expect(await ask('SELECT "select", "Select_2" FROM kobo_household.household')).toEqual([
      { select: 'a', Select_2: 'b' },
    ]);
  });

  it('survive texts that the engine takes for no JSON', async () => {
    const ask = await stored(FORM, [{ word: 'half \uD800' }, { word: 'whole' }]);
    expect(await ask('SELECT _id, word FROM kobo_household.household ORDER BY _id')).toEqual([
      { _id: 1n, word: null },
      { _id: 2n, word: 'whole' },
    ]);
  });

  it('are made of a form of 2,000 questions', async () => {
    const questions = Array.from({ length: 2000 }, (_, index) => `      - { ask: q${index}, type: integer, label: Q }`);
    const yaml = `forms:\n  wide:\n    title: Wide\n    items:\n${questions.join('\n')}\n`;
    const ask = await stored(yaml, [{ q0: '1', q1999: '5' }]);
    expect(await ask('SELECT q0, q1, q1999 FROM kobo_household.wide')).toEqual([{ q0: 1n, q1: null, q1999: 5n }]);
    const [all] = await ask('SELECT * FROM kobo_household.wide');
    expect(Object.keys(all ?? {}).length).toBeGreaterThan(2000);
  });
});
