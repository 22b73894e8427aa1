import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ask, asking } from './asking.ts';
import { type FakeKobo, STARTING_MS, startFakeKobo } from './fake-kobo.ts';
import { HOUSEHOLD, deployProject, submissionForm, submissionXml } from './projects.ts';
import type { Row } from './state.ts';

let kobo: FakeKobo;
let bob: Ask;
let alice: Ask;
const nobody: Ask = (...request) => asking(kobo)(...request);

beforeAll(async () => {
  kobo = await startFakeKobo();
  bob = asking(kobo, kobo.addUser('bob').token);
  alice = asking(kobo, kobo.addUser('alice').token);
}, STARTING_MS);
afterAll(() => kobo.close());

const assetPath = (uid: string): string => `/api/v2/assets/${uid}/`;
const sizes = (data: Row): unknown[] => (data['results'] as Row[]).map(({ size }) => size);

describe('submissions', () => {
  it('are kept whatever they say, as texts, with repeats as lists', async () => {
    const uid = await deployProject(bob, HOUSEHOLD);
    const inside =
      '<size>many</size><hh><nm>Ann</nm></hh><grp><there/><loc>12.1 -1.5 300 4</loc><photo>a.jpg</photo></grp><x>1</x>';
    const form = submissionForm(submissionXml(uid, 'one', inside), [
      new File(['jpg'], 'a.jpg', { type: 'image/jpeg' }),
    ]);
    expect((await bob('POST', '/submission', form)).status).toBe(201);
    const { data } = await bob('GET', `${assetPath(uid)}data/`);
    const [stored] = data['results'] as Row[];
    expect(stored).toMatchObject({
      size: 'many',
      hh: [{ 'hh/nm': 'Ann' }],
      'grp/loc': '12.1 -1.5 300 4',
      x: '1',
      'meta/instanceID': 'uuid:one',
      'meta/rootUuid': 'uuid:one',
      _uuid: 'one',
      _geolocation: [12.1, -1.5],
      _validation_status: {},
      _submitted_by: 'bob',
    });
    expect(stored).not.toHaveProperty('grp/there');
    const [attachment] = (stored?.['_attachments'] ?? []) as Row[];
    expect(attachment).toMatchObject({ media_file_basename: 'a.jpg', question_xpath: 'grp/photo', is_deleted: false });
    expect((await bob('GET', String(attachment?.['download_url']))).text).toBe('jpg');
  });

  it('are duplicates, in conflict, or edits', async () => {
    const uid = await deployProject(bob, HOUSEHOLD);
    const send = async (instance: string, inside: string, meta = ''): Promise<number> =>
      (await bob('POST', '/submission', submissionForm(submissionXml(uid, instance, inside, meta)))).status;
    expect(await send('first', '<size>1</size>')).toBe(201);
    expect(await send('first', '<size>1</size>')).toBe(202);
    expect(await send('first', '<size>2</size>')).toBe(409);
    expect(await send('second', '<size>2</size>', '<deprecatedID>uuid:first</deprecatedID>')).toBe(201);
    expect(await send('third', '<size>3</size>', '<deprecatedID>uuid:first</deprecatedID>')).toBe(410);
    expect(await send('third', '<size>3</size>', '<deprecatedID>uuid:never</deprecatedID>')).toBe(404);
    const edited = (await bob('GET', `${assetPath(uid)}data/first/`)).data;
    expect(edited).toMatchObject({ size: '2', _uuid: 'second', 'meta/rootUuid': 'uuid:first' });
    await bob('PATCH', `${assetPath(uid)}deployment/`, { active: false });
    expect(await send('late', '<size>1</size>')).toBe(405);
    expect((await nobody('POST', '/submission', submissionForm('<a/>'))).status).toBe(401);
    expect((await bob('POST', '/submission', submissionForm('<a id="none"/>'))).status).toBe(404);
    expect((await bob('POST', '/submission', submissionForm('<a'))).status).toBe(400);
    const form = submissionForm(submissionXml(uid, 'hers', '<size>1</size>'));
    expect((await alice('POST', '/submission', form)).status).toBe(403);
  });
});

describe('data', () => {
  let uid = '';
  let path = '';
  let first = 0;

  beforeAll(async () => {
    uid = await deployProject(bob, HOUSEHOLD);
    path = `${assetPath(uid)}data/`;
    first = kobo.seed(uid, 2500, (index) => ({ size: String(index), 'grp/there': index % 2 === 0 ? 'yes' : 'no' }));
  });

  async function found(query: object, more = ''): Promise<Row> {
    return (await bob('GET', `${path}?query=${encodeURIComponent(JSON.stringify(query))}${more}`)).data;
  }

  it('comes in pages of 100, or of 1,000 at most, by start and not by offset', async () => {
    const usual = (await bob('GET', path)).data;
    expect([usual['count'], sizes(usual).length]).toEqual([2500, 100]);
    const capped = (await bob('GET', `${path}?limit=30000&start=2000`)).data;
    expect(sizes(capped).length).toBe(500);
    const pages: unknown[] = [];
    for (let next: unknown = `${path}?limit=30000`; typeof next === 'string';) {
      const { data } = await bob('GET', next);
      pages.push(...sizes(data));
      ({ next } = data);
    }
    expect(pages).toEqual(Array.from({ length: 2500 }, (_, index) => String(index)));
    expect(sizes((await bob('GET', `${path}?limit=1&offset=5`)).data)).toEqual(['0']);
    expect((await bob('GET', `${path}?limit=0`)).data).toEqual({ limit: ['A positive integer is required'] });
    expect((await bob('GET', `${path}?count=1`)).status).toBe(400);
  });

  it('is found by query, where a text is no number', async () => {
    expect((await found({ size: { $gt: 5 } }))['count']).toBe(0);
    expect((await found({ size: { $gt: '998' } }))['count']).toBe(1);
    expect((await found({ _id: { $gt: first + 2498 } }))['count']).toBe(1);
    expect((await found({ $or: [{ size: '7' }, { size: { $in: ['8', '9'] } }] }))['count']).toBe(3);
    expect((await found({ missing: { $exists: false }, 'grp/there': { $ne: 'no' } }))['count']).toBe(1250);
    const last = await found({ size: { $regex: '^24' } }, '&sort={"_id":-1}&limit=1&fields=["size"]');
    expect(sizes(last)).toEqual(['2499']);
    expect(Object.keys((last['results'] as Row[])[0] ?? {})).not.toContain('grp/there');
    expect((await bob('GET', `${path}?query={`)).data).toEqual({ query: ['Value must be valid JSON.'] });
  });

  it('has statuses, which an unknown word clears in bulk and not one by one', async () => {
    const bulk = `${path}validation_statuses/`;
    const hold = { submission_ids: [first, first + 1], 'validation_status.uid': 'validation_status_on_hold' };
    expect((await bob('PATCH', bulk, hold)).status).toBe(400);
    expect((await bob('PATCH', bulk, { payload: hold })).data).toEqual({ detail: '2 submissions have been updated' });
    const held = await found({ '_validation_status.uid': 'validation_status_on_hold' });
    expect(held['count']).toBe(2);
    expect((held['results'] as Row[])[0]?.['_validation_status']).toMatchObject({ label: 'On Hold', by_whom: 'bob' });
    const stranger = { ...hold, submission_ids: [first, 1_000_000] };
    expect((await bob('PATCH', bulk, { payload: stranger })).data).toEqual({
      detail: 'One or more submission ids are invalid',
    });
    const one = `${path}${first}/validation_status/`;
    expect((await bob('PATCH', one, { 'validation_status.uid': 'on_hold' })).status).toBe(400);
    await bob('PATCH', bulk, { payload: { ...hold, 'validation_status.uid': 'on_hold' } });
    expect((await bob('GET', one)).data).toEqual({});
  });

  it('can be edited, seeded or not', async () => {
    const { _uuid: uuid } = (await bob('GET', `${path}${first + 9}/`)).data;
    const meta = `<deprecatedID>uuid:${String(uuid)}</deprecatedID>`;
    kobo.submit(uid, submissionXml(uid, 'edition', '<size>again</size>', meta));
    expect((await bob('GET', `${path}${String(uuid)}/`)).data).toMatchObject({
      _id: first + 9,
      size: 'again',
      _uuid: 'edition',
    });
    expect((await bob('GET', path)).data['count']).toBe(2500);
  });

  it('goes away', async () => {
    expect((await bob('DELETE', `${path}${first + 3}/`)).status).toBe(204);
    expect((await bob('GET', `${path}${first + 3}/`)).status).toBe(404);
    expect((await bob('GET', path)).data['count']).toBe(2499);
  });
});
