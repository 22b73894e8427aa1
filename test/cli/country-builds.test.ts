import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, tempFolder, tiny, writeFiles } from './project.ts';

const countryOf = (id: string): Readonly<Record<string, string>> => ({
  [`dictionary/countries/${id}/country.yaml`]: `country: ${id}
title: Office ${id}
languages: { fr: Français }
forms:
  ${id}_call: { title: { fr: Appel }, items: [hh_size] }
`,
});
const countries = { ...tiny, ...countryOf('xa'), ...countryOf('xb') };

function formsBelow(folder: string): readonly string[] {
  return readdirSync(path.join(folder, 'build'), { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.xlsx'))
    .toSorted();
}

const ofKobo = (...forms: readonly string[]): readonly string[] =>
  forms.map((form) => `kobo/${form}/${form.split('/')[1]}.xlsx`);

const spanish = (id: string): Readonly<Record<string, string>> => ({
  [`dictionary/countries/${id}/country.yaml`]: `country: ${id}\nlanguages: { es: Español }\n`,
});

describe('a dictionary with countries', () => {
  it('builds the core and each country into a folder of its own', async () => {
    const folder = tempFolder(countries);
    const { code, err } = await run(folder, 'build', '--profile', 'kobo');
    expect(code).toBe(0);
    expect(err).toBe('build: 15 files written.\n');
    expect(formsBelow(folder)).toEqual(ofKobo('core/visit', 'xa/visit', 'xa/xa_call', 'xb/visit', 'xb/xb_call'));
  });

  it('takes away what was built of a country that is no more', async () => {
    const folder = tempFolder(countries);
    await run(folder, 'build', '--profile', 'kobo');
    rmSync(path.join(folder, 'dictionary/countries/xb'), { recursive: true });
    await run(folder, 'build', '--profile', 'kobo');
    expect(formsBelow(folder)).toEqual(ofKobo('core/visit', 'xa/visit', 'xa/xa_call'));
  });

  it('leaves the core and the other countries alone where one is named', async () => {
    const folder = tempFolder(countries);
    await run(folder, 'build', '--profile', 'kobo');
    const file = 'dictionary/countries/xa/country.yaml';
    writeFiles(folder, { [file]: readFileSync(path.join(folder, file), 'utf8').replaceAll('xa_call', 'xa_ring') });
    const core = readFileSync(path.join(folder, 'build/kobo/core/visit/visit.xlsx'));
    const { code } = await run(folder, 'build', '--profile', 'kobo', '--country', 'xa');
    expect(code).toBe(0);
    expect(formsBelow(folder)).toEqual(ofKobo('core/visit', 'xa/visit', 'xa/xa_ring', 'xb/visit', 'xb/xb_call'));
    expect(readFileSync(path.join(folder, 'build/kobo/core/visit/visit.xlsx')).equals(core)).toBe(true);
  });

  it('says which countries there are where one is named that is not there', async () => {
    const { code, err } = await run(tempFolder(countries), 'check', '--country', 'xc');
    expect(code).toBe(2);
    expect(err).toContain('The dictionary has no country "xc".');
    expect(err).toContain('Did you mean "xa"?');
  });

  it('builds the one form that is named, wherever it is', async () => {
    const folder = tempFolder(countries);
    expect(await run(folder, 'build', '--profile', 'kobo', '--form', 'xb_call')).toMatchObject({ code: 0 });
    expect(formsBelow(folder)).toEqual(ofKobo('xb/xb_call'));
  });

  it('tells once what is wrong in several countries, and in which', async () => {
    const folder = tempFolder({ ...tiny, ...spanish('xa'), ...spanish('xb') });
    const { out } = await run(folder, 'check', '--format', 'json');
    const { findings } = JSON.parse(out) as { findings: { message: string; related: { message: string }[] }[] };
    expect(findings.map(({ message, related }) => [message, ...related.map((each) => each.message)])).toEqual([
      ['The label of "hh_size" is missing in Español.', 'for the countries xa and xb'],
    ]);
  });

  it('tells what a country does wrong at its own place', async () => {
    const folder = tempFolder({
      ...countries,
      'dictionary/countries/xa/more.yaml': 'variables:\n  hh_size: { relevant: "${gone} = 1" }\n',
      'dictionary/countries/xb/more.yaml': 'forms:\n  visit: { change: [{ remove: [hh_sise] }] }\n',
    });
    const { out } = await run(folder, 'check', '--format', 'json');
    const { findings } = JSON.parse(out) as { findings: { rule: string; location: { file: string } }[] };
    expect(findings.map(({ rule, location }) => `${rule} ${location.file}`)).toEqual([
      'unknown-reference dictionary/countries/xa/more.yaml',
      'unknown-item dictionary/countries/xb/more.yaml',
    ]);
  });

  it('makes the codebook of a country in its languages, under its name', async () => {
    const folder = tempFolder(countries);
    await run(folder, 'build', '--profile', 'kobo', '--target', 'codebook', '--target', 'report', '--country', 'xa');
    const codebook = path.join(folder, 'build/kobo/xa/codebook');
    expect(readdirSync(codebook)).toEqual(['index.html']);
    const page = readFileSync(path.join(codebook, 'index.html'), 'utf8');
    expect(page).toContain('<html lang="fr"');
    expect(page).toMatch(/<title>Office xa · tiny · /);
    expect(page).not.toContain('English');
    const report = path.join(folder, 'build/kobo/xa/visit/report');
    expect(existsSync(path.join(report, 'visit.en.hbs'))).toBe(false);
    expect(readFileSync(path.join(report, 'visit.fr.hbs'), 'utf8')).toContain('Office xa · tiny');
  });

  it('does not call in vain what the core alone sets aside, where only a country is looked at', async () => {
    const folder = tempFolder({
      ...countries,
      'dictionary/aside.yaml':
        'codelists:\n  # lexiform-ignore placeholder-list: each country has its own\n  place: { country: replace, codes: { p1: Place } }\nforms:\n  where: { title: Where, items: [{ ask: spot, type: select_one place, label: Where? }] }\n',
      'dictionary/countries/xa/place.yaml': 'codelists:\n  place: { codes: { xa1: Here } }\n',
    });
    expect((await run(folder, 'check', '--country', 'xa')).out).not.toContain('ignore-unused');
    expect((await run(folder, 'check')).out).not.toContain('ignore-unused');
  });
});
