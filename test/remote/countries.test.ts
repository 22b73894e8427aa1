import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dictionary, type Office, openOffice } from './office.ts';

const LONG = 120_000;

/** The office with two countries: xa knows another need and holds names back, xb has no members and its own map. */
const files = {
  ...dictionary,
  'dictionary/lists.yaml': dictionary['dictionary/lists.yaml'].replace('  needs:\n', '  needs:\n    country: extend\n'),
  'dictionary/countries/xa/country.yaml': `country: xa
title: Xanthia
codelists:
  needs: { add: { xa_fuel: { en: Fuel, fr: Carburant } } }
forms:
  visit: { change: [{ item: respondent, sensitivity: personal }] }
  sites:
`,
  'dictionary/countries/xb/country.yaml': `country: xb
title: Xylia
languages: { fr: Français }
forms:
  visit: { change: [{ remove: [member] }] }
  xb_market: { title: { fr: Marché }, items: [{ ask: xb_price, type: integer, label: { fr: Combien ? } }] }
`,
  'dictionary/countries/xb/media/map.csv': 'name,label\nxb,B\n',
} as const;

const PROJECTS = `
    - form: visit
    - { form: visit, country: xa, name: Visit XA }
    - { form: visit, country: xb, name: Visit XB }
    - { form: sites, country: xb, name: Sites XB }
    - { form: xb_market, country: xb }
`;

const serversWith = (url: string, projects: string): string =>
  `kobo:\n  url: ${url}\n  token_env: KOBO_TOKEN\n  projects:${projects}`;

async function opened(projects = PROJECTS): Promise<Office> {
  const office = await openOffice(undefined, files);
  office.write({ 'dictionary/servers.yaml': serversWith(office.kobo.url, projects) });
  return office;
}

/** Submissions of the core and of both countries, each as the form of its project makes them. */
async function filled(): Promise<Office> {
  const office = await opened();
  expect(await office.run('push --yes')).toMatchObject({ code: 0, err: '' });
  const seed = (name: string, needs: string, more: object = {}): void => {
    const { uid, content } = office.project(name);
    const stamp = content.survey.find((row) => row['name'] === 'lexiform_stamp');
    office.kobo.seed(uid, 2, (index) => ({
      respondent: `Canary ${name} ${index}`,
      'household/hh_size': '4',
      'household/needs': needs,
      lexiform_stamp: String(stamp?.['calculation']).replaceAll("'", ''),
      __version__: 'v1',
      ...more,
    }));
  };
  seed('Visit', 'food', { member: [{ 'member/member_age': '7' }] });
  seed('Visit XA', 'xa_fuel water');
  seed('Visit XB', 'water');
  expect(await office.run('pull kobo/visit kobo/visit@xa kobo/visit@xb')).toMatchObject({
    code: 0,
    out: ['visit', 'visit@xa', 'visit@xb'].map((key) => `kobo/${key}: 2 new submissions\n`).join(''),
  });
  return office;
}

describe('projects of countries', { timeout: LONG }, () => {
  it('are planned and pushed with the form of the country, beside that of the core', async () => {
    const office = await opened();
    expect((await office.run('plan')).out).toContain('5 projects to create');
    expect((await office.run('plan kobo/visit@xa')).out).toContain('1 project to create');
    expect(await office.run('push --yes')).toMatchObject({ code: 0, err: '' });
    expect(await office.run('plan --exit-code')).toMatchObject({ code: 0 });
    const codes = (name: string): readonly unknown[] =>
      (office.project(name).content.choices ?? []).flatMap((row) =>
        row['list_name'] === 'needs' ? [row['name']] : [],
      );
    expect(codes('Visit')).toEqual(['food', 'water', 'shelter']);
    expect(codes('Visit XA')).toEqual(['food', 'water', 'shelter', 'xa_fuel']);
    const names = (name: string): readonly unknown[] => office.project(name).content.survey.map((row) => row['name']);
    expect(names('Visit')).toContain('member');
    expect(names('Visit XB')).not.toContain('member');
    const [map] = office.project('Sites XB').deployment?.media ?? [];
    expect(map?.metadata.filename).toBe('map.csv');
    office.write({ 'dictionary/countries/xb/media/map.csv': 'name,label\nxb,C\n' });
    expect((await office.run('plan')).out).toContain('1 project to change, 4 projects without a change');
  });

  it('bring in submissions that are held against the form of their country', async () => {
    const office = await filled();
    for (const words of ['kobo --form visit', 'kobo/visit@xa', 'kobo --form visit --country xa'])
      expect(await office.run(`conform dictionary --server ${words}`), words).toEqual({
        code: 0,
        out: '',
        err: '',
        asked: [],
      });
    const { out } = await office.run('conform dictionary --server kobo/visit@xb --country xa --format json');
    expect(out).toBe('');
    expect(await office.run('report dictionary --server kobo/visit@xb')).toMatchObject({
      err: 'build/report: visit.fr.html, on 2 records.\n',
    });
    expect(await office.run('report dictionary --server kobo --form visit --format csv')).toMatchObject({ code: 0 });
    expect(readFileSync(path.join(office.folder, 'build/report/visit.en.csv'), 'utf8')).toContain('hh_size');
    expect(await office.run('store export kobo/visit@xb')).toMatchObject({
      code: 0,
      out: 'kobo-visit@xb/: 2 submissions of kobo/visit@xb, 1 table as csv\n',
    });
    const tables = readdirSync(path.join(office.folder, 'build/data'));
    expect(tables).toEqual(['kobo-visit@xb']);
    expect(await office.run('mark kobo/visit@xa --approve-clean --yes')).toMatchObject({ code: 0 });
  });

  it('are protected by what their country protects', async () => {
    const office = await filled();
    const { code, err } = await office.run('pull kobo/visit kobo/visit@xa --protect --store safe.duckdb');
    expect(code).toBe(0);
    expect(err).toContain('kobo/visit: protected: no question is personal or sensitive');
    expect(err).toContain('kobo/visit@xa: protected: left out "respondent"');
    await office.run('store export --store safe.duckdb --format ndjson --out safe');
    const lines = (project: string): string =>
      readFileSync(path.join(office.folder, 'safe', `kobo-${project}.ndjson`), 'utf8');
    expect(lines('visit')).toContain('Canary Visit 0');
    expect(lines('visit@xa')).not.toContain('Canary');
  });
});

describe('a project in servers.yaml of a country', { timeout: LONG }, () => {
  it.each([
    [
      'that there is not',
      '{ form: visit, country: xq }',
      'server-country The dictionary has no country "xq". Did you mean "xa"?',
    ],
    ['that leaves out the form', '{ form: sites, country: xa }', 'server-form The country "xa" has no form "sites".'],
    ['of another one', '{ form: xb_market, country: xa }', 'server-form The country "xa" has no form "xb_market".'],
  ])('%s is a finding, and nothing is sent', async (_, project, finding) => {
    const office = await opened(`\n    - form: visit\n    - ${project}\n`);
    office.writes();
    for (const words of ['plan', 'push --yes', 'check dictionary']) {
      const { code, out } = await office.run(words);
      expect([code, out], words).toEqual([1, expect.stringContaining(finding)]);
      expect(out).toMatch(/dictionary\/servers\.yaml:6:\d+/);
    }
    expect(await office.run('pull')).toMatchObject({ code: 2 });
    expect(office.writes()).toEqual([]);
    expect(existsSync(path.join(office.folder, 'submissions.duckdb'))).toBe(false);
  });
});
