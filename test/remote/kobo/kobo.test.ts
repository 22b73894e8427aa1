import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeWorkbook } from '../../../src/formats/xlsx-write.ts';
import { createHttp } from '../../../src/remote/http/create-http.ts';
import type { Asset } from '../../../src/remote/kobo/assets.ts';
import { createKobo } from '../../../src/remote/kobo/create-kobo.ts';
import type { Kobo } from '../../../src/remote/kobo/kobo.ts';
import { RemoteError } from '../../../src/remote/remote-error.ts';
import { planOf } from '../../support/workbook-tables.mjs';
import { type FakeKobo, startFakeKobo } from '../../kobo/fake-kobo.ts';

let fake: FakeKobo;
let kobo: Kobo;

function koboOf(name: string): Kobo {
  const { token } = fake.addUser(name);
  return createKobo(createHttp({ server: 'kobo-test', url: fake.url, token, tokenEnv: 'KOBO_TOKEN', pause: 1 }));
}

beforeEach(async () => {
  fake = await startFakeKobo({ convert: 'off' });
  kobo = koboOf('owner');
});

afterEach(() => fake.close());

function workbook(question = 'hh_size'): Promise<Uint8Array> {
  const survey = `| survey |\n| | type | name | label |\n| | integer | ${question} | How many? |\n`;
  return writeWorkbook(planOf(`${survey}\n| settings |\n| | form_title |\n| | Household |\n`));
}

/** A project with a form, handed over and read in. */
async function imported(question?: string): Promise<Asset> {
  const project = await kobo.createProject('Household');
  return takenIn(project, question);
}

async function takenIn(project: Asset, question?: string): Promise<Asset> {
  let state = await kobo.importWorkbook(project, 'household', await workbook(question));
  while (state.status === 'created' || state.status === 'processing') state = await kobo.importState(state.uid);
  expect(state).toMatchObject({ status: 'complete', asset: project.uid });
  return presentOf(project.uid);
}

async function presentOf(uid: string): Promise<Asset> {
  const asset = await kobo.asset(uid, { content: true });
  if (!asset) throw new Error(`there is no ${uid}`);
  return asset;
}

async function refusalOf(work: Promise<unknown>): Promise<RemoteError> {
  const error: unknown = await work.then(
    () => 'it was not refused',
    (reason: unknown) => reason,
  );
  if (error instanceof RemoteError) return error;
  throw new Error(`not a RemoteError: ${String(error)}`);
}

async function seeded(count: number): Promise<string> {
  const { uid } = await kobo.deploy(await imported());
  fake.seed(uid, count, (number) => ({ hh_size: String(number) }));
  return uid;
}

function answer(body: string): void {
  const headers = { 'Content-Type': 'application/json' };
  fake.fault({ path: /./, times: 1, kind: 'status', status: 200, body, headers });
}

function statusIn(text: string): unknown {
  const submission = JSON.parse(text) as Record<string, { uid?: string }>;
  return submission['_validation_status']?.uid;
}

describe('projects', () => {
  it('are made, filled from a workbook, and read', async () => {
    expect(await kobo.me()).toBe('owner');
    const asset = await imported();
    expect(asset).toMatchObject({ name: 'Household', owner: 'owner', deployment: 'draft', deployedVersion: undefined });
    expect(asset.content?.survey).toMatchObject([{ type: 'integer', name: 'hh_size' }]);
    expect(asset.mayDo).toContain('manage_asset');
    expect((await kobo.asset(asset.uid))?.content).toBeUndefined();
  });

  it('are undefined where the server has none, or does not show it', async () => {
    const { uid } = await kobo.createProject('Household');
    expect(await kobo.asset('aNobodyKnows')).toBeUndefined();
    expect(await koboOf('stranger').asset(uid)).toBeUndefined();
  });

  it('are found by their exact name, with quotation marks in it, too', async () => {
    const plain = await kobo.createProject('Household');
    const quoted = await kobo.createProject('The "new" household');
    await kobo.createProject('Household 2');
    const collection = await kobo.createCollection('Household');
    expect((await kobo.assetsNamed('Household', 'survey')).map(({ uid }) => uid)).toEqual([plain.uid]);
    expect((await kobo.assetsNamed('The "new" household', 'survey')).map(({ uid }) => uid)).toEqual([quoted.uid]);
    expect((await kobo.assetsNamed('Household', 'collection')).map(({ uid }) => uid)).toEqual([collection.uid]);
  });

  it('are changed, and put into a collection', async () => {
    const { uid } = await kobo.createProject('Household');
    const collection = await kobo.createCollection('HQ');
    const changed = await kobo.patchAsset(uid, { name: 'Registration', parent: collection.url });
    expect(changed).toMatchObject({ name: 'Registration', parent: collection.url });
  });

  it('tell why a workbook could not be read in', async () => {
    const project = await kobo.createProject('Household');
    let state = await kobo.importWorkbook(project, 'household', new TextEncoder().encode('no workbook'));
    while (state.status !== 'error') state = await kobo.importState(state.uid);
    expect(state.error).toMatch(/\w/);
  });

  it('keep the rows of earlier versions', async () => {
    const first = await imported('hh_size');
    await takenIn(first, 'hh_members');
    expect((await kobo.version(first.uid, first.version))?.survey).toMatchObject([{ name: 'hh_size' }]);
    expect(await kobo.version(first.uid, 'vNobodyKnows')).toBeUndefined();
  });
});

describe('deployment', () => {
  it('is made the first time, and anew with the present version', async () => {
    const draft = await imported();
    const first = await kobo.deploy(draft);
    expect(first).toMatchObject({ deployment: 'deployed', deployedVersion: draft.version });
    const changed = await takenIn(first, 'hh_members');
    expect(changed.deployedVersion).not.toBe(changed.version);
    expect(await kobo.deploy(changed)).toMatchObject({ deployment: 'deployed', deployedVersion: changed.version });
  });

  it('works where somebody else deployed it a moment ago', async () => {
    const draft = await imported();
    await kobo.deploy(draft);
    expect(await kobo.deploy(draft)).toMatchObject({ deployment: 'deployed', deployedVersion: draft.version });
  });

  it('leaves a project in the archive', async () => {
    const deployed = await kobo.deploy(await imported());
    const asset = fake.state.assets.get(deployed.uid);
    if (asset?.deployment) asset.deployment.active = false;
    const archived = await takenIn(deployed, 'hh_members');
    expect(archived.deployment).toBe('archived');
    expect(await kobo.deploy(archived)).toMatchObject({ deployment: 'archived', deployedVersion: archived.version });
  });

  it('tells that the project was changed meanwhile, where the server fails at that', async () => {
    const stale = await kobo.deploy(await imported());
    await takenIn(stale, 'hh_members');
    const error = await refusalOf(kobo.deploy(stale));
    expect(error.kind).toBe('refused');
    expect(error.message).toContain('somebody changed it on "kobo-test"');
  });

  it('is seen to be done where only the answer was lost', async () => {
    const draft = await imported();
    fake.fault({ method: 'POST', path: /\/deployment\//, times: 1, kind: 'half' });
    expect(await kobo.deploy(draft)).toMatchObject({ deployment: 'deployed', deployedVersion: draft.version });
    expect(fake.requests.filter(({ method, path }) => method === 'POST' && /deployment/.test(path))).toHaveLength(1);
  });

  it('fails with the words of the converter', async () => {
    const draft = await imported();
    const body = JSON.stringify({ error: "[row : 3] On the 'choices' sheet, the 'name' value is invalid." });
    const path = /\/deployment\//;
    fake.fault({ path, times: 1, kind: 'status', status: 400, body, headers: { 'Content-Type': 'application/json' } });
    const error = await refusalOf(kobo.deploy(draft));
    expect(error).toMatchObject({ kind: 'refused', status: 400 });
    expect(error.message).toBe(
      'Cannot deploy the project "Household": "kobo-test" refuses it (400). It said: [row : 3] On the \'choices\' sheet, the \'name\' value is invalid.',
    );
  });
});

describe('files', () => {
  it('are attached, listed with their hash, and taken away', async () => {
    const { uid } = await imported();
    const file = await kobo.addMedia(uid, 'sites.csv', new TextEncoder().encode('name,label\n'));
    expect(file).toMatchObject({ name: 'sites.csv', from: undefined });
    expect(file.hash).toMatch(/^md5:[\da-f]{32}$/);
    expect(await kobo.media(uid)).toEqual([file]);
    await kobo.removeMedia(uid, file.uid);
    await kobo.removeMedia(uid, file.uid);
    expect(await kobo.media(uid)).toEqual([]);
  });
});

describe('rights', () => {
  it('are given, listed and taken away', async () => {
    fake.addUser('alice');
    const { uid } = await kobo.createProject('Household');
    await kobo.assign(uid, 'alice', 'validate_submissions');
    const held = await kobo.assignments(uid);
    const ofAlice = held.filter(({ user }) => user === 'alice');
    expect(ofAlice.map(({ permission }) => permission)).toContain('validate_submissions');
    for (const assignment of ofAlice) await kobo.unassign(uid, assignment);
    expect((await kobo.assignments(uid)).map(({ user }) => user)).not.toContain('alice');
  });

  it('of people whom the server does not know are refused', async () => {
    const { uid } = await kobo.createProject('Household');
    expect(await refusalOf(kobo.assign(uid, 'nobody', 'view_asset'))).toMatchObject({ kind: 'refused', status: 400 });
  });
});

describe('submissions', () => {
  it('come page by page, each as the server wrote it', async () => {
    const uid = await seeded(1500);
    const page = await kobo.submissions(uid, { start: 1000, limit: 1000 });
    expect(page.count).toBe(1500);
    expect(page.texts).toHaveLength(500);
    expect(JSON.parse(page.texts[0] ?? '')).toMatchObject({ hh_size: '1000' });
  });

  it('are counted, and narrowed by conditions and fields', async () => {
    const uid = await seeded(20);
    const page = await kobo.submissions(uid, { query: { hh_size: '7' }, fields: ['hh_size'], limit: 1 });
    expect(page.count).toBe(1);
    expect(JSON.parse(page.texts[0] ?? '')).not.toHaveProperty('_submission_time');
  });

  it('get a validation status, many at once, or none of them', async () => {
    const { uid } = await kobo.deploy(await imported());
    const first = fake.seed(uid, 3, (number) => ({ hh_size: String(number) }));
    await kobo.setStatus(uid, [first, first + 2], 'validation_status_on_hold');
    const { texts } = await kobo.submissions(uid, { fields: ['_id', '_validation_status'], limit: 10 });
    expect(texts.map(statusIn)).toEqual(['validation_status_on_hold', undefined, 'validation_status_on_hold']);
    const unknown = kobo.setStatus(uid, [first, 999_999], 'validation_status_approved');
    expect(await refusalOf(unknown)).toMatchObject({ kind: 'refused', status: 400 });
  });

  it('are not for everybody', async () => {
    const uid = await seeded(1);
    const stranger = koboOf('stranger');
    await kobo.assign(uid, 'stranger', 'view_asset');
    const error = await refusalOf(stranger.submissions(uid, { limit: 1 }));
    expect(error).toMatchObject({ kind: 'not-found', status: 404 });
    expect(error.message).toContain('"view_submissions"');
  });
});

describe('answers that are not understood', () => {
  it.each([
    ['{"uid": "../../me"}', '"uid" is not the name of something'],
    ['{"uid": "a1", "name": 7}', '"name" is not a text'],
    ['{"__proto__": {"uid": "a1"}}', '"uid" is not a text'],
    ['[]', '"uid" is not a text'],
    ['{"uid": "a1", ', 'it is not JSON'],
    ['null', '"uid" is not a text'],
  ])('%s', async (body, what) => {
    answer(body);
    const error = await refusalOf(kobo.asset('a1'));
    expect(error.kind).toBe('not-understood');
    expect(error.message).toBe(`Cannot read the project "a1": the answer of "kobo-test" is not understood: ${what}.`);
  });

  it('say so of a page of submissions, without a word of it', async () => {
    answer('{"count": 1, "results": [{"name": "Amina"');
    const error = await refusalOf(kobo.submissions('a1', { limit: 1 }));
    expect(error.kind).toBe('not-understood');
    expect(error.message).not.toContain('Amina');
  });

  it('cannot make of a name an address that leads elsewhere', async () => {
    expect(await refusalOf(kobo.asset('../../token'))).toMatchObject({ kind: 'not-found' });
    expect(fake.requests).toEqual([]);
  });
});
