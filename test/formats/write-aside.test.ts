import { execFileSync } from 'node:child_process';
import { chmodSync, constants, existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { thisProcess } from '../../src/formats/publish-host.ts';
import { writeFileAside, writeStreamAside } from '../../src/formats/write-aside.ts';
import { contentsOf, workplace } from './folders.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('a file is written with the folders above it', async () => {
  const { folder } = workplace();
  expect(await writeFileAside(path.join(folder, 'a', 'b', 'report.html'), bytes('1'))).toBe('written');
  expect(contentsOf(folder)).toEqual({ 'a/b/report.html': '1' });
});

test('a file that holds these bytes already is left alone', async () => {
  const { folder } = workplace({ 'report.html': '1' });
  const file = path.join(folder, 'report.html');
  const before = lstatSync(file).mtimeMs;
  expect(await writeFileAside(file, bytes('1'))).toBe('unchanged');
  expect(lstatSync(file).mtimeMs).toBe(before);
});

test.runIf(existsSync('/proc/self'))('a folder that takes no others is an error, and no endless try', async () => {
  await expect(writeFileAside('/proc/lexiform/a/report.html', bytes('1'))).rejects.toMatchObject({
    code: 'system',
    message: expect.stringContaining('its folder is not there and cannot be made') as string,
  });
});

test('a file where a folder is to be is an error', async () => {
  const { folder } = workplace({ a: '1' });
  const file = path.join(folder, 'a', 'b', 'report.html');
  await expect(writeFileAside(file, bytes('1'))).rejects.toThrow('part of its path is a file, not a folder');
  expect(contentsOf(folder)).toEqual({ a: '1' });
});

test('a file that is replaced keeps its mode, and a link keeps leading to it', async () => {
  const { folder } = workplace({ 'real/run.sh': '1' });
  const file = path.join(folder, 'real', 'run.sh');
  chmodSync(file, 0o750);
  const mode = lstatSync(file).mode;
  symlinkSync(file, path.join(folder, 'link.sh'));
  await writeFileAside(path.join(folder, 'link.sh'), bytes('2'));
  expect(readFileSync(file, 'utf8')).toBe('2');
  expect(lstatSync(file).mode).toBe(mode);
  expect(lstatSync(path.join(folder, 'link.sh')).isSymbolicLink()).toBe(true);
});

test('writing twice at once ends with the later bytes', async () => {
  const { folder } = workplace();
  const file = path.join(folder, 'report.html');
  await Promise.all([writeFileAside(file, bytes('1')), writeFileAside(file, bytes('2'))]);
  expect(contentsOf(folder)).toEqual({ 'report.html': '2' });
});

const rename = (): Promise<void> => Promise.reject(Object.assign(new Error('EBUSY'), { code: 'EBUSY' }));

test('a file that is held open stays as it was, and nothing is left beside it', async () => {
  const { folder } = workplace({ 'form.xlsx': '1' });
  const file = path.join(folder, 'form.xlsx');
  const host = { ...thisProcess, rename, pause: () => Promise.resolve() };
  await expect(writeFileAside(file, bytes('2'), host)).rejects.toMatchObject({ code: 'in-use', path: file });
  expect(contentsOf(folder)).toEqual({ 'form.xlsx': '1' });
});

test('what a killed run left beside it goes', async () => {
  const { folder } = workplace({ 'form.xlsx': '1', 'form.xlsx.lexiform-new-1': 'half' });
  await writeFileAside(path.join(folder, 'form.xlsx'), bytes('2'), { ...thisProcess, isAlive: () => false });
  expect(readdirSync(folder)).toEqual(['form.xlsx']);
});

test('a folder in the way is told', async () => {
  const { folder } = workplace({ 'form.xlsx/a': '' });
  await expect(writeFileAside(path.join(folder, 'form.xlsx'), bytes('2'))).rejects.toMatchObject({ code: 'system' });
  expect(contentsOf(folder)).toEqual({ 'form.xlsx/a': '' });
});

test.runIf(process.platform !== 'win32')('a pipe is written to, and stays a pipe', async () => {
  const { folder } = workplace();
  const file = path.join(folder, 'pipe');
  execFileSync('mkfifo', [file]);
  const reader = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
  expect(await writeFileAside(file, bytes('1'))).toBe('written');
  expect(await reader.readFile('utf8')).toBe('1');
  await reader.close();
  expect(lstatSync(file).isFIFO()).toBe(true);
  expect(readdirSync(folder)).toEqual(['pipe']);
});

async function* pieces(...texts: readonly string[]): AsyncIterable<string> {
  for (const text of texts) {
    if (text === 'broken') throw new Error('broken off');
    yield text;
  }
}

test('a file that comes in pieces is put in place when the last is there', async () => {
  const { folder } = workplace({ 'a.csv': 'before' });
  const file = path.join(folder, 'a.csv');
  expect(await writeStreamAside(file, pieces('1', '', '2'))).toBe('written');
  expect(contentsOf(folder)).toEqual({ 'a.csv': '12' });
});

test('a file whose pieces break off stays as it was, and nothing is left beside it', async () => {
  const { folder } = workplace({ 'a.csv': 'before' });
  await expect(writeStreamAside(path.join(folder, 'a.csv'), pieces('1', 'broken'))).rejects.toThrow('broken off');
  expect(contentsOf(folder)).toEqual({ 'a.csv': 'before' });
});
