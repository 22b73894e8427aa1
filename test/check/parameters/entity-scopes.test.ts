import { describe, expect, it } from 'vitest';
import { asWritten, kobo, odk } from './testers.ts';

describe('an entity', () => {
  it('belongs to the submission or to one repeat, and uses what stands in it or around it', () => {
    odk.expect(`
      forms:
        outside: { entities: [{ list_name: e, label: "\${a}" }], items: [{ ask: a, type: text, label: A }, { group: g, label: G, items: [{ ask: b, type: text, label: B, save_to: p }] }] }
        inside: { entities: [{ list_name: e, label: "\${a}" }], items: [{ ask: a, type: text, label: A }, { repeat: r, label: R, items: [{ ask: b, type: text, label: B, save_to: p }] }] }
        inner: { entities: [{ list_name: e, label: "\${a}" }], items: [{ repeat: r, label: R, items: [{ ask: a, type: text, label: A }, { repeat: s, label: S, items: [{ ask: b, type: text, label: B, save_to: p }] }] }] }
        whole: { entities: [{ list_name: e, label: "count(\${r})" }], items: [{ repeat: r, label: R, items: [{ ask: a, type: text, label: A }] }, { ask: b, type: text, label: B, save_to: p }] }
        unused: { entities: [{ list_name: e, label: "'x'" }], items: [{ repeat: r, label: R, items: [{ ask: a, type: text, label: A }] }] }
    `);
  });

  it('cannot save answers from two repeats, nor from a repeat and from around it', () => {
    const { findings } = odk.expect(`
      forms:
        f:
          entities: [{ list_name: e, label: "'x'" }]
          items:
            - { repeat: r, label: R, items: [{ ask: a, type: text, label: A, save_to: p }] }
            - { repeat: s, label: S, items: [{ ask: b, type: text, label: B, save_to: q }] }
                                                                                      ^ entity-scope
        g:
          entities: [{ list_name: e, label: "'x'" }]
          items:
            - { ask: a, type: text, label: A, save_to: p }
                                                       ^ entity-scope
            - { repeat: r, label: R, items: [{ ask: b, type: text, label: B, save_to: q }] }
        h:
          entities: [{ list_name: e, label: "'x'" }]
          items:
            - repeat: r
              label: R
              items:
                - { ask: a, type: text, label: A, save_to: p }
                                                           ^ entity-scope
                - { repeat: s, label: S, items: [{ ask: b, type: text, label: B, save_to: q }] }
    `);
    expect(findings.map(({ message, help }) => `${message} ${help}`)).toMatchInlineSnapshot(`
      [
        "The answer to "b", which stands in the repeat "s", cannot be saved to "e", because the entity belongs to the repeat "r". Write a calculate in the repeat "r" that takes the value over, and put save_to: there.",
        "The answer to "a", which stands in the form outside of repeats, cannot be saved to "e", because the entity belongs to the repeat "r". Write a calculate in the repeat "r" that takes the value over, and put save_to: there.",
        "The answer to "a", which stands in the repeat "r", cannot be saved to "e", because the entity belongs to the repeat "s". Write a calculate in the repeat "s" that takes the value over, and put save_to: there.",
      ]
    `);
  });

  it('cannot use a question of another repeat', () => {
    const { findings } = odk.expect(`
      codelists: { l: { codes: { x: X } } }
      forms:
        f:
          entities: [{ list_name: e, label: "\${a}", create_if: "\${b} = 'x'" }]
                                                                ^^^^ entity-scope
          items:
            - { repeat: r, label: R, items: [{ ask: a, type: text, label: A }] }
            - { repeat: s, label: S, items: [{ ask: b, type: text, label: B }] }
        g:
          entities: [{ list_name: e, label: "jr:choice-name(\${b}, '\${b}')" }]
                                                            ^^^^ entity-scope
                                                                   ^^^^ entity-scope
          items:
            - { repeat: r, label: R, items: [{ ask: a, type: text, label: A, save_to: p }] }
            - { repeat: s, label: S, items: [{ ask: b, type: select_one l, label: B }] }
    `);
    expect(findings.map(({ message, help }) => `${message} ${help}`)).toMatchInlineSnapshot(`
      [
        "The entity of "e" cannot use "b", which stands in the repeat "s", because the entity belongs to the repeat "r". Write a calculate in the repeat "r" that takes the value over, and use that.",
        "The entity of "e" cannot use "b", which stands in the repeat "s", because the entity belongs to the repeat "r". Write a calculate in the repeat "r" that takes the value over, and use that.",
        "The entity of "e" cannot use "b", which stands in the repeat "s", because the entity belongs to the repeat "r". Write a calculate in the repeat "r" that takes the value over, and use that.",
      ]
    `);
  });

  it('that uses a question of a repeat but is saved around it would be left out', () => {
    const snippet = `
      forms:
        f:
          entities: [{ list_name: e, label: "\${a}" }]
                                             ^^^^ entity-scope: would never be made
          items:
            - { repeat: r, label: R, items: [{ ask: a, type: text, label: A }] }
            - { ask: b, type: text, label: B, save_to: p }
        g:
          entities: [{ list_name: e, label: "sum(\${a})" }]
          items:
            - { repeat: r, label: R, items: [{ ask: a, type: integer, label: A }] }
            - { group: h, label: H, items: [{ ask: b, type: text, label: B, save_to: p }] }
    `;
    odk.expect(snippet);
    const rulesFor = (tester: typeof odk): readonly string[] =>
      tester.compile(snippet.replaceAll(/^ *\^.*$/gm, '')).findings.map(({ rule }) => rule);
    expect(rulesFor(asWritten)).toEqual(['kobo-entities', 'entity-scope', 'kobo-entities']);
    expect(rulesFor(kobo)).toEqual(['kobo-entities', 'reference-into-repeat', 'kobo-entities']);
  });

  it('has a group of its own', () => {
    const { findings } = odk.expect(`
      forms:
        two_groups:
          entities: [{ list_name: e, label: "'x'" }, { list_name: d, label: "'x'" }]
          items:
            - { group: g, label: G, items: [{ ask: a, type: text, label: A, save_to: e#p }] }
            - { group: h, label: H, items: [{ ask: b, type: text, label: B, save_to: d#p }] }
        nested:
          entities: [{ list_name: e, label: "'x'" }, { list_name: d, label: "'x'" }]
          items:
            - group: g
              label: G
              items:
                - { ask: a, type: text, label: A, save_to: e#p }
                - { group: h, label: H, items: [{ ask: b, type: text, label: B, save_to: d#p }] }
        used_only:
          entities: [{ list_name: e, label: "\${a}" }, { list_name: d, label: "\${b}" }]
          items:
            - { group: g, label: G, items: [{ ask: a, type: text, label: A }, { ask: b, type: text, label: B }] }
        none_used: { entities: [{ list_name: e, label: "'x'" }, { list_name: d, label: "'x'" }], items: [{ note: n, label: N }] }
                                                                             ^ entity-scope
        one_group:
          entities: [{ list_name: e, label: "'x'" }, { list_name: d, label: "'x'" }]
                                                                  ^ entity-scope
          items:
            - { group: g, label: G, items: [{ ask: a, type: text, label: A, save_to: e#p }, { ask: b, type: text, label: B, save_to: d#p }] }
        crossing:
          entities: [{ list_name: e, label: "'x'" }, { list_name: d, label: "'x'" }]
                                                                  ^ entity-scope
          items:
            - group: g
              label: G
              items:
                - { group: h, label: H, items: [{ ask: a, type: text, label: A, save_to: e#p }, { ask: b, type: text, label: B, save_to: d#p }] }
                - { group: i, label: I, items: [{ ask: c, type: text, label: C, save_to: e#q }] }
        in_repeat:
          entities: [{ list_name: e, label: "'x'" }, { list_name: d, label: "'x'" }]
                                                                  ^ entity-scope
          items:
            - { repeat: r, label: R, items: [{ ask: a, type: text, label: A, save_to: e#p }, { ask: b, type: text, label: B, save_to: d#p }] }
            - { ask: c, type: text, label: C }
    `);
    expect(findings.map(({ message, related }) => `${message} (${related.map((each) => each.message)})`))
      .toMatchInlineSnapshot(`
      [
        "There is no place left for the entity of "d": in the form outside of repeats, each group holds one entity at most, and "e" has taken it. (the other entity)",
        "There is no place left for the entity of "d": in the form outside of repeats, each group holds one entity at most, and "e" has taken it. (the other entity)",
        "There is no place left for the entity of "d": in the form outside of repeats, each group holds one entity at most, and "e" has taken it. (the other entity)",
        "There is no place left for the entity of "d": in the repeat "r", each group holds one entity at most, and "e" has taken it. (the other entity)",
      ]
    `);
  });
});
