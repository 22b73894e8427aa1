import path from 'node:path';
import { expect, it } from 'vitest';
import { openPullStore, type PullStore } from '../../src/store/pull-store.ts';
import { numberRanges } from '../../src/store/write/number-ranges.ts';
import { tempFolder } from '../cli/project.ts';

const COUNT = 60_000;
const P = 'kobo/form';

/** A store in which each number up to a count stands at three times its place. */
async function storeOf(count: number): Promise<PullStore> {
  const store = await openPullStore(path.join(tempFolder(), 's.duckdb'), 's.duckdb', {
    protect: false,
    keyMark: undefined,
  });
  await store.begin({ project: P, form: 'form', uid: 'a' });
  await store.database.run(
    `INSERT INTO lexiform.submissions BY NAME
     SELECT $project AS project, 'k' || i AS key, 'r' || i AS root_uuid, true AS root_given, i * 3 AS _id, 'u' || i AS uuid,
       '{}' AS raw, now() AS changed_at FROM range(${count}) t(i)`,
    { project: P },
  );
  return store;
}

it('a sweep of many submissions finds what is new, edited, gone, and of another status, wherever it stands', async () => {
  const store = await storeOf(COUNT);
  const sweep = await store.beginSweep(P);
  const gone = new Set([0, 29_999, 59_999]);
  const edited = new Set([1, 25_000, 59_000]);
  const approved = new Set([2, 40_000]);
  for (let from = 0; from < COUNT; from += 1000) {
    const places = Array.from({ length: 1000 }, (_, index) => from + index).filter((place) => !gone.has(place));
    const rows = places.map((place) => ({
      id: place * 3,
      root: `r${place}`,
      rootGiven: true,
      uuid: edited.has(place) ? `other${place}` : `u${place}`,
      status: approved.has(place) ? 'approved' : null,
    }));
    await sweep.add(rows, true);
  }
  await sweep.add([{ id: 90_001, root: 'new', rootGiven: true, uuid: 'new', status: null }], true);
  await sweep.add([{ id: 90_002, root: 'unwanted', rootGiven: true, uuid: 'unwanted', status: null }], false);
  expect(await sweep.toFetch()).toEqual([3, 75_000, 90_001, 177_000]);
  expect(await sweep.unmet()).toEqual([0, 89_997, 179_997]);
  expect([await sweep.takeStatuses(), await sweep.finish()]).toEqual([2, 3]);
  expect(
    await store.database.rows(
      `SELECT _id, status, deleted_at IS NOT NULL AS deleted FROM lexiform.submissions
       WHERE status IS NOT NULL OR deleted_at IS NOT NULL ORDER BY _id`,
    ),
  ).toEqual([
    { _id: 0n, status: null, deleted: true },
    { _id: 6n, status: 'approved', deleted: false },
    { _id: 89_997n, status: null, deleted: true },
    { _id: 120_000n, status: 'approved', deleted: false },
    { _id: 179_997n, status: null, deleted: true },
  ]);
  await store.close();
});

it('what was never swept is gone, as a whole', async () => {
  const store = await storeOf(10);
  const sweep = await store.beginSweep(P);
  expect(await sweep.unmet()).toHaveLength(10);
  expect(await sweep.finish()).toBe(10);
  await store.close();
});

it('ranges hold all numbers, each once, whatever the order in which they were met', () => {
  const ranges = numberRanges(2);
  for (const numbers of [[7, 9], [], [1], [2], [9, 9]]) ranges.add(numbers);
  const all = ranges.all();
  expect(all.map(({ after, upTo }) => [Number(after), Number(upTo)])).toEqual([
    [Number.MIN_SAFE_INTEGER, 2],
    [2, 9],
    [9, Number.MAX_SAFE_INTEGER],
  ]);
});
