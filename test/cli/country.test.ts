import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { countries } from './countries.ts';
import { type Outcome, run, tempFolder, tiny } from './project.ts';

/** Made-up submissions of the core and of countries, a file each. */
async function withData(...parts: readonly string[]): Promise<string> {
  const folder = tempFolder(countries);
  for (const [index, part] of parts.entries()) {
    const country = part === 'core' ? [] : ['--country', part];
    const more = ['--form', 'visit', '--count', '8', '--seed', String(index + 1), '--out', `${part}.ndjson`];
    expect(await run(folder, 'generate', ...more, ...country)).toMatchObject({ code: 0 });
  }
  return folder;
}

const dataOf = (...parts: readonly string[]): readonly string[] =>
  parts.flatMap((part) => ['--data', `${part}.ndjson`]);

const conform = async (folder: string, ...args: readonly string[]): Promise<Outcome> =>
  run(folder, 'conform', '--form', 'visit', ...args);

describe('a command about one form', () => {
  it('takes it from the core, or from the country that is named', async () => {
    const folder = await withData('core', 'xb');
    const stamps = ['core', 'xb'].map((part) => {
      const [line = ''] = readFileSync(path.join(folder, `${part}.ndjson`), 'utf8').split('\n');
      return (JSON.parse(line) as { readonly lexiform_stamp: string }).lexiform_stamp.split(' ').slice(0, 2);
    });
    expect(stamps).toEqual([
      ['tiny', 'visit'],
      ['tiny', 'xb_visit'],
    ]);
    expect(await run(folder, 'report', '--data', 'xb.ndjson', '--country', 'xb')).toMatchObject({ code: 0 });
    expect(readdirSync(path.join(folder, 'build/report'))).toContain('visit.pt.html');
  });

  it('evaluates expressions on the form of a country', async () => {
    const folder = tempFolder({ ...countries, 'record.json': '{ "hh_size": "4" }' });
    const args = ['eval', 'dictionary', '${hh_size} + 1', '--record', 'record.json'];
    expect((await run(folder, ...args, '--country', 'xa', '--form', 'xa_winter')).out).toContain('5');
    expect(await run(folder, ...args, '--form', 'xa_winter')).toMatchObject({
      code: 2,
      err: '"xa_winter" is a form of the country "xa".\nWrite: --country xa --form xa_winter\n',
    });
  });

  it('knows the ids of forms on servers', async () => {
    const { code, err } = await run(tempFolder(countries), 'generate', '--form', 'xb_visit');
    expect([code, err]).toEqual([
      2,
      '"xb_visit" is the id on servers of the form "visit" of the country "xb".\nWrite: --country xb --form visit\n',
    ]);
  });

  it.each([
    ['xq', 'The dictionary has no country "xq".\nDid you mean "xa"?\n'],
    ['zzzzz', 'The dictionary has no country "zzzzz".\nIt has: xa, xb.\n'],
  ])('refuses the country %s, which there is not', async (id, err) => {
    const folder = tempFolder({ ...countries, 'record.json': '{}' });
    const calls = [
      ['generate'],
      ['report', '--data', 'record.json'],
      ['eval', 'dictionary', '1', '--record', 'record.json'],
      ['conform', '--data', 'record.json'],
      ['explain', 'dictionary', 'hh_size'],
    ];
    for (const call of calls)
      expect(await run(folder, ...call, '--country', id), call[0]).toEqual({ code: 2, out: '', err });
  });

  it('refuses a country of a dictionary without any, and of a workbook', async () => {
    const folder = tempFolder(tiny);
    expect((await run(folder, 'generate', '--country', 'xa')).err).toBe(
      'The dictionary has no country "xa".\nA country is a folder: countries/ID/country.yaml\n',
    );
    await run(folder, 'build', '--quiet');
    const workbook = 'build/kobo/core/visit/visit.xlsx';
    expect((await run(folder, 'check', workbook, '--country', 'xa')).err).toMatch(/^A workbook has no countries/);
  });
});

describe('lexiform conform on data of countries', () => {
  it('holds each submission against the form that made it', async () => {
    const folder = await withData('core', 'xa', 'xb');
    expect(await conform(folder, ...dataOf('core', 'xa', 'xb'))).toEqual({ code: 0, out: '', err: '' });
    const joined = ['core', 'xa', 'xb'].map((part) => readFileSync(path.join(folder, `${part}.ndjson`), 'utf8'));
    writeFileSync(path.join(folder, 'all.ndjson'), joined.join(''));
    expect(await conform(folder, ...dataOf('all'))).toEqual({ code: 0, out: '', err: '' });
  });

  it('says of submissions of another country who made them, and what to type', async () => {
    const folder = await withData('core', 'xa', 'xb');
    const { out } = await conform(folder, ...dataOf('core', 'xb'), '--country', 'xa', '--format', 'json');
    const told = (JSON.parse(out) as { readonly findings: readonly Record<string, string>[] }).findings;
    const about = told.filter(({ rule }) => rule === 'record-country').map(({ message, help }) => `${message} ${help}`);
    expect(new Set(about)).toEqual(
      new Set([
        'The form of the core made it, which is not looked at here. Leave --country out: the form of each submission is found by what is in it.',
        'The form of the country "xb" made it, which is not looked at here. Add --country xb, or leave --country out: the form of each submission is found by what is in it.',
      ]),
    );
    expect(about).toHaveLength(16);
    expect(await conform(folder, ...dataOf('xa', 'xb'), '--country', 'xb', '--country', 'xa')).toMatchObject({
      code: 0,
      out: '',
    });
  });

  it('finds older versions of the same country', async () => {
    const folder = await withData('xa');
    const old = Object.entries(countries).map(([file, text]) => [file.replace('dictionary/', 'old/'), text] as const);
    const newer = countries['dictionary/countries/xa/country.yaml'].replace('. <= 40', '. <= 4');
    const changed = tempFolder({
      ...Object.fromEntries(old),
      ...countries,
      'dictionary/countries/xa/country.yaml': newer,
      'xa.ndjson': readFileSync(path.join(folder, 'xa.ndjson')),
    });
    expect((await conform(changed, ...dataOf('xa'))).out).toMatch(/record-version/);
    expect(await conform(changed, ...dataOf('xa'), '--also', 'old')).toEqual({ code: 0, out: '', err: '' });
    const country = ['--country', 'xa'];
    expect(await conform(changed, ...dataOf('xa'), '--also', 'old', ...country)).toMatchObject({ code: 0, out: '' });
  });

  it('says which of the named countries has no such form, or no older version', async () => {
    const folder = await withData('xa');
    const named = ['--country', 'xa', '--country', 'xb', ...dataOf('xa')];
    expect(await run(folder, 'conform', '--form', 'xa_winter', ...named)).toMatchObject({
      code: 2,
      err: 'The country "xb" has no form "xa_winter".\nIt has: visit.\n',
    });
    const early = Object.fromEntries(Object.entries(tiny).map(([file, text]) => [`early/${file}`, text]));
    const before = tempFolder({ ...countries, ...early, 'xa.ndjson': '{}' });
    const also = ['--also', 'early/dictionary', ...dataOf('xa')];
    expect((await conform(before, ...also, '--country', 'xa')).err).toMatch(/^The dictionary has no country "xa"/);
    expect(await conform(before, ...also)).toMatchObject({ code: 0 });
  });
});

describe('cards of a country', () => {
  it('show what it changes, with both places', async () => {
    const folder = tempFolder(countries);
    const { out } = await run(folder, 'explain', 'dictionary', 'hh_size', '--country', 'xa');
    expect(out).toContain(`Country xa        changes constraint: . <= 40  dictionary/countries/xa/country.yaml:4:26
                      in the core: . <= 50  dictionary/visit.yaml:4:59
`);
    const { out: list } = await run(folder, 'explain', 'dictionary', 'needs', '--country', 'xb');
    expect(list).toContain('Country xb        adds the code xb_fuel  dictionary/countries/xb/country.yaml:6:19\n');
    const { out: form } = await run(folder, 'explain', 'dictionary', 'visit', '--country', 'xa');
    expect(form).toContain('  takes out home  dictionary/countries/xa/country.yaml:6:32\n');
    const { out: whole } = await run(folder, 'explain', 'dictionary', '--country', 'xa');
    expect(whole).toMatch(/Country {11}xa: \d+ changes of tiny/);
  });

  it('are of the core where no country is named', async () => {
    const { out } = await run(tempFolder(countries), 'explain', 'dictionary', 'hh_size');
    expect(out).toContain('. <= 50');
    expect(out).not.toMatch(/Country|Xanthia/);
  });
});
