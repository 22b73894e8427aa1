import { describe, it } from 'vitest';
import { reading } from '../support/tester.ts';

const checked = reading.checked();

describe('an expression', () => {
  it('is read in every place that holds one', () => {
    checked.expect(`
      variables:
        unused: { type: text, label: U, relevant: 1 + , soft: [{ when: ". >" }] }
                                                    ^ expression-syntax
                                                                          ^ expression-syntax
      forms:
        f:
          settings: { instance_name: "concat('a'", form_title: "1 + " }
                                            ^ expression-syntax
          entities: [{ list_name: e, label: "1 +", create_if: "(" }]
                                  ^ kobo-entities
                                               ^ expression-syntax
                                                               ^ expression-syntax
          items:
            - ask: q
              type: text
              label: 1 + (
              required: 1 +
                          ^ expression-syntax
              relevant: 1 +
                          ^ expression-syntax
              constraint: 1 +
                            ^ expression-syntax
              choice_filter: 1 +
                               ^ expression-syntax
              default: 1 +
                         ^ expression-syntax
              read_only: 1 +
                           ^ expression-syntax
            - { calculate: c, calculation: 1 + }
                                             ^ expression-syntax
            - { repeat: r, label: R, repeat_count: 1 +, items: [{ note: n, label: N }] }
                                                     ^ expression-syntax
    `);
  });

  it('is told once for a variable, however often it is asked', () => {
    checked.expect(`
      variables:
        q: { type: text, label: Q, relevant: 1 + }
                                               ^ expression-syntax
      forms:
        f: { items: [q, { ask: q, as: q2 }] }
        g: { items: [q] }
    `);
  });

  it('may have curly quotes, which are told once an expression', () => {
    checked.expect(`
      variables:
        q: { type: text, label: “Q” ‘Q’, constraint: . != ‘a’ and . != “b” }
                                                          ^ curly-quotes
    `);
  });

  it('may wait for what a module fills in', () => {
    checked.expect(`
      variables:
        size: { type: integer, label: S }
        q: { type: integer, label: Up to $(max)?, constraint: . <= $(max) and ., relevant: "if(\${size} > $( max ), $(max), \${size})" }
    `);
  });
});

describe('a reference in a text', () => {
  it('that cannot be read is told', () => {
    checked.expect(`
      codelists:
        l: { codes: { a: "A \${" } }
                            ^^ reference-syntax
      forms:
        f:
          items:
            - { ask: q, type: select_one l, label: "Q \${a b}", hint: "costs $5 and {braces}" }
                                                      ^^^^^^ reference-syntax
            - { calculate: c, calculation: 1, trigger: "\${}" }
                                                        ^^^ reference-syntax
    `);
  });
});
