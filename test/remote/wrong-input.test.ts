import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dictionary, type Office, openOffice, serversYaml } from './office.ts';

/** An office with one project that is on the server. */
async function opened(): Promise<Office> {
  const office = await openOffice();
  office.write({ 'dictionary/servers.yaml': serversYaml(office.kobo.url, ['visit']) });
  await office.run('push --yes');
  return office;
}

/** The same with a store that has a submission. */
async function pulled(): Promise<Office> {
  const office = await opened();
  office.kobo.seed(office.project('Visit').uid, 1, () => ({ respondent: 'A' }));
  await office.run('pull');
  return office;
}

describe('store export', () => {
  it('says which file or folder is in its way', async () => {
    const office = await pulled();
    office.write({ 'a-file': '', 'out/kobo-visit': '' });
    mkdirSync(path.join(office.folder, 'full/kobo-visit/visit.parquet'), { recursive: true });
    const ways = [
      '--out a-file',
      '--out a-file/below',
      '--out submissions.duckdb',
      '--out out --format parquet',
      '--out out --format csv',
      '--out full --format parquet',
    ];
    for (const words of ways) {
      const { code, err } = await office.run(`store export ${words}`);
      expect([code, err], words).toEqual([
        2,
        expect.stringMatching(
          /^".+" could not be written: (?:part of its path is a file, not a folder|it is a folder)\. Nothing was changed\.\n$/,
        ),
      ]);
    }
    expect(readFileSync(path.join(office.folder, 'a-file'), 'utf8')).toBe('');
  });

  it('leaves nothing half written', async () => {
    const office = await pulled();
    mkdirSync(path.join(office.folder, 'full/kobo-visit/visit.parquet'), { recursive: true });
    await office.run('store export --out full --format parquet');
    expect(await office.run('store export --out whole --format parquet')).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(path.join(office.folder, 'whole/kobo-visit/visit.parquet')).subarray(0, 4).toString()).toBe(
      'PAR1',
    );
  });
});

describe('lexiform plan --out', () => {
  it('writes over nothing but a plan', async () => {
    const office = await opened();
    for (const out of ['dictionary/dictionary.yaml', 'dictionary/servers.yaml', 'dictionary/servers.state.json']) {
      const before = readFileSync(path.join(office.folder, out), 'utf8');
      const { code, err, out: told } = await office.run(`plan --out ${out}`);
      expect([code, err, told]).toEqual([
        2,
        `"${out}" is there already, and is no plan.\nName another file, such as --out plan.json\n`,
        '',
      ]);
      expect(readFileSync(path.join(office.folder, out), 'utf8')).toBe(before);
    }
    expect((await office.run('plan --out plan.json')).code).toBe(0);
    expect((await office.run('plan --out plan.json')).code).toBe(0);
    expect((await office.run('plan --out ')).code).toBe(2);
  });
});

describe('a saved plan', () => {
  it('that changes nothing says so', async () => {
    const office = await opened();
    await office.run('plan --out plan.json');
    expect(await office.run('push plan.json')).toMatchObject({ code: 0, out: '1 project without a change\n', err: '' });
  });

  it('with a project twice is none', async () => {
    const office = await opened();
    office.write({
      'dictionary/visit.yaml': dictionary['dictionary/visit.yaml'].replace('Who answers?', 'Who is it?'),
    });
    await office.run('plan --out plan.json');
    const plan = JSON.parse(readFileSync(path.join(office.folder, 'plan.json'), 'utf8')) as { projects: unknown[] };
    office.write({ 'plan.json': JSON.stringify({ ...plan, projects: [...plan.projects, ...plan.projects] }) });
    office.writes();
    const { code, err } = await office.run('push plan.json');
    expect([code, err]).toEqual([2, expect.stringContaining('"plan.json" is not a plan that this Lexiform knows.')]);
    expect(office.writes()).toEqual([]);
  });
});

describe('options', () => {
  it.each([
    ['pull --since 2026-02-30', 'Write a day as year, month and day: 2026-01-31.'],
    ['pull --since 2026-13-45', 'Write a day as year, month and day: 2026-01-31.'],
    ['plan --jobs 0', 'It is a whole number from 1 to 16.'],
    ['pull --jobs 1.5', 'It is a whole number from 1 to 16.'],
    ['access --jobs 17', 'At most 16: the server is shared with others.'],
    ['pull --query {"$where":1}', 'KoboToolbox knows no "$where" in a query, and would find nothing.'],
    [
      'pull --query {"$and":[{"size":{"$gtt":1}}]}',
      'no "$gtt" in a query, and would find nothing. Did you mean "$gt"?',
    ],
  ])('%s', async (words, said) => {
    const office = await opened();
    const { code, err } = await office.run(words);
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
  });
});

describe('a store', () => {
  it('below a file, or in place of a device, cannot be', async () => {
    const office = await opened();
    office.write({ 'a-file': '' });
    expect(await office.run('pull --store a-file/s.duckdb')).toMatchObject({
      code: 2,
      err: 'A part of the path of the store "a-file/s.duckdb" is a file, not a folder.\nName a file in a folder of yours by --store.\n',
    });
    expect((await office.run('pull --store /dev/null')).err).toContain(
      'The store "/dev/null" is no file that can be written to.',
    );
  });

  it('without submissions leaves nothing to mark, which is no mistake once it was pulled', async () => {
    const office = await opened();
    await office.run('pull');
    const { code, out, err } = await office.run('mark --yes');
    expect([code, out, err]).toEqual([
      0,
      '',
      'The store has no submission of "kobo/visit". Fill it with: lexiform pull\n',
    ]);
  });
});
