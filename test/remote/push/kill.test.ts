import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountOf } from '../account.ts';
import { dictionary, type Office, openOffice, serversYaml } from '../office.ts';

const BIN = fileURLToPath(new URL('../../../bin/lexiform.js', import.meta.url));
/** How many pushes are killed: LEXIFORM_KILLS=200 for the long run. */
const KILLS = Number(process.env['LEXIFORM_KILLS'] ?? 20);

const MORE = `      collection: HQ standard
      permissions:
        bob: [view_submissions]
        anyone: [add_submissions]
`;
const edited = {
  'dictionary/visit.yaml': dictionary['dictionary/visit.yaml'].replace('Who answers?', 'Who is it?'),
  'dictionary/media/map.csv': 'name,label\nb,B\n',
};

async function openFull(): Promise<Office> {
  const office = await openOffice({ convert: 'off', importPolls: 1 });
  office.kobo.addUser('bob');
  office.write({ 'dictionary/servers.yaml': serversYaml(office.kobo.url, ['visit', 'sites'], MORE) });
  return office;
}

function startPush({ folder, token }: Office): ChildProcess {
  const env = { ...process.env, KOBO_TOKEN: token };
  return spawn(process.execPath, [BIN, 'push', '--yes'], { cwd: folder, env, stdio: 'ignore' });
}

/** Kills a push some milliseconds after it sent so many requests; whether it was still at work. */
async function killPush(office: Office, requests: number, later: number): Promise<boolean> {
  const child = startPush(office);
  const over = once(child, 'exit') as Promise<[number | null]>;
  let left = requests;
  office.kobo.onRequest(() => {
    left -= 1;
    if (left === 0) void pause(later).then(() => child.kill('SIGKILL'));
  });
  const [code] = await over;
  return code === null;
}

/** Where pushes end that nobody disturbs, and how many requests the first one takes. */
async function undisturbed(): Promise<{
  readonly fresh: unknown;
  readonly edited: unknown;
  readonly requests: number;
}> {
  const office = await openFull();
  await office.run('push --yes');
  const fresh = accountOf(office);
  const requests = office.kobo.requests.length;
  office.write(edited);
  await office.run('push --yes');
  return { fresh, edited: accountOf(office), requests };
}

describe('a push that is killed', () => {
  it('ends, after the next push, where an undisturbed one ends', { timeout: 60_000 + KILLS * 15_000 }, async () => {
    const expected = await undisturbed();
    let killed = 0;
    const property = fc.asyncProperty(
      fc.boolean(),
      fc.integer({ min: 1, max: expected.requests }),
      fc.integer({ min: 0, max: 15 }),
      async (isEdit, requests, later) => {
        const office = await openFull();
        if (isEdit) {
          await office.run('push --yes');
          office.write(edited);
        }
        if (await killPush(office, requests, later)) killed += 1;
        const { code, err } = await office.run('push --yes');
        expect({ code, err }).toEqual({ code: 0, err: '' });
        expect(accountOf(office)).toEqual(isEdit ? expected.edited : expected.fresh);
        office.writes();
        await office.run('push --yes');
        expect(office.writes()).toEqual([]);
      },
    );
    await fc.assert(property, { numRuns: KILLS, endOnFailure: true });
    // An edit takes fewer requests than a new project, so some pushes are over before their time.
    expect(killed).toBeGreaterThan(KILLS / 3);
  });
});
