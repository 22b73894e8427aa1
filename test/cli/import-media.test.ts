import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeWorkbook } from '../../src/formats/xlsx-write.ts';
import { planOf } from '../support/workbook-tables.mjs';
import { type Outcome, run, tempFolder } from './project.ts';

/** A form that shows an image. */
async function showing(image: string): Promise<Uint8Array> {
  return writeWorkbook(
    planOf(`| survey | type | name | label | image |\n|  | text | house | Which house? | ${image} |`),
  );
}

async function imported(folder: string, ...names: readonly string[]): Promise<Outcome> {
  return run(folder, 'import', ...names, '--out', 'core');
}

function textOf(folder: string, file: string): string {
  return readFileSync(path.join(folder, 'core', file), 'utf8');
}

describe('the files that imported forms show', () => {
  it.each(['form-media/house.png', 'media/house.png', 'house.png'])('are copied from %s', async (place) => {
    const folder = tempFolder({ 'form.xlsx': await showing('house.png'), [place]: 'a picture' });
    const { code, out, err } = await imported(folder, 'form.xlsx');
    expect({ code, out, err }).toEqual({
      code: 0,
      out: '',
      err: 'core: 1 workbook, 1 variable, 0 code lists, 0 modules; 4 files written.\n',
    });
    expect(textOf(folder, 'media/house.png')).toBe('a picture');
    expect(await run(folder, 'check', 'core')).toEqual({ code: 0, out: '', err: '' });
    expect((await run(folder, 'build', 'core', '--target', 'xlsform', '--out', 'built')).code).toBe(0);
    expect(readFileSync(path.join(folder, 'built/xlsform/core/form/media/house.png'), 'utf8')).toBe('a picture');
  });

  it('are taken from the most telling place, and found in capital letters', async () => {
    const folder = tempFolder({
      'form.xlsx': await showing('house.png'),
      'house.png': 'beside',
      'media/house.png': 'shared',
      'form-media/House.PNG': 'own',
    });
    expect((await imported(folder, 'form.xlsx')).code).toBe(0);
    expect(textOf(folder, 'media/house.png')).toBe('own');
  });

  it('are left to the server where they are not found, so that the dictionary checks clean', async () => {
    const survey = `
      | survey | type                           | name  | label  | image     | calculation                   |
      |        | text                           | house | Which? | house.png |                               |
      |        | select_one_from_file sites.csv | site  | Where? |           |                               |
      |        | calculate                      | crop  |        |           | pulldata('crops', 'a', 'b', 1) |`;
    const folder = tempFolder({ 'form.xlsx': await writeWorkbook(planOf(survey)) });
    const { code, out } = await imported(folder, 'form.xlsx');
    expect(code).toBe(0);
    expect(out).toBe(
      'form.xlsx:survey!D2: info file-left-to-server 3 files of the form "form" are not beside the workbook and taken to be on the server: "house.png", "sites.csv" and "crops.csv".\n',
    );
    expect(textOf(folder, 'forms/form.yaml')).toContain(
      'attachments:\n      - file: house.png\n        from: server\n      - file: sites.csv\n        from: server\n      - file: crops.csv\n        from: server\n',
    );
    expect((await run(folder, 'check', 'core')).out).not.toMatch(/missing-file|unknown-instance/);
  });

  it('are listed where an expression alone names them', async () => {
    const survey = `
      | survey | type      | name | calculation                   |
      |        | calculate | crop | pulldata('crops', 'a', 'b', 1) |`;
    const folder = tempFolder({ 'form.xlsx': await writeWorkbook(planOf(survey)), 'crops.csv': 'a,b\n2,1\n' });
    expect((await imported(folder, 'form.xlsx')).code).toBe(0);
    expect(textOf(folder, 'forms/form.yaml')).toContain('attachments: [crops.csv]');
    expect(textOf(folder, 'media/crops.csv')).toBe('a,b\n2,1\n');
    expect((await run(folder, 'check', 'core')).out).not.toMatch(/missing-file|unknown-instance/);
  });

  it('are shared where they are the same, and never overwrite another', async () => {
    const form = await showing('house.png');
    const folder = tempFolder({
      'one.xlsx': form,
      'two.xlsx': form,
      'three.xlsx': form,
      'one-media/house.png': 'a picture',
      'two-media/house.png': 'a picture',
      'three-media/house.png': 'another picture',
    });
    const { code, out, err } = await imported(folder, 'one.xlsx', 'two.xlsx', 'three.xlsx');
    expect({ code, out }).toEqual({
      code: 0,
      out: 'three.xlsx:survey!D2: warning file-not-copied "three-media/house.png" is not copied into the dictionary as "house.png": "one-media/house.png" of another workbook has the same name, and differs.\n',
    });
    expect(err).toContain('0 modules; 6 files written.');
    expect(textOf(folder, 'media/house.png')).toBe('a picture');
    expect(textOf(folder, 'forms/two.yaml')).not.toContain('attachments');
    expect(textOf(folder, 'forms/three.yaml')).toContain('- file: house.png\n        from: server');
    expect(await run(folder, 'check', 'core')).toEqual({ code: 0, out: '', err: '' });
  });

  it('that differ in capital letters only would be one on Windows', async () => {
    const folder = tempFolder({
      'one.xlsx': await showing('house.png'),
      'two.xlsx': await showing('House.png'),
      'media/house.png': 'a picture',
    });
    const { out } = await imported(folder, 'one.xlsx', 'two.xlsx');
    expect(out).toContain('"media/house.png" is the same file where capital and small letters are equal.');
  });

  it.each(['../house.png', '/etc/house.png', String.raw`..\house.png`, 'aux/house.png', 'C:/house.png'])(
    'stay in the dictionary: %s',
    async (image) => {
      const folder = tempFolder({ 'in/form.xlsx': await showing(image), 'in/house.png': 'a picture' });
      const { code, out } = await imported(folder, 'in/form.xlsx');
      expect(code).toBe(0);
      expect(out).toContain('warning file-not-copied "in/house.png" is not copied');
      expect(textOf(folder, 'forms/form.yaml')).toContain('from: server');
      expect((await run(folder, 'check', 'core')).out).not.toContain('missing-file');
    },
  );

  it('are not taken through links that lead elsewhere', async () => {
    const folder = tempFolder({ 'in/form.xlsx': await showing('house.png'), 'private/house.png': 'a secret' });
    symlinkSync(path.join(folder, 'private/house.png'), path.join(folder, 'in/house.png'));
    expect((await imported(folder, 'in/form.xlsx')).out).toContain('file-left-to-server');
  });
});
