import { describe, expect, it } from 'vitest';
import { createHttp } from '../../../src/remote/http/create-http.ts';
import { createKobo } from '../../../src/remote/kobo/create-kobo.ts';
import type { Kobo } from '../../../src/remote/kobo/kobo.ts';
import { type Office, openOffice, serversYaml } from '../office.ts';

const RIGHTS = `      permissions:
        bilal: [view_submissions, validate_submissions]
        anyone: [add_submissions]
`;

interface Pushed {
  readonly office: Office;
  readonly kobo: Kobo;
  readonly uid: string;
}

/** One project that was pushed, in an office where others work, too. */
async function pushed(rights = RIGHTS, visit = ''): Promise<Pushed> {
  const office = await openOffice();
  for (const name of ['bilal', 'chen']) office.kobo.addUser(name);
  office.write({ 'dictionary/servers.yaml': `${serversYaml(office.kobo.url, ['visit'])}${rights}`, ...extra(visit) });
  expect(await office.run('push --yes')).toMatchObject({ code: 0 });
  const { url } = office.kobo;
  const kobo = createKobo(createHttp({ server: 'kobo', url, token: office.token, tokenEnv: 'KOBO_TOKEN' }));
  return { office, kobo, uid: office.project('Visit').uid };
}

function extra(visit: string): Readonly<Record<string, string>> {
  return visit === '' ? {} : { 'dictionary/visit.yaml': visit };
}

const PERSONAL = `forms:
  visit:
    title: { en: Visit, fr: Visite }
    items:
      - { ask: surname, type: text, sensitivity: personal, label: { en: Your name?, fr: Votre nom ? } }
`;

describe('lexiform access', () => {
  it('finds rights as they are declared', async () => {
    const { office, uid } = await pushed();
    office.writes();
    const { code, out, err } = await office.run('access --exit-code');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.replaceAll(uid, 'UID')).toMatchInlineSnapshot(`
      "kobo/visit  "Visit"  UID
                    form          project  submissions
                    view   edit   manage   add   view   edit   delete   validate
        amina       ●      ●      ●        ●     ●      ●      ●        ●
        bilal       ✓                            ✓                      ✓
        everybody                          ✓
        ! Everybody who has the address can send submissions, without an account.

      ● owner   ✓ may   + may, and servers.yaml does not say so   - may not, though servers.yaml says so   ~ some submissions only
      "
    `);
    expect(office.writes()).toEqual([]);
  });

  it('marks what is not declared, what is missing, and what both mean', async () => {
    const { office, kobo, uid } = await pushed();
    await kobo.assign(uid, 'chen', 'manage_asset');
    await kobo.assign(uid, 'AnonymousUser', 'view_submissions');
    for (const held of await kobo.assignments(uid))
      if (held.user === 'bilal' && held.permission === 'validate_submissions') await kobo.unassign(uid, held);
    const { code, out } = await office.run('access kobo/visit --exit-code');
    expect(code).toBe(4);
    expect(out.replaceAll(uid, 'UID')).toMatchInlineSnapshot(`
      "kobo/visit  "Visit"  UID
                    form          project  submissions
                    view   edit   manage   add   view   edit   delete   validate
        amina       ●      ●      ●        ●     ●      ●      ●        ●
        bilal       ✓                            ✓                      -
        chen        +      +      +        +     +      +      +        +
        everybody   +                      ✓     +
        ! Everybody can read all submissions, without an account: this is public data.
        ! Everybody who has the address can send submissions, without an account.
        ! "chen" can give rights to others and delete the project, as its owner can.

      ● owner   ✓ may   + may, and servers.yaml does not say so   - may not, though servers.yaml says so   ~ some submissions only
      "
    `);
  });

  it('calls public data about people an error, declared or not', async () => {
    const { office, kobo, uid } = await pushed('', PERSONAL);
    expect(await office.run('access --exit-code')).toMatchObject({ code: 0 });
    await kobo.assign(uid, 'AnonymousUser', 'view_submissions');
    const { code, out } = await office.run('access --exit-code');
    expect(code).toBe(4);
    expect(out).toContain(
      'Everybody can read all submissions, without an account, though the form asks about people ("surname").',
    );
    expect(out).toContain('servers.yaml leaves its rights alone');
  });

  it('tells whose submissions somebody may see, but no answers', async () => {
    const { office, uid } = await pushed();
    await allow(office, uid, 'bilal', { _submitted_by: { $in: ['chen', 'bilal'] } });
    await allow(office, uid, 'chen', { surname: 'Haddad' });
    const { out } = await office.run('access');
    expect(out).toContain('~ bilal has rights on those sent by chen or bilal only.');
    expect(out).toContain('~ chen has rights on those that fulfil a condition only.');
    expect(out).not.toContain('Haddad');
  });

  it('is for programs and for Excel, too', async () => {
    const { office, uid } = await pushed();
    const json = JSON.parse((await office.run('access --format json')).out) as Record<string, unknown>;
    expect(json).toMatchObject({
      version: 1,
      projects: [{ project: 'kobo/visit', uid, owner: 'amina', declared: true, notes: [{ severity: 'info' }] }],
    });
    const { out } = await office.run('access --format csv');
    expect(out).toContain(`kobo/visit,${uid},Visit,bilal,validate_submissions,declared,`);
  });

  it('says that a project was never pushed, or cannot be seen, and goes on', async () => {
    const { office, uid } = await pushed();
    office.write({ 'dictionary/servers.yaml': serversYaml(office.kobo.url, ['visit', 'call']) });
    expect((await office.run('access')).out).toContain('kobo/call  was never pushed');
    office.kobo.state.assets.delete(uid);
    const { code, out, err } = await office.run('access');
    expect(code).toBe(3);
    expect(err).toContain(`The project ${uid} is not there`);
    expect(out).toContain('kobo/call  was never pushed');
  });

  it('says that it may see a part only, where the token is of somebody who does not manage the project', async () => {
    const { office, kobo, uid } = await pushed();
    await kobo.assign(uid, 'chen', 'view_asset');
    const [amina, chen] = ['amina', 'chen'].map((name) => office.kobo.state.users.get(name));
    if (amina && chen) [amina.token, chen.token] = [chen.token, amina.token];
    expect((await office.run('access')).out).toContain('may leave out the rights of others');
  });
});

/** Lets somebody see the submissions that fulfil a condition. */
async function allow(office: Office, uid: string, user: string, condition: object): Promise<void> {
  const { url } = office.kobo;
  const permissions = `${url}/api/v2/permissions/`;
  const reply = await fetch(`${url}/api/v2/assets/${uid}/permission-assignments/`, {
    method: 'POST',
    headers: { Authorization: `Token ${office.token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      user: `${url}/api/v2/users/${user}/`,
      permission: `${permissions}partial_submissions/`,
      partial_permissions: [{ url: `${permissions}view_submissions/`, filters: [condition] }],
    }),
  });
  if (!reply.ok) throw new Error(await reply.text());
}
