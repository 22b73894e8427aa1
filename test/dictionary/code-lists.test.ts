import { describe, expect, it } from 'vitest';
import { codes } from '../support/outline.ts';
import { present, reading } from '../support/tester.ts';

const listIn = (text: string, name = 'l'): string =>
  codes(present(reading.expect(text).dictionary.codeLists.get(name), `list ${name}`));

describe('Codes of a list', () => {
  it('have a label, a map of languages or a map of keys', () => {
    const text = `
      codelists:
        l:
          attributes: [permanence]
          codes:
            01: One
            yes: { en: Yes, fr: Oui }
            tent: { label: Tent, permanence: no }
            old: { label: Old, retired: 1.3.0 }
            dnk: { label: Does not know, special: dont_know }
            other: { label: Other, special: other }
            alone: { label: Alone, exclusive: true }
            none: { label: None, special: none, exclusive: no }
            bare:
            empty: {}
    `;
    expect(listIn(text)).toBe(
      [
        '01 | en "One"',
        'yes | en "Yes", fr "Oui"',
        'tent | en "Tent" | permanence=no',
        'old | en "Old" | retired 1.3.0',
        'dnk | en "Does not know" | special dont_know | exclusive',
        'other | en "Other" | special other',
        'alone | en "Alone" | exclusive',
        'none | en "None" | special none',
        'bare',
        'empty',
      ].join('\n'),
    );
  });

  it('say under columns what stands below a heading that means something else in the language', () => {
    const text = `
      codelists:
        l:
          attributes: [kind]
          codes:
            a: { label: A, kind: k, columns: { special: none, definition: d, en: e, code: 1 } }
            b: { columns: { fr: f } }
            c: { label: C, columns: x }
                                    ^ wrong-shape
    `;
    expect(listIn(text)).toBe(
      'a | en "A" | kind=k | special=none | definition=d | en=e | code=1\nb | fr=f\nc | en "C"',
    );
  });

  it('may be a sequence, which may repeat a code', () => {
    const text = 'codelists: { l: { codes: [{ code: a, label: A }, { code: a, label: B }] } }\n';
    expect(listIn(text)).toBe('a | en "A"\na | en "B"');
    expect(reading.compile(text).dictionary.codeLists.get('l')?.repeats).toBe(true);
  });

  it('stand once in a map', () => {
    reading.expect('codelists:\n  l:\n    codes: { a: A, b: B, a: C }\n                         ^ duplicate-code\n');
  });

  it('have no keys but those of codes and the attributes of their list', () => {
    reading.expect(`
      codelists:
        l:
          attributes: [region]
          codes:
            a: { label: A, region: n, colour: red }
                                      ^^^^^^ unknown-key
            b: { labl: B }
                 ^^^^ unknown-key: Did you mean "label"?
            c: [C]
               ^^^ wrong-shape
            d: { label: D, special: dontknow }
                                    ^^^^^^^^ wrong-value: Did you mean "dont_know"?
            e: { label: E, exclusive: maybe }
                                      ^^^^^ wrong-value
            f: { label: F, region: [x] }
                                   ^^^ wrong-shape
            g: { label: G, region: }
    `);
  });

  it('are codes with labels', () => {
    reading.expect(
      'codelists:\n  l: { codes: a }\n              ^ wrong-shape\n  m: { codes: [a] }\n               ^ wrong-shape\n  n: x\n     ^ wrong-shape\n',
    );
    reading.expect('codelists:\n  l: { codes: [{ label: A }] }\n               ^^^^^^^^^^^^ missing-key: "code"\n');
  });
});

describe('A list includes others', () => {
  it('at the end, with what they include', () => {
    const text = `
      codelists:
        l: { codes: { a: A }, include: [m, n] }
        m: { codes: { b: B }, include: [o] }
        n: { codes: { c: C } }
        o: { codes: { d: D } }
    `;
    expect(listIn(text)).toBe('a | en "A"\nb | en "B"\nd | en "D"\nc | en "C"');
  });

  it('each once, however it comes in', () => {
    const text = `
      codelists:
        l: { codes: { a: A }, include: [m, n, m] }
        m: { codes: { b: B }, include: [n] }
        n: { codes: { c: C } }
    `;
    expect(listIn(text)).toBe('a | en "A"\nb | en "B"\nc | en "C"');
  });

  it('that exist and do not lead back', () => {
    reading.expect(`
      codelists:
        l: { codes: { a: A }, include: [nonresponze] }
                                        ^^^^^^^^^^^ unknown-code-list: Did you mean "nonresponse"?
        nonresponse: { codes: { dnk: D } }
        m: { codes: { b: B }, include: [n] }
        ^ definition-cycle
        n: { codes: { c: C }, include: [m] }
    `);
  });
});

describe('A list has a parent', () => {
  it('whose codes stand in a column of its own', () => {
    const text = `
      codelists:
        l:
          parent: { codelist: admin1, column: admin1 }
          codes: { a: { label: A, admin1: x } }
        admin1: { codes: { x: X } }
    `;
    expect(listIn(text)).toBe('a | en "A" | admin1=x');
  });

  it('with both keys', () => {
    reading.expect(
      'codelists:\n  l: { codes: { a: A }, parent: { codelist: m } }\n                                ^^^^^^^^^^^^^^^ missing-key: "column"\n',
    );
  });
});
