import { describe, expect, it } from 'vitest';
import { readSnippet } from './markers.ts';
import { reading } from './tester.ts';

const WRONG = 'variables:\n  a: { type: text, lable: A }\n';

describe('The tester', () => {
  it('takes the markers out of what is compiled', () => {
    const { text, markers } = readSnippet(`
      a: b
         ^ some-rule: words
    `);
    expect(text).toBe('a: b\n');
    expect(markers).toEqual([{ line: 1, column: 4, length: 1, rule: 'some-rule', message: 'words' }]);
  });

  it('accepts what is announced, in place, by rule and with part of the message', () => {
    reading.expect(`${WRONG}                   ^^^^^ unknown-key: "lable"\n`);
  });

  it.each([
    ['a finding that is not announced', WRONG],
    ['one that is announced and does not occur', 'variables:\n^^^^^^^^^ unknown-key\n'],
    ['another place', `${WRONG}                  ^^^^^ unknown-key\n`],
    ['another rule', `${WRONG}                   ^^^^^ wrong-value\n`],
    ['another message', `${WRONG}                   ^^^^^ unknown-key: "label" is not\n`],
  ])('refuses %s', (_name, text) => {
    expect(() => reading.expect(text)).toThrow('to be');
  });

  it('adds the rules where it is asked to, and stays as it was', () => {
    const text = 'variables:\n  a: { type: txt, label: A }\n             ^^^ unknown-type\n';
    reading.checked().expect(text);
    expect(() => reading.expect(text)).toThrow();
  });
});
