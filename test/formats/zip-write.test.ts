import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zip } from '../../src/formats/zip-write.ts';

const small = new TextEncoder().encode('<small/>');
const large = new TextEncoder().encode(Array.from({ length: 40_000 }, (_, row) => `<row r="${row}"/>`).join(''));

describe('an archive', () => {
  it('has the bytes that it would have if nothing in it were packed in a thread', async () => {
    const options = { mtime: new Date(1980, 0, 1), level: 5, os: 0 } as const;
    const expected = zipSync({ 'a.xml': small, 'b.xml': large }, options);
    const entries = new Map([
      ['b.xml', large.slice()],
      ['a.xml', small.slice()],
    ]);
    expect(Buffer.from(expected).equals(await zip(entries))).toBe(true);
  });

  it('leaves memory alone that its entries share with others', async () => {
    const before = Buffer.from(large);
    const parts = new Map([
      ['first', large.subarray(0, 300_000)],
      ['second', large.subarray(300_000)],
    ]);
    const read = unzipSync(await zip(parts));
    expect(before.equals(large)).toBe(true);
    expect(Buffer.concat([read['first'] ?? small, read['second'] ?? small]).equals(before)).toBe(true);
  });
});
