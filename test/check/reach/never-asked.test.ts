import { describe, expect, it } from 'vitest';
import { reading } from '../../support/tester.ts';

const known = reading
  .with({
    'known.yaml': `
codelists:
  yes_no: { codes: { yes: Yes, no: No } }
  needs: { codes: { food: Food, water: Water, none: Nothing } }
variables:
  age: { type: integer, label: A, constraint: ". >= 0 and . <= 99" }
  weight: { type: decimal, label: W }
  score: { type: range, label: S, parameters: start=1 end=5 step=1 }
  consent: { type: select_one yes_no, label: C }
  needs: { type: select_multiple needs, label: N, constraint: "not(selected(., 'none')) or count-selected(.) = 1" }
  name: { type: text, label: T, constraint: "string-length(.) <= 20" }
  visit: { type: date, label: V, constraint: ". >= date('2024-01-01')" }
`,
  })
  .checked();

describe('a relevance that can never be true', () => {
  it('is told where its own parts contradict each other', () => {
    known.expect(`
      forms:
        f:
          items:
            - age
            - weight
            - consent
            - needs
            - { ask: a, type: text, label: L, relevant: "\${age} > 5 and \${consent} = 'yes' and \${age} < 3" }
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ never-asked: \${age} > 5 and \${age} < 3 never hold together. So "a" is never asked.
            - { ask: b, type: text, label: L, relevant: "\${age} > 5 and \${age} < 6" }
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^ never-asked
            - { ask: c, type: text, label: L, relevant: "\${weight} > 5 and \${weight} < 6" }
            - { ask: d, type: text, label: L, relevant: "\${consent} = 'yes' and \${consent} = 'no'" }
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ never-asked
            - { ask: e, type: text, label: L, relevant: "selected(\${needs}, 'food') and not(selected(\${needs}, 'food') or \${age} > 3)" }
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ never-asked
            - { ask: g, type: text, label: L, relevant: "regex(\${name}, '^x$') and not(regex( \${name}, '^x$'))" }
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ never-asked
            - { ask: h, type: text, label: L, relevant: "\${age} > \${weight} and \${age} <= \${weight}" }
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ never-asked
            - name
    `);
  });

  it('reads numbers in quotes as the app does', () => {
    known.expect(`
      forms:
        f:
          items:
            - weight
            - { ask: a, type: text, label: L, relevant: "\${weight} > '5,5' and \${weight} < 5.25" }
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ never-asked
                                                                     ^^^^^ text-as-number
            - { ask: b, type: text, label: L, relevant: "\${weight} > '5,5' and \${weight} < 5.75" }
                                                                     ^^^^^ text-as-number
    `);
  });

  it('is told where constraints and parameters stand against it, with their place', () => {
    const { findings } = known.expect(`
      forms:
        f:
          items:
            - age
            - score
            - needs
            - name
            - visit
            - { ask: a, type: text, label: L, relevant: "\${age} > 120" }
                                                         ^^^^^^^^^^^^ never-asked: because "age" is between 0 and 99: its constraint is ". >= 0 and . <= 99"
            - { ask: b, type: text, label: L, relevant: "\${score} = 0" }
                                                         ^^^^^^^^^^^^ never-asked: because "score" is between 1 and 5: its parameters are "start=1 end=5 step=1"
            - { ask: c, type: text, label: L, relevant: "selected(\${needs}, 'none') and selected(\${needs}, 'food')" }
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ never-asked
            - { ask: d, type: text, label: L, relevant: "string-length(\${name}) > 30" }
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ never-asked
            - { ask: e, type: text, label: L, relevant: "\${visit} < date('2023-12-31')" }
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ never-asked: "visit" is at least 2024-01-01
    `);
    expect(findings[0]?.related.map(({ message }) => message)).toEqual(['the constraint of age']);
  });

  it('is told of a question at the group around it, and where the questions it reads are asked', () => {
    known.expect(`
      forms:
        f:
          items:
            - age
            - consent
            - group: g
              label: G
              relevant: \${consent} = 'no'
              items:
                - { ask: a, type: text, label: L, relevant: "\${consent} = 'yes'" }
                                                             ^^^^^^^^^^^^^^^^^^ never-asked: because "g" is shown only where \${consent} = 'no'
                - { ask: b, type: text, label: L }
            - { ask: c, type: text, label: L, relevant: "\${b} = 'x' and \${consent} = 'yes'" }
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ never-asked
    `);
  });

  it('is told once: not of what it holds, nor of what depends on it', () => {
    known.expect(`
      forms:
        f:
          items:
            - age
            - group: g
              label: G
              relevant: \${age} > 100
                        ^^^^^^^^^^^^ never-asked: So the group "g" is never shown.
              items:
                - { ask: a, type: text, label: L, relevant: "\${age} > 110" }
                - { ask: b, type: text, label: L }
            - { ask: c, type: text, label: L, relevant: "\${b} = 'x'" }
            - { ask: d, type: text, label: L, relevant: "\${c} = 'y' or \${b} = 'x'" }
    `);
  });
});

describe('a relevance is not told', () => {
  it('where no answer makes it true', () => {
    known.expect(`
      forms:
        f:
          items:
            - age
            - consent
            - { ask: a, type: text, label: L, relevant: "not(\${age} > 5) and not(\${age} <= 5)" }
            - { ask: b, type: text, label: L, relevant: "\${consent} != 'yes' and \${consent} != 'no'" }
            - { ask: c, type: text, label: L, relevant: "\${age} != 5 and not(\${age} > 0) and not(\${age} < 3)" }
            - { ask: d, type: text, label: L, relevant: "not(\${age} > -1)" }
    `);
  });

  it('where it is switched off on purpose', () => {
    known.expect(`
      forms:
        f:
          items:
            - age
            - { ask: a, type: text, label: L, relevant: false() }
            - { ask: b, type: text, label: L, relevant: "\${age} > 5 and 1 = 2" }
            - { ask: c, type: text, label: L, relevant: "\${a} = 'x'" }
    `);
  });

  it('where something else may stand there: a default, a calculation, an answer of another entry or another day', () => {
    known.expect(`
      forms:
        f:
          items:
            - { ask: a, type: integer, label: L, default: 0, constraint: ". > 0 or . = -1" }
                                                          ^ default-not-allowed
            - { ask: b, type: integer, label: L, calculation: "1 + 1", constraint: ". > 5" }
            - { ask: c, type: integer, label: L, default: "1 + 1", constraint: ". > 5" }
            - { ask: d, type: integer, label: L, read_only: yes, constraint: ". > 5" }
            - { ask: e, type: text, label: L, relevant: "\${a} = 0 or \${b} = 2 or \${c} = 2 or \${d} = 2" }
            - visit
            - { ask: h, type: date, label: L, constraint: ". <= today()" }
            - { ask: i, type: text, label: L, relevant: "\${h} > today() or \${last-saved#visit} < date('2020-01-01')" }
            - { ask: j, type: text, label: L, relevant: "random() > 0.5 and random() < 0.5" }
            - repeat: r
              label: R
              items:
                - { ask: k, type: integer, label: L, constraint: ". < 5" }
                - { ask: l, type: text, label: L, relevant: "\${k} > 7" }
                                                             ^^^^^^^^ never-asked
            - { ask: m, type: text, label: L, relevant: "sum(\${k}) > 7 and count(\${k}[. > 7]) > 0" }
    `);
  });

  it('where the other answer can still change, or is still missing', () => {
    known.expect(`
      forms:
        f:
          items:
            - { ask: size, type: integer, label: L, required: yes }
            - { ask: men, type: integer, label: L, constraint: ". <= \${size}" }
            - { ask: a, type: text, label: L, relevant: "\${men} > \${size}" }
            - { ask: b, type: text, label: L, relevant: "\${size} = ''" }
    `);
  });
});

describe('a constraint on what is computed', () => {
  it('is told where it refuses every value that can come out', () => {
    known.expect(`
      forms:
        f:
          items:
            - age
            - consent
            - { ask: a, type: integer, label: L, calculation: "200", constraint: ". < 100" }
                                                               ^^^ calculation-not-allowed: "a" is computed as "200", which . < 100 refuses.
            - { ask: b, type: integer, label: L, calculation: "if(\${age} > 5, 1, -1)", constraint: ". > 1" }
                                                               ^^^^^^^^^^^^^^^^^^^^^ calculation-not-allowed
            - { ask: c, type: integer, label: L, calculation: "if(\${age} > 5, 1, 2)", constraint: ". > 1" }
            - { ask: d, type: integer, label: L, calculation: "if(\${age} > 5, 1, '')", constraint: ". > 1" }
                                                               ^^^^^^^^^^^^^^^^^^^^^ calculation-not-allowed
            - { ask: e, type: integer, label: L, calculation: "\${age} + 1", constraint: ". > 1" }
            - { ask: g, type: date, label: L, calculation: "date('2024-01-01')", constraint: ". > date('2024-06-01')" }
                                                            ^^^^^^^^^^^^^^^^^^ calculation-not-allowed
            - { calculate: i, calculation: "200", constraint: ". < 100" }
            - { ask: j, type: integer, label: L, calculation: "200", constraint: ". < \${age}" }
    `);
  });
});
