import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { publish } from '../../src/formats/publish.ts';
import { PublishError } from '../../src/formats/publish-error.ts';
import { type PublishHost, thisProcess } from '../../src/formats/publish-host.ts';
import { recoverOutput } from '../../src/formats/publish-leftovers.ts';
import { contentsOf, outputs, put, workplace } from './folders.ts';

async function refusal(attempt: Promise<unknown>): Promise<PublishError> {
  const error: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof PublishError) return error;
  throw new Error(`expected a PublishError, got ${String(error)}`);
}

describe('an output folder', () => {
  test('comes into being with all of its files', async () => {
    const { folder, out } = workplace();
    const result = await publish(path.join(out, 'deep', 'down'), 'kobo', outputs({ 'b.csv': 'b', 'a/form.xlsx': 'a' }));
    expect(result).toEqual({ status: 'published', written: ['a/form.xlsx', 'b.csv'], same: [], removed: [] });
    expect(contentsOf(folder)).toEqual({ 'out/deep/down/a/form.xlsx': 'a', 'out/deep/down/b.csv': 'b' });
    expect(readdirSync(path.join(out, 'deep'))).toEqual(['down']);
  });

  test('loses the files that its tag no longer has, and no others', async () => {
    const { out } = workplace({ 'out/notes.txt': 'mine', 'out/sub/photo.png': 'mine, too' });
    mkdirSync(path.join(out, 'empty'));
    await publish(out, 'kobo', outputs({ 'kobo/form.xlsx': '1', 'kobo/old.csv': 'old' }));
    await publish(out, 'odk', outputs({ 'odk/form.xlsx': 'odk' }));
    const result = await publish(out, 'kobo', outputs({ 'kobo/form.xlsx': '2' }));
    expect(result).toMatchObject({ written: ['kobo/form.xlsx'], removed: ['kobo/old.csv'] });
    expect(contentsOf(out)).toEqual({
      'kobo/form.xlsx': '2',
      'notes.txt': 'mine',
      'odk/form.xlsx': 'odk',
      'sub/photo.png': 'mine, too',
    });
    expect(existsSync(path.join(out, 'empty'))).toBe(true);
  });

  test('tells which files are ours, in the same words for the same files', async () => {
    const { out } = workplace();
    await publish(out, 'odk', outputs({ b: '', a: '' }));
    await publish(out, 'kobo', outputs({ c: '' }));
    const marker = readFileSync(path.join(out, '.lexiform-build.json'), 'utf8');
    expect(JSON.parse(marker)).toMatchObject({ tags: { kobo: ['c'], odk: ['a', 'b'] } });
    await publish(path.join(out, '..', 'again'), 'kobo', outputs({ c: '' }));
    await publish(path.join(out, '..', 'again'), 'odk', outputs({ a: '', b: '' }));
    expect(readFileSync(path.join(out, '..', 'again', '.lexiform-build.json'), 'utf8')).toBe(marker);
  });

  test('is not touched when nothing changes', async () => {
    const { folder, out } = workplace();
    const files = { 'a.csv': 'a', 'b/b.csv': 'b' };
    await publish(out, 'kobo', outputs(files));
    const before = [folder, out, path.join(out, 'b')].map((one) => lstatSync(one).mtimeMs);
    const result = await publish(out, 'kobo', outputs(files));
    expect(result).toEqual({ status: 'unchanged', written: [], same: ['a.csv', 'b/b.csv'], removed: [] });
    expect([folder, out, path.join(out, 'b')].map((one) => lstatSync(one).mtimeMs)).toEqual(before);
  });

  test('keeps the dates of files that do not change', async () => {
    const { out } = workplace();
    await publish(out, 'kobo', outputs({ 'a.csv': 'a', 'b.csv': 'b' }));
    const before = lstatSync(path.join(out, 'a.csv')).mtimeMs;
    await publish(out, 'kobo', outputs({ 'a.csv': 'a', 'b.csv': 'B' }));
    expect(lstatSync(path.join(out, 'a.csv')).mtimeMs).toBe(before);
  });

  test('gets back what a person deleted or changed', async () => {
    const { out } = workplace();
    await publish(out, 'kobo', outputs({ 'a.csv': 'a', 'b.csv': 'b' }));
    put(out, { 'a.csv': 'changed' });
    await rename(path.join(out, 'b.csv'), path.join(out, 'c.csv'));
    await publish(out, 'kobo', outputs({ 'a.csv': 'a', 'b.csv': 'b' }));
    expect(contentsOf(out)).toEqual({ 'a.csv': 'a', 'b.csv': 'b', 'c.csv': 'b' });
  });

  test('keeps files whose names differ in capitals only, where the system does', async () => {
    const { out } = workplace({ 'out/Notes.txt': '1', 'out/notes.txt': '2' });
    const before = contentsOf(out);
    await publish(out, 'kobo', outputs({ 'a.csv': 'a' }));
    expect(contentsOf(out)).toEqual({ ...before, 'a.csv': 'a' });
  });

  test('may be a link to a folder elsewhere, and stays one', async () => {
    const { folder, out } = workplace({ 'elsewhere/notes.txt': 'mine' });
    symlinkSync(path.join(folder, 'elsewhere'), out, 'junction');
    await publish(out, 'kobo', outputs({ 'a.csv': 'a' }));
    expect(lstatSync(out).isSymbolicLink()).toBe(true);
    expect(contentsOf(path.join(folder, 'elsewhere'))).toEqual({ 'a.csv': 'a', 'notes.txt': 'mine' });
  });

  test('takes publications of one process one after the other', async () => {
    const { out } = workplace();
    const tags = ['kobo', 'odk', 'ona', 'surveycto'];
    await Promise.all(tags.map((tag) => publish(out, tag, outputs({ [`${tag}.xlsx`]: tag }))));
    expect(Object.keys(contentsOf(out))).toEqual(tags.map((tag) => `${tag}.xlsx`));
  });
});

describe('what stands in the way', () => {
  test('a file that no build has put there is not overwritten', async () => {
    const { folder, out } = workplace({ 'out/form.xlsx': 'by hand' });
    const error = await refusal(publish(out, 'kobo', outputs({ 'a.csv': 'a', 'form.xlsx': 'built' })));
    expect(error).toMatchObject({ code: 'conflict', path: `${out}/form.xlsx` });
    expect(error.message).toContain('did not come from a build');
    expect(contentsOf(folder)).toEqual({ 'out/form.xlsx': 'by hand' });
  });

  test('unless its bytes are the same: then it becomes ours', async () => {
    const { out } = workplace({ 'out/form.xlsx': 'same' });
    expect(await publish(out, 'kobo', outputs({ 'form.xlsx': 'same' }))).toMatchObject({ status: 'published' });
    expect(await publish(out, 'kobo', outputs({ 'other.xlsx': '' }))).toMatchObject({ removed: ['form.xlsx'] });
  });

  test('a file of another tag is not overwritten either', async () => {
    const { out } = workplace();
    await publish(out, 'odk', outputs({ 'form.xlsx': 'odk' }));
    const error = await refusal(publish(out, 'kobo', outputs({ 'form.xlsx': 'kobo' })));
    expect(error.message).toContain('belongs to the build "odk"');
  });

  test.each([
    ['a file where a folder is needed', { 'out/a': 'file' }, 'a/b.csv'],
    ['a folder where a file is to go', { 'out/a/b.csv': 'file' }, 'a'],
    ['a name that differs in capitals only', { 'out/Form.xlsx': 'file' }, 'form.xlsx'],
  ])('%s', async (_, contents, file) => {
    const { folder, out } = workplace(contents);
    expect(await refusal(publish(out, 'kobo', outputs({ [file]: 'new' })))).toMatchObject({ code: 'conflict' });
    expect(contentsOf(folder)).toEqual(contents);
  });

  test('a file in place of the folder', async () => {
    const { out } = workplace({ out: 'a file' });
    expect(await refusal(publish(out, 'kobo', outputs({ a: '' })))).toMatchObject({ code: 'conflict', path: out });
  });

  test('the folder that the command runs in, and those above it', async () => {
    const { folder, out } = workplace({ 'out/a/b.txt': '' });
    const host = { ...thisProcess, workingFolder: () => path.join(out, 'a') };
    for (const place of [path.join(out, 'a'), out, folder]) {
      expect(await refusal(publish(place, 'kobo', [], host))).toMatchObject({ code: 'conflict', path: place });
    }
  });

  test('a marker that was spoilt', async () => {
    const { out } = workplace({ 'out/.lexiform-build.json': '{ "tags": { "kobo": "a.csv" } }' });
    expect(await refusal(publish(out, 'kobo', outputs({ a: '' })))).toMatchObject({ code: 'marker' });
  });
});

async function* broken(): AsyncGenerator<{ path: string; bytes: Uint8Array }> {
  yield* outputs({ 'a.csv': 'new', 'b.csv': 'new' });
  await Promise.resolve();
  throw new RangeError('half way');
}

/** A machine on which the renames fail for which `fails` says so. */
function failingHost(code: string, fails: (from: string, to: string, count: number) => boolean): PublishHost {
  let count = 0;
  return {
    ...thisProcess,
    windows: true,
    pause: () => Promise.resolve(),
    rename: async (from, to) => {
      if (fails(from, to, ++count)) throw Object.assign(new Error(code), { code });
      await rename(from, to);
    },
  };
}

describe('failures', () => {
  test('when the writer throws half way, everything is as it was', async () => {
    const { folder, out } = workplace();
    await publish(out, 'kobo', outputs({ 'a.csv': 'a' }));
    const before = contentsOf(folder);
    await expect(publish(out, 'kobo', broken())).rejects.toThrow(RangeError);
    expect(contentsOf(folder)).toEqual(before);
    expect(readdirSync(folder)).toEqual(['out']);
    await expect(publish(path.join(folder, 'new', 'out'), 'kobo', broken())).rejects.toThrow(RangeError);
    expect(readdirSync(folder)).toEqual(['out']);
  });

  test('files that come while a build runs are not lost', async () => {
    const { out } = workplace();
    await publish(out, 'kobo', outputs({ 'a.csv': 'a' }));
    function* slow(): Generator<{ path: string; bytes: Uint8Array }> {
      yield* outputs({ 'a.csv': 'new' });
      writeFileSync(path.join(out, 'notes.txt'), 'just now');
    }
    expect(await refusal(publish(out, 'kobo', slow()))).toMatchObject({ code: 'busy' });
    expect(contentsOf(out)).toEqual({ 'a.csv': 'a', 'notes.txt': 'just now' });
  });

  test('a workbook that Excel holds for a moment is waited for', async () => {
    const { out } = workplace();
    await publish(out, 'kobo', outputs({ 'form.xlsx': '1' }));
    const host = failingHost('EPERM', (_from, _to, count) => count <= 3);
    await publish(out, 'kobo', outputs({ 'form.xlsx': '2' }), host);
    expect(contentsOf(out)).toEqual({ 'form.xlsx': '2' });
  });

  test.each(['EPERM', 'EBUSY', 'EACCES'])(
    'one that Excel keeps open is named, and nothing changes: %s',
    async (code) => {
      const { folder, out } = workplace();
      await publish(out, 'kobo', outputs({ 'kobo/form.xlsx': '1' }));
      put(out, { 'kobo/~$form.xlsx': 'lock' });
      const before = contentsOf(folder);
      const error = await refusal(
        publish(
          out,
          'kobo',
          outputs({ 'kobo/form.xlsx': '2' }),
          failingHost(code, (from) => from === out),
        ),
      );
      expect(error.code).toBe('in-use');
      expect(error.message).toBe(
        '"kobo/form.xlsx" is open in another program, such as Excel; close it and build again. Nothing was changed.',
      );
      expect(contentsOf(folder)).toEqual(before);
      expect(readdirSync(folder)).toEqual(['out']);
    },
  );

  test('when the second rename fails, the first is taken back', async () => {
    const { folder, out } = workplace();
    await publish(out, 'kobo', outputs({ 'form.xlsx': '1' }));
    const host = failingHost('EBUSY', (from) => from.includes('.lexiform-new-'));
    const error = await refusal(publish(out, 'kobo', outputs({ 'form.xlsx': '2' }), host));
    expect(error).toMatchObject({ code: 'in-use', path: out });
    expect(contentsOf(folder)).toMatchObject({ 'out/form.xlsx': '1' });
    expect(readdirSync(folder)).toEqual(['out']);
  });
});

describe('what a killed build leaves', () => {
  const dead = { ...thisProcess, isAlive: () => false };
  const alive = { ...thisProcess, isAlive: () => true };

  test('half-written and half-deleted folders go', async () => {
    const { folder, out } = workplace({ 'out.lexiform-new-1/a': 'half', 'out.lexiform-gone-2/b': 'half' });
    await publish(out, 'kobo', outputs({ 'a.csv': 'a' }), dead);
    expect(readdirSync(folder)).toEqual(['out']);
  });

  test('a folder that was about to be replaced comes back', async () => {
    const { folder, out } = workplace({ 'out.lexiform-old-1/a.csv': 'old', 'out.lexiform-new-1/a.csv': 'new' });
    await recoverOutput(out, dead);
    expect(contentsOf(folder)).toEqual({ 'out/a.csv': 'old' });
  });

  test('a folder that was replaced goes', async () => {
    const { folder, out } = workplace();
    await publish(out, 'kobo', outputs({ 'a.csv': 'new' }));
    put(folder, { 'out.lexiform-old-1/a.csv': 'old' });
    await recoverOutput(out, dead);
    expect(contentsOf(folder)).toEqual({ 'out/a.csv': 'new' });
  });

  test('but not where someone else has made a folder in its place', async () => {
    const { folder, out } = workplace({ 'out/x.txt': 'by hand', 'out.lexiform-old-1/notes.txt': 'precious' });
    await recoverOutput(out, dead);
    expect(contentsOf(folder)).toEqual({ 'out.lexiform-old-1/notes.txt': 'precious', 'out/x.txt': 'by hand' });
  });

  test('the folder of a build that still runs is left alone, and its build not disturbed', async () => {
    const { folder, out } = workplace({ 'out/x.txt': '', 'out.lexiform-new-1/a': 'half' });
    const before = contentsOf(folder);
    const error = await refusal(publish(out, 'kobo', outputs({ 'a.csv': 'a' }), alive));
    expect(error).toMatchObject({ code: 'busy', path: out });
    expect(error.message).toContain('delete "out.lexiform-new-1"');
    expect(contentsOf(folder)).toEqual(before);
  });

  test('the folder of another output is left alone', async () => {
    const { folder, out } = workplace({
      'out2.lexiform-new-1/a': '',
      'out.lexiform-new-1x/a': '',
      'out.lexiform/a': '',
    });
    await publish(out, 'kobo', outputs({ 'a.csv': 'a' }), dead);
    expect(readdirSync(folder)).toHaveLength(4);
  });
});
