import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { broken, run, tempFolder, tiny, writeFiles } from './project.ts';

const BIN = fileURLToPath(new URL('../../bin/lexiform.js', import.meta.url));

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => /\.\w+$/.test(file))
    .toSorted();
}

/** What is built of a form by default. */
function builtOf(folder: string, form: string): readonly string[] {
  return ['kobo.schema.json', 'odata.schema.json', 'xlsx'].map((ending) => `${folder}/${form}/${form}.${ending}`);
}

describe('lexiform build', () => {
  it('lays workbooks and schemas out by profile, layer and form', async () => {
    const folder = tempFolder(tiny);
    const { code, out, err } = await run(folder, 'build');
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain('build: 6 files written');
    expect(filesBelow(path.join(folder, 'build'))).toEqual([
      '.lexiform-build.json',
      ...builtOf('kobo/core', 'visit'),
      ...builtOf('odk/core', 'visit'),
    ]);
  });

  it('does not touch the disk when nothing changed', async () => {
    const folder = tempFolder(tiny);
    await run(folder, 'build');
    expect((await run(folder, 'build')).err).toContain('build is up to date: 6 files.');
  });

  it('writes nothing, and leaves the last build as it is, where the dictionary has errors', async () => {
    const folder = tempFolder(tiny);
    await run(folder, 'build');
    const before = readFileSync(path.join(folder, 'build/odk/core/visit/visit.xlsx'));
    writeFiles(folder, broken);
    const { code, err } = await run(folder, 'build');
    expect({ code, err }).toEqual({ code: 1, err: 'Nothing was written to build.\n' });
    expect(readFileSync(path.join(folder, 'build/odk/core/visit/visit.xlsx')).equals(before)).toBe(true);
  });

  it('takes away the forms that are no more, and nothing else', async () => {
    const folder = tempFolder(tiny);
    await run(folder, 'build');
    writeFiles(folder, {
      'build/notes.docx': 'mine',
      ...tiny,
      'dictionary/household.yaml': tiny['dictionary/household.yaml'].replace('visit:', 'call:'),
    });
    await run(folder, 'build');
    expect(filesBelow(path.join(folder, 'build'))).toEqual([
      '.lexiform-build.json',
      ...builtOf('kobo/core', 'call'),
      'notes.docx',
      ...builtOf('odk/core', 'call'),
    ]);
  });

  it('leaves the other forms and profiles alone when only some are built', async () => {
    const more = 'forms:\n  call: { title: Call, items: [hh_size] }\n';
    const folder = tempFolder({ ...tiny, 'dictionary/call.yaml': more });
    await run(folder, 'build');
    const all = filesBelow(path.join(folder, 'build'));
    writeFiles(folder, { 'dictionary/call.yaml': more.replace('title: Call', 'title: Second call') });
    const { err } = await run(folder, 'build', '--form', 'call', '--profile', 'kobo');
    expect(err).toContain('build: 3 files written');
    expect(filesBelow(path.join(folder, 'build'))).toEqual(all);
  });

  it('refuses to write over a file that is not its own', async () => {
    const folder = tempFolder({ ...tiny, 'build/odk/core/visit/visit.xlsx': 'made by hand' });
    const { code, err } = await run(folder, 'build');
    expect(code).toBe(2);
    expect(err).toContain('visit.xlsx');
    expect(readFileSync(path.join(folder, 'build/odk/core/visit/visit.xlsx'), 'utf8')).toBe('made by hand');
  });

  it('builds the profile that is asked for instead of the manifest’s', async () => {
    const folder = tempFolder(tiny);
    await run(folder, 'build', '--profile', 'xlsform', '--out', 'out folder', '--quiet');
    expect(filesBelow(path.join(folder, 'out folder'))).toEqual([
      '.lexiform-build.json',
      ...builtOf('xlsform/core', 'visit'),
    ]);
  });

  it('leaves no half-written folder when it is killed', async () => {
    const questions = Array.from(
      { length: 3000 },
      (_, index) => `  q${index}: { type: text, label: { en: Question ${index}, fr: Question ${index} } }`,
    );
    const items = Array.from({ length: 3000 }, (_, index) => `q${index}`).join(', ');
    const folder = tempFolder({
      ...tiny,
      'dictionary/many.yaml': `variables:\n${questions.join('\n')}\nforms:\n  many: { title: Many, items: [${items}] }\n`,
    });
    for (const wait of [300, 900, 1500, 2500]) {
      const child = spawn(process.execPath, [BIN, 'build'], { cwd: folder, stdio: 'ignore' });
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await Promise.race([pause(wait), ended]);
      child.kill('SIGKILL');
      await ended;
      const built = path.join(folder, 'build');
      if (existsSync(built)) expect(filesBelow(built)).toHaveLength(13);
    }
    await run(folder, 'build');
    expect(filesBelow(path.join(folder, 'build'))).toHaveLength(13);
    expect(readdirSync(folder).toSorted()).toEqual(['build', 'dictionary']);
  });
});

describe('the command as it is installed', () => {
  it('runs, keeps stdout for results, and survives a closed pipe', async () => {
    const folder = tempFolder(broken);
    const child = spawn(process.execPath, [BIN, 'check', '--format', 'json'], { cwd: folder });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ summary: { errors: 1, warnings: 0, infos: 0 } });
  });

  it('shows its version', async () => {
    const child = spawn(process.execPath, [BIN, '--version']);
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    await new Promise((resolve) => child.once('close', resolve));
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

it.each(['dictionary', '.', '..', '/'])('builds nothing into the dictionary or over it: %s', async (out) => {
  const folder = tempFolder(tiny);
  const { code, err } = await run(folder, 'build', '--out', out);
  expect(code).toBe(2);
  expect(err).toContain(`The dictionary is in "${out}"`);
  expect(readdirSync(path.join(folder, 'dictionary')).toSorted()).toEqual(['dictionary.yaml', 'household.yaml']);
});

it('leaves nothing of a form or a profile that the dictionary has no more, of whatever target', async () => {
  const folder = tempFolder(tiny);
  const all = ['xlsform', 'schema', 'report', 'codebook'].flatMap((target) => ['--target', target]);
  await run(folder, 'build', ...all);
  const text = tiny['dictionary/household.yaml'].replace('  visit:', '  call:');
  const manifest = tiny['dictionary/dictionary.yaml'].replace('[kobo, odk]', '[odk]');
  writeFiles(folder, { 'dictionary/household.yaml': text, 'dictionary/dictionary.yaml': manifest });
  expect((await run(folder, 'build')).code).toBe(0);
  expect(readdirSync(path.join(folder, 'build')).toSorted()).toEqual(['.lexiform-build.json', 'odk']);
  expect(readdirSync(path.join(folder, 'build/odk/core')).toSorted()).toEqual(['call', 'codebook']);
});
