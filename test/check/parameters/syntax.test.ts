import { describe, expect, it } from 'vitest';
import { asWritten, both, kobo, odk } from './testers.ts';

describe('parameters', () => {
  it('are pairs of a name and a value, as text or as a map', () => {
    both.expect(`
      variables:
        a: { type: text, label: A, parameters: rows=5 }
        b: { type: text, label: B, parameters: { rows: 5 } }
        c: { type: range, label: C, parameters: "start=1, end=5, step=2" }
        d: { type: range, label: D, parameters: "start=1; end = 5;step=2" }
        e: { type: range, label: E, parameters: "  Start=1   END=5 " }
        f: { type: text, label: F, parameters: "" }
    `);
  });

  it('that are no pairs are told where they stand, however many words there are', () => {
    both.expect(`
      variables:
        a: { type: text, label: A, parameters: rows }
                                               ^^^^ parameter-syntax
        b: { type: text, label: B, parameters: rows 5 rows=5 five rows }
                                               ^^^^^^ parameter-syntax
                                                             ^^^^^^^^^ parameter-syntax
        c: { type: text, label: C, parameters: rows= }
                                               ^^^^^ parameter-syntax
        d: { type: text, label: D, parameters: =5 }
                                               ^^ parameter-syntax
        e: { type: text, label: E, parameters: rows==5 }
                                               ^^^^^^^ parameter-syntax
        f: { type: text, label: F, parameters: rows=5=6=7 }
                                               ^^^^^^^^^^ parameter-syntax
        g: { type: image, label: G, parameters: app= max-pixels=5 }
                                                ^^^^ parameter-syntax
        h: { type: text, label: H, parameters: { rows: } }
                                                 ^^^^ parameter-syntax
        i: { type: text, label: I, parameters: { rows: 5 lines } }
                                                         ^^^^^ parameter-syntax
        j: { type: text, label: J, parameters: "=" }
                                                ^ parameter-syntax
        k: { type: text, label: K, parameters: { "": 5 } }
                                                 ^^ parameter-syntax
    `);
  });

  it('are read even where the type has none', () => {
    both.expect(`
      variables:
        a: { type: note, label: A, parameters: large }
                                               ^^^^^ parameter-syntax
    `);
  });

  it('count with the last value where they stand twice', () => {
    both.expect(`
      variables:
        a: { type: text, label: A, parameters: rows=5 Rows=6 }
                                                      ^^^^ parameter-syntax
    `);
  });

  it('are parted by one sign only, and by blanks also around a =, on KoboToolbox', () => {
    const snippet = `
      variables:
        a: { type: range, label: A, parameters: "start=1, end=5 step=2" }
        b: { type: range, label: B, parameters: "start=1; end=5, step=2" }
        c: { type: range, label: C, parameters: start = 1 end = 5 }
        d: { type: range, label: D, parameters: "start=1, end=5," }
    `;
    odk.expect(snippet);
    const { findings } = kobo.compile(snippet);
    expect(findings.map(({ rule, severity, help }) => `${severity} ${rule}: ${help}`)).toEqual([
      'error parameter-syntax: Write: start=1 end=5 step=2',
      'error parameter-syntax: Write: start=1 end=5 step=2',
      'error parameter-syntax: Write: start=1 end=5',
      'error parameter-syntax: Write: start=1 end=5',
    ]);
    expect(findings.flatMap(({ fix }) => fix?.edits.map(({ text }) => text) ?? [])).toEqual([
      'start=1 end=5 step=2',
      'start=1 end=5 step=2',
      'start=1 end=5',
      'start=1 end=5',
    ]);
    expect(new Set(asWritten.compile(snippet).findings.map(({ severity }) => severity))).toEqual(new Set(['warning']));
  });

  it('that wait for a module are read where it is placed', () => {
    both.expect(`
      variables:
        a: { type: text, label: A, parameters: $(how) }
        b: { type: text, label: B, parameters: rows=$(rows) }
      modules:
        m: { with: { how: rows, rows: many }, items: [a, b] }
                          ^^^^ parameter-syntax
                                      ^^^^ parameter-value
      forms:
        f: { items: [{ use: m }] }
    `);
  });

  it('of a type that XLSForm does not have are left alone', () => {
    both.expect(`
      variables:
        a: { type: txt, label: A, parameters: lines=5 }
                   ^^^ unknown-type
    `);
  });

  it.each(['constructor=1', '__proto__=1', '<script>=1', '\u202Erows=5', 'rows=\u{1F600}', `${'a'.repeat(10_000)}=1`])(
    'survive odd names and values: %.20s',
    (parameters) => {
      const { findings } = both.compile(`
        variables:
          a: { type: text, label: A, parameters: ${JSON.stringify(parameters)} }
      `);
      expect(findings).toHaveLength(1);
    },
  );

  it('of 4,000 pairs are read at once', () => {
    const many = 'a b=c '.repeat(2_000);
    expect(
      both.compile(`variables:\n  a: { type: text, label: A, parameters: ${many} }\n`).findings.length,
    ).toBeGreaterThan(0);
  });
});
