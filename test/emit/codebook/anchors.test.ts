import { describe, expect, it } from 'vitest';
import { anchor } from '../../../src/emit/codebook/anchors.ts';

describe('an anchor', () => {
  it('is made of letters, digits and signs that mean nothing, and differs where names differ', () => {
    expect(anchor('v', 'hh_size')).toBe('v-hh_size');
    expect(anchor('f', 'a', 'b')).toBe('f-a.-.b');
    expect(anchor('v', 'é')).toBe('v-.e9.');
    expect(anchor('v', 'a.-.b')).not.toBe(anchor('v', 'a', 'b'));
    expect(anchor('v', '"><script>')).toMatch(/^[\w.-]+$/);
    expect(anchor('v', '😀')).toBe('v-.1f600.');
  });
});
