import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ask, asking, waitForImport } from './asking.ts';
import { type FakeKobo, startFakeKobo } from './fake-kobo.ts';
import { HOUSEHOLD, deployProject, importForm, importProject, submissionForm, submissionXml } from './projects.ts';
import type { Row } from './state.ts';

let kobo: FakeKobo;
let bob: Ask;
let alice: Ask;

beforeAll(async () => {
  kobo = await startFakeKobo({ importPolls: 0, convert: 'off' });
  bob = asking(kobo, kobo.addUser('bob').token);
  alice = asking(kobo, kobo.addUser('alice').token);
});
afterAll(() => kobo.close());

const assetPath = (uid: string): string => `/api/v2/assets/${uid}/`;

function grant(user: string, permission: string, more: object = {}): object {
  const base = `${kobo.url}/api/v2`;
  return { user: `${base}/users/${user}/`, permission: `${base}/permissions/${permission}/`, ...more };
}

async function created(body: object): Promise<string> {
  return String((await bob('POST', '/api/v2/assets/', body)).data['uid']);
}

describe('assets', () => {
  it('are found by what is asked', async () => {
    const collection = await created({ asset_type: 'collection', name: 'HQ standard' });
    const parent = `${kobo.url}${assetPath(collection)}`;
    await created({ asset_type: 'survey', name: 'PDM 2026', parent });
    await created({ asset_type: 'survey', name: 'Nutrition' });
    const names = async (q: string): Promise<unknown[]> =>
      ((await bob('GET', `/api/v2/assets/?q=${encodeURIComponent(q)}`)).data['results'] as Row[]).map(
        ({ name }) => name,
      );
    expect(await names('asset_type:survey AND name:"PDM 2026"')).toEqual(['PDM 2026']);
    expect(await names(`parent__uid:${collection}`)).toEqual(['PDM 2026']);
    expect(await names('name__icontains:pdm OR name:Nutrition')).toEqual(['Nutrition', 'PDM 2026']);
    expect(await names('asset_type:survey AND NOT (nutrition)')).toEqual(['PDM 2026']);
    expect((await bob('GET', '/api/v2/assets/?q=ab')).status).toBe(400);
    expect((await alice('GET', '/api/v2/assets/')).data['count']).toBe(0);
  });

  it('keep settings that a change does not name, and copy others', async () => {
    const uid = await created({
      asset_type: 'survey',
      name: 'A',
      settings: { sector: { label: 'Health', value: 'h' } },
    });
    await bob('PATCH', assetPath(uid), { settings: { description: 'All of it' } });
    expect((await bob('GET', assetPath(uid))).data['settings']).toMatchObject({
      sector: { label: 'Health', value: 'h' },
      description: 'All of it',
    });
    const copy = await bob('POST', '/api/v2/assets/', { clone_from: uid, asset_type: 'survey', name: 'B' });
    expect(copy.data).toMatchObject({ name: 'B', settings: { description: 'All of it' }, deployment_status: 'draft' });
    expect(await bob('POST', '/api/v2/assets/', { name: 'no type' })).toMatchObject({
      status: 400,
      data: { asset_type: ['This field is required.'] },
    });
    expect((await bob('PATCH', assetPath(uid), { content: '{' })).data).toEqual({ content: ['Unable to parse JSON'] });
  });

  it('are deleted by their owner alone', async () => {
    const uid = await created({ asset_type: 'survey', name: 'Short' });
    await bob('POST', `${assetPath(uid)}permission-assignments/`, grant('alice', 'manage_asset'));
    expect((await alice('DELETE', assetPath(uid))).status).toBe(403);
    expect((await bob('DELETE', assetPath(uid))).status).toBe(204);
    expect((await bob('GET', assetPath(uid))).status).toBe(404);
  });

  it('begin empty and become what is imported into them, from a text as well', async () => {
    const uid = await created({ asset_type: 'empty', name: '' });
    const file = (await importForm(HOUSEHOLD)).get('file') as File;
    const encoded = Buffer.from(await file.arrayBuffer()).toString('base64');
    const fields = {
      library: 'false',
      name: 'Homes.xlsx',
      destination: assetPath(uid),
      base64Encoded: `base64:${encoded}`,
    };
    const { data } = await bob('POST', '/api/v2/imports/', new URLSearchParams(fields));
    expect((await bob('GET', String(data['url']))).data).toMatchObject({ messages: { updated: [{ uid }] } });
    expect((await bob('GET', assetPath(uid))).data).toMatchObject({ asset_type: 'survey', name: 'Household' });
  });

  it('keep their locks in what is downloaded', async () => {
    const locked = `
    | survey                 |
    |                        | type        | name  | label | kobo--locking-profile |
    |                        | text        | a     | A     | core                  |
    | kobo--locking-profiles |
    |                        | restriction | core  |
    |                        | group_add   | locked |`;
    const uid = await importProject(bob, locked);
    expect((await bob('GET', assetPath(uid))).data['summary']).toMatchObject({ lock_any: true, lock_all: false });
    const again = await fetch(`${kobo.url}/api/v2/assets/${uid}.xls`, {
      headers: { Authorization: `Token ${kobo.state.users.get('bob')?.token}` },
    });
    const form = new FormData();
    form.set('library', 'false');
    form.set('file', new File([await again.blob()], 'a.xlsx'));
    const { messages } = await waitForImport(bob, form);
    const [second] = (messages as { created: Row[] }).created;
    const { content } = (await bob('GET', assetPath(String(second?.['uid'])))).data;
    expect((content as Row)['kobo--locking-profiles']).toEqual([{ name: 'core', restrictions: ['group_add'] }]);
    const wrong = locked.replace('group_add', 'group_fly');
    expect(await waitForImport(bob, await importForm(wrong))).toMatchObject({
      messages: { error_type: 'FormPackLibraryLockingError', error: 'group_fly is not a valid restriction.' },
    });
  });
});

describe('access', () => {
  it('to some submissions only', async () => {
    const uid = await deployProject(bob, HOUSEHOLD);
    await bob('POST', `${assetPath(uid)}permission-assignments/`, grant('alice', 'add_submissions'));
    kobo.submit(uid, submissionXml(uid, 'of-bob', '<size>1</size>'));
    kobo.submit(uid, submissionXml(uid, 'of-alice', '<size>2</size>'), { user: 'alice' });
    const filters = [{ _submitted_by: 'alice' }];
    const partial_permissions = [{ url: `${kobo.url}/api/v2/permissions/view_submissions/`, filters }];
    expect(
      (await bob('POST', `${assetPath(uid)}permission-assignments/`, grant('alice', 'partial_submissions'))).status,
    ).toBe(400);
    const given = grant('alice', 'partial_submissions', { partial_permissions });
    expect((await bob('POST', `${assetPath(uid)}permission-assignments/`, given)).data['partial_permissions']).toEqual(
      partial_permissions,
    );
    expect((await alice('GET', `${assetPath(uid)}data/`)).data).toMatchObject({
      count: 1,
      results: [{ _uuid: 'of-alice' }],
    });
    expect((await alice('GET', `${assetPath(uid)}data/of-bob/`)).status).toBe(404);
    const status = { 'validation_status.uid': 'validation_status_approved' };
    expect((await alice('PATCH', `${assetPath(uid)}data/of-alice/validation_status/`, status)).status).toBe(403);
  });

  it('of everyone and of superusers to the door for submissions', async () => {
    const uid = await deployProject(bob, HOUSEHOLD);
    const root = asking(kobo, kobo.addUser('root', { superuser: true }).token);
    const send = (ask: Ask, path: string, instance: string): Promise<{ status: number }> =>
      ask('POST', path, submissionForm(submissionXml(uid, instance, '<size>1</size>')));
    const nobody = asking(kobo);
    expect((await send(root, '/submission', 'a')).status).toBe(403);
    expect((await send(nobody, '/bob/submission', 'b')).status).toBe(401);
    expect((await nobody('GET', '/bob/formList')).text).not.toContain(uid);
    await bob('POST', `${assetPath(uid)}permission-assignments/`, grant('AnonymousUser', 'add_submissions'));
    expect((await send(nobody, '/bob/submission', 'c')).status).toBe(201);
    expect((await nobody('GET', '/bob/formList')).text).toContain(`<formID>${uid}</formID>`);
    expect((await bob('GET', `${assetPath(uid)}data/c/`)).data['_submitted_by']).toBeNull();
  });

  it('is inherited from a collection', async () => {
    const collection = await created({ asset_type: 'collection', name: 'Shared' });
    const inside = await created({
      asset_type: 'survey',
      name: 'Inside',
      parent: `${kobo.url}${assetPath(collection)}`,
    });
    await bob('POST', `${assetPath(collection)}permission-assignments/`, grant('alice', 'view_asset'));
    expect((await alice('GET', assetPath(inside))).status).toBe(200);
    await bob('DELETE', `${assetPath(collection)}permission-assignments/bulk/`, { username: 'alice' });
    expect((await alice('GET', assetPath(inside))).status).toBe(404);
  });
});
