import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCollector } from '../../src/diagnostics/collector.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { compileProject } from '../../src/dictionary/compile.ts';
import { decode } from '../../src/source/decode.ts';
import { diskTree, type FileTree, memoryTree } from '../../src/source/files.ts';
import { parseYaml } from '../../src/source/yaml/parse.ts';
import { anyText, changed, root } from '../support/any-text.ts';

const MANIFEST = 'lexiform: 1\ndictionary: test\nlanguages: { en: English }\n';

const CORE = `codelists: { a: { country: replace, codes: { a: A, b: B } } }
variables: { a: { type: select_one a, label: A }, b: { like: a } }
modules: { a: { with: { a: 1 }, items: [a, { group: g, items: [b] }] } }
forms: { a: { title: A, items: [{ use: a }, { use: a, prefix: b }] } }
`;

/** Where a country says something of the core. */
const CHANGES = [
  'codelists:\n  a: HERE',
  'codelists:\n  a:\n    codes: HERE',
  'variables:\n  a: HERE',
  'modules:\n  a: HERE',
  'modules:\n  a:\n    change:\n      - HERE',
  'forms:\n  a: HERE',
  'forms:\n  a:\n    change:\n      - HERE',
];

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
  const { diagnostics, countries } = compileProject(tree);
  expectInside(diagnostics);
  for (const country of countries) expectInside(country.compile().diagnostics);
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

  it('of a country whose files are bytes at random', () => {
    const text = fc.oneof(
      anyText,
      anyText.map((more) => `country: xa\n${more}`),
    );
    fc.assert(
      fc.property(text, text, (manifest, other) => {
        survives(
          memoryTree({
            'dictionary.yaml': MANIFEST,
            'core.yaml': CORE,
            'countries/xa/country.yaml': manifest,
            'countries/xa/x.yaml': other,
            'countries/xa/locales/en.yaml': other,
          }),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('of a country that says of the core what may stand anywhere', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...CHANGES), (words, change) => {
        const layer = `country: xa\n${change.replace('HERE', words.replaceAll('\n', '\n        '))}\n`;
        survives(memoryTree({ 'dictionary.yaml': MANIFEST, 'core.yaml': CORE, 'countries/xa/country.yaml': layer }));
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
