import { describe, expect, it } from 'vitest';
import { submissionXml } from '../../kobo/projects.ts';
import type { Submission } from '../../kobo/submission-store.ts';
import { type Office, openOffice, serversYaml } from '../office.ts';

const CHECKS = `checks:
  large: { when: "\${hh_size} > 20", message: { en: A very large household, fr: Un très grand ménage }, severity: warning }
`;

/** A project that was pushed and filled: an error, a warning, nothing. */
async function filled(...sizes: readonly string[]): Promise<{ office: Office; uid: string }> {
  const office = await openOffice();
  office.write({
    'dictionary/servers.yaml': serversYaml(office.kobo.url, ['visit']),
    'dictionary/checks.yaml': CHECKS,
  });
  expect(await office.run('push --yes')).toMatchObject({ code: 0 });
  const { uid } = office.project('Visit');
  for (const [index, size] of sizes.entries()) send(office, uid, index, size);
  expect(await office.run('pull')).toMatchObject({ code: 0 });
  return { office, uid };
}

function send(office: Office, uid: string, index: number, size: string): Submission {
  const asset = office.kobo.state.assets.get(uid);
  const version = asset?.deployment?.version ?? '';
  const instance = `00000000-0000-4000-8000-00000000000${index}`;
  const answers = `<start>2026-03-15T09:00:00.000Z</start><end>2026-03-15T09:20:00.000Z</end><respondent>Haddad</respondent>
    <household><hh_size>${size}</hh_size><needs>food</needs></household><__version__>${version}</__version__>`;
  return office.kobo.submit(uid, submissionXml(uid, instance, answers));
}

function statuses(office: Office, uid: string): readonly unknown[] {
  const { submissions } = office.kobo.state.assets.get(uid) ?? {};
  return (submissions?.ids ?? []).map((id) => submissions?.get(id)?.validation['uid']);
}

describe('lexiform mark', () => {
  it('tells what it would set, sets it, and has nothing to do then', async () => {
    const { office, uid } = await filled('0', '25', '4');
    office.writes();
    const preview = await office.run('mark');
    expect(preview).toMatchObject({ code: 0, err: '' });
    expect(preview.out).toMatchInlineSnapshot(`
      "kobo/visit
              1  to Not Approved
              1  to On Hold
              1  unchanged: nothing is found
      2 statuses would be set. Set them with: --yes
      "
    `);
    expect(office.writes()).toEqual([]);
    const done = await office.run('mark --yes');
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(done.out).toContain('2 statuses set.');
    expect(done.out).not.toContain('Haddad');
    expect(statuses(office, uid)).toEqual(['validation_status_not_approved', 'validation_status_on_hold', undefined]);
    office.writes();
    const again = await office.run('mark --yes');
    expect(again.out).toMatchInlineSnapshot(`
      "kobo/visit
              2  unchanged: it is there already
              1  unchanged: nothing is found
      0 statuses set.
      "
    `);
    expect(office.writes()).toEqual([]);
  });

  it('remembers what it set, from one call to the next, and leaves what a person set', async () => {
    const { office, uid } = await filled('25', '25');
    await office.run('mark --yes');
    const asset = office.kobo.state.assets.get(uid);
    const [first = 0] = asset?.submissions.ids ?? [];
    const touched = asset?.submissions.edit(first);
    if (touched) touched.validation = { ...touched.validation, timestamp: 1 };
    office.write({ 'dictionary/checks.yaml': CHECKS.replace('severity: warning', 'severity: error') });
    const { out } = await office.run('mark kobo/visit --yes');
    expect(out).toContain('1  unchanged: somebody set another one');
    expect(statuses(office, uid)).toEqual(['validation_status_on_hold', 'validation_status_not_approved']);
  });

  it('approves what is clean, and puts errors on hold, where that is wanted', async () => {
    const { office, uid } = await filled('0', '4');
    await office.run('mark --yes --errors on-hold --approve-clean');
    expect(statuses(office, uid)).toEqual(['validation_status_on_hold', 'validation_status_approved']);
  });

  it('leaves what came since the last pull', async () => {
    const { office, uid } = await filled('4');
    send(office, uid, 1, '0');
    const { out } = await office.run('mark --yes');
    expect(out).toContain('1  unchanged: came since the last pull');
    expect(statuses(office, uid)).toEqual([undefined, undefined]);
  });

  it('approves nothing of which a part was not pulled', async () => {
    const office = await openOffice();
    office.write({ 'dictionary/servers.yaml': serversYaml(office.kobo.url, ['visit']) });
    await office.run('push --yes');
    send(office, office.project('Visit').uid, 0, '4');
    expect(await office.run('pull --protect')).toMatchObject({ code: 0 });
    const { code, err } = await office.run('mark --yes --approve-clean');
    expect(code).toBe(2);
    expect(err).toContain('is protected: answers that are not in it were not checked');
    expect(statuses(office, office.project('Visit').uid)).toEqual([undefined]);
  });

  it('wants a store', async () => {
    const office = await openOffice();
    await office.run('push --yes');
    expect(await office.run('mark')).toMatchObject({ code: 2 });
  });

  it('tells a missing right and a server that fails, with exit code 3', async () => {
    const { office } = await filled('0');
    const path = /validation_statuses/;
    office.kobo.fault({ method: 'PATCH', path, times: 1, kind: 'status', status: 403, body: '{"detail":"No."}' });
    const denied = await office.run('mark --yes');
    expect(denied.code).toBe(3);
    expect(denied.err).toContain('"validate_submissions"');
    expect(denied.out).toContain('0 statuses set.');
    office.kobo.fault({ path: /\/me\//, times: 9, kind: 'status', status: 401 });
    expect(await office.run('mark')).toMatchObject({ code: 3, out: '' });
  });
});
