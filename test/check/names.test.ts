import { describe, expect, it } from 'vitest';
import { reading } from '../support/tester.ts';

const checked = reading.checked();

describe('names of definitions', () => {
  it('are told what pyxform cannot take, with a name that it can', () => {
    const { findings } = checked.expect(`
      codelists:
        1st: { codes: { a: A } }
        ^^^ invalid-name
        places: { as: "the places", codes: { a: A } }
                      ^^^^^^^^^^^^ invalid-name
      variables:
        hh size: { type: integer, label: Size }
        ^^^^^^^ invalid-name
        a:b: { type: text, label: Text }
        ^^^ invalid-name
      modules:
        no way!: { items: [{ note: n, label: N }] }
        ^^^^^^^ invalid-name
      forms:
        form 1: { items: [{ note: n, label: N }] }
        ^^^^^^ invalid-name
    `);
    expect(findings.map(({ help }) => /"([^"]*)"\.$/.exec(help)?.[1])).toEqual([
      '_1st',
      'the_places',
      'hh_size',
      'ab',
      'no_way',
      'form_1',
    ]);
  });

  it('may be of any script, with hyphens, dots and digits behind the first letter', () => {
    checked.expect(`
      codelists:
        réponses: { codes: { a: A } }
        جنس: { codes: { a: A } }
      variables:
        _x.1-b: { type: select_one réponses, label: Text }
        имя: { type: select_one جنس, label: Name }
      forms:
        f-1.2: { items: [_x.1-b, имя] }
    `);
  });

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'])(
    'that programs use for themselves are refused: %s',
    (name) => {
      const { findings } = checked.compile(`
        variables:
          ${name}: { type: text, label: T }
        codelists:
          ${name}: { codes: { a: A } }
        modules:
          ${name}: { items: [{ note: n, label: N }] }
        forms:
          ${name}: { items: [{ note: n, label: N }] }
      `);
      expect(findings.map(({ rule }) => rule)).toEqual(Array(4).fill('reserved-name'));
    },
  );
});

describe('names of items', () => {
  it('are looked at where an item gets a name of its own', () => {
    checked.expect(`
      variables:
        age: { type: integer, label: Age }
      modules:
        m: { items: [age] }
                     ^^^ invalid-name
      forms:
        f:
          items:
            - { ask: age, as: his age }
                              ^^^^^^^ invalid-name
            - { note: 2nd, label: N }
                      ^^^ invalid-name
            - { group: toString, label: G, items: [{ note: c c, label: N }] }
                       ^^^^^^^^ reserved-name
                                                           ^^^ invalid-name
            - { repeat: constructor, label: R, items: [{ ask: own, type: text, label: O }] }
                        ^^^^^^^^^^^ reserved-name
            - use: m
              prefix: 3_
    `);
  });

  it('are told once for a variable, however often it is asked', () => {
    checked.expect(`
      variables:
        hh size: { type: integer, label: Size }
        ^^^^^^^ invalid-name
      forms:
        f: { items: [hh size] }
        g: { items: [hh size] }
    `);
  });

  it('that a code or a column bears are data, not names', () => {
    checked.expect(`
      codelists:
        odd:
          attributes: [constructor, __proto__]
          codes:
            constructor: { label: C, constructor: 1 }
            __proto__: { label: P, __proto__: 2 }
            toString: T
            1-a/b: Any sign
      variables:
        q: { type: select_multiple odd, label: Q, choice_filter: constructor = 1 or __proto__ = 2 }
      forms:
        f: { items: [q] }
    `);
  });
});
