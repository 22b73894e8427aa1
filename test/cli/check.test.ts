import { chmodSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { broken, manifest, run, tempFolder, tiny, writeFiles } from './project.ts';

/** A dictionary with one warning, and a comment on the line before it. */
function ignoring(line: string): Record<string, string> {
  return {
    ...tiny,
    'dictionary/more.yaml': `variables:\n  note_fr:\n    type: text\n    ${line}\n    label: Remarks\nforms:\n  remarks: { title: Remarks, items: [note_fr] }\n`,
  };
}

describe('lexiform check', () => {
  it('says nothing on stdout but findings, and ends with 0 where there are none', async () => {
    const { code, err } = await run(tempFolder(tiny), 'check');
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('ends with 1 where a finding is an error, one line a finding for machines', async () => {
    const { code, out } = await run(tempFolder(broken), 'check');
    expect(code).toBe(1);
    expect(out).toContain(
      'dictionary/household.yaml:10:22: error unknown-variable There is no variable "hh_sise". Did you mean "hh_size"?',
    );
  });

  it('prints one format, so that a machine can read it; others go into files', async () => {
    const folder = tempFolder(broken);
    const { code, err } = await run(folder, 'check', '--format', 'json', '--format', 'compact');
    expect(code).toBe(2);
    expect(err).toContain('Only one goes to the screen; give the others a file, such as compact=FILE.');
    const { out } = await run(
      folder,
      'check',
      '--format',
      'sarif=a.sarif',
      '--format',
      'json',
      '--format',
      'junit=a.xml',
    );
    expect(JSON.parse(out)).toMatchObject({ version: 1 });
    expect(['a.sarif', 'a.xml'].filter((file) => !existsSync(path.join(folder, file)))).toEqual([]);
  });

  it('finds the dictionary from a folder inside the project', async () => {
    const folder = tempFolder({ ...broken, 'dictionary/forms/notes.txt': '' });
    const { out } = await run(path.join(folder, 'dictionary/forms'), 'check');
    expect(out).toContain('../household.yaml:10:22: error unknown-variable');
  });

  it('takes the manifest itself, the dictionary folder or the project folder as its source', async () => {
    const folder = tempFolder(broken);
    for (const source of ['.', 'dictionary', 'dictionary/dictionary.yaml']) {
      expect((await run(folder, 'check', source)).out, source).toContain('unknown-variable');
    }
  });

  it('gives several formats at once, some into files', async () => {
    const folder = tempFolder(broken);
    const { out } = await run(
      folder,
      'check',
      '--format',
      'json',
      '--format',
      'sarif=out/find ings.sarif',
      '--format',
      'junit=junit.xml',
    );
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      summary: { errors: 1 },
      findings: [{ rule: 'unknown-variable', location: { line: 10, column: 22 } }],
    });
    expect(JSON.parse(readFileSync(path.join(folder, 'out/find ings.sarif'), 'utf8'))).toMatchObject({
      version: '2.1.0',
    });
    expect(readFileSync(path.join(folder, 'junit.xml'), 'utf8')).toContain('<testsuite');
  });

  it('lets warnings fail only when asked to', async () => {
    const folder = tempFolder({
      ...tiny,
      'dictionary/household.yaml': tiny['dictionary/household.yaml'].replace(/ *fr: Combien.*\n/, ''),
    });
    expect((await run(folder, 'check')).code).toBe(0);
    expect((await run(folder, 'check', '--fail-on', 'warning')).code).toBe(1);
  });

  it('sets a finding aside only with a reason, and says when there is nothing to set aside', async () => {
    const reasoned = await run(
      tempFolder(ignoring('# lexiform-ignore missing-translation: asked in English only')),
      'check',
      '--fail-on',
      'warning',
    );
    expect(reasoned).toMatchObject({ code: 0 });
    const bare = await run(tempFolder(ignoring('# lexiform-ignore missing-translation')), 'check');
    expect(bare.out).toMatch(
      /ignore-without-reason[\s\S]*missing-translation|missing-translation[\s\S]*ignore-without-reason/,
    );
    const vain = await run(tempFolder(ignoring('# lexiform-ignore unknown-key: no reason any more')), 'check');
    expect(vain.out).toContain('ignore-unused');
  });

  it('names the forms there are when one is asked for that there is not', async () => {
    const { code, err } = await run(tempFolder(tiny), 'check', '--form', 'vist');
    expect({ code, err }).toEqual({ code: 2, err: 'The dictionary has no form "vist".\nDid you mean "visit"?\n' });
  });

  it('reports a variable that another form asks no differently when one form is chosen', async () => {
    const local =
      'variables:\n  total: { type: calculate, calculation: "${guests} + 1" }\nforms:\n  party:\n    title: Party\n    items:\n      - { ask: guests, type: integer, label: { en: Guests, fr: Invités } }\n      - total\n';
    const folder = tempFolder({ ...tiny, 'dictionary/party.yaml': local });
    expect((await run(folder, 'check', '--form', 'visit')).out).not.toContain('unknown-reference');
  });
});

describe('what is wrong with the call itself', () => {
  it.each([
    [['chek'], "unknown command 'chek'"],
    [['check', '--formt', 'json'], "unknown option '--formt'"],
    [['check', '--format', 'yaml'], 'pretty, compact, json'],
    [['check', '--profile', 'surveycto'], 'kobo, odk, xlsform'],
    [['check', 'nowhere'], 'There is no "nowhere".'],
    [['check', 'notes.txt'], 'is not a dictionary'],
    [['build', '--target', 'pdf'], 'xlsform'],
    [['check', '--fail-on', 'info'], 'error, warning'],
  ])('%j is told in a sentence, with exit code 2', async (args, sentence) => {
    const folder = tempFolder({ ...tiny, 'form.xlsx': 'x', 'notes.txt': 'x' });
    const { code, out, err } = await run(folder, ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('says where to begin where there is no dictionary', async () => {
    const { code, err } = await run(tempFolder(), 'check');
    expect({ code, err }).toEqual({
      code: 2,
      err: 'There is no dictionary here or in a folder above.\nName its folder, or start one with: lexiform init\n',
    });
  });

  it('has findings, not an error of usage, for a folder without a manifest', async () => {
    const { code, out } = await run(tempFolder({ 'stuff/variables.yaml': 'variables: {}\n' }), 'check', 'stuff');
    expect(code).toBe(1);
    expect(out).toContain('no-dictionary');
  });
});

const NOBODY = 65_534;

/** No system keeps out its administrator: who runs the tests as one is somebody else for a moment. */
async function asAnybody<Value>(action: () => Promise<Value>): Promise<Value> {
  if (process.geteuid?.() !== 0) return action();
  process.seteuid?.(NOBODY);
  try {
    return await action();
  } finally {
    process.seteuid?.(0);
  }
}

/** What can be named in place of a file, and what is said of it. */
const NO_FILES = [
  ['folder', 'it is a folder'],
  ['.', 'it is a folder'],
  ['note.txt/out.json', 'part of its path is a file, not a folder'],
  ['x'.repeat(300), 'its name is too long'],
] as const;

describe('a file that cannot be written or read', () => {
  const around = { ...tiny, 'folder/a': '', 'note.txt': '' };
  const expected = { code: 2, out: '' };

  it.each(NO_FILES)('is told in a sentence: %s', async (file, reason) => {
    const folder = tempFolder(around);
    for (const option of [['--write-baseline', file] as const, ['--format', `json=${file}`] as const]) {
      const { code, out, err } = await run(folder, 'check', ...option);
      expect({ code, out }, option.join(' ')).toEqual(expected);
      expect(err).toBe(`"${path.join(folder, file)}" could not be written: ${reason}. Nothing was changed.\n`);
    }
    const { code, out, err } = await run(folder, 'check', '--baseline', file);
    expect({ code, out }).toEqual(expected);
    expect(err).toContain(` cannot be read: ${reason}.\nWrite it anew with: lexiform check --write-baseline FILE\n`);
  });

  // Windows keeps nobody out by mode.
  it.runIf(process.platform !== 'win32')('is told where there is no permission', async () => {
    const folder = tempFolder({ ...around, 'secret.json': '' });
    chmodSync(folder, 0o755);
    chmodSync(path.join(folder, 'folder'), 0o500);
    chmodSync(path.join(folder, 'secret.json'), 0o000);
    for (const option of [
      ['--write-baseline', 'folder/out.json'],
      ['--format', 'json=folder/out.json'],
      ['--baseline', 'secret.json'],
    ]) {
      const { code, out, err } = await asAnybody(() => run(folder, 'check', ...option));
      expect({ code, out }, option.join(' ')).toEqual(expected);
      expect(err).toContain(': you have no permission to open it.');
    }
  });
});

describe('what Windows and Excel do to files', () => {
  it('reads byte order marks, CRLF and UTF-16 with semicolons as if they were not there', async () => {
    const csv = 'sep=;\r\nname;label::English (en);label::Français (fr)\r\nn;"North; far";Nord\r\n';
    const lists =
      'codelists:\n  area: { file: area.csv }\nvariables:\n  area: { type: select_one area, label: { en: Area, fr: Zone } }\nforms:\n  where: { title: Where, items: [area] }\n';
    const folder = tempFolder({
      'dictionary/dictionary.yaml': `\uFEFF${manifest.replaceAll('\n', '\r\n')}`,
      'dictionary/area.yaml': lists.replaceAll('\n', '\r\n'),
      'dictionary/area.csv': Buffer.from(`\uFEFF${csv}`, 'utf16le'),
    });
    expect(await run(folder, 'check')).toMatchObject({ code: 0 });
  });

  it('points at the letter that a file in another encoding spoils', async () => {
    const folder = tempFolder(tiny);
    writeFiles(folder, {
      'dictionary/fr.yaml': Buffer.from('variables:\n  x: { type: text, label: Déplacé }\n', 'latin1'),
    });
    const { out } = await run(folder, 'check');
    expect(out).toContain('dictionary/fr.yaml:2:28: error file-encoding');
    expect(existsSync(path.join(folder, 'build'))).toBe(false);
  });
});
