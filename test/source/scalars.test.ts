import { describe, expect, it } from 'vitest';
import { BLANK, yaml } from '../support/yaml.ts';

describe('Every scalar is text as typed', () => {
  // prettier-ignore
  it.each([
    '07', '1.10', '1e3', '0x1F', '0o17', '1_000', '+1', '.5', '12:30:45', '.inf', '.nan',
    'yes', 'no', 'Yes', 'on', 'off', 'true', 'FALSE', 'y', 'null', 'NULL', '~', '=', '<<',
    '2024-01-31', '2024-01-31T10:00:00Z', '. > 0 and . <= 50', "selected(., 'a')", '${a} + ${b}', 'a,b', 'a{b}',
    "it's", 'say "hi"', 'C:\\temp', 'http://example.org/a:b', 'a#b', 'aa#', '-1', '?a', ':a',
  ])('%s', (typed) => {
    expect(yaml(`key: ${typed}\nlist:\n  - ${typed}\n`)).toEqual({ key: typed, list: [typed] });
  });

  it('keys are text as well', () => {
    expect(yaml('07: a\nyes: b\nnull: c\n~: d\n1.0: e\n"": f\n')).toEqual({
      '07': 'a',
      yes: 'b',
      null: 'c',
      '~': 'd',
      '1.0': 'e',
      '': 'f',
    });
  });

  it('an empty value is blank, an empty text is a text', () => {
    expect(yaml('a:\nb: ""\nc: \'\'\nd: |\nlist:\n  -\n  - ""\n')).toEqual({
      a: BLANK,
      b: '',
      c: '',
      d: '',
      list: [BLANK, ''],
    });
  });

  it('a text may go over several lines in every style', () => {
    const text = `
      plain: one
        two

        three
      single: 'one
        two'
      double: "one
        two"
      folded: >
        one
        two
      literal: |
        one
         two  # no comment

        three
    `;
    expect(yaml(text)).toEqual({
      plain: 'one two\nthree',
      single: 'one two',
      double: 'one two',
      folded: 'one two',
      literal: 'one\n two  # no comment\n\nthree',
    });
  });

  it('line breaks at the end of a long text are left out, however they are asked for', () => {
    const text = `
      a: |+
        one

      b: >-
        two
      c: |-
        three
    `;
    expect(yaml(text)).toEqual({ a: 'one', b: 'two', c: 'three' });
  });

  it('a doubled quote in single quotes is one', () => {
    expect(yaml("a: 'it''s ''here'''\n")).toEqual({ a: "it's 'here'" });
  });

  it('a directive and the marks around the one document are no text', () => {
    expect(yaml('%YAML 1.2\n---\na: b\n...\n')).toEqual({ a: 'b' });
  });

  it('blanks around keys and values count nothing', () => {
    expect(yaml('a : b  \n"c" :   d\n')).toEqual({ a: 'b', c: 'd' });
  });

  it.each(['', '\n\n', '# only a comment', '---\n', '# a\n\n# b\n'])('a file of %j holds nothing', (text) => {
    expect(yaml(text)).toBe(BLANK);
  });
});

describe('Names that mean something to JavaScript are names like any other', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'length'])('%s', (name) => {
    const data = yaml(`${name}: { ${name}: ${name} }\nlist: [${name}]\n`);
    expect(Object.entries(data)).toEqual([
      [name, Object.fromEntries([[name, name]])],
      ['list', [name]],
    ]);
  });
});
