import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { inline, xlsx } from '../../support/xlsx-parts.mjs';
import { run, tempFolder } from '../project.ts';
import { dictionary, submission } from './visit.ts';

describe('what is named wrongly is told', () => {
  test.each([
    [
      [],
      'There are no submissions to look at.\nName a file of submissions: --data FILE, or what was pulled: --server NAME\n',
    ],
    [['--data', ''], 'The name of a file of submissions is empty.\n'],
    [['--data', 'no.json'], '"no.json" cannot be read: there is no such file.\n'],
    [['--data', 'dictionary'], '"dictionary" cannot be read: it is a folder; name the files in it.\n'],
    [['--data', '/dev/null'], '"/dev/null" cannot be read: it is no file on a disk; save the data to a file first.\n'],
    [['--data', 'data.json', '--also', 'empty'], 'There is no dictionary.yaml in "empty".\n'],
    [['--data', 'data.json', '--also', 'git:'], '"git:" names no revision.\n'],
    [['--data', 'data.json', '--baseline', 'data.json'], '"data.json" is not a baseline that this Lexiform reads.\n'],
  ])('%s', async (args, words) => {
    const folder = tempFolder({ ...dictionary, 'data.json': submission(1), 'empty/notes.yaml': 'a: b' });
    const { code, out, err } = await run(folder, 'conform', ...args);
    expect(err.startsWith(words)).toBe(true);
    expect([code, out]).toEqual([2, '']);
  });

  test('to report as well', async () => {
    const { code, err } = await run(tempFolder(dictionary), 'report');
    expect([code, err]).toEqual([
      2,
      'There are no submissions to look at.\nName a file of submissions: --data FILE, or what was pulled: --server NAME\n',
    ]);
  });
});

test('a file that is named twice, by a link too, counts once', async () => {
  const folder = tempFolder({ ...dictionary, 'data.json': submission(1) });
  symlinkSync('data.json', path.join(folder, 'link.json'));
  const files = ['data.json', './data.json', 'link.json'].flatMap((file) => ['--data', file]);
  expect(await run(folder, 'conform', ...files)).toEqual({ code: 0, out: '', err: '' });
});

describe('nothing that is read is written over', () => {
  test.each([
    ['data.json', 'data.json'],
    ['link.json', 'data.json'],
    ['dictionary/visit.yaml', 'dictionary/visit.yaml'],
    ['old/dictionary.yaml', 'old/dictionary.yaml'],
    ['known.txt', 'known.txt'],
  ])('%s', async (output, file) => {
    const folder = tempFolder({
      ...dictionary,
      'data.json': submission(1, { hh_size: '0' }),
      'old/dictionary.yaml': dictionary['dictionary/dictionary.yaml'],
      'old/visit.yaml': dictionary['dictionary/visit.yaml'],
    });
    symlinkSync('data.json', path.join(folder, 'link.json'));
    const call = ['conform', '--data', 'data.json', '--also', 'old'];
    await run(folder, ...call, '--write-baseline', 'known.txt');
    const before = readFileSync(path.join(folder, file), 'utf8');
    const { code, err } = await run(folder, ...call, '--baseline', 'known.txt', '--format', `csv=${output}`);
    expect(code).toBe(2);
    expect(err).toBe(`"${output}" is read by this command, and would be overwritten.\nName another file.\n`);
    expect(readFileSync(path.join(folder, file), 'utf8')).toBe(before);
  });

  test('and what stands beside the dictionary may be written anew', async () => {
    const folder = tempFolder({ ...dictionary, 'data.json': submission(1) });
    const call = ['conform', '--data', 'data.json', '--format', 'csv=dictionary/findings.csv'];
    expect((await run(folder, ...call)).code).toBe(0);
    expect((await run(folder, ...call)).code).toBe(0);
  });
});

describe('a file that is damaged', () => {
  test('at its end is told, and what comes before is checked', async () => {
    const whole = 'hh_size,need,_uuid\n3,food,u1\n0,food,u2\n';
    const folder = tempFolder({ ...dictionary, 'data.csv': `${whole}0,wa` });
    const { code, out } = await run(folder, 'conform', '--data', 'data.csv');
    expect(code).toBe(1);
    expect(out.split('\n').filter((line) => line.includes(' error '))).toEqual([
      'data.csv:u2:hh_size: error answer-constraint "hh_size" is "0", which . > 0 refuses (One or more).',
      'data.csv:row 4: error cut-row The last row of the file has 2 of 3 cells, and no line end: the file is cut off here, and the row is left out.',
    ]);
  });

  test('by keys that do something to JavaScript is told of them', async () => {
    const hostile = submission(1).replace('{', '{"__proto__":{"hh_size":"0"},"constructor":"x",');
    const folder = tempFolder({ ...dictionary, 'data.json': hostile });
    const { out } = await run(folder, 'conform', '--data', 'data.json');
    expect(out.match(/^\S+ warning answer-unknown .*$/gm)).toEqual([
      'data.json:u1:__proto__: warning answer-unknown The form has no question "__proto__".',
      'data.json:u1:constructor: warning answer-unknown The form has no question "constructor".',
    ]);
    expect(Reflect.get({}, 'hh_size')).toBeUndefined();
  });
});

test('the form in place of its data is told to be one', async () => {
  const survey = `<row r="1">${inline('A1', 'type')}${inline('B1', 'name')}</row><row r="2">${inline('A2', 'text')}${inline('B2', 'hh_size')}</row>`;
  const choices = `<row r="1">${inline('A1', 'list_name')}${inline('B1', 'name')}</row>`;
  const folder = tempFolder({ ...dictionary, 'form.xlsx': xlsx({ sheets: { survey, choices } }) });
  const { code, out } = await run(folder, 'conform', '--data', 'form.xlsx');
  expect([code, out]).toEqual([
    1,
    'form.xlsx: error unknown-data-file "form.xlsx" is a form, not submissions to one.\n',
  ]);
});

test('a sheet of data may be called survey', async () => {
  const survey = `<row r="1">${inline('A1', 'hh_size')}</row><row r="2">${inline('A2', '0')}</row>`;
  const settings = `<row r="1">${inline('A1', 'note')}</row>`;
  const folder = tempFolder({ ...dictionary, 'data.xlsx': xlsx({ sheets: { survey, settings } }) });
  expect((await run(folder, 'conform', '--data', 'data.xlsx')).out).toContain('answer-constraint');
});

describe('a dictionary that cannot be read as a whole', () => {
  const broken = { ...dictionary, 'dictionary/more.yaml': 'checks: [', 'data.json': submission(1) };
  const remark =
    '1 error in "dictionary": what cannot be read there is left out here. lexiform check dictionary tells more.\n';

  test.each(['conform', 'report'])('is not passed over in silence by %s', async (command) => {
    const { code, err } = await run(tempFolder(broken), command, 'dictionary', '--data', 'data.json');
    expect(code).toBe(0);
    expect(err.startsWith(remark)).toBe(true);
  });

  test('unless somebody wants findings only', async () => {
    expect((await run(tempFolder(broken), 'conform', '--data', 'data.json', '--quiet')).err).toBe('');
  });
});
