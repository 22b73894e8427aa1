import { describe, expect, it } from 'vitest';
import { reading } from '../support/tester.ts';

const forms = reading
  .with({
    'forms.yaml': `
codelists:
  needs: { codes: { food: Food, water: Water } }
variables:
  hh_size: { type: integer, label: H, constraint: ". >= 1 and . <= 40" }
  women: { type: integer, label: W }
  men: { type: integer, label: M }
  notes: { type: text, label: N }
  needs: { type: select_one needs, label: N }
  other: { type: select_one needs or_other, label: O }
  left: { type: date, label: L }
  age: { type: integer, label: A }
  visits: { type: integer, label: V }
  weight: { type: decimal, label: W }
  photo: { type: audio, label: P, parameters: quality=low }
  computed: { type: calculate, calculation: "\${women} + 1" }
  word: { type: calculate, calculation: "'a'" }
  unasked: { type: integer, label: U }
forms:
  household:
    title: Household
    metadata: [start, end]
    items:
      - hh_size
      - needs
      - other
      - left
      - notes
      - computed
      - word
      - photo
      - women
      - men
      - { repeat: member, label: M, items: [age, { repeat: visit, label: V, items: [visits] }] }
      - { repeat: animal, label: A, items: [weight] }
  short: { title: Short, items: [hh_size] }
`,
  })
  .checked();

describe('the names of a check', () => {
  it('are those of questions that a form asks', () => {
    forms.expect(`
      checks:
        a: { when: "\${hh_sise} > 1 and \${women} > 1" }
                    ^^^^^^^^^^ check-unknown-name: Did you mean "hh_size"?
        b: { when: "\${unasked} > 1" }
                    ^^^^^^^^^^ check-unknown-name: "unasked", which no form asks.
        c: { sums: { of: [women, mem], to: hh_size } }
                                 ^^^ check-unknown-name: Did you mean "men"?
        f: { sums: { of: ["\${women}"], to: men } }
                          ^^^^^^^^^^ check-unknown-name: Did you mean "women"?
        g: { when: "" }
                    ^ expression-syntax
        d: { when: "\${other_other} != ''" }
        e: { when: "\${instanceID} = ''" }
    `);
  });

  it('stand in ${ }, without a path', () => {
    forms.expect(`
      checks:
        a: { when: hh_size > 1 }
                   ^^^^^^^ check-reference: without
        b: { when: ". > 1 and \${hh_size} > 1" }
                    ^ check-reference: the full stop
        c: { when: ../hh_size > 1 }
                   ^^^^^^^^^^ check-reference: is a path
        d: { when: "current()/hh_size > 1" }
                    ^^^^^^^^^^^^^^^^^ check-reference: is a path
        e: { when: "\${last-saved#hh_size} > \${hh_size}" }
                    ^^^^^^^^^^^^^^^^^^^^^ check-reference: on the device alone
        f: { when: "count(\${member}[age > 90]) > 3" }
        g: { when: "instance('needs')/root/item[name = \${needs}]/label = 'x'" }
    `);
  });

  it('are all asked by one form', () => {
    const { findings } = forms.with({ 'more.yaml': 'forms: { more: { title: M, items: [unasked] } }' }).expect(`
        checks:
          a: { when: "\${unasked} > \${women}" }
          ^ check-nowhere: "unasked" and "women"
          b: { when: "\${unasked} > 1" }
      `);
    expect(findings.map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('are asked by every form of forms:', () => {
    forms.expect(`
      checks:
        a: { when: "\${women} > 5", forms: [household, short] }
                                                      ^^^^^ check-form: does not ask "women"
        b: { when: "\${women} > 5", forms: [houshold] }
                                           ^^^^^^^^ check-form: Did you mean "household"?
        c: { duration: { under: 8m }, forms: short }
                                             ^^^^^ check-form: "start" and "end"
    `);
  });

  it('in a message are asked by every form that the check is for', () => {
    forms.expect(`
      checks:
        a: { when: "\${hh_size} > 5", message: "\${women} of \${hh_size}" }
                                               ^^^^^^^^ check-message-name: form "short" does not ask
        b: { when: "\${hh_size} > 5", message: "\${women} of \${hh_size}", forms: household }
        c: { when: "\${hh_size} > 5", message: { en: "\${wimen}" } }
                                                     ^^^^^^^^ check-message-name: Did you mean "women"?
        d: { when: "\${hh_size} > 5", message: "\${hh_size" }
                                               ^^^^^^^^^ reference-syntax
        e: { when: "\${hh_size} > 5", message: { xx: Many } }
                                                    ^^^^ unknown-language
    `);
  });
});

describe('the condition of a check', () => {
  it('is looked at as that of a form is', () => {
    forms.expect(`
      checks:
        a: { when: "\${hh_size} >" }
                               ^ expression-syntax
        b: { when: "\${needs} = 'fod'" }
                               ^^^^^ code-not-in-list: Did you mean "food"?
        c: { when: "\${left} > 5" }
                              ^ date-as-number
        d: { when: "\${women} > \${women}" }
                               ^^^^^^^^ compared-with-itself
        e: { when: "\${hh_size} = 'many'" }
                                 ^^^^^^ never-equal
        f: { when: "cont(\${women}) > 1" }
                    ^^^^ unknown-function
        g: { when: "pow(\${women}) > 1" }
                    ^^^ function-arguments
        h: { when: "\${women} > 1 or 'x'" }
                                    ^^^ constant-condition
        i: { when: "'yes'" }
                    ^^^^^ no-condition
    `);
  });

  it('that can never hold is told', () => {
    forms.expect(`
      checks:
        a: { when: "\${women} > 5 and \${women} < 3" }
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ never-holds
        b: { when: "\${hh_size} > 50" }
                    ^^^^^^^^^^^^^^^ never-holds: constraint
    `);
  });

  it('is computed here, so that it may use what devices do not know', () => {
    forms.expect(`
      checks:
        a: { when: "floor(\${women}) > 1 and regex(\${notes}, 'a|b')" }
    `);
  });

  it('has a place in one repeat, and sees what is around it', () => {
    forms.expect(`
      checks:
        a: { when: "\${age} > 5 and \${hh_size} > 1 and \${visits} > 1" }
        b: { when: "\${age} > \${weight}" }
                    ^^^^^^^^^^^^^^^^^^ check-across-repeats: "age" of the repeat "member" and "weight" of the repeat "animal"
        c: { when: "\${age} > max(\${weight})" }
        d: { when: "\${visits} > \${weight}" }
                    ^^^^^^^^^^^^^^^^^^^^^ check-across-repeats
        e: { when: "count(\${member}) > count(\${animal})" }
    `);
  });
});

describe('a sum', () => {
  it('is made of numbers, each once', () => {
    forms.expect(`
      checks:
        a: { sums: { of: [women, women], to: hh_size } }
                                 ^^^^^ check-sum-twice: added up twice
        b: { sums: { of: [women, hh_size], to: hh_size } }
                                 ^^^^^^^ check-sum-twice: the total
        c: { sums: { of: [notes, needs, left, photo, word, member], to: hh_size } }
                          ^^^^^ check-sum-type: its type is "text"
                                 ^^^^^ check-sum-type: its type is "select_one needs"
                                        ^^^^ check-sum-type
                                              ^^^^^ check-sum-type
                                                     ^^^^ check-sum-type
                                                           ^^^^^^ check-sum-type: its type is "repeat"
        d: { sums: { of: [computed, men], to: hh_size } }
    `);
  });

  it('stands beside its total, or in a repeat beside it', () => {
    forms.expect(`
      checks:
        a: { sums: { of: [age, women], to: hh_size } }
        b: { sums: { of: [visits], to: age } }
        c: { sums: { of: [women], to: age } }
        ^ check-sum-place: "age" is asked for each entry of the repeat "member", but "women" stands outside
        d: { sums: { of: [weight], to: age } }
        ^ check-across-repeats
    `);
  });
});

describe('a duration', () => {
  it('needs a beginning and an end, and limits that leave something', () => {
    forms.expect(`
      checks:
        a: { duration: { under: 8m, over: 2h } }
        b: { duration: { under: 2h, over: 8m } }
                                          ^^ check-limits
    `);
    reading.checked().expect(`
      forms:
        f: { title: F, metadata: [start], items: [{ note: n, label: N }] }
      checks:
        a: { duration: { under: 8m } }
        ^ check-nowhere: "start" and "end"
    `);
  });
});

describe('the name of a check', () => {
  it('is a name like others', () => {
    forms.expect(`
      checks:
        "too many": { when: "\${hh_size} > 5" }
        ^^^^^^^^^^ invalid-name
    `);
  });
});
