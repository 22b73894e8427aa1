import { describe, expect, it } from 'vitest';
import { reading } from '../../support/tester.ts';

const checked = reading.checked();

describe('a name without ${ }', () => {
  it('is told, as a question where there is one', () => {
    const { findings } = checked.expect(`
      forms:
        f:
          settings: { instance_name: size }
                                     ^^^^ bare-name: "size" is a question
          items:
            - { ask: size, type: integer, label: S }
            - ask: a
              type: text
              label: A
              relevant: size > 3 and sise > 4
                        ^^^^ bare-name: "size" is a question, but without \${ } its answer is not read.
                                     ^^^^ bare-name: Did you mean "size"?
              required: maybe
                        ^^^^^ bare-name: "maybe" is neither a reference nor a text
              default: concat(size, 'a')
                              ^^^^ bare-name
            - { calculate: c, calculation: data/size }
                                           ^^^^ bare-name
            - { repeat: r, label: R, repeat_count: size, items: [{ note: n, label: N }] }
                                                   ^^^^ bare-name
    `);
    expect(findings.map(({ help }) => help)).toEqual([
      'Write ${size}.',
      'Write ${size}.',
      "A question is written ${size}, a text 'sise', with quotes.",
      'Write yes, no, or a condition such as ${age} > 17.',
      'Write ${size}.',
      "A question is written ${name}, a text 'data', with quotes.",
      'Write ${size}.',
    ]);
  });

  it('is mended where the expression has its line for itself', () => {
    const { findings } = checked.compile(`
      forms:
        f:
          items:
            - { ask: size, type: integer, label: S }
            - ask: a
              type: text
              label: A
              relevant: 3 < size
              constraint: "size > 3"
            - { ask: c, type: text, label: C,
                relevant: size > 3,
                constraint: size > 3
              }
            - { ask: b, type: text, label: B, relevant: size > 3 }
    `);
    expect(findings.map(({ fix }) => fix?.title)).toEqual(['Write ${size}', ...Array(4).fill(undefined)]);
    const [edit] = findings[0]?.fix?.edits ?? [];
    expect(edit?.at.source.text.slice(edit.at.start, edit.at.end)).toBe('size');
    expect(edit?.text).toBe('${size}');
  });

  it('is a code without its quotes where it is compared with an answer', () => {
    const { findings } = checked.expect(`
      codelists:
        yes_no: { codes: { yes: Yes, no: No } }
      forms:
        f:
          items:
            - { ask: a, type: select_one yes_no, label: A }
            - { ask: no, type: integer, label: N }
            - ask: b
              type: text
              label: B
              relevant: \${a} = yes or selected(\${a}, (Yes))
                               ^^^ bare-name: "yes" seems to mean a code, but without quotes
                                                      ^^^ bare-name: "Yes" seems to mean a code
            - ask: c
              type: text
              label: C
              relevant: yes = \${a}
                        ^^^ bare-name: seems to mean a code
            - ask: d
              type: text
              label: D
              relevant: \${a} = no
                               ^^ bare-name: "no" is a question
            - ask: e
              type: text
              label: E
              relevant: \${a} = never or \${no} = yes
                               ^^^^^ bare-name: neither a reference
                                                ^^^ bare-name: neither a reference
    `);
    expect(findings.map(({ help }) => help).slice(0, 2)).toEqual(Array(2).fill("Write 'yes', with quotes."));
    expect(findings.map(({ fix }) => fix?.title).slice(0, 3)).toEqual(["Write 'yes'", "Write 'yes'", undefined]);
  });

  it('may be a constant of another language, which is a warning where it comes out as meant', () => {
    const { findings } = checked.expect(`
      forms:
        f:
          items:
            - { ask: a, type: text, label: A, relevant: true }
                                                        ^^^^ bare-name
            - { ask: b, type: text, label: B, relevant: FALSE, required: no }
                                                        ^^^^^ bare-name
            - { calculate: c, calculation: "if(true(), 1, null)" }
                                                          ^^^^ bare-name
    `);
    expect(findings.map(({ severity, help }) => [severity, help])).toEqual([
      ['error', "Write true(), or 'true' if a text is meant."],
      ['warning', "Write false(), or 'FALSE' if a text is meant."],
      ['warning', "Write '' for nothing, or 'null' if a text is meant."],
    ]);
  });

  it('is right between brackets, in a choice_filter, and of what a section holds', () => {
    checked.expect(`
      codelists:
        l: { attributes: [region], codes: { a: { label: A, region: n } } }
      forms:
        f:
          items:
            - { repeat: r, label: R, items: [{ ask: age, type: integer, label: A }] }
            - { calculate: a, calculation: "count(\${r}[age > 3]) + count(instance('l')/root/item[region = 'n'])" }
            - { ask: b, type: select_one l, label: B, choice_filter: region = 'n', required: yes, read_only: no }
            - { calculate: c, calculation: "sum(\${r}/age) + count(../r) + number(/data/r/age)" }
    `);
  });
});

describe('a path', () => {
  it('is told where it leads to nothing', () => {
    const { findings } = checked.expect(`
      forms:
        f:
          items:
            - { ask: size, type: integer, label: S }
            - repeat: r
              label: R
              items:
                - { ask: age, type: integer, label: A }
                - { calculate: a, calculation: ../size + ../agee + ../../nothing }
                                                  ^^^^ unknown-path: "../size" leads to nothing: there is no "size" in "r".
                                                            ^^^^ unknown-path: Did you mean "age"?
                                                                         ^^^^^^^ unknown-path: at the top of the form
            - { calculate: b, calculation: "current()/../r/agee + \${size}/x" }
                                                           ^^^^ unknown-path
                                                                          ^ unknown-path
    `);
    expect(findings.map(({ message }) => /there is no "\w+" (.*?)\.( Did|$)/.exec(message)?.[1])).toEqual([
      'in "r"',
      'in "r"',
      'at the top of the form',
      'in "r"',
      'in "size"',
    ]);
    expect(findings[0]?.help).toBe('Write ${size}, which finds the question wherever it stands, or correct the path.');
    expect(findings[1]?.help).toBe(
      'Correct the path, or name the question by ${ }, which finds it wherever it stands.',
    );
  });

  it('is right where it leads to something, and not judged where that cannot be told', () => {
    checked.expect(`
      codelists:
        l: { codes: { a: A } }
      forms:
        f:
          items:
            - { ask: size, type: integer, label: S }
            - { ask: one, type: select_one l or_other, label: O }
            - repeat: r
              label: R
              repeat_count: "\${size} + 1"
              items:
                - { ask: age, type: integer, label: A }
                - { calculate: a, calculation: "../age + ../../size + ../../r_count + position(..) + ./../age" }
            - { calculate: b, calculation: "../meta/instanceID = ../one_other or ../r/age = //age or ../*/age = ../../../x" }
                                                                                            ^^^^^ expression-support
            - { calculate: c, calculation: "../r[age > 3]/age = 1 or count(../r[position() = ../../size][position() = 2]/age) = 1 or /nowhere/at = all" }
                                                                                                                                                   ^^^ bare-name
            - { group: k, type: loop over l, label: L, items: [{ ask: in, type: text, label: I, relevant: "../inn = 1" }] }
    `);
  });
});

describe('a name between the brackets of a repeat', () => {
  it('is told where the entries hold nothing of that name', () => {
    checked.expect(`
      forms:
        f:
          items:
            - { repeat: r, label: R, items: [{ ask: age, type: integer, label: A }] }
            - { calculate: a, calculation: "count(\${r}[agee > 3]) + count(../r[agee > 3])" }
                                                       ^^^^ unknown-path: "agee" leads to nothing: there is no "agee" in "r". Did you mean "age"?
                                                                               ^^^^ unknown-path
            - { calculate: b, calculation: "count(\${age}[age > 3])" }
                                                         ^^^ unknown-path: there is no "age" in "age".
    `);
  });

  it('is not judged where it is not clear what is filtered', () => {
    checked.expect(`
      codelists:
        l: { attributes: [x], codes: { a: { label: A, x: 1 } } }
      forms:
        f:
          items:
            - { repeat: r, label: R, items: [{ ask: age, type: integer, label: A }] }
            - { calculate: a, calculation: "count(instance('l')/root/item[x = 1]) + count(/data/r[x = 1]) + count(\${r}[../r[x = 1]/age > 3])" }
    `);
  });
});

describe('the number of entries of a repeat', () => {
  it('is not asked as a text', () => {
    checked.expect(`
      forms:
        f:
          items:
            - { ask: t, type: text, label: T }
            - { ask: d, type: date, label: D }
            - { ask: n, type: text, label: N, appearance: numbers }
            - { ask: i, type: integer, label: I }
            - { calculate: c, calculation: 1 + 1 }
            - { repeat: r1, label: R, repeat_count: "\${t}", items: [{ note: n1, label: N }] }
                                                    ^^^^^^ repeat-count-answer
            - { repeat: r2, label: R, repeat_count: "(\${d})", items: [{ note: n2, label: N }] }
                                                    ^^^^^^^^ repeat-count-answer
            - { repeat: r3, label: R, repeat_count: "\${n}", items: [{ note: n3, label: N }] }
            - { repeat: r4, label: R, repeat_count: "\${i} + 1", items: [{ note: n4, label: N }] }
            - { repeat: r5, label: R, repeat_count: "\${c}", items: [{ note: n5, label: N }] }
    `);
  });
});
