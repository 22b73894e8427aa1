import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCollector } from '../../src/diagnostics/collector.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { compileDictionary } from '../../src/dictionary/compile.ts';
import { decode } from '../../src/source/decode.ts';
import { diskTree, type FileTree, memoryTree } from '../../src/source/files.ts';
import { parseYaml } from '../../src/source/yaml/parse.ts';

const MANIFEST = 'lexiform: 1\ndictionary: test\nlanguages: { en: English }\n';

/** Words with which a dictionary is made, and the signs that YAML knows. */
const fragment = fc.constantFrom(
  'codelists',
  'variables',
  'modules',
  'forms',
  'items',
  'codes',
  'type',
  'label',
  'like',
  'use',
  'ask',
  'with',
  'group',
  'repeat',
  'note',
  'relevant',
  'prefix',
  'except',
  'include',
  'file',
  'parent',
  'columns',
  'sheets',
  ':',
  ': ',
  '- ',
  '\n',
  '\n  ',
  '\n    ',
  '  ',
  '\t',
  '{',
  '}',
  '[',
  ']',
  ', ',
  '#',
  ' #',
  '"',
  "'",
  '&a',
  '*a',
  '|',
  '>',
  '|2-',
  '!',
  '!!str ',
  '? ',
  '%',
  '@',
  '`',
  '---\n',
  '...\n',
  '<<',
  '${',
  '${a}',
  '$(',
  '$(a)',
  '\\',
  'a',
  'b',
  'select_one a',
  '__proto__',
  'constructor',
  '\r\n',
  '\r',
  '\0',
  '\uFEFF',
  '\u2028',
  '😀',
  '\uD800',
);

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join('')),
);

const root = fileURLToPath(new URL('../../dictionary', import.meta.url));
const realFiles = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(yaml|csv)$/.test(file))
  .toSorted()
  .map((file) => ({ file: file.replaceAll(path.sep, '/'), text: readFileSync(path.join(root, file), 'utf8') }));

interface Change {
  readonly at: number;
  readonly drop: number;
  readonly put: string;
}

const change = fc.record({
  at: fc.nat({ max: 999_999 }),
  drop: fc.oneof(fc.constant(0), fc.nat({ max: 3 }), fc.nat({ max: 200 })),
  put: fc.oneof(fc.constant(''), fragment, anyText),
});

const changed = fc
  .record({ file: fc.constantFrom(...realFiles), changes: fc.array(change, { minLength: 1, maxLength: 4 }) })
  .map(({ file: { file, text }, changes }) => ({ file, text: changes.reduce(applyChange, text) }));

function applyChange(text: string, { at, drop, put }: Change): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + put + text.slice(start + drop);
}

function expectInside(findings: readonly Diagnostic[]): void {
  for (const { rule, location, related } of findings)
    for (const place of [location, ...related.map((each) => each.location)]) {
      if (place.kind !== 'text') throw new Error(`${rule} stands in no text`);
      const { start, end, source } = place;
      const isInside = start >= 0 && start <= end && end <= source.text.length;
      expect(isInside, `${rule} at ${start}-${end} of ${source.text.length}`).toBe(true);
    }
}

function survives(tree: FileTree): void {
  expectInside(compileDictionary(tree).diagnostics);
}

function reads(bytes: Uint8Array): void {
  const { report, diagnostics } = createCollector();
  parseYaml(decode('x.yaml', bytes).source, report);
  expectInside(diagnostics());
}

function parses(text: string): void {
  const { report, diagnostics } = createCollector();
  parseYaml({ path: 'x.yaml', text }, report);
  expectInside(diagnostics());
}

describe('Whatever the bytes, reading ends with findings inside the file', () => {
  it('of bytes at random', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), reads), { numRuns: 2000 });
  });

  it('of text that is read without decoding', () => {
    fc.assert(fc.property(anyText, parses), { numRuns: 2000 });
  });

  it('of a dictionary whose manifest or other file is bytes at random', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      anyText.map((text) => new TextEncoder().encode(text)),
    );
    fc.assert(
      fc.property(bytes, bytes, (manifest, other) => {
        survives(memoryTree({ 'dictionary.yaml': MANIFEST, 'x.yaml': manifest, 'y.yaml': other, 'z.csv': other }));
        survives(memoryTree({ 'dictionary.yaml': manifest, 'x.yaml': other }));
      }),
      { numRuns: 500 },
    );
  });

  it('of any file of the real dictionary, changed at random', () => {
    fc.assert(
      fc.property(changed, ({ file, text }) => {
        if (file.endsWith('.csv'))
          survives(
            memoryTree({ 'dictionary.yaml': MANIFEST, 'a.csv': text, 'a.yaml': 'codelists: { a: { file: a.csv } }' }),
          );
        else survives(memoryTree({ 'dictionary.yaml': MANIFEST, [file]: text }));
      }),
      { numRuns: 200 },
    );
  });

  it('of the real dictionary as a whole, one file of it changed at random', () => {
    const disk = diskTree(root, '');
    fc.assert(
      fc.property(changed, ({ file, text }) => {
        const bytes = new TextEncoder().encode(text);
        survives({ ...disk, read: (name) => (name === file ? bytes : disk.read(name)) });
      }),
      { numRuns: 15 },
    );
  });
});
