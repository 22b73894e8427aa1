import { describe, expect, it } from 'vitest';
import { openOffice } from '../office.ts';

describe('lexiform push', () => {
  it('makes the projects of an empty account, after which nothing is to change', async () => {
    const office = await openOffice();
    const before = await office.run('plan');
    expect(before.err).toBe('');
    expect(before.out).toContain('3 projects to create');
    const pushed = await office.run('push --yes');
    expect(pushed.err).toBe('');
    expect(pushed).toMatchObject({ code: 0 });
    expect(pushed.out).toContain('3 projects pushed');
    expect(office.project('Visit').deployment?.active).toBe(true);
    office.writes();
    const after = await office.run('plan --exit-code');
    expect(after).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('3 projects without a change') as string,
    });
    expect(await office.run('push --yes')).toMatchObject({ code: 0, out: `${after.out}3 projects without a change\n` });
    expect(office.writes()).toEqual([]);
  });
});
