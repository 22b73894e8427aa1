import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifest, run, tempFolder, writeFiles } from './project.ts';

const form = `codelists:
  sex: { codes: { f: { en: Woman, fr: Femme }, m: { en: Man, fr: Homme } } }
forms:
  visit:
    title: { en: Visit, fr: Visite }
    metadata: [end]
    items:
      - { ask: hh_size, type: integer, label: { en: How many?, fr: Combien ? } }
      - ask: head_sex
        type: select_one sex
        sensitivity: personal
        label: { en: Sex, fr: Sexe }
`;

const records = Array.from({ length: 12 }, (_, index) => ({
  hh_size: String(index),
  head_sex: index % 2 === 0 ? 'f' : 'm',
  end: `2026-03-${String(10 + index)}T10:00:00.000+01:00`,
}));

const lines = (given: readonly object[]): string => given.map((record) => `${JSON.stringify(record)}\n`).join('');

const project = {
  'dictionary/dictionary.yaml': `${manifest}policy: { small_cells: 5 }\n`,
  'dictionary/visit.yaml': form,
  'data.ndjson': lines(records),
};

const read = (folder: string, file: string): string => readFileSync(path.join(folder, 'build/report', file), 'utf8');

describe('lexiform report', () => {
  it('fills the report of the only form, in the language that opens first', async () => {
    const folder = tempFolder(project);
    const { code, out, err } = await run(folder, 'report', '--data', 'data.ndjson');
    expect([code, out]).toEqual([0, '']);
    expect(err).toBe('build/report: visit.en.html, on 12 records.\n');
    const html = read(folder, 'visit.en.html');
    expect(html).toContain('<dd>2026-03-10 – 2026-03-21</dd>');
    expect(html).toMatch(/<dt>Mean<\/dt><dd>5\.5<\/dd>/);
    expect(html).not.toMatch(/https?:|src=|url\(|@import|<link/);
  });

  it('does so by groups, in every language, and as tables', async () => {
    const folder = tempFolder(project);
    const more = ['--by', 'head_sex', '--language', 'all', '--format', 'html', '--format', 'csv', '--format', 'json'];
    expect(await run(folder, 'report', 'dictionary', '--data', 'data.ndjson', ...more)).toMatchObject({ code: 0 });
    const made = ['en', 'fr'].flatMap((tag) => ['csv', 'html', 'json'].map((ending) => `visit.${tag}.${ending}`));
    expect(readdirSync(path.join(folder, 'build/report')).filter((file) => !file.startsWith('.'))).toEqual(made);
    expect(read(folder, 'visit.fr.html')).toContain('<caption>Par: <bdi>Sexe</bdi></caption>');
    expect(read(folder, 'visit.fr.csv')).toContain('mean,hh_size,,,head_sex,f,Femme,5,6,6,,');
  });

  it('leaves reports that were made before, in other languages and of other forms', async () => {
    const folder = tempFolder(project);
    await run(folder, 'report', '--data', 'data.ndjson', '--language', 'fr');
    await run(folder, 'report', '--data', 'data.ndjson');
    expect(existsSync(path.join(folder, 'build/report/visit.fr.html'))).toBe(true);
    await run(folder, 'build', '--quiet');
    expect(existsSync(path.join(folder, 'build/report/visit.en.html'))).toBe(true);
  });

  it('counts several files as one, and the days that were asked for', async () => {
    const folder = tempFolder({ ...project, 'more.ndjson': `\n${lines([{ hh_size: '1', end: '2026-03-15' }, {}])}` });
    const files = ['--data', 'data.ndjson', '--data', 'more.ndjson'];
    const { err } = await run(folder, 'report', ...files, '--since', '2026-03-14', '--until', '2026-03-15');
    expect(err).toBe(
      'Not counted: 10 records of days before 2026-03-14 or after 2026-03-15.\n' +
        'Not counted: 1 record without a day.\n' +
        'build/report: visit.en.html, on 3 records.\n',
    );
  });

  it('leaves a report as it is where no submission can be read', async () => {
    const folder = tempFolder({ ...project, 'broken.ndjson': '{"hh_size": "4"' });
    await run(folder, 'report', '--data', 'data.ndjson');
    const before = read(folder, 'visit.en.html');
    const { code, err } = await run(folder, 'report', '--data', 'broken.ndjson');
    expect(code).toBe(1);
    expect(err).toContain('Nothing was written: no submission could be read.');
    expect(read(folder, 'visit.en.html')).toBe(before);
  });

  it('tells what it cannot count', async () => {
    const data = lines([{ hh_size: 'four' }, { hh_size: 'five', Hh_size: '5', _id: 1 }, { hh_size: '6' }]);
    const folder = tempFolder({ ...project, 'data.ndjson': data });
    const { code, err } = await run(folder, 'report', '--data', 'data.ndjson');
    expect(code).toBe(0);
    expect(err).toBe(
      'Not in the form, and not counted: "Hh_size".\n' +
        'hh_size: 2 values are no number or date, and count as missing.\n' +
        'lexiform conform tells which.\n' +
        'build/report: visit.en.html, on 3 records.\n',
    );
  });

  it('says so where the data is of another form, or empty', async () => {
    const folder = tempFolder({ ...project, 'empty.ndjson': '', 'other.ndjson': lines([{ age: '1' }]) });
    expect((await run(folder, 'report', '--data', 'empty.ndjson')).err).toContain('There is no record to count.');
    expect((await run(folder, 'report', '--data', 'other.ndjson')).err).toContain('Are they of another form?');
    expect(read(folder, 'visit.en.html')).toContain('<dd>1</dd>');
  });
});

describe('lexiform report refuses', () => {
  const refusals: readonly (readonly [string, readonly string[], string])[] = [
    ['to show what the dictionary hides', ['--small-cells', '4'], 'The dictionary hides counts under 5'],
    ['a question that is not there', ['--by', 'head_sexx'], 'Did you mean "head_sex"?'],
    ['a language that is not there', ['--language', 'de'], 'Form "visit" has no language "de".'],
    ['a day that is none', ['--since', '2026-02-31x'], 'Write a day as year, month and day'],
    ['a template that is not there', ['--template', 'mine.hbs'], '"mine.hbs" cannot be read'],
    ['a template in two languages', ['--template', 'a.hbs', '--language', 'all'], 'A template is in one language.'],
    ['a format that it does not know', ['--format', 'pdf'], 'It is one of html, csv, json.'],
    [
      'to write into the dictionary',
      ['--out', 'dictionary'],
      'The dictionary is in "dictionary", and nothing is built there.',
    ],
    ['a file that is not there', ['--data', 'none.ndjson'], '"none.ndjson" cannot be read'],
  ];

  it.each(refusals)('%s', async (_, more, sentence) => {
    const folder = tempFolder(project);
    const { code, err } = await run(folder, 'report', '--data', 'data.ndjson', ...more);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
    expect(existsSync(path.join(folder, 'build'))).toBe(false);
  });

  it('groups by what is personal where the policy hides nothing, until it is told to', async () => {
    const folder = tempFolder({ ...project, 'dictionary/dictionary.yaml': manifest });
    const by = ['report', '--data', 'data.ndjson', '--by', 'head_sex'];
    expect(await run(folder, ...by)).toMatchObject({ code: 2 });
    expect(await run(folder, ...by, '--small-cells', '5')).toMatchObject({ code: 0 });
  });

  it('more groups than a page can show', async () => {
    const codes = Array.from({ length: 61 }, (_, index) => `c${index}: C`).join(', ');
    const folder = tempFolder({
      ...project,
      'dictionary/visit.yaml': `codelists: { l: { codes: { ${codes} } } }
forms:
  visit:
    title: Visit
    items: [{ ask: q, type: select_one l, label: Q }, { ask: size, type: integer, label: Q }]
`,
      'data.ndjson': lines(Array.from({ length: 61 }, (_, index) => ({ q: `c${index}` }))),
    });
    const by = ['report', '--data', 'data.ndjson', '--by', 'q'];
    const { code, err } = await run(folder, ...by);
    expect([code, err]).toEqual([
      2,
      'There are more than 60 groups by q, which no table can show.\n' +
        'Take a question with fewer answers. Tables for other programs hold up to 1000: --format csv\n',
    ]);
    expect(await run(folder, ...by, '--format', 'csv')).toMatchObject({ code: 0 });
  });
});

async function withTemplate(): Promise<string> {
  const folder = tempFolder(project);
  await run(folder, 'build', '--target', 'report', '--profile', 'kobo');
  const report = path.join(folder, 'build/kobo/core/visit/report');
  const file = (name: string): string => readFileSync(path.join(report, name), 'utf8');
  writeFiles(folder, {
    'mine/visit.fr.hbs': file('visit.fr.hbs').replace('<main>', '<main><p>Bonjour</p>'),
    'mine/partials/base.hbs': '<p>Base {{answered}}</p>\n',
    'mine/report.css': 'body { color: navy }',
  });
  return folder;
}

describe('a template of one’s own', () => {
  it('is filled in its language, with the partials and the style beside it', async () => {
    const folder = await withTemplate();
    const data = ['--data', 'data.ndjson', '--by', 'head_sex'];
    const { code, err } = await run(folder, 'report', ...data, '--template', 'mine/visit.fr.hbs');
    expect([code, err]).toEqual([0, 'build/report: visit.fr.html, on 12 records.\n']);
    const html = read(folder, 'visit.fr.html');
    for (const part of [
      '<p>Bonjour</p>',
      '<p>Base 12</p>',
      'body { color: navy }',
      '<dt>Moyenne</dt>',
      'class="crossed"',
    ])
      expect(html).toContain(part);
  });

  it('says what is wrong with it, and that its partials are older than groups', async () => {
    const folder = await withTemplate();
    writeFiles(folder, { 'mine/visit.fr.hbs': '{{> summary of="hh_sise"}}' });
    const data = ['report', '--data', 'data.ndjson', '--template', 'mine/visit.fr.hbs'];
    const { code, err } = await run(folder, ...data);
    expect(code).toBe(1);
    expect(err).toContain('Did you mean "hh_size"?');
    const old = ['answers', 'dates', 'frequency', 'summary'].map((name) => [`mine/partials/${name}.hbs`, ''] as const);
    writeFiles(folder, { 'mine/visit.fr.hbs': '<p>{{records}}</p>', ...Object.fromEntries(old) });
    expect((await run(folder, ...data, '--by', 'head_sex')).err).toContain('are older than groups');
    writeFiles(folder, { 'mine/visit.fr.hbs': '{{#if records}}' });
    expect((await run(folder, ...data)).err).toContain('Nothing was written to build/report.');
  });
});
