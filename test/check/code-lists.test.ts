import { describe, expect, it } from 'vitest';
import { at } from '../support/outline.ts';
import { reading } from '../support/tester.ts';

const checked = reading.checked();

describe('the codes of a list', () => {
  it('are at least one that is offered', () => {
    checked.expect(`
      codelists:
        none: { label: Nothing }
        ^^^^ empty-code-list
        gone: { codes: { a: { label: A, retired: 1.0.0 } } }
        ^^^^ empty-code-list
        some: { codes: { a: { label: A, retired: 1.0.0 }, b: B } }
        included: { include: [some] }
    `);
  });

  it('stand once each, in the list itself and in what it includes', () => {
    checked.expect(`
      codelists:
        own: { codes: { a: A, b: B, a: Again } }
                                    ^ duplicate-code
        base: { codes: { x: X, other: { label: Other, special: other } } }
                               ^^^^^ duplicate-code
        wider: { include: [base], codes: { other: { label: Else, special: other } } }
        retired: { codes: { a: { label: A, retired: 1.0.0 } } }
        ^^^^^^^ empty-code-list
                            ^ duplicate-code
        reused: { include: [retired], codes: { a: Another meaning } }
    `);
  });

  it('may repeat in a list that is written as a sequence', () => {
    checked.expect(`
      codelists:
        villages:
          attributes: [district]
          codes: [{ code: v, label: One, district: a }, { code: v, label: Two, district: b }]
    `);
  });

  it('are compared exactly, and may be any word', () => {
    checked.expect(`
      codelists:
        l: { codes: { a: A, A: B, 01: C, 1: D, 1.0: E, "n'go": F, constructor: G, __proto__: H, é: I } }
    `);
  });

  it('with a blank are an error where several are stored together, and a warning elsewhere', () => {
    const { findings } = checked.expect(`
      codelists:
        one: { codes: { a b: A } }
                        ^^^ invalid-code
        several: { codes: { a b: A } }
                            ^^^ invalid-code
        ranked: { codes: { a b: A } }
                           ^^^ invalid-code
      forms:
        f:
          items:
            - { ask: q, type: select_one one, label: Q }
            - { ask: r, type: select_multiple several, label: R }
            - { ask: s, type: rank ranked, label: S }
    `);
    expect(findings.map(({ severity }) => severity)).toEqual(['warning', 'error', 'error']);
  });

  it('that other lists include are told once, in the name of their own list', () => {
    const { findings } = checked.expect(`
      codelists:
        wide: { include: [base], codes: { x: X } }
        base: { codes: { not known: N } }
                         ^^^^^^^^^ invalid-code
        wider: { include: [wide], codes: { y: Y } }
      forms:
        f: { items: [{ ask: q, type: select_multiple wider, label: Q }] }
    `);
    expect(findings.map(({ message, severity }) => [message.includes('base'), severity])).toEqual([[true, 'error']]);
  });
});

describe('the name of a list in the workbook', () => {
  it('is one list there, so that two lists of a form cannot share it', () => {
    const { findings } = checked.expect(`
      codelists:
        a: { as: div_, codes: { x: X } }
        b: { as: div_, codes: { y: Y } }
                 ^^^^ same-in-workbook
        div_: { codes: { z: Z } }
        ^^^^ same-in-workbook
      forms:
        f:
          items:
            - { ask: q, type: select_one a, label: Q }
            - { ask: r, type: select_one b, label: R }
            - { ask: s, type: select_one div_, label: S }
    `);
    expect(findings.map(({ related }) => related.map(({ location }) => at(location)))).toEqual([
      ['snippet.yaml:2:12'],
      ['snippet.yaml:2:12'],
    ]);
  });

  it('may be shared by lists of different forms', () => {
    checked.expect(`
      codelists:
        a: { as: div_, codes: { x: X } }
        b: { as: div_, codes: { y: Y } }
      forms:
        f: { items: [{ ask: q, type: select_one a, label: Q }] }
        g: { items: [{ ask: q, type: select_one b, label: Q }] }
    `);
  });
});

describe('a list that each country replaces', () => {
  it('is told where a form of the core uses it', () => {
    checked.expect(`
      codelists:
        used: { country: replace, codes: { a: A } }
        ^^^^ placeholder-list
        unused: { country: replace, codes: { a: A } }
        extended: { country: extend, codes: { a: A } }
      forms:
        f: { items: [{ ask: q, type: select_one used, label: Q }, { ask: r, type: select_one extended, label: R }] }
    `);
  });
});
