import { describe, expect, it } from 'vitest';
import { reading } from '../support/tester.ts';
import { questionTypes } from '../../src/vocabulary/types.ts';

const KOBO = 'lexiform: 1\ndictionary: test\nlanguages: { en: English }\nprofiles: [kobo]\n';
const checked = reading
  .with({ 'media/f.csv': 'name,label\na,A\n', 'media/v.csv': 'name,label\na,A\n', 'media/v.xml': '<a/>' })
  .checked();

describe('a question type', () => {
  it('that XLSForm does not have is told with the one that was meant', () => {
    const { findings } = checked.expect(`
      codelists:
        sex: { codes: { f: F } }
      variables:
        a: { type: string, label: A }
                   ^^^^^^ unknown-type
        b: { type: Integer, label: A }
                   ^^^^^^^ unknown-type
        c: { type: select one sex, label: A }
                   ^^^^^^^^^^^^^^ unknown-type
        d: { type: select_mutliple sex, label: A }
                   ^^^^^^^^^^^^^^^^^^^ unknown-type
        e: { type: photo, label: A }
                   ^^^^^ unknown-type
        g: { type: gibberish, label: A }
                   ^^^^^^^^^ unknown-type
        h: { type: datetime, label: A }
                   ^^^^^^^^ unknown-type
        i: { type: begin_group, label: A }
                   ^^^^^^^^^^^ unknown-type
        j: { type: Select One From sex, label: A }
                   ^^^^^^^^^^^^^^^^^^^ unknown-type
        k: { type: phone number, label: A }
                   ^^^^^^^^^^^^ unknown-type
        l: { type: tetx or_other, label: A }
                   ^^^^^^^^^^^^^ unknown-type
    `);
    const meant = findings.map(({ message }) => / Did you mean "?([^"?]*)"?\?/.exec(message)?.[1]);
    expect(meant).toEqual([
      'text',
      'integer',
      'select_one sex',
      'select_multiple sex',
      'image',
      undefined,
      'dateTime',
      undefined,
      'select_one sex',
      'text',
      'text',
    ]);
  });

  it('says its list or its file, and no word too many', () => {
    checked.expect(`
      codelists:
        sex: { codes: { f: F } }
      variables:
        a: { type: select_one, label: A }
                   ^^^^^^^^^^ type-argument
        b: { type: rank, label: A }
                   ^^^^ type-argument
        c: { type: select_one_from_file, label: A }
                   ^^^^^^^^^^^^^^^^^^^^ type-argument
        d: { type: integer sex, label: A }
                   ^^^^^^^^^^^ type-argument
        e: { type: text or_other, label: A }
                   ^^^^^^^^^^^^^ type-argument
        g: { type: select_one sex and more, label: A }
                              ^^^^^^^^^^^^ unknown-code-list
    `);
  });

  it('names a list that is there, also in the columns of KoboToolbox and in a loop', () => {
    checked.with({ 'dictionary.yaml': KOBO }).expect(`
      codelists:
        sex: { codes: { f: F } }
      variables:
        a: { type: select_one sxe, label: A }
                              ^^^ unknown-code-list
        b: { type: select_multiple nowhere or_other, label: A }
                                   ^^^^^^^ unknown-code-list
      forms:
        f:
          items:
            - a
            - b
            - { group: m, type: kobomatrix, label: M, kobo--matrix_list: rows, items: [{ note: n, label: N }] }
                                                                         ^^^^ unknown-code-list
            - { group: s, type: score, label: S, kobo--score-choices: sexx, items: [{ ask: s1, type: score__row, label: S }] }
                                                                      ^^^^ unknown-code-list
            - { group: l, type: loop over constructor, label: L, items: [{ note: o, label: N }] }
                                          ^^^^^^^^^^^ unknown-code-list
    `);
  });

  /** Some types want more than a label, which other rules tell. */
  const ABOUT_TYPES = new Set(['unknown-type', 'type-argument', 'unknown-code-list']);

  it.each([...questionTypes].map(([word, { takes }]) => [word, takes] as const))('%s is known', (word, takes) => {
    const type = { nothing: word, list: `${word} sex`, file: `${word} f.csv`, 'optional-list': `${word} sex` }[takes];
    // A photo of any size is a finding of its own.
    const size = word === 'image' ? ', parameters: max-pixels=1024' : '';
    const { findings } = checked.compile(`
      codelists:
        sex: { codes: { f: F } }
      variables:
        v: { type: ${type}, label: A${size} }
      forms:
        f: { items: [v] }
    `);
    expect(findings.filter(({ rule }) => ABOUT_TYPES.has(rule))).toEqual([]);
  });

  it('may stand without its optional list, take a question, add other, and wait for its module', () => {
    checked.with({ 'dictionary.yaml': KOBO }).expect(`
      codelists:
        sex: { codes: { 3: F, 4: M } }
      variables:
        of_module: { type: select_one $(list), label: A, constraint: . != $(max) }
        whole: { type: $(kind), label: A }
      modules:
        m: { with: { list: sex, kind: text, max: 3 }, items: [of_module, whole] }
      forms:
        f:
          items:
            - { ask: a, type: osm, label: A }
            - { repeat: r, label: R, items: [{ ask: nm, type: text, label: N }] }
            - { ask: b, type: "select_one \${nm}", label: A }
            - { ask: c, type: select_one sex or_other, label: A }
            - { ask: d, type: select_multiple sex or other, label: A }
            - { ask: e, type: select_one sex or specify other, label: A }
            - { group: s, type: score, label: S, kobo--score-choices: sex, items: [{ ask: s1, type: score__row, label: S }] }
            - use: m
    `);
  });

  it('that a module fills in is looked at where it is placed', () => {
    checked.expect(`
      variables:
        of_module: { type: select_one $(list), label: A, relevant: $(when) }
      modules:
        m: { with: { list: sexx, when: 1 = = 1 }, items: [of_module] }
                           ^^^^ unknown-code-list
                                         ^^^ expression-syntax
      forms:
        f:
          items:
            - use: m
    `);
  });

  it('is needed: an ask cannot take it away', () => {
    checked.expect(`
      variables:
        q: { type: text, label: Q }
        r: { label: R }
        ^ missing-key
      forms:
        f: { items: [{ ask: q, type: }, r] }
                            ^ missing-key
    `);
  });
});
