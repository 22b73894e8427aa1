import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findCycles } from '../src/core/graph.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SRC = path.join(ROOT, 'src');

/** Imports point only left: a room sees those before it, and none of those it shares a place with. */
const ORDER: readonly (readonly string[])[] = [
  ['core'],
  ['diagnostics'],
  ['source'],
  ['formats'],
  ['vocabulary'],
  ['expression'],
  ['model'],
  ['dictionary', 'xlsform', 'check', 'emit', 'diff', 'submissions', 'store'],
  ['adopt', 'rebase', 'translate', 'generate', 'conform', 'report', 'remote'],
  ['printers', 'cli'],
];

/** Each outside library is imported in one room. */
const LIBRARIES: Readonly<Record<string, string>> = {
  yaml: 'source',
  ajv: 'formats',
  exceljs: 'formats',
  fflate: 'formats',
  handlebars: 'formats',
  saxes: 'formats',
  commander: 'cli',
  'fastest-levenshtein': 'core',
  axios: 'remote',
  'axios-retry': 'remote',
  'https-proxy-agent': 'remote',
  'p-limit': 'remote',
  '@duckdb/node-api': 'store',
};

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => file.endsWith('.ts'));

function textOf(file: string): string {
  return readFileSync(path.join(SRC, file), 'utf8');
}

const IMPORT = /^(?:import\b|export\s+(?:type\s+)?[{*])[^;]*?\bfrom\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;

const imports: readonly Import[] = files.flatMap((file) =>
  [...textOf(file).matchAll(IMPORT)].map((match) => ({ from: file, to: match[1] ?? match[2] ?? '' })),
);

const inside = imports
  .filter(({ to }) => to.startsWith('.'))
  .map(({ from, to }) => ({ from, to: path.posix.normalize(path.posix.join(path.posix.dirname(from), to)) }));

function room(file: string): string {
  return file.includes('/') ? (file.split('/')[0] ?? '') : '';
}

function place(file: string): number {
  return ORDER.findIndex((rooms) => rooms.includes(room(file)));
}

function importsOf(file: string): string[] {
  return inside.filter(({ from }) => from === file).map(({ to }) => to);
}

/** The package that an import names: `@scope/name`, or the part before the first `/`. */
function library(to: string): string {
  return to
    .split('/')
    .slice(0, to.startsWith('@') ? 2 : 1)
    .join('/');
}

describe('the house', () => {
  it('has only rooms that the order names', () => {
    expect(files.filter((file) => room(file) !== '' && place(file) < 0)).toEqual([]);
    expect(files.filter((file) => room(file) === '')).toEqual(['index.ts']);
  });

  it('has imports that point left only', () => {
    const wrong = inside.filter(
      ({ from, to }) => from !== 'index.ts' && room(from) !== room(to) && place(to) >= place(from),
    );
    // printers and cli share a place, but the command line composes everything.
    expect(wrong.filter(({ from, to }) => !(room(from) === 'cli' && room(to) === 'printers'))).toEqual([]);
  });

  it('has no circle of imports', () => {
    expect(findCycles(files, importsOf)).toEqual([]);
  });

  it('imports each outside library in one room', () => {
    const outside = imports.filter(({ to }) => !to.startsWith('.') && !to.startsWith('node:'));
    expect(outside.filter(({ from, to }) => LIBRARIES[library(to)] !== room(from))).toEqual([]);
  });

  it('has a command line of few files, for a quick start, with the libraries as npm installed them', () => {
    const { scripts, dependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as Manifest;
    const left = [...(scripts['bundle'] ?? '').matchAll(/ -e (\S+)/g)].map(([, name = '']) => library(name));
    expect(left).toEqual(Object.keys(dependencies));
  });

  it('talks, exits and reads its environment in the command line only', () => {
    const elsewhere = files.filter(
      (file) => room(file) !== 'cli' && /console\.|process\.(exit|env|std|argv)/.test(textOf(file)),
    );
    expect(elsewhere).toEqual([]);
  });

  it('reads files and clocks in the core nowhere', () => {
    const impure = files.filter((file) =>
      ['core', 'diagnostics/rules', 'expression', 'model'].some((part) => file.startsWith(`${part}/`)),
    );
    expect(
      impure.filter((file) => /node:(fs|net|http|child_process)|Date\.now|new Date|Math\.random/.test(textOf(file))),
    ).toEqual([]);
  });

  it('has files that fit a few screens', () => {
    expect(files.filter((file) => textOf(file).split('\n').length > 400)).toEqual([]);
  });
});

describe('the top level', () => {
  it('holds what its owner named', () => {
    const owned = [
      'LICENSE',
      'README.md',
      'bin',
      'dictionary',
      'package-lock.json',
      'package.json',
      'src',
      'templates',
      'test',
      'tsconfig.json',
    ];
    const made = new Set(['node_modules', 'dist', 'build']);
    const found = readdirSync(ROOT).filter((name) => !name.startsWith('.') && !made.has(name));
    expect(found.toSorted()).toEqual(owned);
  });

  it('keeps download addresses out of the lock file', () => {
    expect(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
  });
});
