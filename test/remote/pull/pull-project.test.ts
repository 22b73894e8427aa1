import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { memoryKobo, record } from './memory-kobo.ts';
import { contentOf, pull, rowsIn, scratch } from './pulling.ts';

function some(count: number): ReturnType<typeof record>[] {
  return Array.from({ length: count }, (_, index) => record(index + 1));
}

async function numbersIn(file: string, more = ''): Promise<number[]> {
  const rows = await rowsIn(file, `SELECT _id FROM lexiform.submissions WHERE deleted_at IS NULL ${more} ORDER BY _id`);
  return rows.map(({ _id: id }) => Number(id));
}

/** As servers sent it before they knew roots. */
function old(sent: ReturnType<typeof record>): ReturnType<typeof record> {
  return Object.fromEntries(Object.entries(sent).filter(([key]) => key !== 'meta/rootUuid'));
}

describe('a pull', () => {
  it('takes each submission in once, as the server wrote it', async () => {
    const file = path.join(scratch(), 'store.duckdb');
    const kobo = memoryKobo(some(2500));
    expect(await pull(file, kobo)).toEqual({ added: 2500, edited: 0, returned: 0, deleted: 0, statuses: 0 });
    const [first] = await rowsIn(
      file,
      `SELECT raw, key, submitted_at::VARCHAR AS at FROM lexiform.submissions WHERE _id = 1`,
    );
    expect(first).toEqual({ raw: JSON.stringify(record(1)), key: '00001', at: '2026-08-02 09:00:00' });
    expect(await pull(file, kobo)).toEqual({ added: 0, edited: 0, returned: 0, deleted: 0, statuses: 0 });
    expect((await numbersIn(file)).length).toBe(2500);
  });

  it('asks for no page over 1,000', async () => {
    const kobo = memoryKobo(some(3000));
    await pull(path.join(scratch(), 'store.duckdb'), kobo);
    expect(Math.max(...kobo.asked.map(({ limit }) => limit))).toBe(1000);
  });

  it('loses nothing when submissions are deleted while it pages', async () => {
    const file = path.join(scratch(), 'store.duckdb');
    const kobo = memoryKobo(some(600));
    kobo.cap = 100;
    kobo.before = (_, number) => {
      if (number === 3) kobo.records.splice(0, 50);
    };
    await pull(file, kobo);
    expect(await numbersIn(file)).toEqual(kobo.records.map(({ _id: id }) => id));
  });

  it('would lose some by `start`, which is why it does not page so', async () => {
    const kobo = memoryKobo(some(600));
    const seen = new Set<unknown>();
    for (let start = 0; start < 600; start += 100) {
      if (start === 200) kobo.records.splice(0, 50);
      const { texts } = await kobo.submissions('a1', { start, limit: 100 });
      for (const text of texts) seen.add((JSON.parse(text) as ReturnType<typeof record>)['_id']);
    }
    expect(kobo.records.filter(({ _id: id }) => !seen.has(id)).length).toBe(50);
  });

  it('keeps earlier texts of what was edited, while it was pulled too', async () => {
    const file = path.join(scratch(), 'store.duckdb');
    const kobo = memoryKobo(some(300));
    const edited = record(7, { 'grp/size': '70', _uuid: 'edited', 'meta/instanceID': 'uuid:edited' });
    let isDone = false;
    kobo.before = ({ fields }) => {
      if (fields && !isDone) {
        kobo.records[6] = edited;
        isDone = true;
      }
    };
    expect(await pull(file, kobo)).toMatchObject({ added: 300, edited: 1 });
    const [now] = await rowsIn(file, 'SELECT raw, uuid FROM lexiform.submissions WHERE _id = 7');
    expect(now).toEqual({ raw: JSON.stringify(edited), uuid: 'edited' });
    expect(await rowsIn(file, 'SELECT key, raw FROM lexiform.history')).toEqual([
      { key: '00007', raw: JSON.stringify(record(7)) },
    ]);
  });

  it('notices deletions, keeps the texts, and takes what comes back', async () => {
    const file = path.join(scratch(), 'store.duckdb');
    const kobo = memoryKobo(some(20));
    await pull(file, kobo);
    const [gone] = kobo.records.splice(4, 1);
    expect(await pull(file, kobo)).toMatchObject({ deleted: 1 });
    expect(await numbersIn(file)).not.toContain(5);
    const [kept] = await rowsIn(
      file,
      'SELECT raw, last_seen IS NOT NULL AS seen FROM lexiform.submissions WHERE _id = 5',
    );
    expect(kept).toEqual({ raw: JSON.stringify(record(5)), seen: true });
    kobo.records.push(gone ?? {});
    expect(await pull(file, kobo)).toMatchObject({ returned: 1, added: 0 });
    expect((await numbersIn(file)).length).toBe(20);
  });

  it('takes a submission that was sent again under a new number for the same', async () => {
    const file = path.join(scratch(), 'store.duckdb');
    const kobo = memoryKobo(some(3));
    await pull(file, kobo);
    kobo.records.splice(1, 1);
    await pull(file, kobo);
    kobo.records.push({ ...record(2), _id: 9 });
    expect(await pull(file, kobo)).toMatchObject({ returned: 1, added: 0 });
    expect(await numbersIn(file)).toEqual([1, 3, 9]);
  });

  it('does not believe one page that leaves a submission out', async () => {
    const file = path.join(scratch(), 'store.duckdb');
    const kobo = memoryKobo(some(20));
    await pull(file, kobo);
    let isFirst = true;
    kobo.after = (page, { fields }) => {
      if (!fields || !isFirst) return page;
      isFirst = false;
      return { ...page, texts: page.texts.slice(0, 12) };
    };
    expect(await pull(file, kobo)).toMatchObject({ deleted: 0 });
  });

  it('takes in what was committed late, below numbers that it has', async () => {
    const file = path.join(scratch(), 'store.duckdb');
    const kobo = memoryKobo([record(1), record(3)]);
    await pull(file, kobo);
    kobo.records.push(record(2));
    expect(await pull(file, kobo)).toMatchObject({ added: 1 });
    expect(await numbersIn(file)).toEqual([1, 2, 3]);
  });

  it('takes statuses over', async () => {
    const file = path.join(scratch(), 'store.duckdb');
    const kobo = memoryKobo(some(5));
    await pull(file, kobo);
    kobo.records[2] = record(3, { _validation_status: { uid: 'validation_status_on_hold', by_whom: 'bob' } });
    expect(await pull(file, kobo)).toMatchObject({ statuses: 1, edited: 0 });
    const [row] = await rowsIn(file, 'SELECT status FROM lexiform.submissions WHERE _id = 3');
    expect(row).toEqual({ status: 'validation_status_on_hold' });
    kobo.records[2] = record(3);
    expect(await pull(file, kobo)).toMatchObject({ statuses: 1 });
  });

  it.each([
    ['caps pages at 100', (kobo: ReturnType<typeof memoryKobo>) => void (kobo.cap = 100)],
    ['lies about the count', (kobo) => void (kobo.after = (page) => ({ ...page, count: 3 }))],
    [
      'sends a page that is short',
      (kobo) =>
        void (kobo.after = (page) => ({ ...page, texts: page.texts.slice(0, Math.ceil(page.texts.length / 2)) })),
    ],
    [
      'sends a page twice',
      (kobo) => {
        let before: { count: number; texts: readonly string[] } | undefined;
        kobo.after = (page, { fields }) => {
          if (fields || kobo.asked.length % 2 === 0) return page;
          const sent = before ?? page;
          before = page;
          return sent;
        };
      },
    ],
    [
      'writes its numbers as texts',
      (kobo) =>
        void (kobo.after = (page) => ({
          ...page,
          texts: page.texts.map((text) => text.replace(/"_id":(\d+)/, '"_id":"$1"')),
        })),
    ],
  ] satisfies [string, (kobo: ReturnType<typeof memoryKobo>) => void][])(
    'loses nothing where the server %s',
    async (_, make) => {
      const file = path.join(scratch(), 'store.duckdb');
      const kobo = memoryKobo(some(730));
      make(kobo);
      await pull(file, kobo);
      expect(await numbersIn(file)).toEqual(kobo.records.map(({ _id: id }) => id));
    },
  );

  it('gives up where the server sends the same page for ever, or submissions in disorder', async () => {
    const kobo = memoryKobo(some(10));
    kobo.after = (page) => ({ ...page, texts: [JSON.stringify(record(1)), JSON.stringify(record(2))] });
    await expect(pull(path.join(scratch(), 'store.duckdb'), kobo)).rejects.toThrow('had been sent before');
    kobo.after = (page) => ({ ...page, texts: page.texts.toReversed() });
    await expect(pull(path.join(scratch(), 'store.duckdb'), kobo)).rejects.toThrow('not in the order');
  });

  it('keeps two submissions that share a uuid, and tells edits of old ones by their number', async () => {
    const file = path.join(scratch(), 'store.duckdb');
    const kobo = memoryKobo([record(1), { ...record(1), _id: 2 }, old(record(3))]);
    expect(await pull(file, kobo)).toMatchObject({ added: 3 });
    kobo.records[2] = old(record(3, { _uuid: 'other', 'meta/instanceID': 'uuid:other' }));
    expect(await pull(file, kobo)).toMatchObject({ added: 0, edited: 1, deleted: 0 });
    const rows = await rowsIn(file, 'SELECT key, root_uuid FROM lexiform.submissions ORDER BY _id');
    expect(rows.map(({ key }) => key)).toEqual(['00001', '00001#2', '00003']);
  });

  it('keeps what a restored server gave the number of another', async () => {
    const file = path.join(scratch(), 'store.duckdb');
    const kobo = memoryKobo(some(3));
    await pull(file, kobo);
    kobo.records[2] = { ...record(77), _id: 3 };
    expect(await pull(file, kobo)).toMatchObject({ added: 1 });
    const rows = await rowsIn(
      file,
      'SELECT key, deleted_at IS NULL AS live FROM lexiform.submissions WHERE _id = 3 ORDER BY key',
    );
    expect(rows).toEqual([
      { key: '00003', live: false },
      { key: '000077', live: true },
    ]);
  });

  it('lets a filter decide what comes in, and keeps up to date what came before', async () => {
    const file = path.join(scratch(), 'store.duckdb');
    const kobo = memoryKobo([...some(8), record(9, { _submission_time: '2025-01-01T00:00:00' })]);
    await pull(file, kobo);
    kobo.records.push(record(10, { _submission_time: '2025-01-01T00:00:00' }), record(11));
    kobo.records.splice(8, 1);
    const filter = { _submission_time: { $gte: '2026-01-01' } };
    expect(await pull(file, kobo, { filter })).toEqual({ added: 1, edited: 0, returned: 0, deleted: 1, statuses: 0 });
    expect(await numbersIn(file)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 11]);
    expect(await pull(file, kobo)).toMatchObject({ added: 1, deleted: 0 });
    expect(await numbersIn(file)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 10, 11]);
  });

  it('ends the same after a failure at any request', async () => {
    const undisturbed = path.join(scratch(), 'store.duckdb');
    await pull(undisturbed, memoryKobo(some(700)));
    const expected = await contentOf(undisturbed);
    const file = path.join(scratch(), 'store.duckdb');
    for (const failing of [1, 2, 3, 4, 5, 6]) {
      const kobo = memoryKobo(some(700));
      kobo.cap = 200;
      kobo.before = (_, number) => {
        if (number === failing) throw new Error('cut');
      };
      await expect(pull(file, kobo)).rejects.toThrow('cut');
    }
    await pull(file, memoryKobo(some(700)));
    expect(await contentOf(file)).toEqual(expected);
  });
});
