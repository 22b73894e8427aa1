import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Office, openOffice, serversYaml } from '../office.ts';
import { contentOf } from './pulling.ts';

const BIN = fileURLToPath(new URL('../../../bin/lexiform.js', import.meta.url));
/** How many pulls are killed: LEXIFORM_KILLS=200 for the long run. */
const KILLS = Number(process.env['LEXIFORM_KILLS'] ?? 20);
const SUBMISSIONS = 1200;

/** A store that was pulled once, what the server holds since then, and where an undisturbed pull of each ends. */
interface Trial {
  readonly office: Office;
  readonly before: string;
  readonly fresh: unknown;
  readonly later: unknown;
  readonly requests: number;
}

async function prepare(): Promise<Trial> {
  const office = await openOffice({ convert: 'off', importPolls: 0, pageCap: 100 });
  office.write({ 'dictionary/servers.yaml': serversYaml(office.kobo.url, ['visit']) });
  await office.run('push --yes');
  const asset = office.project('Visit');
  const first = office.kobo.seed(asset.uid, SUBMISSIONS, (index) => ({
    respondent: `person ${index}`,
    'household/hh_size': String(index % 9),
    member: [{ 'member/member_age': String(index % 90) }],
  }));
  const before = path.join(office.folder, 'before.duckdb');
  await office.run('pull --store before.duckdb');
  for (let index = 0; index < SUBMISSIONS; index += 40) {
    asset.submissions.remove(first + index);
    const edited = asset.submissions.edit(first + index + 1);
    if (edited)
      Object.assign(edited, { uuid: `edited-${index}`, answers: { ...edited.answers, respondent: 'edited' } });
  }
  office.kobo.seed(asset.uid, 150, (index) => ({ respondent: `later ${index}` }));
  const later = path.join(office.folder, 'later.duckdb');
  copyFileSync(before, later);
  await office.run('pull --store later.duckdb');
  office.kobo.forgetRequests();
  await office.run('pull --store fresh.duckdb');
  const requests = office.kobo.requests.length;
  const fresh = await contentOf(path.join(office.folder, 'fresh.duckdb'));
  return { office, before, fresh, later: await contentOf(later), requests };
}

/** Kills a pull some milliseconds after it sent so many requests; whether it was still at work. */
async function killPull({ folder, token, kobo }: Office, requests: number, later: number): Promise<boolean> {
  const env = { ...process.env, KOBO_TOKEN: token };
  const child = spawn(process.execPath, [BIN, 'pull', '--store', 'killed.duckdb'], {
    cwd: folder,
    env,
    stdio: 'ignore',
  });
  const over = once(child, 'exit') as Promise<[number | null]>;
  let left = requests;
  kobo.onRequest(() => {
    left -= 1;
    if (left === 0) void pause(later).then(() => child.kill('SIGKILL'));
  });
  const [code] = await over;
  left = 0;
  return code === null;
}

describe('a pull that is killed', () => {
  it('ends, after the next pull, where an undisturbed one ends', { timeout: 120_000 + KILLS * 15_000 }, async () => {
    const { office, before, fresh, later, requests } = await prepare();
    const file = path.join(office.folder, 'killed.duckdb');
    let killed = 0;
    const property = fc.asyncProperty(
      fc.boolean(),
      fc.integer({ min: 1, max: requests }),
      fc.integer({ min: 0, max: 40 }),
      async (isFresh, after, ms) => {
        for (const left of [file, `${file}.wal`]) rmSync(left, { force: true });
        if (!isFresh) copyFileSync(before, file);
        if (await killPull(office, after, ms)) killed += 1;
        expect(await office.run('pull --store killed.duckdb')).toMatchObject({ code: 0, err: '' });
        expect(await contentOf(file)).toEqual(isFresh ? fresh : later);
      },
    );
    await fc.assert(property, { numRuns: KILLS, endOnFailure: true });
    expect(killed).toBeGreaterThan(KILLS / 3);
  });
});
