import { describe, expect, it } from 'vitest';
import { asking } from '../../kobo/asking.ts';
import { type Office, openOffice, serversYaml } from '../office.ts';

async function officeWith(rights: string): Promise<Office> {
  const office = await openOffice();
  for (const name of ['bob', 'carol']) office.kobo.addUser(name);
  declare(office, rights);
  expect(await office.run('push --yes')).toMatchObject({ code: 0, err: '' });
  office.writes();
  return office;
}

function declare(office: Office, rights: string): void {
  office.write({ 'dictionary/servers.yaml': serversYaml(office.kobo.url, ['visit'], rights) });
}

function rightsOf({ project }: Office): readonly string[] {
  return project('Visit')
    .assignments.map(({ user, codename }) => `${user} ${codename}`)
    .toSorted();
}

/** Somebody gives or takes a right in the browser. */
async function inBrowser(office: Office, user: string, permission: string): Promise<void> {
  await asking(office.kobo, office.token)(
    'POST',
    `/api/v2/assets/${office.project('Visit').uid}/permission-assignments/`,
    {
      user: `${office.kobo.url}/api/v2/users/${user}/`,
      permission: `${office.kobo.url}/api/v2/permissions/${permission}/`,
    },
  );
  office.writes();
}

const permissions = (lines: readonly string[]): string =>
  ['      permissions:', ...lines.map((line) => `        ${line}`), ''].join('\n');

describe('the rights on a project', () => {
  it('are given one by one, and what comes along with them is no change', async () => {
    const office = await officeWith(permissions(['bob: [validate_submissions]', 'anyone: [add_submissions]']));
    expect(rightsOf(office)).toEqual(
      expect.arrayContaining(['AnonymousUser add_submissions', 'bob validate_submissions', 'bob view_asset']),
    );
    expect(await office.run('plan --exit-code')).toMatchObject({ code: 0 });
  });

  it('are taken away only where Lexiform gave them', async () => {
    const office = await officeWith(permissions(['bob: [view_submissions]']));
    await inBrowser(office, 'carol', 'view_submissions');
    expect(await office.run('plan --exit-code')).toMatchObject({ code: 0 });
    declare(office, permissions(['amina: [manage_asset]']));
    const { out } = await office.run('push --yes');
    expect(out).toContain('- right bob "view_submissions"');
    expect(office.writes().every((each) => each.startsWith('DELETE '))).toBe(true);
    expect(rightsOf(office).filter((each) => !each.startsWith('amina'))).toEqual([
      'carol view_asset',
      'carol view_submissions',
    ]);
    expect(await office.run('plan --exit-code')).toMatchObject({ code: 0 });
  });

  it('that a person had before stay with that person', async () => {
    const office = await officeWith('');
    await inBrowser(office, 'bob', 'view_asset');
    declare(office, permissions(['bob: [view_submissions]']));
    await office.run('push --yes');
    declare(office, permissions(['carol: [view_asset]']));
    await office.run('push --yes');
    expect(rightsOf(office).filter((each) => !each.startsWith('amina'))).toEqual([
      'bob view_asset',
      'carol view_asset',
    ]);
  });

  it('show as drift where somebody took them away, and are given again', async () => {
    const office = await officeWith(permissions(['bob: [view_submissions]']));
    const asset = office.project('Visit');
    asset.assignments = asset.assignments.filter(({ user }) => user !== 'bob');
    const { code, out } = await office.run('plan --exit-code');
    expect(code).toBe(4);
    expect(out).toContain('- right bob "view_submissions"  (the push undoes it)');
    await office.run('push --yes');
    expect(rightsOf(office)).toContain('bob view_submissions');
  });

  it('of somebody without an account are a failure that is remembered as none', async () => {
    const office = await openOffice();
    declare(office, permissions(['nobody: [view_submissions]']));
    const { code, err } = await office.run('push --yes');
    expect(code).toBe(3);
    expect(err).toContain('Done so far: created, workbook handed over, deployed.');
    declare(office, '');
    expect(await office.run('push --yes')).toMatchObject({ code: 0, err: '' });
    expect((await office.run('plan --exit-code')).code).toBe(0);
  });

  it('and collections are left alone where servers.yaml says nothing of them', async () => {
    const office = await officeWith(`      collection: HQ standard\n${permissions(['bob: [view_asset]'])}`);
    const collections = [...office.kobo.state.assets.values()].filter(({ type }) => type === 'collection');
    expect(collections.map(({ name }) => name)).toEqual(['HQ standard']);
    expect(office.project('Visit').parent).toBe(collections[0]?.uid);
    declare(office, '');
    expect(await office.run('push --yes')).toMatchObject({ code: 0 });
    expect(office.writes()).toEqual([]);
    expect(rightsOf(office)).toContain('bob view_asset');
  });
});
