import { describe, expect, it } from 'vitest';
import { reading } from '../../support/tester.ts';

const checked = reading.checked();

/** A form with a household size, a repeat `member` of `age` and `pos`, and more items after it. */
const roster = (items: string): string => `
forms:
  f:
    items:
      - { ask: size, type: integer, label: S }
      - repeat: member
        label: M
        items:
          - { ask: age, type: integer, label: "Age of \${pos}" }
          - { calculate: pos, calculation: position(..) }
${items}`;

describe('a reference into a repeat from outside', () => {
  it('is told where one value is needed', () => {
    const { findings } = checked.expect(
      roster(`
      - { calculate: a, calculation: "\${age} + 1" }
                                      ^^^^^^ reference-into-repeat
      - { ask: b, type: text, label: "Age \${age}", relevant: "(\${age}) > 3", constraint: "string-length(\${age}) > 1" }
                                          ^^^^^^ reference-into-repeat
                                                               ^^^^^^ reference-into-repeat
                                                                                                        ^^^^^^ reference-into-repeat
      - { calculate: c, calculation: "\${member} > 3" }
                                      ^^^^^^^^^ reference-into-repeat
      - { calculate: d, calculation: "max(\${age}, 3) + concat('a', \${age}) + join(',', \${age}, 1)" }
                                      ^^^^^^^^^^^^^^ engine-difference: max or min of several answers
                                          ^^^^^^ reference-into-repeat
                                                                   ^^^^^^ reference-into-repeat
                                                                                       ^^^^^^ reference-into-repeat
      - { calculate: e, calculation: "sum(\${age} + 1)" }
                                          ^^^^^^ reference-into-repeat
      - { repeat: other, label: O, repeat_count: "\${age}", items: [{ calculate: g, calculation: "\${age}" }] }
                                                  ^^^^^^ reference-into-repeat
                                                                                                 ^^^^^^ reference-into-repeat
`),
    );
    expect(findings.find(({ message }) => message.includes('"${member}"'))).toBeUndefined();
    expect(findings[4]?.message).toBe(
      '${member} is a repeat with any number of entries, but one value is needed here.',
    );
    expect(findings[4]?.help).toBe('For the number of entries write count(${member}).');
  });

  it('is told in the name of the submission', () => {
    checked.expect(`
      forms:
        f:
          settings: { instance_name: "concat(\${age}, 'a')" }
                                             ^^^^^^ reference-into-repeat
          items:
            - { repeat: member, label: M, items: [{ ask: age, type: integer, label: A }] }
    `);
  });

  it('is told in an entity where KoboToolbox alone converts the form, which has one entity a submission', () => {
    const snippet = `
      forms:
        f:
          entities: [{ list_name: people, label: "\${age}" }, { list_name: homes, label: "sum(\${age})" }]
          items:
            - { repeat: member, label: M, items: [{ ask: age, type: integer, label: A }] }
    `;
    const manifest = 'lexiform: 1\ndictionary: test\nlanguages: { en: English }\nprofiles: [kobo]\n';
    const { findings } = checked.with({ 'dictionary.yaml': manifest }).compile(snippet);
    const told = findings.filter(({ rule }) => rule === 'reference-into-repeat');
    expect(told.map(({ message }) => message)).toMatchInlineSnapshot(`
      [
        "\${age} is asked once for each entry of the repeat "member", but one value is needed here.",
      ]
    `);
    expect(checked.compile(snippet).findings.map(({ rule }) => rule)).not.toContain('reference-into-repeat');
  });

  it('is right where all entries are taken, where a path goes on, and of the value from before', () => {
    checked.expect(
      roster(`
      - { calculate: a, calculation: "sum(\${age}) + count(\${member}) + count-non-empty((\${age})) + max(\${age}) + min(\${age})" }
      - { calculate: b, calculation: "concat(join(', ', \${age}), concat(\${age}))" }
      - { calculate: c, calculation: "indexed-repeat(\${age}, \${member}, 1) + \${member}[position() = 1]/age + \${last-saved#age}" }
      - { calculate: d, calculation: "count(\${member}[age > \${size}]) + count(\${age}[. > 3])" }
      - { calculate: e, calculation: "checklist(1, 2, \${age})" }
      - { ask: h, type: integer, label: H, soft: [{ when: ". > \${age}" }] }
`),
    );
  });

  it('is right inside of the repeat, also in a group there and from a repeat inside it', () => {
    checked.expect(`
      forms:
        f:
          items:
            - repeat: member
              label: "M \${age}"
              items:
                - { ask: age, type: integer, label: A }
                - { group: g, label: G, items: [{ ask: b, type: integer, label: "\${age}", relevant: "\${age} > 3" }] }
                - repeat: visit
                  label: V
                  items:
                    - { ask: day, type: integer, label: D, relevant: "\${age} > 3 and \${b} = 1" }
                - { calculate: days, calculation: "sum(\${day})" }
                - { calculate: wrong, calculation: "\${day}" }
                                                    ^^^^^^ reference-into-repeat: the repeat "visit"
    `);
  });

  it('is right of a repeat that is asked exactly one time in a text, but not where ODK Validate computes', () => {
    checked.expect(`
      forms:
        f:
          items:
            - { repeat: head, label: H, repeat_count: 1, items: [{ ask: age, type: integer, label: A }] }
            - { calculate: a, calculation: "\${age} + 1" }
                                            ^^^^^^ reference-into-repeat
            - { note: b, label: "You are \${age}" }
    `);
  });

  it('is told between the brackets of a list, which are no part of the repeat', () => {
    checked.expect(`
      codelists:
        l: { attributes: [age], codes: { a: { label: A, age: 1 } } }
      forms:
        f:
          items:
            - { repeat: member, label: M, items: [{ ask: age, type: integer, label: A }] }
            - { calculate: a, calculation: "instance('l')/root/item[age = \${age}]/name" }
                                                                          ^^^^^^ reference-into-repeat
            - { ask: b, type: select_one l, label: B, choice_filter: "age = \${age}" }
                                                                            ^^^^^^ reference-into-repeat
    `);
  });
});

describe('a condition on the entries of a repeat', () => {
  it('names the answers of the entry that is looked at without ${ }', () => {
    const { findings } = checked.expect(
      roster(`
      - { calculate: a, calculation: "count(\${member}[\${age} > 3 and \${pos} > \${size}])" }
                                                      ^^^^^^ repeat-filter
                                                                     ^^^^^^ repeat-filter
      - { calculate: b, calculation: "sum(\${age}[\${age} > 3])" }
                                                 ^^^^^^ repeat-filter
      - { calculate: c, calculation: "sum(\${age}[\${pos} > 3])" }
                                                 ^^^^^^ repeat-filter
`),
    );
    const written = findings.map(({ help }) => /write (\S+) in place of/.exec(help)?.[1]);
    expect(written).toEqual(['age', 'pos', '.', '../pos']);
    expect(findings.map(({ severity }) => severity)).toEqual(['warning', 'warning', 'warning', 'warning']);
  });

  it('leads nowhere from inside of the repeat, and is refused from the repeat around it', () => {
    const { findings } = checked.expect(`
      forms:
        f:
          items:
            - repeat: member
              label: M
              items:
                - { ask: age, type: integer, label: A }
                - { calculate: same, calculation: "count(\${member}[age = \${age}])" }
                                                                         ^^^^^^ repeat-filter: where it is not
                - repeat: visit
                  label: V
                  items: [{ group: g, label: G, items: [{ ask: day, type: integer, label: D }] }]
                - { calculate: late, calculation: "count(\${visit}[\${day} > 3])" }
                                                                  ^^^^^^ repeat-filter
    `);
    expect(findings.map(({ severity }) => severity)).toEqual(['error', 'error']);
    expect(findings[1]?.help).toContain('write g/day in place of ${day}');
  });

  it('is not judged where it is not clear what it filters', () => {
    checked.expect(
      roster(`
      - { calculate: a, calculation: "count(/data/member[\${age} > 3]) + count(../member[\${age} > 3])" }
      - { calculate: b, calculation: "count(\${size}[\${age} > 3])" }
`),
    );
  });
});

describe('indexed-repeat', () => {
  it('takes a question and the repeat that it is asked in', () => {
    checked.expect(
      roster(`
      - { group: g, label: G, items: [{ note: n, label: N }] }
      - { repeat: other, label: O, items: [{ ask: x, type: text, label: X }] }
      - { calculate: a, calculation: "indexed-repeat(\${age}, \${g}, 1)" }
                                                             ^^^^ indexed-repeat-place: "g" is not a repeat
      - { calculate: b, calculation: "indexed-repeat(\${size}, \${member}, 1) + indexed-repeat(\${age}, \${other}, 1)" }
                                                              ^^^^^^^^^ indexed-repeat-place: is not asked in the repeat "member"
                                                                                                     ^^^^^^^^ indexed-repeat-place
      - { calculate: c, calculation: "indexed-repeat(\${age}, /data/member, 1) + indexed-repeat(../size, \${member}, \${size})" }
`),
    );
  });
});
