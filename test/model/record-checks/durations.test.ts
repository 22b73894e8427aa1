import { describe, expect, it } from 'vitest';
import { checking } from './checking.ts';

function interview(duration: string): ReturnType<typeof checking> {
  return checking(`
forms:
  visit:
    title: Visit
    metadata: [start, { ask: finished, type: end }]
    items: [{ note: hello, label: Hello }]
checks:
  length: { duration: ${duration} }
`);
}

const START = '2026-03-01T10:00:00.000+03:00';

describe('the time from start to end', () => {
  const { broken, messages, seen } = interview('{ under: 8m, over: 1h30m }');

  it('is told where it is too short or too long', () => {
    expect(broken({ start: START, finished: '2026-03-01T10:07:59.000+03:00' })).toEqual(['length']);
    expect(broken({ start: START, finished: '2026-03-01T10:08:00.000+03:00' })).toEqual([]);
    expect(broken({ start: START, finished: '2026-03-01T11:30:01.000+03:00' })).toEqual(['length']);
  });

  it('is the same however far the clock is from UTC', () => {
    expect(broken({ start: START, finished: '2026-03-01T07:10:00.000Z' })).toEqual([]);
  });

  it('is not known where one of both is missing, or no time', () => {
    expect(broken({ start: START })).toEqual([]);
    expect(broken({ start: START, finished: 'yesterday' })).toEqual([]);
  });

  it('is told in words', () => {
    const record = { start: START, finished: '2026-03-01T10:03:20.000+03:00' };
    expect(messages(record)).toEqual(['The interview took 3 min 20 s.']);
    expect(seen(record)).toEqual([
      'at least 8 min, at most 1 h 30 min; start = 2026-03-01 07:00, finished = 2026-03-01 07:03',
    ]);
    expect(messages({ start: START, finished: '2026-03-01T09:00:00.000+03:00' })).toEqual([
      'The interview ended 1 h before it began.',
    ]);
  });
});
