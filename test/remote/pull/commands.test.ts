import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../src/formats/xlsx-read.ts';
import { dictionary, type Office, openOffice, serversYaml } from '../office.ts';
import { rowsIn } from './pulling.ts';

const CANARY = 'Haddad-canary';

/** An office with one project, whose `respondent` is personal, and three submissions. */
async function opened(): Promise<Office & { readonly uid: string; readonly first: number }> {
  const office = await openOffice();
  const visit = dictionary['dictionary/visit.yaml'].replace(
    'type: text\n        label: { en: Who',
    'type: text\n        sensitivity: personal\n        required: yes\n        label: { en: Who',
  );
  office.write({
    'dictionary/servers.yaml': serversYaml(office.kobo.url, ['visit']),
    'dictionary/visit.yaml': visit,
  });
  await office.run('push --yes');
  const { uid } = office.project('Visit');
  const first = office.kobo.seed(uid, 3, (index) => ({
    respondent: `=${CANARY} ${index}`,
    'household/hh_size': String(index),
    'household/needs': index === 0 ? 'food water' : 'water',
    __version__: 'v1',
    member: [{ 'member/member_age': '7' }],
  }));
  return { ...office, uid, first };
}

describe('lexiform pull', () => {
  it('tells of each project what came in', async () => {
    const office = await opened();
    expect(await office.run('pull')).toMatchObject({ code: 0, out: 'kobo/visit: 3 new submissions\n', err: '' });
    expect(await office.run('pull kobo/visit')).toMatchObject({ code: 0, out: 'kobo/visit: nothing new\n', err: '' });
    const asset = office.project('Visit');
    asset.submissions.remove(office.first);
    office.kobo.seed(office.uid, 1, () => ({}));
    const { out } = await office.run('pull');
    expect(out).toBe(
      'kobo/visit: 1 new submission, 1 submission no longer on the server (kept in the store, marked as deleted)\n',
    );
    const listed = (await office.run('store list')).out;
    expect(listed).toMatch(
      /^submissions\.duckdb: not protected\nkobo\/visit: 3 submissions, and 1 submission that the server has no more; whole as of \d{4}-/,
    );
  });

  it('goes on with other projects where one fails', async () => {
    const office = await opened();
    office.write({ 'dictionary/servers.yaml': serversYaml(office.kobo.url, ['visit', 'call']) });
    await office.run('push --yes');
    office.kobo.fault({
      path: new RegExp(`${office.uid}/data`),
      times: 9,
      kind: 'status',
      status: 403,
      body: '{"detail":"No."}',
      headers: { 'Content-Type': 'application/json' },
    });
    const { code, out, err } = await office.run('pull');
    expect({ code, out }).toEqual({ code: 3, out: 'kobo/call: nothing new\n' });
    expect(err).toContain('kobo/visit: not finished.');
    expect(err).toContain('What came in so far is kept.');
    office.kobo.clearFaults();
    expect(await office.run('pull kobo/visit')).toMatchObject({ code: 0, out: 'kobo/visit: 3 new submissions\n' });
  });

  it('brings in what conditions let through', async () => {
    const office = await opened();
    expect((await office.run('pull --where needs=food')).out).toBe('kobo/visit: 1 new submission\n');
    expect((await office.run('pull --where hh_size=1')).out).toBe('kobo/visit: 1 new submission\n');
    expect((await office.run('pull --since 2099-01-01')).out).toBe('kobo/visit: nothing new\n');
    expect((await office.run('pull --query {"household/hh_size":"2"}')).out).toBe('kobo/visit: 1 new submission\n');
  });

  it.each([
    ['--where hh_sise=1', 'The form has no question "hh_sise". Did you mean "hh_size"?'],
    ['--where member_age=7', '"member_age" is asked in a repeat'],
    ['--where hh_size', '"hh_size" is no condition.'],
    ['--query [1]', 'The query is no JSON object.'],
    ['--pseudonym respondent', 'Pseudonyms belong to a protected store.'],
    ['--protect --pseudonym respondent', 'Pseudonyms are made with a key.'],
    ['--protect --pseudonym respondent --protect-key-env NONE', 'The environment variable "NONE" is not set.'],
    ['--protect --pseudonym respondent --protect-key-env KOBO_TOKEN', undefined],
    ['--protect --pseudonym hh_size --protect-key-env KOBO_TOKEN', '"hh_size" is not protected'],
    ['--protect --pseudonym respondant --protect-key-env KOBO_TOKEN', 'Did you mean "respondent"?'],
    ['kobo/visits', 'servers.yaml has no server and no project "kobo/visits".'],
  ])('%s', async (words, message) => {
    const office = await opened();
    const { code, err } = await office.run(`pull ${words}`);
    expect(code).toBe(message === undefined ? 0 : 2);
    if (message !== undefined) expect(err).toContain(message);
  });

  it.each([
    ['a refusal', 400, '{"query": ["TOKEN"]}'],
    ['a page that is no JSON', 200, `{"count": 1, "results": [{"_id": 1, "a": "${CANARY}" TOKEN}]}`],
    ['a submission without a number', 200, `{"count": 1, "results": [{"a": "${CANARY}"}]}`],
    ['a submission that is none', 200, `{"count": 1, "results": [{"a": ${CANARY}}]}`],
  ] as const)('tells no answer and no token after %s', async (_, status, sent) => {
    const office = await opened();
    const body = sent.replace('TOKEN', office.token);
    const headers = { 'Content-Type': 'application/json' };
    office.kobo.fault({ kind: 'status', status, body, headers, path: new RegExp(`${office.uid}/data`), times: 20 });
    const { code, out, err } = await office.run('pull');
    expect(code).toBe(3);
    expect(err).toContain('kobo/visit: not finished.');
    expect(`${out}${err}`).not.toContain(office.token);
    expect(`${out}${err}`).not.toContain(CANARY);
    const [row] = await rowsIn(
      path.join(office.folder, 'submissions.duckdb'),
      'SELECT count(*) AS n FROM lexiform.submissions',
    );
    expect(row).toEqual({ n: 0n });
  });

  it('says so where nothing is on a server yet', async () => {
    const office = await openOffice();
    const { code, err } = await office.run('pull');
    expect(code).toBe(2);
    expect(err).toContain(
      '"kobo/visit", "kobo/call" and "kobo/sites" are not on the server yet.\nlexiform push kobo/visit makes it',
    );
    expect(existsSync(path.join(office.folder, 'submissions.duckdb'))).toBe(false);
  });
});

describe('what was pulled', () => {
  it('is checked by conform, without what the server has no more', async () => {
    const office = await opened();
    await office.run('pull');
    const { code, out } = await office.run('conform dictionary --server kobo --form visit');
    expect(code).toBe(1);
    expect(out).toContain('household/hh_size: error answer-constraint "hh_size" is "0"');
    expect(out).not.toContain('answer-missing');
    office.project('Visit').submissions.remove(office.first);
    await office.run('pull');
    expect((await office.run('conform dictionary --server kobo/visit')).out).not.toContain('answer-constraint');
  });

  it.each([
    ['conform dictionary --server kobi', 'Nothing of "kobi" is in the store.\nDid you mean "kobo"?'],
    ['conform dictionary --server kobo --data x.json', 'Submissions come from files or from the store.'],
    ['conform dictionary --server kobo --store none.duckdb', 'There is no store "none.duckdb".'],
    ['report dictionary --server kobo/visit --store dictionary', 'The store "dictionary" is a folder.'],
    ['store export kobo/visti', 'Did you mean "kobo/visit"?'],
    ['store list --store dictionary/dictionary.yaml', 'is damaged, or is no store.'],
  ])('%s', async (words, message) => {
    const office = await opened();
    await office.run('pull');
    const { code, err } = await office.run(words);
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining(message) as unknown });
  });

  it('is counted by report', async () => {
    const office = await opened();
    await office.run('pull');
    const { code, err } = await office.run('report dictionary --server kobo/visit --out out');
    expect({ code, err }).toEqual({ code: 0, err: 'out: visit.en.html, on 3 records.\n' });
  });

  it('is written as tables that Excel computes nothing of', async () => {
    const office = await opened();
    await office.run('pull');
    const { code, out } = await office.run(
      'store export --format csv --format xlsx --format parquet --format ndjson --out data',
    );
    expect(code).toBe(0);
    expect(out).toBe(
      [
        'kobo-visit/: 3 submissions of kobo/visit, 2 tables as csv',
        'kobo-visit.xlsx: 3 submissions of kobo/visit, 2 sheets',
        'kobo-visit/: 3 submissions of kobo/visit, 2 tables as parquet',
        'kobo-visit.ndjson: 3 submissions of kobo/visit, as they came from the server',
        '',
      ].join('\n'),
    );
    const data = path.join(office.folder, 'data');
    const [heading = '', row = ''] = readFileSync(path.join(data, 'kobo-visit/visit.csv'), 'utf8').split('\r\n');
    const cells = row.split(',');
    const cell = (name: string): string | undefined => cells[heading.replace('\uFEFF', '').split(',').indexOf(name)];
    expect([cell('respondent'), cell('hh_size'), cell('needs'), cell('needs/food'), cell('needs/shelter')]).toEqual([
      `'=${CANARY} 0`,
      '0',
      'food water',
      '1',
      '0',
    ]);
    expect(cell('_submission_time')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const types = await parquetTypes(path.join(data, 'kobo-visit/visit.parquet'));
    expect(types).toMatchObject({
      hh_size: 'BIGINT',
      needs: 'VARCHAR',
      'needs/food': 'BOOLEAN',
      start: 'TIMESTAMP WITH TIME ZONE',
    });
    expect(readFileSync(path.join(data, 'kobo-visit.ndjson'), 'utf8').split('\n').length).toBe(4);
    const { sheets } = await sheetsIn(path.join(data, 'kobo-visit.xlsx'));
    expect(sheets).toEqual(['visit', 'member']);
    expect(readdirSync(path.join(data, 'kobo-visit')).toSorted()).toEqual([
      'member.csv',
      'member.parquet',
      'visit.csv',
      'visit.parquet',
    ]);
  });

  it('can be conformed once more from its tables', async () => {
    const office = await opened();
    await office.run('pull');
    await office.run('store export --out data');
    const tables = '--data data/kobo-visit/visit.csv --data data/kobo-visit/member.csv';
    const { out } = await office.run(`conform dictionary --form visit ${tables}`);
    expect(out).toContain('hh_size: error answer-constraint');
    expect(out).not.toContain('unknown');
  });
});

describe('a protected pull', () => {
  it('tells what it leaves out, and conform does not miss it', async () => {
    const office = await opened();
    office.kobo.seed(office.uid, 1, () => ({ drifted: CANARY, 'household/hh_size': '3', __version__: 'v1' }));
    const pulled = await office.run('pull --protect');
    expect(pulled.err).toContain('kobo/visit: protected: left out "respondent"');
    expect(pulled.err).toContain('left out answers under 1 key that the dictionary does not know: "drifted"');
    const { out } = await office.run('conform dictionary --server kobo/visit');
    expect(out).not.toContain('answer-missing');
    const { err } = await office.run('report dictionary --server kobo/visit --out out');
    expect(err).toContain('Left out of the data, so that nothing can be said of it: "respondent".');
    await office.run('store export --format csv --format xlsx --format ndjson --out data');
    const all = readdirSync(office.folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:csv|ndjson|duckdb|wal|html)$/.test(file))
      .map((file) => readFileSync(path.join(office.folder, file), 'latin1'))
      .join('\n');
    expect(all).toContain('hh_size');
    expect(all).not.toContain(CANARY);
    expect((await office.run('store list')).out).toContain('submissions.duckdb: protected');
    expect((await office.run('pull')).err).toContain('is protected, and nothing comes in unprotected');
  });

  it('has pseudonyms that no constraint is held against', async () => {
    const office = await opened();
    const visit = readFileSync(path.join(office.folder, 'dictionary/visit.yaml'), 'utf8');
    office.write({
      'dictionary/visit.yaml': visit.replace(
        'type: text\n',
        "type: text\n        constraint: regex(., '^=')\n        constraint_message: { en: With =, fr: Avec = }\n",
      ),
    });
    await office.run('pull --protect --pseudonym respondent --protect-key-env KOBO_TOKEN');
    const { out } = await office.run('conform dictionary --server kobo/visit');
    expect(out).not.toContain('respondent');
    await office.run('store export --out data');
    expect(readFileSync(path.join(office.folder, 'data/kobo-visit/visit.csv'), 'utf8')).toMatch(/,p[\da-f]{24},/);
  });

  it('refuses to go on where the dictionary protects more, and reads all again where it protects less', async () => {
    const office = await opened();
    await office.run('pull --protect');
    const visit = readFileSync(path.join(office.folder, 'dictionary/visit.yaml'), 'utf8');
    office.write({
      'dictionary/visit.yaml': visit.replace('hh_size, type: integer', 'hh_size, sensitivity: personal, type: integer'),
    });
    const { code, err } = await office.run('pull --protect');
    expect(code).toBe(2);
    expect(err).toContain(
      'The dictionary protects "hh_size" by now, and the store "submissions.duckdb" holds answers to it from before.',
    );
    office.write({ 'dictionary/visit.yaml': visit.replace('sensitivity: personal', 'sensitivity: internal') });
    expect(await office.run('pull --protect')).toMatchObject({ code: 0, out: 'kobo/visit: nothing new\n' });
    const rows = await rowsIn(
      path.join(office.folder, 'submissions.duckdb'),
      'SELECT respondent FROM kobo_visit.visit ORDER BY _id',
    );
    expect(rows.map(({ respondent }) => respondent)).toEqual([0, 1, 2].map((index) => `=${CANARY} ${index}`));
  });
});

/** The types of its columns, read by an engine of its own. */
async function parquetTypes(file: string): Promise<Readonly<Record<string, unknown>>> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(`DESCRIBE SELECT * FROM read_parquet('${file}')`);
  connection.closeSync();
  instance.closeSync();
  return Object.fromEntries(reader.getRows().map(([name, type]) => [String(name), String(type)]));
}

async function sheetsIn(file: string): Promise<{ readonly sheets: readonly string[] }> {
  const workbook = readWorkbook(readFileSync(file));
  return Promise.resolve({ sheets: 'sheets' in workbook ? workbook.sheets.map(({ name }) => name) : [] });
}
