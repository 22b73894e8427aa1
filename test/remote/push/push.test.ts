import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { asking } from '../../kobo/asking.ts';
import { saveAsset } from '../../kobo/content-save.ts';
import { accountOf } from '../account.ts';
import { editInBrowser } from '../browser.ts';
import { dictionary, type Office, openOffice, serversYaml } from '../office.ts';

/** An office whose three projects are as the dictionary says. */
async function pushedOffice(): Promise<Office> {
  const office = await openOffice();
  expect(await office.run('push --yes')).toMatchObject({ code: 0, err: '' });
  office.writes();
  return office;
}

const visit = dictionary['dictionary/visit.yaml'];
const changedVisit = { 'dictionary/visit.yaml': visit.replace('Who answers?', 'Who is it?') };

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

/** Where a push of the changed dictionary ends that nothing disturbs. */
async function undisturbed(): Promise<unknown> {
  const office = await pushedOffice();
  office.write(changedVisit);
  await office.run('push --yes');
  return accountOf(office);
}

describe('two pushes at once', () => {
  it('come to the same end as one', async () => {
    const office = await openOffice();
    const [one, other] = await Promise.all([office.run('push --yes'), office.run('push --yes')]);
    expect([one.code, other.code]).toEqual([0, 0]);
    expect(one.err + other.err).toMatch(
      /^Another push is at work in this folder \(process \d+\); this one waits for it.\n$/,
    );
    expect(office.kobo.state.assets.size).toBe(3);
    expect(existsSync(path.join(office.folder, 'dictionary/servers.state.json.lock'))).toBe(false);
  });
});

describe('a project that is edited in the browser', () => {
  it('shows as drift, apart from what the dictionary changes, and is brought back', async () => {
    const office = await pushedOffice();
    await editInBrowser(office, 'Visit', ({ survey }) => {
      const row = survey.find(({ name }) => name === 'hh_size');
      Object.assign(row ?? {}, { label: ['How many?', 'Combien ?'], required: true });
    });
    office.write({
      'dictionary/visit.yaml': visit.replace('How many people?', 'How many?').replace('Age, fr', 'Years, fr'),
    });
    const plan = JSON.parse((await office.run('plan kobo/visit --format json')).out) as {
      projects: Record<string, unknown>[];
    };
    const [project] = plan.projects;
    const hhSize = { subject: 'question', name: 'hh_size', kind: 'changed' };
    expect(project?.['drift']).toEqual([
      { ...hhSize, column: 'label::English (en)', before: 'How many people?', after: 'How many?', fate: 'agreed' },
      {
        ...hhSize,
        column: 'label::Français (fr)',
        before: 'Combien de personnes ?',
        after: 'Combien ?',
        fate: 'overwritten',
      },
      { ...hhSize, column: 'required', after: 'yes', fate: 'overwritten' },
    ]);
    const age = { kind: 'changed', subject: 'question', name: 'member_age', column: 'label::English (en)' };
    expect(project?.['intended']).toEqual([
      { ...hhSize, column: 'label::English (en)', before: 'How many people?', after: 'How many?' },
      { ...age, before: 'Age', after: 'Years' },
    ]);
    expect((await office.run('push', ['y'])).asked[0]).toContain(
      'What was changed on KoboToolbox in "kobo/visit" is undone.',
    );
    expect((await office.run('plan --exit-code')).code).toBe(0);
  });

  it('and by the dictionary not at all, is told once', async () => {
    const office = await pushedOffice();
    await editInBrowser(office, 'Visit', ({ survey }) => survey.splice(2, 1), true);
    expect((await office.run('plan kobo/visit --exit-code')).out.split('\n').slice(1)).toEqual([
      '  Changed on KoboToolbox since the last push:',
      '    - question respondent "text"  (the push undoes it)',
      '  A push hands the workbook over, deploys it anew.',
      '1 project to change',
      '',
    ]);
  });

  it('shows as changed, too, where KoboToolbox does not keep what was pushed last', async () => {
    const office = await pushedOffice();
    await editInBrowser(office, 'Visit', ({ survey }) => survey.splice(2, 1));
    const asset = office.project('Visit');
    asset.versions = asset.versions.slice(-1);
    expect((await office.run('plan kobo/visit')).out).toContain(
      '~ form but KoboToolbox does not keep what was pushed last  (the push undoes it)',
    );
  });
});

describe('the README', () => {
  it('shows a plan as it really is printed', async () => {
    const office = await pushedOffice();
    const { uid } = office.project('Visit');
    for (let number = 0; number < 5; number += 1)
      office.kobo.submit(
        uid,
        `<a id="${uid}"><household><needs>water food</needs></household><meta><instanceID>uuid:${number}</instanceID></meta></a>`,
      );
    await editInBrowser(office, 'Visit', ({ survey }) => {
      const row = survey.find(({ name }) => name === 'respondent');
      Object.assign(row ?? {}, { label: ['Who is answering?', 'Qui répond ?'] });
    });
    office.write({
      ...changedVisit,
      'dictionary/lists.yaml': dictionary['dictionary/lists.yaml'].replace(/ *food:.*\n/, ''),
    });
    const { out } = await office.run('plan kobo/visit');
    const readme = readFileSync(fileURLToPath(new URL('../../../README.md', import.meta.url)), 'utf8');
    const [shown = ''] = /^ {4}kobo\/visit .*\n(?: {4}.*\n)+/m.exec(readme) ?? [];
    const plain = shown.replaceAll(/^ {4}/gm, '').replace(/ a\w{21} /, ` ${uid} `);
    expect(out).toBe(`${plain}1 project to change\n`);
  });
});

describe('a saved plan', () => {
  it('is carried out as it is, once', async () => {
    const office = await pushedOffice();
    office.write(changedVisit);
    expect((await office.run('plan --out plan.json')).err).toContain('lexiform push plan.json');
    expect(await office.run('push plan.json')).toMatchObject({ code: 0, err: '' });
    const again = await office.run('push plan.json');
    expect(again.code).toBe(3);
    expect(again.err).toContain('was not begun: The project is not what it was when the plan was made: its form');
  });

  it('is refused when the server or the dictionary moved', async () => {
    const office = await pushedOffice();
    office.write(changedVisit);
    await office.run('plan --out plan.json');
    office.write({ 'dictionary/visit.yaml': visit.replace('Who answers?', 'Who then?') });
    expect((await office.run('push plan.json')).err).toContain('The dictionary is not what it was');
    office.write(changedVisit);
    await editInBrowser(office, 'Visit', ({ survey }) => survey.pop());
    const { code, err } = await office.run('push --plan plan.json');
    expect(code).toBe(3);
    expect(err).toContain('its form changed. Nothing was done.');
    expect(office.writes()).toEqual([]);
  });

  it('that is none is refused with exit code 2', async () => {
    const office = await openOffice();
    office.write({ 'other.json': '{"version":2}' });
    for (const words of ['push other.json', 'push missing.json', 'push --plan other.json', 'push other.json kobo'])
      expect((await office.run(words)).code).toBe(2);
  });
});
