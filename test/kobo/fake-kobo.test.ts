import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Ask, asking, waitForImport } from './asking.ts';
import { type FakeKobo, STARTING_MS, startFakeKobo } from './fake-kobo.ts';
import { HOUSEHOLD, deployProject, importForm, importProject } from './projects.ts';
import type { Content, Row } from './state.ts';

const SECTIONS = `
| survey  |
|         | type             | name | label | kobo--matrix_list | kobo--score-choices | kobo--rank-items | kobo--rank-constraint-message |
|         | begin_kobomatrix | m    | Items | needs             |                     |                  |                               |
|         | integer          | q    | Q     |                   |                     |                  |                               |
|         | end_kobomatrix   |      |       |                   |                     |                  |                               |
|         | begin_score      | sc   | Score |                   | needs               |                  |                               |
|         | score__row       | r1   | One   |                   |                     |                  |                               |
|         | end_score        |      |       |                   |                     |                  |                               |
|         | begin_rank       | rnk  | Rank  |                   |                     | needs            | Another one                   |
|         | rank__level      | n1   | 1st   |                   |                     |                  |                               |
|         | rank__level      | n2   | 2nd   |                   |                     |                  |                               |
|         | end_rank         |      |       |                   |                     |                  |                               |
| choices |
|         | list_name        | name | label |
|         | needs            | food | Food  |
|         | needs            | rent | Rent  |
`;

let kobo: FakeKobo;
let bob: Ask;
let alice: Ask;
const nobody: Ask = (...request) => asking(kobo)(...request);

beforeAll(async () => {
  kobo = await startFakeKobo({ importPolls: 2 });
  bob = asking(kobo, kobo.addUser('bob').token);
  alice = asking(kobo, kobo.addUser('alice').token);
}, STARTING_MS);
beforeEach(() => kobo.forgetRequests());
afterAll(() => kobo.close());

const assetPath = (uid: string): string => `/api/v2/assets/${uid}/`;
const deployment = (uid: string): string => `${assetPath(uid)}deployment/`;

async function content(uid: string): Promise<Content> {
  return (await bob('GET', assetPath(uid))).data['content'] as Content;
}

describe('who is asking', () => {
  it('refuses wrong credentials, hides what may not be seen, and refuses what may only be seen', async () => {
    const uid = await importProject(bob, HOUSEHOLD);
    expect(await asking(kobo, 'wrong')('GET', assetPath(uid))).toMatchObject({
      status: 401,
      data: { detail: 'Invalid token.' },
    });
    expect((await nobody('POST', '/api/v2/assets/', { asset_type: 'survey' })).status).toBe(401);
    expect((await alice('GET', assetPath(uid))).data).toEqual({ detail: 'Not found.' });
    await bob('POST', `${assetPath(uid)}permission-assignments/`, grant('alice', 'view_asset'));
    expect((await alice('GET', assetPath(uid))).status).toBe(200);
    expect((await alice('PATCH', assetPath(uid), { name: 'Mine' })).status).toBe(403);
    expect((await alice('GET', `${assetPath(uid)}data/`)).status).toBe(404);
  });

  it('says that the first version of the interface is gone', async () => {
    for (const path of ['/assets/', '/imports/', '/api/v1/data']) expect((await bob('GET', path)).status).toBe(410);
    expect((await bob('GET', '/api/v2/nothing/')).status).toBe(404);
    expect((await bob('PUT', '/api/v2/imports/')).status).toBe(405);
  });
});

describe('an import', () => {
  it('is one into the library unless library=false is a field of a form', async () => {
    const form = await importForm(HOUSEHOLD);
    form.delete('library');
    const { messages } = await waitForImport(bob, form);
    const [created] = (messages as { created: Row[] }).created;
    expect((await bob('GET', assetPath(String(created?.['uid'])))).data['asset_type']).toBe('block');
    const asJson = await bob('POST', '/api/v2/imports/', { library: 'false', name: 'a' });
    const { uid } = asJson.data as { uid: string };
    let task: Row = {};
    for (let poll = 0; poll < 3; poll += 1) task = (await bob('GET', `/api/v2/imports/${uid}/`)).data;
    expect(task).toMatchObject({ status: 'error', messages: { error_type: 'Exception' } });
  });

  it('is there for who made it, and done after some polls', async () => {
    const { data } = await bob('POST', '/api/v2/imports/', await importForm(HOUSEHOLD));
    const path = `/api/v2/imports/${String(data['uid'])}/`;
    expect((await alice('GET', path)).status).toBe(404);
    const states = [];
    for (let poll = 0; poll < 3; poll += 1) states.push((await bob('GET', path)).data['status']);
    expect(states).toEqual(['processing', 'processing', 'complete']);
  });

  it('keeps the form as rows of cells', async () => {
    const stored = await content(await importProject(bob, HOUSEHOLD));
    expect(stored.survey[0]).toMatchObject({
      type: 'integer',
      name: 'size',
      label: ['Size'],
      required: true,
      $xpath: 'size',
    });
    expect(stored.survey.map(({ type }) => type)).toContain('begin_repeat');
    expect(stored.survey.find(({ name }) => name === 'there')).toMatchObject({
      type: 'select_one',
      select_from_list_name: 'yn',
      $xpath: 'grp/there',
    });
    expect(stored).toMatchObject({ translations: [null], translated: ['label'], settings: { id_string: 'form' } });
  });

  it('takes a column with a colon for a language, puts the default first and drops versions', async () => {
    const stored = await content(
      await importProject(
        bob,
        `
        | survey |
        |   | type      | name        | label::English (en) | label::Français (fr) | dd:id |
        |   | text      | a           | A                   | Un                   | 7     |
        |   | start     | start       |                     |                      |       |
        |   | calculate | __version__ |                     |                      |       |
        | settings |
        |   | default_language |
        |   | Français (fr)    |`,
      ),
    );
    expect(stored.translations).toEqual(['Français (fr)', 'English (en)', 'id']);
    expect(stored.survey.map(({ name }) => name)).toEqual(['start', 'a']);
    expect(stored.survey[1]).toMatchObject({ label: ['Un', 'A', null], dd: [null, null, '7'] });
  });

  it.each([
    ['text | 1a |', 'ValueError', 'Invalid node name: 1a'],
    ['foo | b |', 'ValueError', "unknown type ['foo']"],
    ['text | size |', 'DuplicateNameException', 'Duplicate node name: size'],
  ])('of a form with %s fails', async (row, type, error) => {
    const table = `\n| survey |\n|  | type | name |\n|  | text | size |\n|  | ${row}\n`;
    expect(await waitForImport(bob, await importForm(table))).toMatchObject({
      status: 'error',
      messages: { error_type: type, error },
    });
  });

  it('gives every row a new identity, and so a new version to an unchanged form', async () => {
    const uid = await importProject(bob, HOUSEHOLD);
    const before = (await bob('GET', assetPath(uid))).data;
    await waitForImport(bob, await importForm(HOUSEHOLD, { destination: assetPath(uid) }));
    const after = (await bob('GET', assetPath(uid))).data;
    expect(after['version_count']).toBe(2);
    expect(after['version__content_hash']).not.toBe(before['version__content_hash']);
    await bob('PATCH', assetPath(uid), { name: 'Household' });
    expect((await bob('GET', assetPath(uid))).data['version_count']).toBe(2);
  });

  it('into a project of someone else fails', async () => {
    const uid = await importProject(bob, HOUSEHOLD);
    expect(await waitForImport(alice, await importForm(HOUSEHOLD, { destination: assetPath(uid) }))).toMatchObject({
      messages: { error_type: 'PermissionDenied', error: 'user cannot update asset' },
    });
  });
});

describe('a deployment', () => {
  it('is made by POST once and changed by PATCH', async () => {
    const uid = await importProject(bob, HOUSEHOLD);
    expect((await bob('GET', deployment(uid))).status).toBe(404);
    expect(await bob('PATCH', deployment(uid), { active: true })).toMatchObject({
      status: 405,
      data: { detail: 'Use POST to create a new deployment' },
    });
    expect((await bob('POST', deployment(uid), {})).data['active']).toBe(false);
    expect(await bob('POST', deployment(uid), { active: true })).toMatchObject({
      status: 405,
      data: { detail: 'Use PATCH to update an existing deployment' },
    });
    expect((await bob('PATCH', deployment(uid), { backend: 'mock' })).status).toBe(400);
  });

  it('follows the form only with its version, or without a word', async () => {
    const uid = await deployProject(bob, HOUSEHOLD);
    const old = (await bob('GET', deployment(uid))).data['version_id'];
    await waitForImport(bob, await importForm(HOUSEHOLD, { destination: assetPath(uid) }));
    const { version_id: version } = (await bob('GET', assetPath(uid))).data;
    expect((await bob('PATCH', deployment(uid), { active: true, backend: 'openrosa' })).data['version_id']).toBe(old);
    expect(await bob('PATCH', deployment(uid), { active: true, version_id: old })).toMatchObject({
      status: 500,
      data: { error: 'Server Error (500)' },
    });
    expect(kobo.requests.at(-1)?.cause).toBe('NotImplementedError: Only the current version_id can be deployed');
    const done = await bob('PATCH', deployment(uid), { active: true, version_id: version });
    expect(done.data['version_id']).toBe(version);
    const versions = (await bob('GET', `${assetPath(uid)}versions/`)).data['results'] as Row[];
    expect(versions.map((one) => one['version_number'])).toEqual(['2', '1']);
  });

  it('converts with pyxform, which refuses what it refuses', async () => {
    const uid = await importProject(
      bob,
      '\n| survey |\n|  | type | name | label | relevant |\n|  | text | a | A | ${nope} |\n',
    );
    const refused = await bob('POST', deployment(uid), { active: true });
    expect(refused.status).toBe(400);
    expect(refused.data['error']).toContain("'nope'");
    expect((await bob('GET', assetPath(uid))).data['has_deployment']).toBe(false);
    const template = await bob('POST', '/api/v2/assets/', { asset_type: 'template', name: 'T', content: {} });
    expect((await bob('POST', deployment(String(template.data['uid'])), { active: true })).status).toBe(500);
  });

  it('stamps the form with its identity', async () => {
    const uid = await deployProject(bob, HOUSEHOLD);
    const { deployment__uuid: uuid, version_id: version } = (await bob('GET', assetPath(uid))).data;
    const { text } = await bob('GET', `/forms/${kobo.state.assets.get(uid)?.deployment?.formId}/form.xml`);
    expect(text).toContain(`calculate="'${String(uuid)}'"`);
    expect(text).toContain(`calculate="'${String(version)}'"`);
    expect(text).toMatch(new RegExp(`<${uid} [^>]*id="${uid}" [^>]*version="1 \\(`));
  });
});

describe('sections that KoboToolbox alone knows', () => {
  it('are deployed as groups of ordinary questions', async () => {
    const uid = await deployProject(bob, SECTIONS);
    const xform = kobo.state.assets.get(uid)?.deployment?.xform ?? '';
    for (const path of ['m_header/m_header_q', 'm_food/m_food_q', 'sc/sc_header', 'sc/r1', 'rnk/rnk_label', 'rnk/n2']) {
      expect(xform).toContain(`nodeset="/${uid}/${path}"`);
    }
    expect(xform).toContain(`constraint=" /${uid}/rnk/n2  !=  /${uid}/rnk/n1 "`);
    const [matrix] = (await content(uid)).survey;
    expect(matrix).toMatchObject({ type: 'begin_kobomatrix', 'kobo--matrix_list': 'needs' });
  });
});

function withHeading(heading: string): string {
  return `
    | survey   |
    |          | type | name | label | save_to |
    |          | text | nm   | Name  | nm      |
    | entities |
    |          | list_name | ${heading} |
    |          | people    | \${nm}    |`;
}

describe('a sheet of entities', () => {
  it('breaks the deployment with a heading that is translated elsewhere', async () => {
    const uid = await importProject(bob, withHeading('label'));
    expect((await bob('POST', deployment(uid), { active: true })).status).toBe(500);
    expect(kobo.requests.at(-1)?.cause).toContain('"label" column is not translated');
    const other = await importProject(bob, withHeading('label::English (en)'));
    expect((await bob('POST', deployment(other), { active: true })).status).toBe(200);
  });
});

describe('media', () => {
  it('reach devices with a real redeployment only', async () => {
    const uid = await deployProject(bob, HOUSEHOLD);
    const manifest = async (): Promise<string> =>
      (await bob('GET', `/xformsManifest/${kobo.state.assets.get(uid)?.deployment?.formId}`)).text;
    const sites = mediaForm('sites.csv', 'name,label\na,A\n');
    expect((await bob('POST', `${assetPath(uid)}files/`, sites)).data['metadata']).toMatchObject({
      filename: 'sites.csv',
      mimetype: 'text/csv',
    });
    await bob('PATCH', deployment(uid), { active: true });
    expect(await manifest()).not.toContain('sites.csv');
    await bob('PATCH', deployment(uid), {});
    expect(await manifest()).toContain('sites.csv');
  });

  it('are refused for their name', async () => {
    const uid = await importProject(bob, HOUSEHOLD);
    const files = `${assetPath(uid)}files/`;
    await bob('POST', files, mediaForm('a.csv', 'a'));
    expect((await bob('POST', files, mediaForm('a.csv', 'b'))).data).toEqual({ content: ['File already exists'] });
    expect((await bob('POST', files, mediaForm('a.pdf', 'b'))).status).toBe(400);
    expect((await bob('POST', files, mediaForm('b.csv', 'b', ''))).status).toBe(400);
  });
});

function mediaForm(name: string, text: string, description = 'default'): FormData {
  const form = new FormData();
  form.set('file_type', 'form_media');
  form.set('description', description);
  form.set('content', new File([text], name));
  return form;
}

function grant(user: string, permission: string): object {
  return { user: `${kobo.url}/api/v2/users/${user}/`, permission: `${kobo.url}/api/v2/permissions/${permission}/` };
}

describe('permissions', () => {
  it('bring what they imply, and a list replaces them all', async () => {
    const uid = await importProject(bob, HOUSEHOLD);
    const path = `${assetPath(uid)}permission-assignments/`;
    const names = (): string[] =>
      (kobo.state.assets.get(uid)?.assignments ?? [])
        .filter(({ user }) => user !== 'bob')
        .map(({ user, codename }) => `${user} ${codename}`)
        .toSorted();
    await bob('POST', path, grant('alice', 'change_submissions'));
    const submissions = ['add_submissions', 'change_submissions', 'view_asset', 'view_submissions'];
    expect(names()).toEqual(submissions.map((name) => `alice ${name}`));
    expect((await bob('POST', `${path}bulk/`, [grant('bob', 'view_asset')])).status).toBe(400);
    expect(names()).toHaveLength(4);
    const replaced = await bob('POST', `${path}bulk/`, [grant('AnonymousUser', 'add_submissions')]);
    expect(replaced.status).toBe(200);
    expect(names()).toEqual(['AnonymousUser add_submissions']);
    expect((await bob('POST', path, grant('bob', 'view_asset'))).data).toEqual({
      user: "Owner's permissions cannot be assigned explicitly",
    });
    expect((await bob('POST', path, grant('AnonymousUser', 'change_asset'))).status).toBe(400);
  });
});

describe('a snapshot', () => {
  it('tries a form out, more kindly than a deployment', async () => {
    const survey = [{ type: 'text', name: 'a', label: 'A', relevant: '${nope}' }];
    expect(await bob('POST', '/api/v2/asset_snapshots/', { source: { survey } })).toMatchObject({
      status: 400,
      data: { status: 'failure', error_type: 'PyXFormError' },
    });
    const twice = [
      { type: 'text', name: 'a', label: 'A' },
      { type: 'text', name: 'a', label: 'B' },
    ];
    const made = await bob('POST', '/api/v2/asset_snapshots/', { source: { survey: twice } });
    expect(made.status).toBe(201);
    expect((await nobody('GET', String(made.data['xml']))).text).toContain('a_001');
  });
});

describe('faults', () => {
  it('spoil as many requests as they are told, and requests are remembered', async () => {
    kobo.fault({ path: /\/assets\/$/, times: 1, kind: 'status', status: 502 });
    kobo.fault({
      path: /\/assets\/$/,
      times: 1,
      kind: 'status',
      status: 429,
      headers: { 'Retry-After': '1' },
      body: '{}',
    });
    const { status, text } = await bob('GET', '/api/v2/assets/');
    expect([status, text.startsWith('<html>')]).toEqual([502, true]);
    expect((await bob('GET', '/api/v2/assets/')).status).toBe(429);
    expect((await bob('GET', '/api/v2/assets/?limit=1')).status).toBe(200);
    expect(kobo.requests.map((one) => [one.method, one.path, one.status, one.user])).toEqual([
      ['GET', '/api/v2/assets/', 502, null],
      ['GET', '/api/v2/assets/', 429, null],
      ['GET', '/api/v2/assets/', 200, 'bob'],
    ]);
  });

  it('hold a reply back, though the work goes on', async () => {
    kobo.fault({ method: 'POST', path: /\/assets\/$/, times: 1, kind: 'slow', ms: 100 });
    const start = performance.now();
    expect((await bob('POST', '/api/v2/assets/', { asset_type: 'survey' })).status).toBe(201);
    expect(performance.now() - start).toBeGreaterThan(90);
  });

  it('cut a reply, end a connection before the work, and after it', async () => {
    kobo.fault({ path: /^\/me\/$/, times: 1, kind: 'cut' });
    await expect(bob('GET', '/me/')).rejects.toThrow();
    const before = kobo.state.assets.size;
    kobo.fault({ method: 'POST', path: /\/assets\/$/, times: 1, kind: 'reset' });
    await expect(bob('POST', '/api/v2/assets/', { asset_type: 'survey' })).rejects.toThrow();
    expect(kobo.state.assets.size).toBe(before);
    kobo.fault({ method: 'POST', path: /\/assets\/$/, times: 1, kind: 'half' });
    await expect(bob('POST', '/api/v2/assets/', { asset_type: 'survey' })).rejects.toThrow();
    expect(kobo.state.assets.size).toBe(before + 1);
  });
});
