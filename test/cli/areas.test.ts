import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifest, run, tempFolder } from './project.ts';

const GAZETTEER =
  'ADM2_EN,ADM2_FR,ADM2_PCODE,ADM1_EN,ADM1_FR,ADM1_PCODE,version,center_lat\n' +
  'Karia,Karie,XA0101,Badara,Badéra,XA01,v01,12.5\nDomar,Domar,XA0102,Badara,Badéra,XA01,v01,12.75\n' +
  'Lomar,Lomar,XA0201,Sawo,Saouo,XA02,v01,13.25\n';
const FORM = 'forms:\n  visit:\n    title: { en: Visit, fr: Visite }\n    items: [admin1, admin2]\n';

function read(folder: string, file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

describe('lexiform areas', () => {
  it('gives a dictionary lists, and variables that a form can ask at once', async () => {
    const folder = tempFolder({ 'd/dictionary.yaml': manifest, 'd/forms/visit.yaml': FORM, 'g.csv': GAZETTEER });
    const made = await run(folder, 'areas', 'g.csv', '--out', 'd', '--variables', '--attribute', 'center_lat=latitude');
    expect(made).toEqual({
      code: 0,
      out: 'g.csv:1:44: info area-level-derived Level 1 (2 places) is taken from what the rows of level 2 say.\n',
      err: 'd: admin1 2 places, admin2 3 places, 2 variables; 4 files written.\n',
    });
    expect(read(folder, 'd/codelists/admin2.csv')).toBe(
      'name,label::English (en),label::Français (fr),admin1,latitude\n' +
        'XA0101,Karia,Karie,XA01,12.5\nXA0102,Domar,Domar,XA01,12.75\nXA0201,Lomar,Lomar,XA02,13.25\n',
    );
    expect(await run(folder, 'check', 'd')).toEqual({ code: 0, out: '', err: '' });
    expect((await run(folder, 'build', 'd', '--target', 'xlsform', '--out', 'b')).code).toBe(0);
    const card = await run(folder, 'explain', 'd', 'admin2', '--form', 'visit');
    expect(card.out).toContain('Those that belong to the answer to "Administrative level 1"');
  });

  it('says what another edition changed, and writes nothing for --dry-run', async () => {
    const folder = tempFolder({ 'd/dictionary.yaml': manifest, 'g.csv': GAZETTEER });
    await run(folder, 'areas', 'g.csv', '--out', 'd');
    const second = GAZETTEER.replace('XA0102', 'XA0103').replaceAll('v01', 'v02');
    const newer = tempFolder({ 'g2.csv': second });
    const before = read(folder, 'd/codelists/admin2.csv');
    const args = ['areas', path.join(newer, 'g2.csv'), '--out', 'd'];
    const dry = await run(folder, ...args, '--dry-run', '--fail-on', 'warning');
    expect(dry.code).toBe(1);
    expect(dry.err).toBe(
      'd: admin1 2 places (nothing changed), admin2 3 places (1 new, 1 gone); nothing was written.\n',
    );
    expect(read(folder, 'd/codelists/admin2.csv')).toBe(before);
    expect((await run(folder, ...args)).err).toBe(
      'd: admin1 2 places (nothing changed), admin2 3 places (1 new, 1 gone); 2 files written.\n',
    );
    expect(read(folder, 'd/codelists/admin-areas.yaml')).toContain('version: v02\n');
    expect((await run(folder, ...args)).err).toContain('0 files written.');
  });

  it('writes nothing where something is wrong, and tells all of it', async () => {
    const wrong = GAZETTEER.replace('XA0102', 'XA0101').replace('Lomar,Lomar,XA0201', 'Lomar,Lomar,');
    const folder = tempFolder({ 'g.csv': wrong });
    const { code, out, err } = await run(folder, 'areas', 'g.csv', '--out', 'd');
    expect(code).toBe(1);
    expect(out).toContain('g.csv:3:13: error area-code-twice');
    expect(out).toContain('g.csv:4:13: error area-without-code');
    expect(err).toBe('Nothing was written.\n');
    expect(existsSync(path.join(folder, 'd'))).toBe(false);
  });

  it('takes a folder, finds the dictionary in it, and works where there is none', async () => {
    const folder = tempFolder({ 'in/g.csv': GAZETTEER, 'in/notes.txt': '', 'p/dictionary/dictionary.yaml': manifest });
    expect((await run(folder, 'areas', 'in', '--out', 'p')).code).toBe(0);
    expect(readdirSync(path.join(folder, 'p/dictionary/codelists'))).toHaveLength(3);
    expect((await run(folder, 'areas', 'in/*.csv', '--out', 'alone', '--quiet')).err).toBe('');
    expect(read(folder, 'alone/admin1.csv')).toBe('name,label::en,label::fr\nXA01,Badara,Badéra\nXA02,Sawo,Saouo\n');
    expect((await run(folder, 'areas', 'in', '--out', 'other')).err).toContain('It is in no dictionary.');
  });

  it.each([
    [['g.csv'], "required option '--out <folder>'"],
    [['--out', 'd'], "missing required argument 'files'"],
    [['none.csv', '--out', 'd'], '"none.csv" cannot be read: there is no such file.'],
    [['g.csv', '--out', 'g.csv'], '"g.csv" is a file.'],
    [['g.csv', '--out', ' '], '--out names no folder.'],
    [['empty', '--out', 'd'], 'There are no workbooks and CSV files in "empty".'],
    [['g.csv', '--out', 'd', '--levels', '3-1'], 'Write levels as 1-3 or 1,3.'],
    [['g.csv', '--out', 'd', '--language', 'da'], 'Write it as da=prs.'],
    [['g.csv', '--out', 'd', '--list', 'a b'], 'It is a name with {level} in it'],
  ])('refuses %j', async (args, sentence) => {
    const folder = tempFolder({ 'g.csv': GAZETTEER, 'empty/notes.txt': '' });
    const { code, err } = await run(folder, 'areas', ...args);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });

  it('does not write over what it reads', async () => {
    const folder = tempFolder({ 'd/place1.csv': 'name,ADM1_EN,ADM1_PCODE\nXA01,Badara,XA01\n' });
    const { code, err } = await run(folder, 'areas', 'd/place1.csv', '--out', 'd', '--list', 'place{level}');
    expect(code).toBe(2);
    expect(err).toContain('"d/place1.csv" is read by this command, and would be overwritten.');
    expect(readdirSync(path.join(folder, 'd'))).toEqual(['place1.csv']);
  });
});
