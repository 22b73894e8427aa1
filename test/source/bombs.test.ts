import { describe, expect, it } from 'vitest';
import { compileDictionary } from '../../src/dictionary/compile.ts';
import { memoryTree } from '../../src/source/files.ts';
import { read } from '../support/yaml.ts';

const MANY = 10_000;

function rulesOf(text: string): readonly string[] {
  const started = performance.now();
  const rules = [...new Set(read(text).seen.map(({ rule }) => rule))];
  expect(performance.now() - started).toBeLessThan(15_000);
  return rules;
}

const lines = (line: (index: number) => string): string =>
  Array.from({ length: MANY }, (_, index) => line(index)).join('\n');

describe('A file that was made to do harm ends with a finding, and soon', () => {
  it.each([
    ['brackets', '['.repeat(MANY)],
    ['braces', `a: ${'{a: '.repeat(MANY)}`],
    ['dashes', '- '.repeat(MANY)],
    ['question marks', '? '.repeat(MANY)],
    ['steps', Array.from({ length: 2000 }, (_, index) => `${' '.repeat(index)}a:`).join('\n')],
    ['closed brackets', `a: ${'['.repeat(200)}${']'.repeat(200)}`],
  ])('nested %s', (_name, text) => {
    expect(rulesOf(text)).toEqual(['nested-too-deep']);
  });

  it('aliases that double at each step', () => {
    const bomb = lines((index) => `k${index}: &a${index + 1} [*a${index}, *a${index}]`);
    expect(rulesOf(`a: &a0 x\n${bomb.slice(0, 3000)}`)).toContain('yaml-feature');
  });

  it.each([
    ['anchors', lines((index) => `k${index}: &a${index} b`)],
    ['quotes that are not closed', lines(() => 'a: "b')],
    ['brackets that are not closed', lines(() => 'a: { b: c')],
    ['colons', lines(() => 'a: b: c')],
    ['tabs', lines(() => '\ta: b')],
    ['lines in wrong columns', lines(() => 'a:\n  b: c\n d: e')],
    ['references in one map', `a: {${'b: ${x}, '.repeat(MANY)}}`],
    ['commas in one map', `a: {${'b, '.repeat(MANY)}}`],
    ['a text that never ends', `a: "${'x y z\n '.repeat(MANY * 5)}`],
    ['a line that never ends', `a: "${'x'.repeat(MANY * 50)}`],
    ['empty lines', `a: x${'\n'.repeat(MANY)}y\nb c\n`],
    ['backslashes', `a: "${'\\n'.repeat(MANY)}"`],
    ['documents', lines(() => '---\na: b')],
  ])('%s', (_name, text) => {
    expect(rulesOf(text)).not.toEqual([]);
  });
});

function compile(text: string): readonly string[] {
  const files = { 'dictionary.yaml': 'lexiform: 1\ndictionary: d\n', 'a.yaml': text };
  return [...new Set(compileDictionary(memoryTree(files)).diagnostics.map(({ rule }) => rule))];
}

/** Definitions n0, n1 …, each made of its own name and that of the next. */
function chain(length: number, entry: (name: string, next: string) => string): string {
  return Array.from({ length }, (_, index) => `  n${index}: ${entry(`n${index}`, `n${index + 1}`)}\n`).join('');
}

describe('Definitions that lead to each other without an end in sight', () => {
  it('variables that are like each other', () => {
    const text = `variables:\n${chain(5000, (_name, next) => `{ like: ${next} }`)}  n5000: { type: text }\n`;
    expect(compile(text)).toEqual(['nested-too-deep']);
  });

  it('modules that use each other', () => {
    const text = `modules:\n${chain(5000, (_name, next) => `{ items: [{ use: ${next} }] }`)}  n5000: { items: [] }\n`;
    expect(compile(`${text}forms: { f: { items: [{ use: n0 }] } }\n`)).toEqual(['nested-too-deep']);
  });

  it('lists that include each other twice', () => {
    const lists = chain(3000, (_name, next) => `{ codes: { a: A }, include: [${next}, ${next}] }`);
    expect(compile(`codelists:\n${lists}  n3000: { codes: { b: B } }\n`)).toEqual([]);
  });
});
