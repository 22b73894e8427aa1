import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { expect, test } from 'vitest';
import { type FindingOptions, withFindingOptions } from '../../../src/cli/conform/options.ts';
import { beginFindings } from '../../../src/cli/conform/output.ts';
import type { Host } from '../../../src/cli/host.ts';
import { UsageError } from '../../../src/cli/host.ts';
import type { FindingStore } from '../../../src/conform/findings/store.ts';
import { implausible, outOfRange, subject, tellMonth, wrongCode } from '../../conform/findings/findings.ts';
import { hostOf, type Outcome, tempFolder, writeFiles } from '../project.ts';

const about = { source: 'dictionary', forms: ['Household registration'], data: ['may.json'] };

/** Options as the command line reads them. */
function optionsOf(...args: string[]): FindingOptions {
  const command = withFindingOptions(new Command())
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  return command.parse(args, { from: 'user' }).opts();
}

/** Tells findings in a folder, with options as on the command line. */
async function conform(
  folder: string,
  tell: (store: FindingStore) => void,
  args: readonly string[] = [],
  change: Partial<Host> = {},
): Promise<Outcome> {
  let out = '';
  let err = '';
  const host: Host = {
    ...hostOf(folder),
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    ...change,
  };
  const run = await beginFindings(optionsOf(...args), ['may.json'], host);
  tell(run.store);
  const code = await run.finish(about, 0);
  return { code, out, err };
}

const none = (store: FindingStore): void => store.looked(subject());
const warning = (store: FindingStore): void => {
  store.looked(subject());
  store.add(implausible(subject(), '24'));
};
const error = (store: FindingStore): void => {
  warning(store);
  store.add(outOfRange(subject(), '60'));
};

const later = (store: FindingStore): void => {
  warning(store);
  store.add(wrongCode(subject(), 'igloo'));
};

test.each([
  ['nothing', none, [], 0],
  ['a warning', warning, [], 0],
  ['a warning', warning, ['--fail-on', 'warning'], 1],
  ['an error', error, [], 1],
  ['an error, written down', error, ['--write-baseline', 'known.txt'], 0],
])('%s ends with its exit code', async (_name, tell, args, code) => {
  expect((await conform(tempFolder(), tell, args)).code).toBe(code);
});

test('programs get a line a finding, people get sentences', async () => {
  const folder = tempFolder();
  expect((await conform(folder, error)).out).toMatch(/^may\.json:uuid:0000-0001:hh_size: warning /);
  expect((await conform(folder, error, [], { terminal: true })).out).toMatch(/^error {2}answer-constraint /);
});

test('every format at once, one on the screen', async () => {
  const folder = tempFolder();
  const names = ['json', 'sarif', 'junit', 'github', 'markdown', 'csv', 'html', 'xlsx'];
  const args = names.flatMap((name) => ['--format', `${name}=out/findings.${name}`]);
  const { out, err, code } = await conform(folder, tellMonth, ['--format', 'compact', ...args, '--log', 'ipa']);
  expect(out.split('\n')).toHaveLength(72);
  expect([err, code]).toEqual(['', 1]);
  expect(readdirSync(path.join(folder, 'out')).toSorted()).toEqual(names.map((name) => `findings.${name}`).toSorted());
});

test('files alone say on the screen how it went', async () => {
  const folder = tempFolder();
  const args = ['--format', 'csv=a.csv', '--format', 'xlsx=b.xlsx'];
  const { out, err } = await conform(folder, error, args);
  expect([out, err]).toEqual(['', '1 error, 1 warning in 1 of 1 submission (100%)\nWritten: a.csv, b.xlsx\n']);
  expect((await conform(folder, error, [...args, '--quiet'])).err).toBe('');
});

test('long work shows how far it is, and takes the line away', async () => {
  const lines: string[] = [];
  let time = 0;
  const change = { live: (text: string) => void lines.push(text), now: () => (time += 400) };
  await conform(tempFolder(), error, ['--format', 'csv=a.csv'], change);
  expect(lines).toEqual(['writing a.csv: 2 of 2 findings', '']);
});

test('what was known is left out, and what did not come again is counted', async () => {
  const folder = tempFolder();
  const written = await conform(folder, error, ['--write-baseline', 'known.txt']);
  expect(written.err).toBe('2 findings written to known.txt. From now on: --baseline known.txt\n');
  expect(readFileSync(path.join(folder, 'known.txt'), 'utf8')).toMatch(/^# lexiform .*\n([0-9a-f]{16}\n){2}$/);
  const { out, err, code } = await conform(folder, later, ['--baseline', 'known.txt']);
  expect(out).toBe(
    'may.json:uuid:0000-0001:shelter: error answer-code "shelter" is "igloo", and "igloo" is no code of "shelter_type".\n',
  );
  expect([err, code]).toEqual(['1 finding set aside by known.txt. 1 finding of it did not come again.\n', 1]);
});

test('a baseline that is written anew holds what the old one sets aside', async () => {
  const folder = tempFolder();
  await conform(folder, warning, ['--write-baseline', 'known.txt']);
  await conform(folder, error, ['--baseline', 'known.txt', '--write-baseline', 'known.txt']);
  expect((await conform(folder, error, ['--baseline', 'known.txt'])).code).toBe(0);
});

test.each([
  ['{"version":1,"findings":[]}', 'is a baseline of "lexiform check", which knows findings on the dictionary.'],
  ['', 'is not a baseline that this Lexiform reads.'],
  ['x'.repeat(200_000), 'is not a baseline that this Lexiform reads.'],
])('a baseline of another kind is refused: %.20s', async (content, words) => {
  const folder = tempFolder({ 'known.txt': content });
  await expect(conform(folder, none, ['--baseline', 'known.txt'])).rejects.toThrow(`"known.txt" ${words}`);
});

test('a baseline that is cut or not there is refused', async () => {
  const folder = tempFolder();
  await conform(folder, error, ['--write-baseline', 'known.txt']);
  writeFiles(folder, { 'cut.txt': readFileSync(path.join(folder, 'known.txt'), 'utf8').slice(0, -5) });
  await expect(conform(folder, none, ['--baseline', 'cut.txt'])).rejects.toThrow(
    'Line 3 of the baseline "cut.txt" is not whole.',
  );
  await expect(conform(folder, none, ['--baseline', 'no.txt'])).rejects.toThrow(
    'The baseline "no.txt" cannot be read: there is no such file.',
  );
});

test.each([
  [['--format', 'xlsx'], 'It needs a file: xlsx=FILE.'],
  [['--format', 'html'], 'It needs a file: html=FILE.'],
  [['--format', 'toString'], 'It is one of pretty, compact, json, sarif, junit, github, markdown, csv, html, xlsx'],
  [['--format', 'csv='], 'or FORMAT=FILE.'],
  [['--format', 'csv', '--format', 'json'], 'Only one goes to the screen'],
  [['--log', 'other'], 'Allowed choices are impact, cleaningtools, ipa, lexiform.'],
])('%s is refused', (args, words) => {
  expect(() => optionsOf(...args)).toThrow(words);
});

test.each([
  [['--format', 'csv=may.json'], '"may.json" is read by this command, and would be overwritten.'],
  [['--format', 'csv=./sub/../may.json'], 'would be overwritten.'],
  [['--write-baseline', 'may.json'], 'would be overwritten.'],
  [['--format', 'csv=a', '--format', 'json=./a'], 'Two outputs would go to "./a".'],
])('%s would lose something', async (args, words) => {
  const folder = tempFolder({ 'may.json': '[]' });
  const run = conform(folder, error, args);
  await expect(run).rejects.toThrow(UsageError);
  await expect(run).rejects.toThrow(words);
  expect(readdirSync(folder)).toEqual(['may.json']);
});

test('an output that cannot be written is told, and leaves nothing', async () => {
  const folder = tempFolder({ blocked: 'a file' });
  const run = conform(folder, error, ['--format', 'csv=blocked/out.csv']);
  await expect(run).rejects.toThrow(/blocked\/out\.csv" could not be written: part of its path is a file/);
  expect(readdirSync(folder)).toEqual(['blocked']);
});
