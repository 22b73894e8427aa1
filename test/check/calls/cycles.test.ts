import { describe, expect, it } from 'vitest';
import { reading } from '../../support/tester.ts';

const checked = reading.checked();

describe('questions that wait for each other', () => {
  it('are told once, with the whole way round', () => {
    const { findings } = checked.expect(`
      forms:
        f:
          items:
            - { calculate: a, calculation: "\${b} + 1" }
                                            ^^^^ reference-cycle: a → b → c → a
            - { ask: b, type: integer, label: B, relevant: "\${c} = 1" }
            - { ask: c, type: integer, label: C, required: "\${a} = 1" }
    `);
    expect(findings[0]?.related.map(({ message }) => message)).toEqual([
      'the relevant of "b" waits for "c"',
      'the required of "c" waits for "a"',
    ]);
  });

  it('may be one question that waits for itself, by its name, by a full stop or by a path', () => {
    checked.expect(`
      forms:
        f:
          items:
            - { ask: a, type: integer, label: A, relevant: "\${a} > 3" }
                                                            ^^^^ reference-cycle: The relevant of "a" depends on "a" itself.
            - { ask: b, type: integer, label: B, relevant: . > 3 }
                                                           ^ reference-cycle
            - { calculate: c, calculation: "../c + 1" }
                                            ^^^^ reference-cycle
            - { calculate: d, calculation: "once(\${d})" }
                                                 ^^^^ reference-cycle
            - { ask: e, type: integer, label: E, read_only: "\${e} > 3" }
                                                             ^^^^ reference-cycle
    `);
  });

  it('may be a group and what stands in it, however deep', () => {
    const { findings } = checked.expect(`
      forms:
        f:
          items:
            - group: g
              label: G
              relevant: "\${x} = 1"
                         ^^^^ reference-cycle: g → x → a → h → g
              items:
                - { group: h, label: H, items: [{ ask: a, type: integer, label: A }] }
            - { calculate: x, calculation: "\${a} + 1" }
    `);
    expect(findings[0]?.related.map(({ message }) => message)).toEqual([
      'the calculation of "x" waits for "a"',
      '"a" stands in "h"',
      '"h" stands in "g"',
    ]);
  });

  it('may be a repeat and what is counted of it', () => {
    checked.expect(`
      forms:
        f:
          items:
            - { repeat: r, label: R, relevant: "sum(\${m}) > 0", items: [{ ask: m, type: integer, label: M }] }
                                                    ^^^^ reference-cycle: r → m → r
    `);
  });

  it('are followed through paths and between brackets', () => {
    checked.expect(`
      forms:
        f:
          items:
            - repeat: r
              label: R
              items:
                - { ask: m, type: integer, label: M }
                - { calculate: s, calculation: "sum(\${r}[position() < position(current()/..)]/s)" }
                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ reference-cycle
                - { calculate: t, calculation: "count(../../r[t > 1])" }
                                                              ^ reference-cycle
            - { calculate: a, calculation: "count(\${r}[m > current()/../b])" }
                                                           ^^^^^^^^^^^^^^ reference-cycle: a → b → a
            - { calculate: b, calculation: "\${a}" }
    `);
  });

  it('are not those that ask for something else: limits, filters, defaults, counts, earlier values, quoted names', () => {
    checked.expect(`
      codelists:
        l: { attributes: [region], codes: { a: { label: A, region: n } } }
      forms:
        f:
          items:
            - { ask: a, type: integer, label: A, constraint: "\${a} > 3 and . < \${b}" }
            - { ask: b, type: integer, label: B, constraint: "\${a} > 3", relevant: "\${a} > 3" }
            - { ask: c, type: select_one l, label: C, choice_filter: "name != \${c}", required: "\${d} = ''" }
            - { ask: d, type: select_one l, label: D, choice_filter: "name = \${c}" }
            - { ask: e, type: integer, label: E, default: "\${g} + 1" }
            - { calculate: g, calculation: "\${e} + \${last-saved#g}" }
            - { ask: h, type: integer, label: H, calculation: "\${h} + 1", trigger: "\${a}" }
            - { repeat: r, label: R, repeat_count: "count(\${r}) + 1", items: [{ ask: m, type: integer, label: M }] }
            - { calculate: i, calculation: "jr:choice-name(\${c}, '\${c}')" }
            - { calculate: j, calculation: "once(random())" }
            - { repeat: p, label: P, items: [{ calculate: at, calculation: position(..) }, { calculate: of, calculation: "count(\${p})" }] }
    `);
  });

  it('are not told of a name that several questions bear', () => {
    const { findings } = checked.compile(`
      forms:
        f:
          items:
            - { group: g, label: G, items: [{ ask: a, type: integer, label: A }] }
            - { group: h, label: H, items: [{ ask: a, type: integer, label: A, relevant: "\${b} = 1" }] }
            - { calculate: b, calculation: "\${a} + 1" }
    `);
    expect(findings.map(({ rule }) => rule)).not.toContain('reference-cycle');
  });

  it('are found in a long chain', () => {
    const items = Array.from({ length: 1000 }, (_, at) => `{ calculate: c${at}, calculation: "\${c${at + 1}}" }`);
    const { findings } = checked.compile(`
      forms:
        f: { items: [${items.join(', ')}, { calculate: c1000, calculation: "\${c0}" }] }
    `);
    expect(findings.map(({ message }) => message)).toEqual([
      'These wait for each other: c0 → c1 → c2 → c3 → c4 → c5 → c6 → c7 → c8 → … (990 more) … → c999 → c1000 → c0.',
    ]);
    expect(findings[0]?.related).toHaveLength(11);
  });
});
