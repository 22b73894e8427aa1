import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCollector, type Report } from '../../src/diagnostics/collector.ts';
import type { SourceText } from '../../src/core/location.ts';
import { parseWithLibrary, type YamlFile } from '../../src/source/yaml/parse.ts';
import { readPlainLines } from '../../src/source/yaml/plain-lines.ts';
import { anyText, changed, realFiles } from '../support/any-text.ts';

/** What a reader makes of a text, and what it tells. */
function outcome(read: (source: SourceText, report: Report) => YamlFile['root'], source: SourceText): unknown {
  const { report, diagnostics } = createCollector();
  return { root: read(source, report), findings: diagnostics() };
}

/** Holds what was read line by line against the library; true where it was read so. */
function agrees(text: string): boolean {
  const source = { path: 'x.yaml', text };
  if (!readPlainLines(source, () => undefined)) return false;
  expect(outcome(readPlainLines, source)).toEqual(
    outcome((from, report) => parseWithLibrary(from, report).root, source),
  );
  return true;
}

const key = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('label', 'q1', 'a.b', 'x-y', '0', 'constructor', '__proto__') },
  fc.constantFrom('très', 'a b', "'a'", '<<', '?', '-', '&a b', 'a#', '#a'),
);
const value = fc.constantFrom(
  '',
  ' ',
  'text',
  'Is it so?',
  '${a} > 3',
  '. <= 9',
  "l'eau",
  'a: b',
  'a:',
  'a #b',
  'a # b',
  '# b',
  'a  # b',
  'x:y',
  'x#y',
  '"a"',
  '"a\n      b"',
  '"a',
  "'it''s'",
  '{ a: b }',
  '{\n      a: b }',
  '{ a: b\n}',
  '[a, b]',
  '- a',
  '\n    - a\n    - b',
  '\n  - a',
  '|\n      a\n\n       b\n',
  '>-\n    a\n    b',
  '|+\n    a\n\n\n',
  '|',
  '> 3',
  'a\n      b',
  'a\n    # b\n      c',
  '\n    a',
  '\n      a: b',
  '&a b',
  '*a',
  '!t b',
  '@a',
  '%a',
  '`a',
  '...',
  '---',
  '-1',
  '~',
  'a\u00A0',
  '\u00A0a',
  'a\t',
  '\ta',
  'عمر',
  '😀',
  'a\\b',
  'a\rb',
  '"\\q"',
);
const after = fc.constantFrom(
  '',
  '',
  '',
  ' ',
  '  # comment',
  ' # comment',
  '\n',
  '\n# comment',
  '\n      # comment',
  '\n  \n',
  '\t',
);
const colon = fc.constantFrom(': ', ': ', ':', ':   ');

const dash = fc.constantFrom('- ', '- ', '- ', '-   ', '-', '-\t', '- - ');

/** Keys with values, keys and lists below keys: indented as it should be. */
function block(indent: string, depth: number): fc.Arbitrary<string> {
  const pair = fc.tuple(key, colon, value, after).map((parts) => `${indent}${parts.join('')}\n`);
  if (depth === 0) return several(pair, pair);
  const inside = fc.oneof(block(`${indent}  `, depth - 1), list(`${indent}  `, depth - 1), list(indent, depth - 1));
  const nested = fc.tuple(key, after, inside).map(([name, end, below]) => `${indent}${name}:${end}\n${below}`);
  return several(pair, nested);
}

/** Items of texts, and of keys that begin in the line of the dash. */
function list(indent: string, depth: number): fc.Arbitrary<string> {
  const text = fc.tuple(dash, value, after).map((parts) => `${indent}${parts.join('')}\n`);
  const keys = fc.tuple(dash, block(`${indent}  `, depth)).map(([mark, below]) => {
    const [first = '', ...others] = below.split('\n');
    return [`${indent}${mark}${first.trimStart()}`, ...others].join('\n');
  });
  return several(text, keys);
}

function several(plain: fc.Arbitrary<string>, nested: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .array(fc.oneof({ weight: 2, arbitrary: plain }, nested), { minLength: 1, maxLength: 3 })
    .map((all) => all.join(''));
}

const mark = fc.constantFrom('', '', '- ');
const anyIndent = fc
  .array(fc.tuple(fc.constantFrom('', '  ', '    ', '   '), mark, key, colon, value, after), { maxLength: 6 })
  .map((all) => all.map((parts) => `${parts.join('')}\n`).join(''));
const lines = fc
  .oneof({ weight: 3, arbitrary: block('', 2) }, anyIndent)
  .chain((text) =>
    fc.constantFrom(text, text.replaceAll('\n', '\r\n'), text.trimEnd(), `---\n${text}`, `\n# first\n${text}`),
  );

describe('What is read line by line is what the library reads', () => {
  it('of keys and values of all kinds, indented well or badly', () => {
    let read = 0;
    fc.assert(
      fc.property(lines, (text) => void (read += Number(agrees(text)))),
      { numRuns: 20_000 },
    );
    expect(read).toBeGreaterThan(1000);
  });

  it('of any text', () => {
    fc.assert(
      fc.property(anyText, (text) => void agrees(text)),
      { numRuns: 5000 },
    );
  });

  it('of the files of the real dictionary, changed at random', () => {
    fc.assert(
      fc.property(changed, ({ text }) => void agrees(text)),
      { numRuns: 300 },
    );
  });

  it.each(realFiles.filter(({ file }) => file.endsWith('.yaml')))('of $file, which it can read', ({ text }) => {
    expect(agrees(text)).toBe(true);
  });
});
