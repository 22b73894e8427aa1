import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { editInBrowser } from '../browser.ts';
import { changedVisit, dictionary, openOffice, pushedOffice } from '../office.ts';

const visit = dictionary['dictionary/visit.yaml'];

describe('a project that is edited in the browser', () => {
  it('shows as drift, apart from what the dictionary changes, and is brought back', async () => {
    const office = await pushedOffice();
    await editInBrowser(office, 'Visit', ({ survey }) => {
      const row = survey.find(({ name }) => name === 'hh_size');
      Object.assign(row ?? {}, { label: ['How many?', 'Combien ?'], required: true });
    });
    office.write({
      'dictionary/visit.yaml': visit.replace('How many people?', 'How many?').replace('Age, fr', 'Years, fr'),
    });
    const plan = JSON.parse((await office.run('plan kobo/visit --format json')).out) as {
      projects: Record<string, unknown>[];
    };
    const [project] = plan.projects;
    const hhSize = { subject: 'question', name: 'hh_size', kind: 'changed' };
    expect(project?.['drift']).toEqual([
      { ...hhSize, column: 'label::English (en)', before: 'How many people?', after: 'How many?', fate: 'agreed' },
      {
        ...hhSize,
        column: 'label::Français (fr)',
        before: 'Combien de personnes ?',
        after: 'Combien ?',
        fate: 'overwritten',
      },
      { ...hhSize, column: 'required', after: 'yes', fate: 'overwritten' },
    ]);
    const age = { kind: 'changed', subject: 'question', name: 'member_age', column: 'label::English (en)' };
    expect(project?.['intended']).toEqual([
      { ...hhSize, column: 'label::English (en)', before: 'How many people?', after: 'How many?' },
      { ...age, before: 'Age', after: 'Years' },
    ]);
    expect((await office.run('push', ['y'])).asked[0]).toContain(
      'What was changed on KoboToolbox in "kobo/visit" is undone.',
    );
    expect((await office.run('plan --exit-code')).code).toBe(0);
  });

  it('and by the dictionary not at all, is told once', async () => {
    const office = await pushedOffice();
    await editInBrowser(office, 'Visit', ({ survey }) => survey.splice(2, 1), true);
    expect((await office.run('plan kobo/visit --exit-code')).out.split('\n').slice(1)).toEqual([
      '  Changed on KoboToolbox since the last push:',
      '    - question respondent "text"  (the push undoes it)',
      '  A push hands the workbook over, deploys it anew.',
      '1 project to change',
      '',
    ]);
  });

  it('shows as changed, too, where KoboToolbox does not keep what was pushed last', async () => {
    const office = await pushedOffice();
    await editInBrowser(office, 'Visit', ({ survey }) => survey.splice(2, 1));
    const asset = office.project('Visit');
    asset.versions = asset.versions.slice(-1);
    expect((await office.run('plan kobo/visit')).out).toContain(
      '~ form but KoboToolbox does not keep what was pushed last  (the push undoes it)',
    );
  });
});

describe('the README', () => {
  it('shows a plan as it really is printed', async () => {
    const office = await pushedOffice();
    const { uid } = office.project('Visit');
    for (let number = 0; number < 5; number += 1)
      office.kobo.submit(
        uid,
        `<a id="${uid}"><household><needs>water food</needs></household><meta><instanceID>uuid:${number}</instanceID></meta></a>`,
      );
    await editInBrowser(office, 'Visit', ({ survey }) => {
      const row = survey.find(({ name }) => name === 'respondent');
      Object.assign(row ?? {}, { label: ['Who is answering?', 'Qui répond ?'] });
    });
    office.write({
      ...changedVisit,
      'dictionary/lists.yaml': dictionary['dictionary/lists.yaml'].replace(/ *food:.*\n/, ''),
    });
    const { out } = await office.run('plan kobo/visit');
    const readme = readFileSync(fileURLToPath(new URL('../../../README.md', import.meta.url)), 'utf8');
    const [shown = ''] = /^ {4}kobo\/visit .*\n(?: {4}.*\n)+/m.exec(readme) ?? [];
    const plain = shown.replaceAll(/^ {4}/gm, '').replace(/ a\w{21} /, ` ${uid} `);
    expect(out).toBe(`${plain}1 project to change\n`);
  });
});

describe('a saved plan', () => {
  it('is carried out as it is, once', async () => {
    const office = await pushedOffice();
    office.write(changedVisit);
    expect((await office.run('plan --out plan.json')).err).toContain('lexiform push plan.json');
    expect(await office.run('push plan.json')).toMatchObject({ code: 0, err: '' });
    const again = await office.run('push plan.json');
    expect(again.code).toBe(3);
    expect(again.err).toContain('was not begun: The project is not what it was when the plan was made: its form');
  });

  it('is refused when the server or the dictionary moved', async () => {
    const office = await pushedOffice();
    office.write(changedVisit);
    await office.run('plan --out plan.json');
    office.write({ 'dictionary/visit.yaml': visit.replace('Who answers?', 'Who then?') });
    expect((await office.run('push plan.json')).err).toContain('The dictionary is not what it was');
    office.write(changedVisit);
    await editInBrowser(office, 'Visit', ({ survey }) => survey.pop());
    const { code, err } = await office.run('push --plan plan.json');
    expect(code).toBe(3);
    expect(err).toContain('its form changed. Nothing was done.');
    expect(office.writes()).toEqual([]);
  });

  it('that somebody wrote into is refused', async () => {
    const office = await pushedOffice();
    office.write(changedVisit);
    const { out } = await office.run('plan kobo/visit --format json');
    const plan = JSON.parse(out) as { projects: { steps: object[] }[] };
    plan.projects[0]?.steps.unshift({ kind: 'remove-file', file: 'map.csv' });
    office.write({ 'plan.json': JSON.stringify(plan) });
    const { code, err } = await office.run('push plan.json');
    expect(code).toBe(3);
    expect(err).toContain('The plan does not have the steps that it should have.');
    expect(office.writes()).toEqual([]);
  });

  it('that is none is refused with exit code 2', async () => {
    const office = await openOffice();
    office.write({ 'other.json': '{"version":2}' });
    for (const words of ['push other.json', 'push missing.json', 'push --plan other.json', 'push other.json kobo'])
      expect((await office.run(words)).code).toBe(2);
  });
});
