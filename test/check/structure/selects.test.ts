import { describe, expect, it } from 'vitest';
import { nothing, reading, type Tester } from '../../support/tester.ts';

const files = {
  'media/f.csv': 'name,label\na,A\n',
  'media/f.2.csv': 'name,label\na,A\n',
  'media/g.CSV': 'name,label\na,A\n',
  'media/f.geojson': '{}',
  'media/f.txt': 'x',
};
const checked = reading.with(files).checked();

function forProfiles(profiles: string, languages = '{ en: English }'): Tester {
  const manifest = `lexiform: 1\ndictionary: test\nlanguages: ${languages}\nprofiles: [${profiles}]\n`;
  return nothing.with({ 'dictionary.yaml': manifest, ...files }).checked();
}

function told(tester: Tester, snippet: string): string[] {
  return tester.compile(snippet).findings.map(({ rule, severity }) => `${rule} ${severity}`);
}

function withCodes(codes: string): string[] {
  const snippet = `
    codelists: { some: { codes: { ${codes} } } }
    forms: { f: { items: [{ ask: z, type: text, label: Z }, { ask: b, type: select_one some, label: A }] } }
  `;
  return told(forProfiles('kobo', ''), snippet);
}

describe('codes without labels', () => {
  it('are told one by one, or once for a list that has none', () => {
    checked.with({ 'media/a.png': 'x' }).expect(`
      codelists:
        some: { codes: { b: A, a: { special: other }, c: { label: "" } } }
                               ^ code-without-label: "a"
                                                      ^ code-without-label: "c"
        none: { codes: { a: { special: other }, b: { label: " " } } }
        ^^^^ code-without-label: No code
        shown: { codes: { a: { image: a.png } } }
        unused: { codes: { a: { special: other } } }
        looked_up: { codes: { a: { special: other } } }
        far: { delivery: external, codes: { a: { special: other } } }
      forms:
        f:
          items:
            - { ask: a, type: select_one some, label: A }
            - { ask: b, type: select_one none, label: A }
            - { ask: c, type: select_one shown, label: A }
            - { ask: d, type: select_one far, label: A }
            - { calculate: e, calculation: "count(instance('looked_up')/root/item)" }
    `);
  });

  it('are refused where the first of a plain column has none', () => {
    expect(withCodes('a: { special: other }, b: B')).toEqual(['code-without-label error']);
    expect(withCodes('b: B, a: { special: other }')).toEqual(['code-without-label warning']);
    expect(withCodes('a: { special: other }, b: "B ${z}"')).toEqual(['code-without-label warning']);
    expect(withCodes('a: { special: other }, b: { label: B, image: b.png }')).toContain('code-without-label warning');
  });

  it('are refused by ODK only', () => {
    const snippet = `
      codelists: { none: { codes: { a: { special: other } } } }
      forms: { f: { items: [{ ask: b, type: select_one none, label: A }] } }
    `;
    expect(told(forProfiles('kobo'), snippet)).toEqual(['code-without-label warning']);
    expect(told(forProfiles('odk'), snippet)).toEqual(['code-without-label error']);
    expect(told(forProfiles('xlsform'), snippet)).toEqual(['code-without-label error']);
  });
});

describe('or_other', () => {
  const snippet = `
      codelists:
        l: { codes: { a: A, other: { label: Other, special: other } } }
      forms:
        f:
          items:
            - { ask: a, type: select_one_from_file f.csv or_other, label: A }
                                                         ^^^^^^^^ or-other: from a file
            - { repeat: r, label: R, items: [{ ask: nm, type: text, label: N }] }
            - { ask: b, type: "select_one \${nm} or other", label: A }
                                                ^^^^^^^^ or-other: another question
            - { ask: c, type: select_one l or_other, label: A, specify: c_text }
                                           ^^^^^^^^ or-other: specify
            - { ask: d, type: select_one l or_other, label: A }
  `;

  it('has a list to add to, and no second text question', () => {
    const { findings } = checked.expect(snippet);
    expect(findings.map(({ severity }) => severity)).toEqual(['warning', 'warning', 'error']);
  });

  it('as it is written has no filter, and is in English', () => {
    const filtered = `
      codelists:
        above: { codes: { x: X } }
        l: { codes: { a: A } }
        below: { parent: { codelist: above, column: above }, codes: { a: { label: A, above: x } } }
      forms:
        f:
          items:
            - { ask: a, type: select_one l or_other, label: A, choice_filter: name != 'a' }
            - { ask: b, type: select_one above, label: A }
            - { ask: c, type: select_one below or_other, label: A }
            - { ask: d, type: select_one l or_other, label: A }
    `;
    expect(told(checked, filtered)).toEqual([]);
    expect(told(forProfiles('xlsform'), filtered)).toEqual(['or-other error', 'or-other error']);
    const texts = filtered.replaceAll(/label: (\w)/g, 'label: { mul: $1 }');
    const two = forProfiles('xlsform', '{ en: English, fr: Français }').compile(
      texts.replaceAll('x: X', 'x: { mul: X }').replaceAll('a: A }', 'a: { mul: A } }'),
    );
    expect(two.findings.map(({ severity }) => severity)).toEqual(['error', 'error', 'warning']);
  });
});

describe('old ways to long lists', () => {
  it('need a filter for select_one_external', () => {
    checked.expect(`
      codelists:
        above: { codes: { x: X } }
        below: { parent: { codelist: above, column: above }, codes: { a: { label: A, above: x } } }
        l: { codes: { a: A } }
      forms:
        f:
          items:
            - { ask: a, type: select_one above, label: A }
            - { ask: b, type: select_one_external below, label: A }
            - { ask: c, type: select_one_external l, label: A }
                     ^ external-without-filter
            - { ask: d, type: select_one_external l, label: A, choice_filter: name != 'a' }
    `);
  });

  it('need a list of their own for search(…)', () => {
    checked.expect(`
      codelists:
        l: { codes: { a: A } }
        m: { codes: { a: A } }
        far: { codes: { a: A } }
      forms:
        f:
          items:
            - { ask: a, type: select_one l, label: A, appearance: search('x') }
                                                                  ^^^^^^^^^^^ search-appearance: "b"
            - { ask: b, type: select_multiple l, label: A, appearance: search }
            - { ask: c, type: select_one m, label: A, appearance: minimal search('x') }
            - { ask: d, type: select_one_from_file f.csv, label: A, appearance: search('x') }
                                                                                ^^^^^^^^^^^ search-appearance: "f.csv"
            - { ask: e, type: select_one far, label: A, appearance: search('x') }
            - { ask: g, type: text, label: A, appearance: search('x') }
    `);
  });

  it('are files with one known ending', () => {
    checked.expect(`
      modules:
        m: { with: { file: f.txt }, items: [{ ask: z, type: select_one_from_file $(file), label: A }] }
                           ^^^^^ list-file-ending
      forms:
        f:
          items:
            - use: m
            - { ask: a, type: select_one_from_file f.txt, label: A }
                                                   ^^^^^ list-file-ending
            - { ask: b, type: select_one_from_file g.CSV, label: A }
                                                   ^^^^^ list-file-ending
            - { ask: c, type: select_multiple_from_file f.2.csv, label: A }
                                                        ^^^^^^^ list-file-ending
        g:
          items:
            - { ask: a, type: select_one_from_file f.geojson, label: A }
        h:
          items:
            - { ask: a, type: select_one_from_file media/f.csv, label: A }
    `);
  });
});
