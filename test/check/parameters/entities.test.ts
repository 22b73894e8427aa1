import { describe, expect, it } from 'vitest';
import type { Tester } from '../../support/tester.ts';
import { asWritten, both, kobo, odk } from './testers.ts';

function entityWith(columns: string): string {
  return `
    forms:
      f:
        entities: [{ list_name: e${columns} }]
        attachments: [{ file: e.csv, from: server }]
        items: [{ ask: e, type: csv-external }, { ask: a, type: text, label: A }]
  `;
}

describe('a row of entities', () => {
  it('has the columns of that sheet', () => {
    const { findings } = odk.expect(`
      forms:
        f:
          entities:
            - { list_name: e, lable: "'x'", label: "'x'", size: 5, repeat: "\${r}" }
                                     ^^^^^ entity-column
                                                                ^ entity-column
                                                                           ^^^^^^ entity-column
          items: [{ repeat: r, label: R, items: [{ ask: a, type: text, label: A, save_to: p }] }]
        g: { entities: [{ List Name: e, Label: "'x'", constructor: 1 }], items: [{ note: n, label: N }] }
                                     ^ entity-column
                                               ^^^^^ entity-column
                                                                   ^ entity-column
        h: { entities: [{ dataset: e, label: "'x'" }], items: [{ note: n, label: N }] }
    `);
    expect(findings.map(({ severity, message }) => `${severity}: ${message}`)).toMatchInlineSnapshot(`
      [
        "error: The entities sheet has no column "lable". Did you mean "label"?",
        "error: The entities sheet has no column "size".",
        "warning: The column "repeat" of entities has no effect any more: where the answers are saved decides it.",
        "error: The entities sheet has no column "List Name". Did you mean "list_name"?",
        "error: The entities sheet has no column "Label". Did you mean "label"?",
        "error: The entities sheet has no column "constructor".",
      ]
    `);
  });

  it('has an entity list of its own', () => {
    odk.expect(`
      forms:
        f: { entities: [{ label: "'x'" }], items: [{ note: n, label: N }] }
                                 ^^^^^ entity-list
        g: { entities: [{ list_name: "", label: "'x'" }], items: [{ note: n, label: N }] }
                                     ^^ entity-list
        h: { entities: [{ list_name: e, label: "'x'" }, { list_name: e, label: "'y'" }], items: [{ note: n, label: N }] }
                                                                     ^ entity-list
        i: { entities: [{}], items: [{ note: n, label: N }] }
        ^ entity-list
    `);
  });

  it('has a list whose name servers take', () => {
    const { findings } = odk.expect(`
      forms:
        a: { entities: [{ list_name: __e, label: "'x'" }], items: [{ note: n, label: N }] }
                                     ^^^ entity-name
        b: { entities: [{ list_name: e.f, label: "'x'" }], items: [{ note: n, label: N }] }
                                     ^^^ entity-name
        c: { entities: [{ list_name: 1 e, label: "'x'" }], items: [{ note: n, label: N }] }
                                     ^^^ entity-name
        d: { entities: [{ list_name: _ménages-2, label: "'x'" }], items: [{ note: n, label: N }] }
        e: { entities: [{ list_name: label, label: "'x'" }], items: [{ note: n, label: N }] }
    `);
    expect(findings.map(({ message, help }) => `${message} ${help}`)).toMatchInlineSnapshot(`
      [
        ""__e" cannot be the name of an entity list: two _ at the beginning mark what belongs to the server. Write for example "e".",
        ""e.f" cannot be the name of an entity list: it holds a point. Write for example "e_f".",
        ""1 e" cannot be the name of an entity list: it is not made of letters, digits, _ and - only, or begins with a digit or a -. Write for example "_1_e".",
      ]
    `);
  });

  it('says whether the entity is made or changed', () => {
    const columns = {
      id: 'entity_id: "${a}"',
      create: 'create_if: "${a} = \'x\'"',
      update: 'update_if: "${a} = \'x\'"',
      label: 'label: "${a}"',
    };
    const problems = ['', ...'l c cl u ul cu cul i il ic icl iu iul icu icul'.split(' ')].map((letters) => {
      const written = Object.entries(columns).filter(([name]) => letters.includes(name.slice(0, 1)));
      const { findings } = odk.compile(entityWith(written.map(([, column]) => `, ${column}`).join('')));
      return `${written.map(([name]) => name).join(' ')}: ${findings.map(({ rule, message }) => `${rule} ${message}`).join(' ')}`;
    });
    expect(problems).toMatchInlineSnapshot(`
      [
        ": entity-action The form makes entities of "e" without a label, so nobody could tell them apart.",
        "label: ",
        "create: entity-action The form makes entities of "e" without a label, so nobody could tell them apart.",
        "create label: ",
        "update: entity-action The form changes an entity of "e", but does not say which one.",
        "update label: entity-action The form changes an entity of "e", but does not say which one.",
        "create update: entity-action The form changes an entity of "e", but does not say which one.",
        "create update label: entity-action The form changes an entity of "e", but does not say which one.",
        "id: ",
        "id label: ",
        "id create: entity-action The form makes or changes an entity of "e", but does not say when it changes one.",
        "id create label: entity-action The form makes or changes an entity of "e", but does not say when it changes one.",
        "id update: ",
        "id update label: ",
        "id create update: ",
        "id create update label: ",
      ]
    `);
  });

  it('finds what it changes only where the form loads the list', () => {
    odk.expect(`
      codelists:
        shown: { as: places, codes: { a: A } }
      forms:
        none:
          entities: [{ list_name: e, entity_id: "\${a}" }]
                                                ^^^^^^ entity-list-not-loaded
          attachments: [{ file: e.csv, from: server }]
          items: [{ ask: a, type: text, label: A }]
        makes: { entities: [{ list_name: e, label: "\${a}" }], items: [{ ask: a, type: text, label: A }] }
        file:
          entities: [{ list_name: e, entity_id: "\${a}" }]
          attachments: [{ file: e.csv, from: server }]
          items: [{ ask: a, type: select_one_from_file e.csv, label: A }]
        pulled:
          entities: [{ list_name: e, entity_id: "\${a}" }]
          attachments: [{ file: e.csv, from: server }]
          items: [{ ask: a, type: text, label: A }, { calculate: b, calculation: "pulldata('e', 'x', 'y', \${a})" }]
        listed:
          entities: [{ list_name: places, entity_id: "\${a}" }]
          items: [{ ask: a, type: select_one shown, label: A }]
    `);
  });

  it('can be many', () => {
    odk.expect(`
      forms:
        f:
          entities: [{ list_name: e, label: "'x'" }, { list_name: e2, label: "'x'" }]
          items:
            - { group: g, label: G, items: [{ ask: a, type: text, label: A, save_to: e#p }] }
            - { group: h, label: H, items: [{ ask: b, type: text, label: B, save_to: e2#p }] }
            - { ask: c, type: text, label: C, save_to: e2#q }
    `);
  });
});

describe('save_to', () => {
  it('needs an entity', () => {
    odk.expect(`
      variables:
        a: { type: text, label: A, save_to: p }
                                            ^ save-to
        b: { type: text, label: B, save_to: q }
      forms:
        f: { items: [a] }
        g: { entities: [{ list_name: e, label: "\${b}" }], items: [b] }
    `);
  });

  it('names a property that servers take', () => {
    odk.expect(`
      forms:
        f:
          entities: [{ list_name: e, label: "'x'" }]
          items:
            - { ask: a, type: text, label: A, save_to: name }
                                                       ^^^^ entity-name
            - { ask: b, type: text, label: B, save_to: Label }
                                                       ^^^^^ entity-name
            - { ask: c, type: text, label: C, save_to: __p }
                                                       ^^^ entity-name
            - { ask: d, type: text, label: D, save_to: my size }
                                                       ^^^^^^^ entity-name
            - { ask: g, type: text, label: G, save_to: 1st }
                                                       ^^^ entity-name
            - { ask: h, type: text, label: H, save_to: p.q }
            - { ask: i, type: text, label: I, save_to: names }
            - { ask: j, type: text, label: J, save_to: e#label }
                                                         ^^^^^ entity-name
            - { ask: k, type: text, label: K, save_to: constructor }
    `);
  });

  it('stands at a question, and names a property once', () => {
    odk.expect(`
      forms:
        f:
          entities: [{ list_name: e, label: "'x'" }]
          items:
            - { group: g, label: G, save_to: p, items: [{ ask: a, type: text, label: A, save_to: p }] }
                                             ^ save-to
            - { ask: b, type: text, label: B, save_to: p }
                                                       ^ duplicate-property
            - { ask: c, type: text, label: C, save_to: P }
    `);
  });

  it('names the list where there are several, with one # between', () => {
    odk.expect(`
      forms:
        f:
          entities: [{ list_name: homes, label: "'x'" }, { list_name: tents, label: "'x'" }]
          items:
            - { group: g, label: G, items: [{ ask: a, type: text, label: A, save_to: homes#p }] }
            - { group: h, label: H, items: [{ ask: b, type: text, label: B, save_to: tents#p }] }
            - { ask: c, type: text, label: C, save_to: p }
                                                       ^ save-to
            - { ask: d, type: text, label: D, save_to: home#p }
                                                       ^^^^^^ save-to
            - { ask: i, type: text, label: I, save_to: homes#p#q }
                                                       ^^^^^^^^^ save-to
            - { ask: j, type: text, label: J, save_to: "#p" }
                                                       ^^^^ save-to
            - { ask: k, type: text, label: K, save_to: homes# }
                                                       ^^^^^^ save-to
            - { ask: l, type: text, label: L, save_to: homes##p }
                                                       ^^^^^^^^ save-to
            - { ask: m, type: text, label: M, save_to: "" }
    `);
  });

  it('that waits for a module is looked at where it is placed', () => {
    odk.expect(`
      modules:
        m: { with: { to: name }, items: [{ ask: a, type: text, label: A, save_to: $(to) }] }
                         ^^^^ entity-name
      forms:
        f: { entities: [{ list_name: e, label: "'x'" }], items: [{ use: m }] }
    `);
  });
});

const made = (more = ''): string => `
  forms:
    f:
      entities: [{ list_name: e, label: "'x'"${more} }]
      items: [{ ask: a, type: text, label: A, save_to: e#p }]
`;

describe('entities on KoboToolbox', () => {
  it('are left out, whatever they would be, which is told once', () => {
    const more = `, repeat: "\${a}"`;
    expect(told(kobo, made())).toEqual(['info kobo-entities']);
    expect(told(both, made(more))).toEqual(['info kobo-entities', 'warning entity-column']);
    expect(told(odk, made(more))).toEqual(['warning entity-column']);
  });

  it('cannot be deployed as they are written where they have a label', () => {
    expect(told(asWritten, made())).toEqual(['warning kobo-entities']);
    expect(asWritten.compile(made()).findings[0]?.message).toContain('fails at the column label');
  });

  it('are refused as they are written where there are several, in repeats, and with a list before the property', () => {
    const { findings } = asWritten.compile(`
      forms:
        f:
          attachments: [{ file: e.csv, from: server }, { file: d.csv, from: server }]
          entities: [{ list_name: e, entity_id: "\${a}" }, { list_name: d, entity_id: "\${b}" }]
          items:
            - { group: g, label: G, items: [{ ask: a, type: select_one_from_file e.csv, label: A, save_to: e#p }] }
            - { repeat: r, label: R, items: [{ ask: b, type: select_one_from_file d.csv, label: B, save_to: d#p }] }
    `);
    expect(findings.map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`)).toMatchInlineSnapshot(`
      [
        "warning kobo-entities: This form has a second entity list, "d", and KoboToolbox refuses forms with more than one.",
        "warning kobo-entities: KoboToolbox takes "e#p" for the name of a property and refuses it because of the #.",
        "warning kobo-entities: "b" is saved to an entity from inside a repeat, which KoboToolbox refuses.",
      ]
    `);
  });
});

function told(tester: Tester, snippet: string): readonly string[] {
  return tester.compile(snippet).findings.map(({ rule, severity }) => `${severity} ${rule}`);
}
