import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../../src/expression/evaluate/regex/pattern.ts';

function fits(pattern: string, text: string): boolean | string {
  const compiled = compilePattern(pattern);
  return compiled.kind === 'pattern' ? compiled.fits(text) : compiled.reason;
}

describe('patterns', () => {
  it.each([
    // The whole text has to fit.
    ['abc', 'xabcx', false],
    ['^abc$', 'abc', true],
    ['', '', true],
    ['07[0-9]{8}', '0712345678', true],
    ['07[0-9]{8}', '071234567', false],
    ['[0-9]{2,4}', '12345', false],
    ['(ab|cd)+', 'abcdab', true],
    ['a*?b+?', 'aabb', true],
    [String.raw`\d{2}/\d{2}`, '12/34', true],
    [String.raw`\w+@\w+\.\w+`, 'a@b.org', true],
    [String.raw`\d`, '٣', false],
    ['.', '😀', true],
    ['.', '\n', false],
    ['[^a-c]', 'd', true],
    ['[]a]', ']', true],
    ['[a-z&&[^b]]', 'b', false],
    ['[a[0-9]]', '7', true],
    [String.raw`[\d-]+`, '1-2', true],
    [String.raw`\p{L}+`, 'زينب', true],
    [String.raw`\p{IsArabic}+`, 'abc', false],
    [String.raw`\p{Alpha}`, 'é', false],
    ['(?i)abc', 'aBC', true],
    [String.raw`\Qa.b\E`, 'a.b', true],
    [String.raw`a\b.*`, 'a b', true],
    [String.raw`\u0041\x42`, 'AB', true],
    ['(?<year>[0-9]{4})', '2024', true],
  ])('%s on %j: %s', (pattern, text, outcome) => {
    expect(fits(pattern, text)).toBe(outcome);
  });

  it.each(['(', 'a)', '[a', 'a{', '*a', 'a{2,1}', String.raw`\1`, String.raw`\k`, '(?=a)', 'a++', '(?s)a', '[b-a]'])(
    '%s is refused with a reason',
    (pattern) => {
      expect(fits(pattern, 'a')).toMatch(/^The pattern /);
    },
  );

  it('cannot hang, whatever the pattern', () => {
    const text = `${'a'.repeat(5000)}!`;
    for (const pattern of ['(a+)+b', '(a|a)*b', '(a|aa)+$', '(.*)*(.*)*x', '(a*)*b'])
      expect(fits(pattern, text)).toBe(false);
  });

  it('is not made larger than it can be tried', () => {
    expect(fits('((a{100}){100}){100}', 'a')).toBe('The pattern repeats too much');
    expect(fits('('.repeat(10_000), 'a')).toMatch(/parentheses/);
    expect(fits('['.repeat(10_000), 'a')).toMatch(/brackets/);
  });

  it('says the same as the regular expressions of JavaScript where both mean the same', () => {
    const part = fc.constantFrom(
      'a',
      'b',
      '[ab]',
      '[^a]',
      '(a|b)',
      'a*',
      '(ab)+',
      'b?',
      '(a|)',
      'a{2}',
      '(b{1,2}a)*',
      '.',
    );
    const pattern = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''));
    const text = fc.array(fc.constantFrom('a', 'b'), { maxLength: 8 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(pattern, text, (source, tried) => {
        expect(fits(source, tried)).toBe(new RegExp(`^(?:${source})$`, 'u').test(tried));
      }),
      { numRuns: 500 },
    );
  });

  it('takes any text for a pattern, and answers', () => {
    const signs = fc.constantFrom(...String.raw`ab[]()\{}|*+?^$-&.,0123pQE<>:i`);
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 12 }), (parts) => {
        expect(['boolean', 'string']).toContain(typeof fits(parts.join(''), 'aab'));
      }),
      { numRuns: 2000 },
    );
  });
});
