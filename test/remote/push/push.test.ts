import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { asking } from '../../kobo/asking.ts';
import { changedVisit, dictionary, openOffice, pushedOffice, serversYaml } from '../office.ts';

const visit = dictionary['dictionary/visit.yaml'];

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
    expect(office.project('Sites').deployment?.media.map(({ metadata }) => metadata.filename)).toEqual(['map.csv']);
    office.writes();
    const after = await office.run('plan --exit-code');
    expect(after).toMatchObject({ code: 0, err: '' });
    expect(after.out).toContain('3 projects without a change');
    expect(await office.run('push --yes')).toMatchObject({ code: 0, err: '' });
    expect(office.writes()).toEqual([]);
  });

  it('asks a person, tells again what is lost, and does nothing without a yes', async () => {
    const office = await pushedOffice();
    const { uid } = office.project('Visit');
    office.kobo.submit(
      uid,
      `<a id="${uid}"><respondent>Ann</respondent><meta><instanceID>uuid:1</instanceID></meta></a>`,
    );
    office.write({ 'dictionary/visit.yaml': visit.replace('ask: respondent', 'ask: who') });
    const refused = await office.run('push', ['n']);
    expect(refused).toMatchObject({ code: 0, err: 'Nothing was pushed.\n' });
    expect(refused.asked).toEqual([
      'Collected answers of "kobo/visit" are left behind, as the plan says.\nPush 1 project? [y/N] ',
    ]);
    expect(refused.out).toContain('respondent goes. 1 submission has an answer');
    const nobody = await office.run('push');
    expect(nobody).toMatchObject({ code: 2 });
    expect(nobody.err).toContain('Say --yes');
    expect(office.writes()).toEqual([]);
    expect(await office.run('push', ['y'])).toMatchObject({ code: 0, err: '' });
    expect(office.project('Visit').content.survey.map(({ name }) => name)).toContain('who');
  });

  it('hands over only what changed, and deploys anew what devices would not see otherwise', async () => {
    const office = await pushedOffice();
    office.write({ ...changedVisit, 'dictionary/media/map.csv': 'name,label\nb,B\n' });
    expect(await office.run('push --yes')).toMatchObject({ code: 0, err: '' });
    const [sites, visits] = [office.project('Sites').uid, office.project('Visit').uid];
    const writes = office.writes();
    expect(writes.filter((each) => each.includes(sites))).toEqual([
      expect.stringContaining(`DELETE /api/v2/assets/${sites}/files/`),
      `POST /api/v2/assets/${sites}/files/`,
      `PATCH /api/v2/assets/${sites}/deployment/`,
    ]);
    expect(writes.filter((each) => !each.includes(sites))).toEqual([
      'POST /api/v2/imports/',
      `PATCH /api/v2/assets/${visits}/deployment/`,
    ]);
    const [file] = office.project('Sites').deployment?.media ?? [];
    expect(Buffer.from(file?.bytes ?? []).toString()).toBe('name,label\nb,B\n');
  });

  it('leaves files alone that somebody else put there, and takes its own away', async () => {
    const office = await pushedOffice();
    const form = new FormData();
    for (const [key, value] of Object.entries({ file_type: 'form_media', description: 'default', metadata: '{}' }))
      form.append(key, value);
    form.append('content', new Blob(['a,b\n']), 'theirs.csv');
    await asking(office.kobo, office.token)('POST', `/api/v2/assets/${office.project('Sites').uid}/files/`, form);
    office.write({ 'dictionary/sites.yaml': dictionary['dictionary/sites.yaml'].replace(/ *attachments.*\n/, '') });
    expect(await office.run('push --yes')).toMatchObject({ code: 0, err: '' });
    expect(office.project('Sites').files.map(({ metadata }) => metadata.filename)).toEqual(['theirs.csv']);
  });

  it('gives a project the name that servers.yaml says, and files of its own', async () => {
    const office = await pushedOffice();
    const more = `      name: 'Sites: the "north"'\n      media: { map.csv: north.csv }\n`;
    office.write({
      'dictionary/servers.yaml': serversYaml(office.kobo.url, ['sites'], more),
      'dictionary/north.csv': 'name,label\nn,North\n',
    });
    const { code, out, err } = await office.run('push --yes');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('~ project name "Sites" → "Sites: the "north""');
    const [file] = office.project('Sites: the "north"').deployment?.media ?? [];
    expect(Buffer.from(file?.bytes ?? []).toString()).toContain('North');
    expect((await office.run('plan --exit-code')).code).toBe(0);
  });

  it('keeps an archived project archived', async () => {
    const office = await pushedOffice();
    const deployment = `/api/v2/assets/${office.project('Visit').uid}/deployment/`;
    await asking(office.kobo, office.token)('PATCH', deployment, { active: false });
    office.write(changedVisit);
    expect((await office.run('plan')).out).toContain('archived, and stays so');
    expect(await office.run('push --yes')).toMatchObject({ code: 0, err: '' });
    expect(office.project('Visit').deployment?.active).toBe(false);
    expect((await office.run('plan --exit-code')).code).toBe(0);
  });

  it('writes no token anywhere', async () => {
    const office = await openOffice();
    office.kobo.fault({
      method: 'POST',
      path: /deployment/,
      times: 1,
      kind: 'status',
      status: 400,
      body: `{"error":"${office.token}"}`,
    });
    const { out, err } = await office.run('push --yes --format json');
    await office.run('plan --out plan.json');
    const files = ['plan.json', 'dictionary/servers.state.json'].map((file) =>
      readFileSync(path.join(office.folder, file), 'utf8'),
    );
    for (const text of [out, err, ...files]) expect(text).not.toContain(office.token);
  });
});

describe('a project that was there before', () => {
  it('is never taken for ours by its name alone, but by its uid', async () => {
    const office = await openOffice();
    const ask = asking(office.kobo, office.token);
    const { data } = await ask('POST', '/api/v2/assets/', { name: 'Visit', asset_type: 'survey' });
    office.writes();
    const blocked = await office.run('push kobo/visit --yes');
    expect(blocked.code).toBe(3);
    expect(blocked.err).toContain(`write it into servers.yaml: uid: ${String(data['uid'])}`);
    expect(office.writes()).toEqual([]);
    office.write({
      'dictionary/servers.yaml': serversYaml(office.kobo.url, ['visit'], `      uid: ${String(data['uid'])}\n`),
    });
    expect(await office.run('push --yes')).toMatchObject({ code: 0, err: '' });
    expect(office.project('Visit').uid).toBe(data['uid']);
  });

  it('and is as it should be already is only remembered', async () => {
    const office = await pushedOffice();
    const { uid } = office.project('Visit');
    office.write({
      'dictionary/servers.yaml': serversYaml(office.kobo.url, ['visit'], `      uid: ${uid}\n`),
      'dictionary/servers.state.json': '{"version":1,"projects":{}}',
    });
    expect(await office.run('push --yes')).toMatchObject({ code: 0, err: '' });
    expect(office.writes()).toEqual([]);
    const state = readFileSync(path.join(office.folder, 'dictionary/servers.state.json'), 'utf8');
    expect(JSON.parse(state)).toMatchObject({ projects: { 'kobo/visit': { uid } } });
  });

  it('is missed when somebody deleted it, and not made a second time', async () => {
    const office = await pushedOffice();
    const { uid } = office.project('Visit');
    await asking(office.kobo, office.token)('DELETE', `/api/v2/assets/${uid}/`);
    office.writes();
    const { code, err } = await office.run('push --yes');
    expect(code).toBe(3);
    expect(err).toContain(`"kobo/visit" cannot be pushed: The project ${uid} is not on "kobo"`);
    expect(office.writes()).toEqual([]);
  });

  it('that its user may only look at is not pushed', async () => {
    const office = await pushedOffice();
    const { uid } = office.project('Visit');
    const { token } = office.kobo.addUser('carol');
    const ask = asking(office.kobo, office.token);
    await ask('POST', `/api/v2/assets/${uid}/permission-assignments/`, {
      user: `${office.kobo.url}/api/v2/users/carol/`,
      permission: `${office.kobo.url}/api/v2/permissions/view_asset/`,
    });
    office.write(changedVisit);
    office.writes();
    const { code, err } = await office.run('push kobo/visit --yes', [], token);
    expect(code).toBe(3);
    expect(err).toContain('The user of the token may not edit it.');
    expect(office.writes()).toEqual([]);
  });
});

describe('two pushes at once', () => {
  it('come to the same end as one', async () => {
    const office = await openOffice();
    const [one, other] = await Promise.all([office.run('push --yes'), office.run('push --yes')]);
    expect([one.code, other.code]).toEqual([0, 0]);
    expect(one.err + other.err).toMatch(
      /^Another push is at work in this folder \(process \d+ on \S+\); this one waits for it.\n$/,
    );
    expect(office.kobo.state.assets.size).toBe(3);
    expect(existsSync(path.join(office.folder, 'dictionary/servers.state.json.lock'))).toBe(false);
  });
});
