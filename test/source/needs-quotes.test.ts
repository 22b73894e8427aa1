import { describe, expect, it } from 'vitest';
import { DAMAGED, yaml } from '../support/yaml.ts';

describe('A text that YAML would change is an error, and read as it was meant', () => {
  it.each([
    '[a] b',
    '{a} b',
    '*a b',
    '*required* question',
    '| a',
    '|a',
    '> 5',
    '>= 5',
    '>a',
    '% a',
    '%a',
    '@a',
    '`a`',
    ', a',
    '- a',
    '? a',
    ']',
    '}',
    '*',
    '&',
    '@',
  ])('a text that begins with a sign: %s', (typed) => {
    const marks = `${' '.repeat(5)}${'^'.repeat(typed.length)} needs-quotes: A text that begins with ${typed[0]} is`;
    expect(yaml(`one: x\nkey: ${typed}\n${marks}\nnext: y\n`)).toEqual({ one: 'x', key: typed, next: 'y' });
  });

  it.each(['*a', '&a', '&Food aid', '!a', '! a', '!!str a', '!'])(
    'a text that YAML reads as a sign of its own: %s',
    (typed) => {
      const marks = `${' '.repeat(5)}${'^'.repeat(typed.length)} needs-quotes: YAML reads the ${typed[0]} in front of "${typed}"`;
      expect(yaml(`key: ${typed}\n${marks}\nnext: y\n`)).toEqual({ key: DAMAGED, next: 'y' });
    },
  );

  it.each(['>2', '|2', '>-2'])('a text that begins like a long text: %s', (typed) => {
    const marks = `     ${'^'.repeat(typed.length)} needs-quotes: read by YAML as the beginning of a long text`;
    expect(yaml(`key: ${typed}\n${marks}\nnext: y\n`)).toEqual({ key: DAMAGED, next: 'y' });
  });

  it.each(['a: b', 'a: b: c', 'http://x: y', 'a:', 'Note: see (a: b)'])('a colon and a blank: %s', (typed) => {
    const marks = `     ${'^'.repeat(typed.length)} needs-quotes: A colon and a blank inside a text begin a new key`;
    expect(yaml(`key: ${typed}\n${marks}\nnext: y\n`)).toEqual({ key: typed, next: 'y' });
  });

  it('more text after a closing quote', () => {
    const text = `
      a: "\${x}" > 5
         ^^^^^^^^^^ needs-quotes: After the closing quote stands more text
      b: 'it's me'
         ^^^^^^^^^ needs-quotes: The ' inside the text ends it
      c: "say "hi" now"
         ^^^^^^^^^^^^^^ needs-quotes: The " inside the text ends it
      d: ok
    `;
    expect(yaml(text)).toEqual({ a: '"${x}" > 5', b: "it's me", c: 'say "hi" now', d: 'ok' });
  });

  it('a backslash in double quotes', () => {
    const text = `
      a: "one\\ntwo"
             ^^ needs-quotes: In double quotes YAML reads \\n as a sign of its own
      b: "^\\d+$"
           ^^ needs-quotes: In double quotes YAML reads \\d as a sign of its own
      c: '^\\d+$'
      d: ^\\d+$
    `;
    expect(yaml(text)).toEqual({ a: 'one\ntwo', b: '^\\d+$', c: '^\\d+$', d: '^\\d+$' });
  });
});

describe('Inside { } and [ ]', () => {
  it('a comma ends a text', () => {
    const text = `
      a: { label: Hello, dear friend, b: c }
                         ^^^^^^^^^^^ needs-quotes: a comma ends the text, so "dear friend" is read as a key
    `;
    expect(yaml(text)).toEqual({ a: { label: 'Hello', b: 'c' } });
  });

  it('a reference begins a map', () => {
    const text = `
      a: { relevant: \${x} > 1 and \${y} = 2, b: c }
                     ^^^^ needs-quotes: reads the { of a reference as the beginning of a new map
      b: [one, \${x}, "\${y}"]
               ^^^^ needs-quotes
      c: { label: "Hello \${x}, dear" }
      d:
        - { relevant: "\${a}", b: \${c} }
                                 ^^^^ needs-quotes
    `;
    expect(yaml(text)).toEqual({
      a: { relevant: '${x} > 1 and ${y} = 2', b: 'c' },
      b: ['one', '${x}', '${y}'],
      c: { label: 'Hello ${x}, dear' },
      d: [{ relevant: '${a}', b: '${c}' }],
    });
  });

  it('a colon and a blank begin a key', () => {
    const text = `
      a: { label: Yes: no, b: c }
                  ^^^^^^^ needs-quotes: A colon and a blank inside a text begin a new key
      b: [x, y: z: w]
                ^^^^ needs-quotes
    `;
    expect(yaml(text)).toEqual({ a: { label: 'Yes: no', b: 'c' }, b: ['x', { y: 'z: w' }] });
  });

  it('a sign begins something else', () => {
    const text = `
      a: { label: @home, b: c }
                  ^^^^^ needs-quotes: A text that begins with @
      b: [|x, y]
          ^^ needs-quotes: A text that begins with |
    `;
    expect(yaml(text)).toEqual({ a: { label: '@home', b: 'c' }, b: ['|x', 'y'] });
  });

  it('a key has a value', () => {
    const text = `
      codes: { yes, no }
               ^^^ needs-quotes: each part is a key with a value, and "yes" has none
                    ^^ needs-quotes: a comma ends the text
    `;
    expect(yaml(text)).toEqual({ codes: {} });
  });

  it('a number sign swallows the rest of the line', () => {
    const text = `
      a: { label: No #1, b: c }
                     ^^^^^^^^^^ needs-quotes: this part of the line is lost: #1, b: c }
      b: y
    `;
    expect(yaml(text)).toEqual({ a: { label: 'No #1', b: 'c' }, b: 'y' });
  });

  it('a key without a value, but with its colon, is blank', () => {
    expect(yaml('a: { b:, c: , d: }\n')).toEqual({ a: { b: '(blank)', c: '(blank)', d: '(blank)' } });
  });
});
