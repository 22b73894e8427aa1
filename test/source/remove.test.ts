import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/range.ts';
import type { Entry, TextEntry } from '../../src/source/entry.ts';
import { parseYaml } from '../../src/source/yaml/parse.ts';
import { removal } from '../../src/source/yaml/remove.ts';
import { writeYaml, type WrittenMap } from '../../src/source/yaml/write.ts';

function rootOf(text: string): Entry | undefined {
  return parseYaml({ path: 'a.yaml', text }, () => undefined).root;
}

function textsIn(entry: Entry): readonly TextEntry[] {
  if (entry.kind === 'text') return [entry];
  if (entry.kind === 'map') return entry.pairs.flatMap(({ value }) => textsIn(value));
  return entry.kind === 'list' ? entry.items.flatMap(textsIn) : [];
}

/** The file without the text of these words. */
function without(text: string, words: string, bare: readonly string[] = []): string {
  const root = rootOf(text);
  const found = root && textsIn(root).find(({ string }) => string.text === words);
  const edit = root && found && removal(root, found.location, bare);
  if (!edit) throw new RangeError(`${words} does not stand in the file`);
  return applyEdits(text, [edit]);
}

describe('taking a key out of a file', () => {
  it('takes its line, with the comment behind it, and leaves the rest as it is', () => {
    expect(without('a:\n  b: one   # why\n  # of c\n  c: two\n', 'one')).toBe('a:\n  # of c\n  c: two\n');
  });

  it('takes all lines of a long text', () => {
    expect(without('a:\n  b: |\n    one\n    more\n  c: two\n', 'one\nmore')).toBe('a:\n  c: two\n');
    expect(without('a: one', 'one')).toBe('');
  });

  it('takes the comma with it inside of braces', () => {
    expect(without('a: { b: one, c: two, d: three }\n', 'one')).toBe('a: { c: two, d: three }\n');
    expect(without('a: { b: one, c: two, d: three }\n', 'two')).toBe('a: { b: one, d: three }\n');
    expect(without('a: { b: one, c: two, d: three }\n', 'three')).toBe('a: { b: one, c: two }\n');
  });

  it('takes what would hold nothing more', () => {
    expect(without('a:\n  b:\n    c: one\nd: two\n', 'one')).toBe('d: two\n');
    expect(without('a: { b: { c: one }, d: two }\n', 'one')).toBe('a: { d: two }\n');
  });

  it('takes what would say only of what it is', () => {
    const two = 'change:\n  - item: x\n    label: one\n  - item: y\n    label: two\n';
    expect(without(two, 'one', ['item'])).toBe('change:\n  - item: y\n    label: two\n');
    expect(without('a: 1\nchange:\n  - { item: x, label: one }\n', 'one', ['item'])).toBe('a: 1\n');
  });

  it('leaves the dash of a list where its first key goes', () => {
    expect(without('a:\n  - b: one\n    c: two\n', 'one')).toBe('a:\n  - c: two\n');
  });

  it('leaves what was written but for what it takes, whatever stands there', () => {
    const words = fc.stringMatching(/^[a-z0-9 :#'"{},-]{0,12}$/);
    const { tree } = fc.letrec<{ tree: WrittenMap }>((tie) => ({
      tree: fc
        .array(fc.tuple(fc.stringMatching(/^[a-z]{1,4}$/), fc.oneof({ maxDepth: 3 }, words, tie('tree'))), {
          minLength: 1,
          maxLength: 4,
        })
        .map((pairs) => new Map(pairs)),
    }));
    fc.assert(
      fc.property(tree, fc.nat(), (map, pick) => {
        const text = writeYaml(map);
        const root = rootOf(text);
        const leaves = root ? leavesOf(root) : [];
        const leaf = leaves[pick % leaves.length];
        if (!root || !leaf) throw new RangeError('there is a leaf');
        const edit = removal(root, leaf.location);
        if (!edit) throw new RangeError('it can be taken out');
        expect(leavesIn(applyEdits(text, [edit]))).toEqual(
          leaves.filter((each) => each !== leaf).map(({ way }) => way),
        );
      }),
      { numRuns: 400 },
    );
  });
});

interface Leaf {
  /** Its keys and its text, from the file inwards. */
  readonly way: string;
  readonly location: TextEntry['location'];
}

function leavesOf(entry: Entry, way: readonly string[] = []): readonly Leaf[] {
  if (entry.kind === 'map') return entry.pairs.flatMap(({ key, value }) => leavesOf(value, [...way, key.text]));
  return entry.kind === 'text' ? [{ way: JSON.stringify([...way, entry.string.text]), location: entry.location }] : [];
}

function leavesIn(text: string): readonly string[] {
  const root = rootOf(text);
  return root ? leavesOf(root).map(({ way }) => way) : [];
}
