import { describe, expect, it } from 'vitest';
import { DAMAGED, read, yaml } from '../support/yaml.ts';

describe('A quote that is not closed is shown where it opens', () => {
  it.each(['"', "'"])('%s', (mark) => {
    const text = `
      a: x
      b: ${mark}text without end
         ^ yaml-syntax: The text that begins here with ${mark} has no closing ${mark}
      c: ${mark}closed${mark}
      d: it's
      e: y
    `;
    expect(yaml(text)).toEqual({ a: 'x', b: 'text without end', c: 'closed', d: "it's", e: 'y' });
  });

  it.each(['"', "'"])('deep in a long file, among many other quotes: %s', (mark) => {
    const lines = (from: number): string =>
      Array.from(
        { length: 500 },
        (_, index) => `  key${from + index}: { label: ${mark}It is${mark}, hint: don't }\n`,
      ).join('');
    const text = `all:\n${lines(0)}  odd: ${mark}open\n       ^ yaml-syntax\n${lines(1000)}`;
    const { all } = yaml(text) as { all: Record<string, unknown> };
    expect(Object.keys(all)).toHaveLength(1001);
    expect(all['odd']).toBe('open');
    expect(all['key1499']).toEqual({ label: 'It is', hint: "don't" });
  });

  it('inside { } and [ ]', () => {
    const text = `
      a: { b: c, d: "e }
                    ^ yaml-syntax: no closing "
      f: [g, 'h, i]
             ^ yaml-syntax: no closing '
      j: k
    `;
    expect(yaml(text)).toEqual({ a: { b: 'c', d: 'e' }, f: ['g', 'h, i'], j: 'k' });
  });

  it('where the next quote seems to close it', () => {
    const text = `
      a:
        b: "open
           ^ yaml-syntax: no closing "
      c: "closed"
      d: y
    `;
    expect(yaml(text)).toEqual({ a: { b: 'open' }, c: 'closed', d: 'y' });
  });
});

describe('A bracket that is not closed is shown where it opens', () => {
  it('on one line', () => {
    const text = `
      a: [one, two
         ^ yaml-syntax: The [ that opens here is not closed
      b:
        - { c: d, e: f
          ^ yaml-syntax: The { that opens here is not closed
        - g
      h: i
    `;
    expect(yaml(text)).toEqual({ a: DAMAGED, b: [DAMAGED, 'g'], h: 'i' });
  });

  it('inside another bracket that is', () => {
    const text = `
      a: { b: [c, d }
              ^ yaml-syntax: The [ that opens here is not closed
      e: f
    `;
    expect(yaml(text)).toEqual({ a: DAMAGED, e: 'f' });
  });

  it('over several lines', () => {
    const text = `
      a: {
         ^ yaml-syntax: The { that opens here is not closed
        b: c,
        d: e
      f: g
    `;
    expect(yaml(text)).toEqual({ a: DAMAGED, f: 'g' });
  });
});

describe('A line in the wrong column', () => {
  it('indented with tabs: one finding for the file', () => {
    const text = 'a:\n\tb: c\n^ yaml-syntax: indented with a tab\n\td: e\nf: g\n';
    expect(yaml(text)).toEqual({ a: { b: 'c', d: 'e' }, f: 'g' });
    expect(yaml('a:\n  b: c\n\td: e\n^ yaml-syntax: indented with a tab\nf: g\n')).toEqual({ a: { b: 'c' }, f: 'g' });
  });

  it('a tab that indents nothing is a blank', () => {
    expect(yaml('a:\tb\nc: d\te\n')).toEqual({ a: 'b', c: 'd\te' });
  });

  it('deeper than a line that has its value already', () => {
    const text = `
      a:
        b: c
         d: e
         ^^^^ yaml-syntax: indented deeper than the line above it, which has its value already
      f: g
    `;
    expect(yaml(text)).toEqual({ a: { b: 'c' }, f: 'g' });
  });

  it('between the levels above it', () => {
    const text = `
      a:
          b: c
        d:
        ^^ yaml-syntax: indented differently from the lines above
          e: f
      g:
        - h
       - i
       ^^^ yaml-syntax: indented differently from the lines above
      j: k
    `;
    expect(yaml(text)).toEqual({ a: { b: 'c' }, g: ['h'], j: 'k' });
  });

  it('without a colon, or without a blank after it', () => {
    const text = `
      a:
        b: c
        forgotten
        ^^^^^^^^^ yaml-syntax: This line has no colon
        d:e
        ^^^ yaml-syntax: After the colon a blank is missing
        f: g
      h: i
    `;
    expect(yaml(text)).toEqual({ a: { b: 'c', f: 'g' }, h: 'i' });
  });

  it('a long text that ends too early', () => {
    const text = `
      a: |
        one
      two
      ^^^ yaml-syntax: This line has no colon
      b: c
    `;
    expect(yaml(text)).toEqual({ a: 'one', b: 'c' });
  });
});

describe('Several mistakes in one file', () => {
  it('give one finding each, and the rest is read', () => {
    const text = `
      a: x: y
         ^^^^ needs-quotes
      b: [z] w
         ^^^^^ needs-quotes
      c: @d
         ^^ needs-quotes
      e: "f
         ^ yaml-syntax: no closing "
      g:
        h: i
         j: k
         ^^^^ yaml-syntax: deeper
      l: { m: \${n} }
              ^^^^ needs-quotes
      o: [p
         ^ yaml-syntax: not closed
      q: *r
         ^^ needs-quotes
      s: "\\t"
          ^^ needs-quotes
      t: u
    `;
    expect(yaml(text)).toEqual({
      a: 'x: y',
      b: '[z] w',
      c: '@d',
      e: 'f',
      g: { h: 'i' },
      l: { m: '${n}' },
      o: DAMAGED,
      q: DAMAGED,
      s: '\t',
      t: 'u',
    });
  });

  it('a file is damaged only where lines were left out', () => {
    expect(read('a: b: c\nd: [e\nf: "g\n').file.damaged).toBe(false);
    expect(read('a:\n  b: c\n d: e\n').file.damaged).toBe(true);
  });

  it('more than twenty are shown in the next run', () => {
    const { seen, file } = read(Array.from({ length: 30 }, (_, index) => `k${index}: a: b\n`).join(''));
    expect(seen).toHaveLength(20);
    expect(file.damaged).toBe(true);
  });
});
