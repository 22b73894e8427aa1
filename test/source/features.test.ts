import { describe, expect, it } from 'vitest';
import { DAMAGED, yaml } from '../support/yaml.ts';

describe('What YAML has and the language has not', () => {
  it('anchors, aliases and merge keys', () => {
    const text = `
      base: &base { a: b }
            ^^^^^ yaml-feature: The anchor "&base"
      list: &list
            ^^^^^ yaml-feature: The anchor "&list"
        - x
      same: *base
            ^^^^^ needs-quotes: YAML reads the * in front of "*base"
      more:
        <<: *base
        ^^ yaml-feature: The merge key <<
        c: d
    `;
    expect(yaml(text)).toEqual({ base: { a: 'b' }, list: ['x'], same: DAMAGED, more: { c: 'd' } });
  });

  it('but a key in quotes is a key', () => {
    expect(yaml("'<<': a\n")).toEqual({ '<<': 'a' });
  });

  it('tags', () => {
    const text = `
      a: !!map
         ^^^^^ yaml-feature: The tag "!!map"
        b: c
      d: !mine [x]
         ^^^^^ yaml-feature: The tag "!mine"
      e: !!str 07
         ^^^^^^^^ needs-quotes: YAML reads the ! in front of "!!str 07"
    `;
    expect(yaml(text)).toEqual({ a: { b: 'c' }, d: ['x'], e: DAMAGED });
  });

  it('several documents', () => {
    expect(yaml('a: b\n---\n^^^ yaml-feature: A second document\nc: d\n---\ne: f\n')).toEqual({ a: 'b' });
  });

  it('keys that are no words', () => {
    const text = `
      [a, b]: c
      ^^^^^^ yaml-feature: A key that is no single word
      ? { d: e }
        ^^^^^^^^ yaml-feature: A key that is no single word
      : f
      g: h
    `;
    expect(yaml(text)).toEqual({ g: 'h' });
  });

  it('a question mark in front of a key that is a word does no harm', () => {
    expect(yaml('? a\n: b\n')).toEqual({ a: 'b' });
  });
});
