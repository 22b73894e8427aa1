import { describe, expect, it } from 'vitest';
import { generated, shipped } from './generating.ts';
import { sha256 } from '../../src/core/hash.ts';

function textOf(options: Parameters<typeof generated>[1]): string {
  const { records } = generated(shipped, { form: 'household_registration', faults: 0.3, ...options });
  return records.map((each) => JSON.stringify(each)).join('\n');
}

describe('a seed', () => {
  it('gives the same bytes again', () => {
    expect(textOf({ seed: 5 })).toBe(textOf({ seed: 5 }));
    expect(textOf({ seed: 5 })).not.toBe(textOf({ seed: 6 }));
  });

  it('gives the same records however many there are', () => {
    const [few, many] = [5, 9].map((count) => textOf({ count, faults: 0 }));
    expect(many?.startsWith(few ?? '-')).toBe(true);
  });

  it('gives other ids in other forms', () => {
    const [one, other] = ['household_registration', 'protection_monitoring'].map(
      (form) => generated(shipped, { form, count: 1 }).records[0]?.record['_uuid'],
    );
    expect(one).not.toBe(other);
  });

  it('gives what it gave before, on every machine', async () => {
    const { records } = generated(shipped, { form: 'location_assessment', count: 2, seed: 3, faults: 'each' });
    const lines = records.map(({ record, fault }) =>
      `${sha256(JSON.stringify(record)).slice(0, 12)} ${fault?.what ?? ''}`.trim(),
    );
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('baselines/location-assessment.txt');
  });
});
