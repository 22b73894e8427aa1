import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/range.ts';
import { createCollector } from '../../src/diagnostics/collector.ts';
import type { Entry } from '../../src/source/entry.ts';
import { changesFor } from '../../src/source/yaml/change.ts';
import { yamlEdits } from '../../src/source/yaml/edit.ts';
import { parseYaml } from '../../src/source/yaml/parse.ts';
import { keyText, oneLine, valueText } from '../../src/source/yaml/scalar-text.ts';
import { type Written, type WrittenMap } from '../../src/source/yaml/write.ts';
import { anyText } from '../support/any-text.ts';

type Tree = ReadonlyMap<string, string | Tree>;

function read(text: string): { readonly root: Entry | undefined; readonly messages: readonly string[] } {
  const { report, diagnostics } = createCollector();
  const { root } = parseYaml({ path: 'x.yaml', text }, report);
  return { root, messages: diagnostics().map(({ message }) => message) };
}

function edited(text: string, wanted: WrittenMap): string {
  const source = { path: 'x.yaml', text };
  const { root } = parseYaml(source, () => undefined);
  const changes =
    root?.kind === 'map'
      ? changesFor(root, wanted)
      : [{ kind: 'add', at: { start: 0, end: 0 }, pairs: wanted } as const];
  return applyEdits(text, yamlEdits(source, root, changes));
}

function plain(entry: Entry | undefined): unknown {
  if (entry?.kind === 'map') return new Map(entry.pairs.map(({ key, value }) => [key.text, plain(value)]));
  return entry?.kind === 'text' ? entry.string.text : entry?.kind;
}

function tree(value: Readonly<Record<string, unknown>>): WrittenMap {
  return new Map(
    Object.entries(value).map(([key, inner]): [string, Written] => [
      key,
      typeof inner === 'string' ? inner : tree(inner as Readonly<Record<string, unknown>>),
    ]),
  );
}

describe('a change of a file', () => {
  it('leaves comments, order and quotes as they are', () => {
    const text = `# French texts
variables:
  hh_size:  # of the household
    label: "Combien ?"   # short
    hint: Comptez tous

  age: { label: Âge }  # years
`;
    const after = edited(
      text,
      tree({ variables: { age: { label: 'Âge révolu', hint: 'En années' }, sex: { label: 'Sexe' } } }),
    );
    expect(after).toBe(`# French texts
variables:
  hh_size:  # of the household
    label: "Combien ?"   # short
    hint: Comptez tous

  age: { label: Âge révolu, hint: En années }  # years
  sex:
    label: Sexe
`);
  });

  it('takes brackets apart that would hold Arabic, several lines or too much', () => {
    const text = 'codelists:\n  sex: { codes: { f: X, m: "B" } }  # sex\n  - x: 1\n'.replace('  - x: 1\n', '');
    expect(edited(text, tree({ codelists: { sex: { codes: { f: 'أنثى' } } } }))).toBe(
      'codelists:\n  sex:  # sex\n    codes:\n      f: أنثى\n      m: B\n',
    );
    expect(edited(text, tree({ codelists: { sex: { codes: { f: 'a\nb' } } } }))).toContain(
      'f: |\n        a\n        b\n',
    );
    expect(edited(text, tree({ codelists: { sex: { label: 'x'.repeat(120) } } }))).toContain(
      `    label: ${'x'.repeat(120)}`,
    );
  });

  it('takes apart what stands behind a dash, and what the whole file is', () => {
    const text = 'items:\n  - { note: thanks, label: { en: Thanks, fr: "" } }\n  - hh_size\n';
    const source = { path: 'x.yaml', text };
    const { root } = parseYaml(source, () => undefined);
    const start = text.indexOf('""');
    const edits = yamlEdits(source, root, [{ kind: 'replace', at: { start, end: start + 2 }, value: 'شكرا' }]);
    expect(applyEdits(text, edits)).toBe(
      'items:\n  - note: thanks\n    label:\n      en: Thanks\n      fr: شكرا\n  - hh_size\n',
    );
    expect(edited('{ variables: { a: { label: X } } }\n', tree({ variables: { a: { label: 'ب' } } }))).toBe(
      'variables:\n  a:\n    label: ب\n',
    );
  });

  it('keeps comments inside brackets, which then stay', () => {
    const text = 'a:\n  {\n    # the first\n    b: X,\n    c: Y\n  }\n';
    expect(edited(text, tree({ a: { c: 'one\ntwo' } }))).toBe(
      "a:\n  {\n    # the first\n    b: X,\n    c: 'one\n\n  two'\n  }\n",
    );
  });

  it('fills what was left open, begins an empty file, and goes on behind one without a line end', () => {
    expect(edited('variables:\nforms:\n  f: { title: X }\n', tree({ variables: { a: { label: 'A' } } }))).toBe(
      'variables:\n  a:\n    label: A\nforms:\n  f: { title: X }\n',
    );
    expect(edited('# to come', tree({ forms: { f: { title: 'T' } } }))).toBe('# to come\nforms:\n  f:\n    title: T\n');
    expect(edited('a:\n  b: X', tree({ a: { c: 'Y' }, d: 'Z' }))).toBe('a:\n  b: X\n  c: Y\nd: Z');
  });

  it('keeps the line ends of Windows', () => {
    expect(edited('a:\r\n  b: X\r\n', tree({ a: { b: 'one\ntwo', c: 'Y' } }))).toBe(
      'a:\r\n  b: |\r\n    one\r\n    two\r\n  c: Y\r\n',
    );
  });

  it('makes a text its own label where it is to have more', () => {
    expect(edited('codes: { f: Femme }\n', tree({ codes: { f: { image: 'f.png' } } }))).toBe(
      'codes: { f: { label: Femme, image: f.png } }\n',
    );
    expect(edited('codes:\n  f: { image: f.png }\n', tree({ codes: { f: 'Femme' } }))).toBe(
      'codes:\n  f: { image: f.png, label: Femme }\n',
    );
  });
});

/** What a translation can be once it is taken over: no blanks around it. */
const words = anyText.map((text) =>
  text
    .replaceAll(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0009\u000B-\u001F\u007F\uFEFF\uFFFE\uFFFF]|\p{Surrogate}/gu, '')
    .trim(),
);
const key = fc.constantFrom('a', 'b', 'label', 'hint', 'é', '1', 'x y', "it's");

function treeOf(depth: number): fc.Arbitrary<Tree> {
  const value: fc.Arbitrary<string | Tree> = depth === 0 ? words : fc.oneof(words, treeOf(depth - 1));
  return fc.array(fc.tuple(key, value), { minLength: 1, maxLength: 4 }).map((pairs) => new Map(pairs));
}

/** The tree as somebody may have written it: some maps in brackets, comments here and there. */
function typed(map: Tree, styles: () => boolean, indent: number): string {
  return [...map]
    .map(([name, value]) => {
      const start = `${' '.repeat(indent)}${keyText(name)}:`;
      const comment = styles() ? '  # why' : '';
      if (typeof value === 'string')
        return `${start} ${valueText(value, indent + 2, '\n').replace(/$|\n/, (end) => comment + end)}\n`;
      if (styles() && canBeInBrackets(value)) return `${start} ${inBrackets(value)}${comment}\n`;
      return `${start}${comment}\n${typed(value, styles, indent + 2)}`;
    })
    .join('');
}

function canBeInBrackets(map: Tree): boolean {
  return [...map.values()].every((value) =>
    typeof value === 'string' ? !value.includes('\n') : canBeInBrackets(value),
  );
}

function inBrackets(map: Tree): string {
  const pairs = [...map].map(
    ([name, value]) => `${keyText(name)}: ${typeof value === 'string' ? oneLine(value, true) : inBrackets(value)}`,
  );
  return `{ ${pairs.join(', ')} }`;
}

/** What should stand there afterwards; a text that gets keys is its label, and a map that gets a text has it as one. */
function merged(map: Tree, wanted: Tree): Tree {
  const after = new Map(map);
  for (const [name, value] of wanted) {
    const known = after.get(name);
    if (known === undefined) after.set(name, value);
    else if (typeof known === 'string')
      after.set(name, typeof value === 'string' ? value : new Map([['label', known], ...value]));
    else after.set(name, merged(known, typeof value === 'string' ? new Map([['label', value]]) : value));
  }
  return after;
}

it('whatever is changed in whatever file: all the rest stays, and it reads back without a finding', () => {
  const tosses = fc.array(fc.boolean(), { minLength: 40, maxLength: 40 });
  fc.assert(
    fc.property(treeOf(2), treeOf(2), tosses, (before, wanted, styles) => {
      let at = 0;
      const text = typed(before, () => styles[at++ % styles.length] ?? false, 0);
      const original = read(text);
      fc.pre(original.messages.length === 0);
      expect(plain(original.root), text).toEqual(before);
      const after = edited(text, wanted);
      const { root, messages } = read(after);
      expect(messages, after).toEqual([]);
      expect(plain(root), after).toEqual(merged(before, wanted));
    }),
    { numRuns: 2000 },
  );
});
