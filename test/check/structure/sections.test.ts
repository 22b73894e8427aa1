import { describe, expect, it } from 'vitest';
import { nothing, reading, type Tester } from '../../support/tester.ts';

const checked = reading.checked();

function forProfiles(profiles: string): Tester {
  const manifest = `lexiform: 1\ndictionary: test\nlanguages: { en: English }\nprofiles: [${profiles}]\n`;
  return nothing.with({ 'dictionary.yaml': manifest }).checked();
}

/** The findings of a snippet, each with its severity. */
function told(tester: Tester, snippet: string): string[] {
  return tester.compile(snippet).findings.map(({ rule, severity }) => `${rule} ${severity}`);
}

describe('a section', () => {
  it('has a label: a repeat always, a group where KoboToolbox asks for it', () => {
    const snippet = `
      forms:
        f:
          items:
            - { repeat: r, items: [{ note: a, label: A }] }
            - { group: g, items: [{ note: b, label: B }] }
            - { group: h, appearance: field-list, items: [{ note: c, label: C }] }
            - { group: i, label: I, items: [{ note: d, label: D }] }
    `;
    expect(told(forProfiles('odk'), snippet)).toEqual(['section-without-label warning']);
    expect(told(forProfiles('kobo'), snippet)).toEqual(['section-without-label warning', 'section-without-label info']);
  });

  it('holds something', () => {
    const snippet = `
      forms:
        f:
          items:
            - { group: g, label: G, items: [] }
            - { repeat: r, label: R, items: [] }
            - { note: n, label: N }
    `;
    expect(told(forProfiles('kobo, odk'), snippet)).toEqual(['empty-section warning', 'empty-section warning']);
    expect(told(forProfiles('xlsform'), snippet)).toEqual(['empty-section error', 'empty-section warning']);
    expect(told(checked, snippet.replace('label: N', 'label: "${r}"'))).toEqual([
      'empty-section warning',
      'empty-section error',
      'reference-into-repeat error',
    ]);
  });

  it('that lost what was written in it is told for that alone', () => {
    checked.expect(`
      variables:
        old: { type: text, label: O, retired: { since: 1.0.0 } }
      forms:
        f:
          items:
            - { note: n, label: N }
            - { group: g, label: G, items: [nowhere] }
                                            ^^^^^^^ unknown-variable
            - { group: h, label: H, items: [old] }
                                            ^^^ retired-variable
    `);
  });

  it('of a kind of KoboToolbox is for KoboToolbox alone', () => {
    const snippet = `
      codelists: { l: { codes: { a: A } } }
      forms:
        f:
          items:
            - { group: m, type: kobomatrix, label: M, kobo--matrix_list: l, items: [{ ask: q, type: text, label: Q }] }
            - { group: s, type: score, label: S, kobo--score-choices: l, items: [{ ask: t, type: score__row, label: T }] }
    `;
    expect(told(forProfiles('kobo'), snippet)).toEqual([]);
    expect(told(checked, snippet)).toEqual(['kobo-section error', 'kobo-section error', 'kobo-section error']);
    expect(told(forProfiles('xlsform'), snippet)[0]).toBe('kobo-section warning');
  });

  it('of a kind of KoboToolbox has all its parts, in their places', () => {
    forProfiles('kobo').expect(`
      codelists: { l: { codes: { a: A } } }
      forms:
        f:
          items:
            - { group: a, type: kobomatrix, label: M, items: [{ ask: a1, type: text, label: Q }] }
                       ^ kobo-section-parts: kobo--matrix_list
            - { group: b, type: score, label: S, items: [{ ask: b1, type: score__row, label: T }] }
                       ^ kobo-section-parts: kobo--score-choices
            - { group: c, type: rank, label: S, items: [{ ask: c1, type: rank__level, label: T }] }
                       ^ kobo-section-parts: kobo--rank-items
            - { group: d, type: rank, label: S, kobo--rank-items: l, items: [{ ask: d1, type: rank__level, label: T }] }
                       ^ kobo-section-parts: kobo--rank-constraint-message
            - group: e
              type: kobomatrix
              label: M
              kobo--matrix_list: l
              items:
                - { group: g, type: kobomatrix, label: M, kobo--matrix_list: l, items: [{ ask: g1, type: text, label: Q }] }
                           ^ kobo-section-parts: matrix inside a matrix
            - { ask: h, type: score__row, label: H }
                     ^ kobo-section-parts: score
            - { ask: i, type: rank__level, label: H }
                     ^ kobo-section-parts: rank
    `);
  });
});

describe('a table-list', () => {
  it('asks one list that nothing narrows', () => {
    checked.with({ 'media/f.csv': 'name,label\na,A\n' }).expect(`
      codelists:
        l: { codes: { a: A } }
        m: { codes: { a: A } }
      forms:
        f:
          items:
            - group: g
              label: G
              appearance: table-list w2
              items:
                - { note: n, label: N }
                - { ask: a, type: select_one l, label: A }
                - { ask: b, type: select_one m, label: A }
                         ^ table-list: asks "m", but the table-list that it stands in asks "l"
                - { ask: c, type: select_multiple l, label: A }
                - { ask: c2, type: select_one l, label: A, choice_filter: name != 'a' }
            - group: h
              label: H
              appearance: table-list
              items:
                - { ask: d, type: select_one l, label: A, choice_filter: name != 'a' }
                         ^ table-list: choice filter
            - group: i
              label: I
              appearance: table-list
              items: [{ ask: e, type: select_one_from_file f.csv, label: A }]
                             ^ table-list: "f.csv"
            - group: j
              label: J
              appearance: table-list
              items:
                - { group: k, label: K, items: [{ ask: k1, type: select_one l, label: A }] }
                - { ask: j1, type: select_one m, label: A }
            - group: o
              label: O
              items: [{ ask: o1, type: select_one l, label: A }, { ask: o2, type: select_one m, label: A }]
    `);
  });
});

describe('a name that the form needs', () => {
  it('is that of the form, of its metadata, and of the stamp', () => {
    checked.expect(`
      forms:
        f:
          items:
            - { repeat: data, label: D, items: [{ note: a, label: A }] }
                        ^^^^ name-taken: the form itself
            - { ask: meta, type: text, label: M }
                     ^^^^ name-taken
            - { calculate: lexiform_stamp, calculation: 1 }
                           ^^^^^^^^^^^^^^ name-taken
        g:
          settings: { name: root }
          stamp: no
          items:
            - { group: root, label: R, items: [{ note: a, label: A }] }
                       ^^^^ name-taken
            - { repeat: data, label: D, items: [{ ask: meta, type: text, label: M }] }
                                                       ^^^^ name-taken
            - { calculate: lexiform_stamp, calculation: 1 }
            - { ask: root2, type: text, label: R }
    `);
  });

  it('differs between converters', () => {
    const snippet = `
      forms:
        f:
          items:
            - { group: data, label: D, items: [{ ask: meta, type: text, label: M }] }
            - { calculate: lexiform_stamp, calculation: 1 }
    `;
    expect(told(forProfiles('kobo'), snippet)).toEqual(['name-taken error', 'name-taken error']);
    expect(told(forProfiles('odk'), snippet)).toEqual(['name-taken error', 'name-taken error']);
    expect(told(forProfiles('xlsform'), snippet)).toEqual(['name-taken warning', 'name-taken error']);
  });

  it('is that of the form for a question as well, once something refers to it', () => {
    checked.expect(`
      forms:
        f: { items: [{ ask: data, type: text, label: D }, { note: n, label: N }] }
        g: { items: [{ ask: data, type: text, label: D }, { note: n, label: "\${data}" }] }
                            ^^^^ name-taken
        h: { settings: { name: root }, items: [{ ask: data, type: text, label: D }, { note: n, label: "\${data}" }] }
    `);
  });

  it('is that of a repeat, which stands once in the whole form', () => {
    forProfiles('odk').expect(`
      forms:
        f:
          items:
            - { repeat: r, label: R, items: [{ note: a, label: A }] }
            - group: g
              label: G
              items:
                - { repeat: r, label: R, items: [{ note: b, label: B }] }
                            ^ duplicate-name
                - { group: a, label: R, items: [{ note: c, label: B }] }
    `);
  });
});
