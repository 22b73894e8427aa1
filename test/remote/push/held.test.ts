import { describe, expect, it } from 'vitest';
import { editInBrowser } from '../browser.ts';
import { dictionary, openOffice, type Office } from '../office.ts';

function onRead(office: Office, edit: (row: Record<string, unknown>) => void): void {
  office.kobo.onRequest(({ method, path }) => {
    if (method !== 'GET' || !/^\/api\/v2\/assets\/a\w+\/$/.test(path)) return;
    for (const asset of office.kobo.state.assets.values()) for (const row of asset.content.survey ?? []) edit(row);
  });
}

describe('a workbook that was handed over', () => {
  it('is not deployed where the server holds something else, unless it always does so', async () => {
    const office = await openOffice();
    onRead(office, (row) => delete row['constraint_message']);
    const first = await office.run('push kobo/visit --yes');
    expect(first.code).toBe(3);
    expect(first.err).toContain('KoboToolbox does not hold what was handed over (2 differences)');
    expect(office.project('Visit').deployment).toBeNull();
    expect(await office.run('push kobo/visit --yes')).toMatchObject({ code: 0, err: '' });
    office.writes();
    expect(await office.run('plan kobo/visit --exit-code')).toMatchObject({ code: 0 });
    expect(await office.run('push kobo/visit --yes')).toMatchObject({ code: 0 });
    expect(office.writes()).toEqual([]);
  });

  it('is not deployed where somebody saved over it at that moment', async () => {
    const office = await openOffice();
    await office.run('push --yes');
    office.write({
      'dictionary/visit.yaml': dictionary['dictionary/visit.yaml'].replace('Who answers?', 'Who is it?'),
    });
    let isOver = false;
    office.kobo.onRequest(async ({ method, path }) => {
      if (isOver || method !== 'GET' || !path.startsWith('/api/v2/imports/')) return;
      isOver = true;
      // Its work is done by the first look, before the browser saves.
      for (const task of office.kobo.state.imports.values())
        if (task.status !== 'complete') Object.assign(task, await task.outcome());
      await editInBrowser(office, 'Visit', ({ survey }) => survey.pop());
    });
    const { code, err } = await office.run('push --yes');
    expect(code).toBe(3);
    expect(err).toContain('somebody saved "Visit" at the same moment. Nothing was deployed.');
    expect(await office.run('push --yes')).toMatchObject({ code: 0, err: '' });
    expect((await office.run('plan --exit-code')).code).toBe(0);
  });
});
