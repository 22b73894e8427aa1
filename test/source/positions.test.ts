import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCollector } from '../../src/diagnostics/collector.ts';
import { locate, type SourceString } from '../../src/source/source-string.ts';
import { parseYaml } from '../../src/source/yaml/parse.ts';

/** A stretch of a scalar: how it is written, and what YAML makes of it. */
interface Part {
  readonly file: string;
  readonly value: string;
}

const same = (text: string): Part => ({ file: text, value: text });
const letter = fc.constantFrom('a', 'b', 'é', '😀', 'ع', '𝒳', '{', '$', '#', ':x', 'e\u0301', '\u00A0', '-').map(same);
const wordOf = (...more: readonly Part[]): fc.Arbitrary<readonly Part[]> =>
  fc
    .array(fc.oneof(letter, fc.constantFrom(same('z'), ...more)), { minLength: 1, maxLength: 5 })
    .map((parts) => [same('w'), ...parts]);

const blank: Part = same(' ');
const fold: Part = { file: '\n    ', value: ' ' };
const emptyLine: Part = { file: '\n\n    ', value: '\n' };
const emptyLines: Part = { file: '  \n \n\n    ', value: '\n\n' };
const nextLine: Part = { file: '\n    ', value: '\n' };

/** Words with a separator between each two of them. */
const sentence = (word: fc.Arbitrary<readonly Part[]>, ...between: readonly Part[]): fc.Arbitrary<readonly Part[]> =>
  fc
    .array(fc.tuple(fc.constantFrom(...between), word), { minLength: 1, maxLength: 6 })
    .map((all) => all.flatMap(([separator, parts], index) => (index === 0 ? parts : [separator, ...parts])));

interface Style {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly parts: fc.Arbitrary<readonly Part[]>;
}

const doubled: Part = { file: "''", value: "'" };
const escapes: readonly Part[] = [
  { file: '\\"', value: '"' },
  { file: '\\\\', value: '\\' },
  { file: '\\n', value: '\n' },
  { file: '\\x41', value: 'A' },
  { file: '\\u00e9', value: 'é' },
  { file: '\\U0001F600', value: '😀' },
  { file: '\\/', value: '/' },
];
const escapedBreak: Part = { file: '\\\n    ', value: '' };

const styles: readonly Style[] = [
  { name: 'plain', before: '', after: '', parts: sentence(wordOf(same("'"), same('"')), blank) },
  { name: 'plain over lines', before: '', after: '', parts: sentence(wordOf(), blank, fold, emptyLine, emptyLines) },
  { name: 'plain that begins below its key', before: '\n    ', after: '', parts: sentence(wordOf(), blank, fold) },
  { name: 'single-quoted', before: "'", after: "'", parts: sentence(wordOf(doubled, same('"'), same('\\')), blank) },
  {
    name: 'single-quoted over lines',
    before: "'",
    after: "'",
    parts: sentence(wordOf(doubled), blank, same('  '), fold, emptyLine, emptyLines),
  },
  { name: 'double-quoted', before: '"', after: '"', parts: sentence(wordOf(same("'"), ...escapes), blank) },
  {
    name: 'double-quoted over lines',
    before: '"',
    after: '"',
    parts: sentence(wordOf(...escapes), blank, fold, emptyLine, emptyLines, escapedBreak),
  },
  {
    name: 'literal',
    before: '|\n    ',
    after: '',
    parts: sentence(wordOf(doubledApart()), blank, same(' # '), nextLine),
  },
  {
    name: 'literal with empty lines',
    before: '|-\n    ',
    after: '',
    parts: literal({ file: '\n\n    ', value: '\n\n' }),
  },
  {
    name: 'literal with deeper lines',
    before: '|\n    ',
    after: '',
    parts: literal({ file: '\n      ', value: '\n  ' }),
  },
  { name: 'folded', before: '>\n    ', after: '', parts: sentence(wordOf(same("'")), blank, fold, emptyLine) },
  { name: 'folded, with a comment above', before: '>- # why\n    ', after: '', parts: sentence(wordOf(), blank, fold) },
  { name: 'folded with deeper lines', before: '>\n    ', after: '', parts: deeper() },
];

function doubledApart(): Part {
  return same("''");
}

function literal(more: Part): fc.Arbitrary<readonly Part[]> {
  return sentence(wordOf(), blank, nextLine, more);
}

/** Deeper lines keep their line breaks and their indentation. */
function deeper(): fc.Arbitrary<readonly Part[]> {
  const block: Part = { file: '\n      ', value: '\n  ' };
  return fc.tuple(wordOf(), wordOf(), wordOf()).map(([a, b, c]) => [...a, block, ...b, nextLine, ...c]);
}

function read(text: string): SourceString {
  const { root } = parseYaml({ path: 'x.yaml', text }, createCollector().report);
  const value = root?.kind === 'map' ? root.pairs[1]?.value : undefined;
  if (value?.kind !== 'text') throw new Error(`no text in ${JSON.stringify(text)}`);
  return value.string;
}

function offsetOf(string: SourceString, start: number, end: number): { start: number; end: number } {
  const at = locate(string, { start, end });
  if (at.kind !== 'text') throw new Error('no place in a text');
  return at;
}

describe('Every character of a value knows where it was typed', () => {
  for (const lineEnd of ['\n', '\r\n']) {
    for (const { name, before, after, parts } of styles) {
      it(`in ${name} scalars with ${lineEnd === '\n' ? 'LF' : 'CRLF'}`, () => {
        fc.assert(
          fc.property(parts, fc.constantFrom('', '\nnext: y\n'), (written, rest) => {
            const head = withEnds(`first: x\nkey: ${before}`, lineEnd);
            const placed = written.map(({ file, value }) => ({ file: withEnds(file, lineEnd), value }));
            const string = read(head + placed.map(({ file }) => file).join('') + withEnds(after + rest, lineEnd));
            expect(string.text).toBe(placed.map(({ value }) => value).join(''));
            expectParts(string, placed, head.length);
          }),
          { numRuns: 300 },
        );
      });
    }
  }
});

function withEnds(text: string, lineEnd: string): string {
  return text.replaceAll('\n', lineEnd);
}

function expectParts(string: SourceString, parts: readonly Part[], from: number): void {
  let offset = from;
  let index = 0;
  for (const [at, { file, value }] of parts.entries()) {
    // What stands for nothing, as an escaped line break, belongs to the character in front of it.
    const nothing = parts[at + 1]?.value === '' ? (parts[at + 1]?.file.length ?? 0) : 0;
    for (let unit = 0; unit < value.length; unit += 1) {
      const { start, end } = offsetOf(string, index + unit, index + unit + 1);
      const isFold = value.trim() === '' && value.length !== file.length;
      if (!isFold) expect(start).toBe(value.length === file.length ? offset + unit : offset);
      expect(start).toBeGreaterThanOrEqual(offset);
      expect(end).toBeLessThanOrEqual(offset + file.length + nothing);
    }
    index += value.length;
    offset += file.length;
  }
}
