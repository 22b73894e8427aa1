import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../kobo/fake-kobo.ts';
import { type Office, openOffice, serversYaml } from './office.ts';

const ANSWER = 'Haddad-canary';
const JSON_TYPE = { 'Content-Type': 'application/json' };

/** Each way in which a request can go wrong; some servers echo what they were sent, or say more than they should. */
function failures(token: string): Readonly<Record<string, Omit<Fault, 'path' | 'times'>>> {
  const says = (status: number): Omit<Fault, 'path' | 'times'> => ({
    kind: 'status',
    status,
    headers: JSON_TYPE,
    body: JSON.stringify({ detail: `No. Authorization: Token ${token}` }),
  });
  const page = { ...says(500), headers: { 'Content-Type': 'text/html' }, body: `<html>${token} ${ANSWER}</html>` };
  const broken = { ...says(200), body: `{"count": 1, "results": [{"surname": "${ANSWER}", "token": "${token}"` };
  const refusals = [400, 401, 402, 403, 404, 405, 409, 410, 413, 429, 500, 502, 503, 504].map((status) => [
    String(status),
    says(status),
  ]);
  return {
    ...(Object.fromEntries(refusals) as Record<string, Omit<Fault, 'path' | 'times'>>),
    'a page in place of an answer': { ...page, status: 200 },
    'a page of a developer': page,
    'an answer that is broken': broken,
    'an answer of another shape': { ...broken, body: `[{"surname": "${ANSWER}"}]` },
    'a reply that is cut': { kind: 'cut' },
    'a connection that is reset': { kind: 'reset' },
    'no reply after the work': { kind: 'half' },
  };
}

/** All that stands in files that were written, the source apart. */
function written({ folder }: Office): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const made = files.filter((file) => /\.(?:json|lock|log|tmp|csv)$/.test(file));
  return made.map((file) => readFileSync(path.join(folder, file), 'utf8')).join('\n');
}

const COMMANDS = ['plan --out plan.json', 'push --yes', 'pull', 'mark --yes', 'access', 'access --format json'];
const NAMES = Object.keys(failures(''));

describe('nothing that is secret is told or kept', () => {
  it.each(NAMES)('%s', async (name) => {
    const office = await openOffice();
    office.write({ 'dictionary/servers.yaml': serversYaml(office.kobo.url, ['visit']) });
    expect(await office.run('push --yes')).toMatchObject({ code: 0 });
    const { uid } = office.project('Visit');
    office.kobo.seed(uid, 3, () => ({ respondent: ANSWER }));
    const fault = failures(office.token)[name];
    for (const command of COMMANDS) {
      if (fault)
        office.kobo.fault({
          path: /\/api\/v2\/assets\/a/,
          times: 1,
          ...fault,
          headers: { ...fault.headers, 'Retry-After': '600' },
        });
      const { out, err } = await office.run(command);
      expect(`${command}\n${out}${err}`).not.toContain(office.token);
      expect(`${command}\n${out}${err}`).not.toContain(ANSWER);
      expect(err).not.toContain('defect of Lexiform');
      office.kobo.clearFaults();
    }
    expect(written(office)).toContain(uid);
    expect(written(office)).not.toContain(office.token);
    expect(written(office)).not.toContain(ANSWER);
  });
});
