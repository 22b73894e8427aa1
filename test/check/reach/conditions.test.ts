import { describe, expect, it } from 'vitest';
import { reading } from '../../support/tester.ts';

const known = reading
  .with({
    'known.yaml': `
codelists:
  yes_no: { codes: { yes: Yes, no: No } }
variables:
  age: { type: integer, label: A, constraint: ". >= 0 and . <= 99" }
  consent: { type: select_one yes_no, label: C }
  needs: { type: select_multiple yes_no, label: N }
`,
  })
  .checked();

describe('a constraint that no answer meets', () => {
  it('is told, as an error where an answer is required', () => {
    const { findings } = known.expect(`
      forms:
        f:
          items:
            - age
            - { ask: a, type: integer, label: L, constraint: ". > 5 and . < 3" }
                                                              ^^^^^^^^^^^^^^^ never-answered: So "a" takes no answer.
            - { ask: b, type: decimal, label: L, required: yes, constraint: "\${age} > 5 and . > 5 and . < 5" }
                                                                                            ^^^^^^^^^^^^^^^ never-answered: takes no answer, and needs one.
            - { ask: c, type: select_one yes_no, label: L, constraint: ". != 'yes' and not(selected(., 'no'))" }
                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ never-answered
            - { ask: d, type: range, label: L, parameters: start=1 end=5 step=1, constraint: ". > 5" }
                                                                                              ^^^^^ never-answered: because "d" is between 1 and 5
            - { ask: e, type: select_multiple yes_no, label: L, constraint: "count-selected(.) > 2" }
                                                                             ^^^^^^^^^^^^^^^^^^^^^ never-answered
    `);
    expect(findings.map(({ severity }) => severity)).toEqual(['warning', 'error', 'warning', 'warning', 'warning']);
  });

  it('is not told where it is there to stop people, or an answer meets it', () => {
    known.expect(`
      forms:
        f:
          items:
            - { note: a, label: L, constraint: "1 = 2" }
            - { ask: b, type: text, label: L, constraint: ". = ''" }
            - { ask: c, type: text, label: L, constraint: false() }
            - { ask: d, type: integer, label: L, constraint: ". > 5 or . < 3 or . = 4" }
            - { ask: e, type: integer, label: L, read_only: yes, constraint: ". > 5 and . < 3" }
            - { ask: h, type: select_multiple yes_no, label: L, constraint: "count-selected(.) = 2 and selected(., 'no')" }
    `);
  });
});

describe('a default that the constraint refuses', () => {
  it('is told with the part of the constraint that does', () => {
    const { findings } = known.expect(`
      forms:
        f:
          items:
            - { ask: a, type: integer, label: L, default: 0, constraint: ". > 0 and . < 9" }
                                                          ^ default-not-allowed: "a" begins with "0", which . > 0 refuses.
            - { ask: b, type: select_one yes_no, label: L, default: no, constraint: ". = 'yes'" }
                                                                    ^^ default-not-allowed
            - { ask: c, type: date, label: L, default: 2020-01-01, constraint: ". > date('2024-01-01')" }
                                                       ^^^^^^^^^^ default-not-allowed
            - { ask: d, type: integer, label: L, default: 5, constraint: ". > 0 and . < 9" }
            - { ask: e, type: text, label: L, default: x, constraint: "regex(., '^[0-9]+$')" }
            - { ask: g, type: date, label: L, default: today(), constraint: ". > date('2024-01-01')" }
    `);
    expect(findings[0]?.related).toHaveLength(1);
  });
});

describe('a part of a condition', () => {
  it('is told where it never holds, and the whole is not told', () => {
    known.expect(`
      forms:
        f:
          items:
            - age
            - consent
            - { ask: a, type: text, label: L, relevant: "\${age} < 1 or \${age} > 120" }
                                                                       ^^^^^^^^^^^^ never-holds: because "age" is between 0 and 99
            - { ask: b, type: text, label: L, relevant: "\${age} > 1 and (\${consent} = 'yes' or (\${age} > 7 and \${age} < 6))" }
                                                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^ never-holds
            - { ask: c, type: text, label: L, required: "\${age} > 7 and \${age} < 6" }
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^ never-holds
            - { ask: d, type: integer, label: L, constraint: ". > \${age} or (. > 7 and . < 6)" }
                                                                             ^^^^^^^^^^^^^^^ never-holds
    `);
  });

  it('is told where one of several always holds', () => {
    const { findings } = known.expect(`
      forms:
        f:
          items:
            - age
            - consent
            - { ask: a, type: text, label: L, relevant: "\${consent} != 'yes' or \${consent} != 'no'" }
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ always-holds
            - { ask: b, type: integer, label: L, constraint: ". > 5 or . < 10" }
                                                              ^^^^^^^^^^^^^^^ always-holds
            - { ask: c, type: text, label: L, relevant: "not(\${age} = 1 and \${consent} = 'no') or \${age} = 1" }
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ always-holds
    `);
    expect(findings.map(({ severity }) => severity)).toEqual(['warning', 'warning', 'info']);
  });

  it('is right where several codes can be chosen, nothing may be answered, or something is switched on', () => {
    known.expect(`
      forms:
        f:
          items:
            - age
            - needs
            - { ask: a, type: text, label: L, relevant: "not(selected(\${needs}, 'yes')) or not(selected(\${needs}, 'no'))" }
            - { ask: b, type: text, label: L, relevant: "\${age} > 5 or \${age} < 10" }
            - { ask: c, type: text, label: L, relevant: "\${age} = '' or \${age} != ''" }
            - { ask: d, type: text, label: L, relevant: "\${age} > 5 or true()" }
    `);
  });
});

describe('a branch of if()', () => {
  it('is told where what was asked before leaves nothing for it', () => {
    known.expect(`
      forms:
        f:
          items:
            - age
            - consent
            - calculate: a
              calculation: if(\${age} < 18, 'child', if(\${age} < 5, 'infant', if(\${age} >= 18, 'adult', '')))
                                                       ^^^^^^^^^^ branch-never-taken
            - calculate: b
              calculation: concat('x', if(\${consent} = 'yes', if(\${consent} = 'no', 1, 2), 3))
                                                                 ^^^^^^^^^^^^^^^^^ branch-never-taken
            - calculate: c
              calculation: if(\${age} > 120, 1, if(\${age} > 5, 2, if(\${age} <= 5, 3, 4)))
                              ^^^^^^^^^^^^ branch-never-taken
    `);
  });
});

const asking = (relevant: string): string => `
forms:
  f:
    items:
      - age
      - consent
      - { ask: name, type: text, label: N }
      - { ask: a, type: text, label: L, relevant: "${relevant}" }
`;

describe('expressions of any size', () => {
  it('are looked at without end', () => {
    const or = Array.from({ length: 900 }, (_, index) => `\${age} = ${index}`).join(' or ');
    const groups = Array.from(
      { length: 60 },
      (_, index) => `(\${age} = ${index} or \${consent} = 'yes' or \${name} = '${index}')`,
    );
    const nested = `${'not('.repeat(150)}\${age} > 5${')'.repeat(150)}`;
    const ifs = Array.from({ length: 90 }).reduce<string>(
      (inner, _, index) => `if(${inner}, \${age} > ${index}, \${age} < ${index})`,
      'true()',
    );
    for (const relevant of [or, groups.join(' and '), nested, ifs, `(${or}) and (${or})`])
      expect(known.compile(asking(relevant)).findings.map(({ rule }) => rule)).not.toContain('never-asked');
    const brackets = `${'('.repeat(10_000)}\${age} > 5${')'.repeat(10_000)}`;
    expect(known.compile(asking(brackets)).findings.map(({ rule }) => rule)).toEqual(['expression-syntax']);
  });
});
