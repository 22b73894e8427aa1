import { describe, expect, it } from 'vitest';
import { saveAsset } from '../../kobo/content-save.ts';
import { accountOf } from '../account.ts';
import { changedVisit, openOffice, pushedOffice, serversYaml } from '../office.ts';

/** Where a push of the changed dictionary ends that nothing disturbs. */
async function undisturbed(): Promise<unknown> {
  const office = await pushedOffice();
  office.write(changedVisit);
  await office.run('push --yes');
  return accountOf(office);
}

describe('a server that does not take the token', () => {
  it('is asked and told once, whatever the number of its projects', async () => {
    const office = await pushedOffice();
    office.kobo.forgetRequests();
    const { code, out, err } = await office.run('push --yes', [], 'wrong');
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/^"kobo\/visit", "kobo\/call" and "kobo\/sites" were not planned: Cannot find out whose token/);
    expect(office.kobo.requests).toHaveLength(1);
  });
});

describe('a push that fails', () => {
  it('says what was done, and is finished by the next one', async () => {
    const office = await pushedOffice();
    const expected = await undisturbed();
    office.write(changedVisit);
    office.kobo.fault({
      method: 'PATCH',
      path: /deployment/,
      times: 1,
      kind: 'status',
      status: 400,
      body: '{"error":"no"}',
    });
    const { code, err } = await office.run('push --yes');
    expect(code).toBe(3);
    expect(err).toContain('error: "kobo/visit" was not finished: Cannot deploy the project "Visit"');
    expect(err).toContain('Done so far: workbook handed over. Devices still get what they got before.');
    expect((await office.run('plan')).out).toContain('devices get an older version');
    expect(await office.run('push --yes')).toMatchObject({ code: 0, err: '' });
    expect(accountOf(office)).toEqual(expected);
  });

  it('does not make a project twice when the reply was lost', async () => {
    const office = await openOffice();
    office.kobo.fault({ method: 'POST', path: /assets\/$/, times: 1, kind: 'half' });
    expect((await office.run('push kobo/visit --yes')).code).toBe(3);
    expect(await office.run('push kobo/visit --yes')).toMatchObject({ code: 0, err: '' });
    expect([...office.kobo.state.assets.values()].map(({ name }) => name)).toEqual(['Visit']);
  });

  it('points to the dictionary where the converter names a row', async () => {
    const office = await openOffice();
    const refuse = (body: string): void =>
      office.kobo.fault({
        method: 'POST',
        path: /deployment/,
        times: 1,
        kind: 'status',
        status: 400,
        body: JSON.stringify({ error: body }),
      });
    refuse("[row : 3] On the 'choices' sheet, the 'name' value is invalid.");
    expect((await office.run('push kobo/call --yes')).err).toContain(
      'Mend it in dictionary/lists.yaml:6:7 and push again',
    );
    refuse('[row : 4] something is wrong');
    expect((await office.run('push kobo/visit --yes')).err).toContain('Mend it in dictionary/visit.yaml:6:');
    refuse("The survey element named 'member_age' has no label or hint.");
    expect((await office.run('push kobo/visit --yes')).err).toContain('Mend it in dictionary/visit.yaml:17:20');
  });

  it('tells why a workbook is not taken in', async () => {
    const office = await openOffice();
    office.kobo.onRequest(({ path: address }) => {
      if (!address.includes('/imports/i')) return;
      const task = [...office.kobo.state.imports.values()].at(-1);
      if (task)
        Object.assign(task, {
          status: 'error',
          messages: { error: 'Duplicate node name: needs' },
          outcome: () => Promise.resolve(task),
        });
    });
    const { code, err } = await office.run('push kobo/visit --yes');
    expect(code).toBe(3);
    expect(err).toContain('KoboToolbox did not take the workbook in. It said: Duplicate node name: needs');
  });

  it('deploys nothing that somebody else saved meanwhile', async () => {
    const office = await pushedOffice();
    office.write(changedVisit);
    let isOver = false;
    office.kobo.onRequest(({ method, path: address }) => {
      if (isOver || method !== 'PATCH' || !address.endsWith('/deployment/')) return;
      isOver = true;
      office.project('Visit').name = 'Visit by hand';
      saveAsset(office.project('Visit by hand'), 'amina');
    });
    const { code, err } = await office.run('push --yes');
    expect(code).toBe(3);
    expect(err).toContain('somebody changed it on "kobo" a moment ago');
    expect((await office.run('plan')).out).toContain('project name "Visit by hand" → "Visit"');
  });

  it('does not stop the others of sixty', { timeout: 60_000 }, async () => {
    const names = Array.from({ length: 60 }, (_, index) => `form_${index + 1}`);
    const forms = names.map(
      (name) => `  ${name}:\n    title: Form ${name}\n    items: [{ ask: a_${name}, type: text, label: A }]\n`,
    );
    const office = await openOffice();
    office.write({
      'dictionary/sixty.yaml': `forms:\n${forms.join('')}`,
      'dictionary/servers.yaml': serversYaml(office.kobo.url, names),
    });
    office.kobo.fault({
      method: 'POST',
      path: /deployment/,
      times: 1,
      after: 30,
      kind: 'status',
      status: 400,
      body: '{"error":"no"}',
    });
    const { code, out, err } = await office.run('push --yes --jobs 8');
    expect(code).toBe(3);
    expect(out).toContain('59 projects pushed, 1 project failed');
    expect(err.match(/^error:/gm)).toHaveLength(1);
    office.writes();
    expect(await office.run('push --yes')).toMatchObject({ code: 0, err: '' });
    expect(office.writes().filter((each) => !each.endsWith('/deployment/'))).toEqual([]);
    expect((await office.run('plan --exit-code')).code).toBe(0);
  });
});
