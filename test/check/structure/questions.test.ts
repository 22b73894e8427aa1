import { describe, expect, it } from 'vitest';
import { nothing, reading } from '../../support/tester.ts';

const manifest = (profiles: string): string =>
  `lexiform: 1\ndictionary: test\nlanguages: { en: English }\nprofiles: [${profiles}]\n`;
const media = { 'media/a.png': 'x', 'media/b.png': 'x', 'media/plain': 'x' };
const checked = reading.with(media).checked();
const forProfiles = (profiles: string) => nothing.with({ 'dictionary.yaml': manifest(profiles), ...media }).checked();

describe('what a question shows', () => {
  it('is a label, a hint or media; the explanation for enumerators is not enough', () => {
    checked.expect(`
      codelists: { sex: { codes: { f: F } } }
      forms:
        f:
          items:
            - { ask: a, type: text }
                     ^ missing-label: no label
            - { ask: b, type: text, label: " " }
                     ^ missing-label
            - { ask: c, type: text, guidance_hint: G }
                     ^ missing-label: only a guidance_hint
            - { note: d, hint: H }
            - { note: e, image: a.png }
            - { ask: g, type: select_one sex, guidance_hint: G, hint: H }
            - { ask: i, type: select_one sex, appearance: label }
            - { ask: j, type: text, appearance: label }
            - { ask: h, type: range }
                     ^ missing-label
    `);
  });

  it('is nothing for values that are computed, hidden or filled in by the phone', () => {
    checked.expect(`
      forms:
        f:
          metadata: [start, deviceid]
          items:
            - { ask: a, type: text, label: A }
            - { ask: b, type: integer, calculation: 1 + 1 }
            - { note: c, calculation: now() }
            - { ask: d, type: text, trigger: "\${a}", calculation: now() }
            - { ask: e, type: hidden }
            - { ask: g, type: text, default: now() }
                     ^ missing-label
    `);
  });

  it('is told once, at the variable, unless every place adds its own', () => {
    checked.expect(`
      variables:
        bare: { type: text }
        ^^^^ missing-label
        given: { type: text }
        unasked: { type: text }
        taken: { type: text, label: T }
      forms:
        f: { items: [bare, { ask: given, label: G }, { ask: taken, label: }] }
                                                            ^^^^^ missing-label
        g: { items: [bare, { ask: given, label: H }] }
    `);
  });

  it('has a small image below a large one', () => {
    checked.expect(`
      forms:
        f:
          items:
            - { note: a, label: A, big-image: a.png }
                                              ^^^^^ big-image-alone
            - { note: b, label: A, image: a.png, big-image: b.png }
    `);
  });

  it('is a file with an ending', () => {
    checked.expect(`
      forms:
        f:
          attachments: [{ file: served, from: server }]
                                ^^^^^^ media-ending
          items:
            - { note: a, label: A, image: plain }
                                          ^^^^^ media-ending
            - { note: b, label: A, image: a.png }
            - { note: c, label: A, image: nowhere }
                                          ^^^^^^^ missing-file
    `);
  });
});

describe('what a type needs', () => {
  it('is a calculation, or a default that is computed', () => {
    checked.expect(`
      forms:
        f:
          items:
            - { calculate: a }
                           ^ empty-calculate
            - { calculate: b, default: 5 }
                           ^ empty-calculate
            - { calculate: c, calculation: " " }
                                             ^ expression-syntax
            - { calculate: d, default: today() }
            - { calculate: e, calculation: 1 }
    `);
  });

  it('is a trigger and no calculation for a position in the background', () => {
    checked.expect(`
      forms:
        f:
          items:
            - { ask: a, type: text, label: A }
            - { ask: b, type: background-geopoint }
                     ^ background-geopoint: which answer it waits for
            - { ask: c, type: background-geopoint, trigger: "\${a}", calculation: 1 }
                                                                                 ^ background-geopoint: calculation
            - { ask: d, type: background-geopoint, trigger: "\${a}" }
    `);
  });

  it('is the name audit for an audit, and a phone that gives a number', () => {
    checked.expect(`
      forms:
        f:
          metadata: [{ ask: log, type: audit }, simserial, subscriberid, deviceid]
                            ^^^ audit-name
                                                ^^^^^^^^^ retired-device-id
                                                           ^^^^^^^^^^^^ retired-device-id
          items: []
        g: { metadata: [audit], items: [] }
    `);
  });

  it('is a list without two words, for KoboToolbox', () => {
    const snippet = `
      codelists:
        age_group: { codes: { a: A } }
        renamed_group: { as: classes, codes: { a: A } }
      forms:
        f:
          entities: [{ list_name: people, label: "'x'" }]
                                                 ^^^^^ kobo-entities
          items:
            - { ask: a, type: select_one age_group, label: A, save_to: age }
                              ^^^^^^^^^^^^^^^^^^^^ save-to-type: "group"
            - { ask: b, type: select_one renamed_group, label: A, save_to: other }
            - { ask: c, type: select_one age_group, label: A }
    `;
    const quiet = snippet.replace(/\n *\^+ save-to-type.*/, '').replace(/\n *\^+ kobo-entities.*/, '');
    expect(
      forProfiles('xlsform')
        .expect(snippet)
        .findings.map(({ severity }) => severity),
    ).toEqual(['warning', 'warning']);
    forProfiles('odk').expect(quiet);
  });
});

describe('a trigger', () => {
  const snippet = `
      forms:
        f:
          metadata: [start]
          items:
            - { group: g, label: G, items: [{ ask: shown, type: text, label: S }] }
            - { calculate: c, calculation: 1 }
            - { ask: quiet, type: text, calculation: 1 }
            - { calculate: x1, calculation: now(), trigger: "\${shown}" }
            - { calculate: x2, calculation: now(), trigger: "\${c}" }
                                                             ^^^^ hidden-trigger: nobody is asked
            - { calculate: x3, calculation: now(), trigger: "\${quiet}" }
                                                             ^^^^^^^^ hidden-trigger
            - { calculate: x4, calculation: now(), trigger: "\${start}" }
                                                             ^^^^^^^^ hidden-trigger
            - { calculate: x5, calculation: now(), trigger: "\${g}" }
                                                             ^^^^ hidden-trigger: group or repeat
            - { calculate: x6, calculation: now(), trigger: "\${nowhere}" }
                                                             ^^^^^^^^^^ unknown-reference
    `;

  it('names a question that people answer', () => {
    const { findings } = checked.compile(snippet.replaceAll(/\n *\^+ .*/g, ''));
    expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
      'hidden-trigger error',
      'hidden-trigger error',
      'hidden-trigger warning',
      'hidden-trigger error',
      'unknown-reference error',
    ]);
  });

  it('that names a group does nothing in KoboToolbox', () => {
    const { findings } = forProfiles('kobo').compile(snippet.replaceAll(/\n *\^+ .*/g, ''));
    expect(findings.filter(({ message }) => message.includes('group')).map(({ severity }) => severity)).toEqual([
      'warning',
    ]);
  });
});

describe('conditions and messages', () => {
  it('stand together', () => {
    checked.expect(`
      codelists: { needs: { codes: { food: Food, none: { label: None, special: none } } } }
      forms:
        f:
          items:
            - { ask: a, type: text, label: A, constraint_message: M }
                                                                  ^ message-without-condition: constraint
            - { ask: b, type: text, label: A, required_message: M }
                                                                ^ message-without-condition: required
            - { ask: c, type: text, label: A, required: no, required_message: M }
                                                                              ^ message-without-condition
            - { ask: d, type: text, label: A, required: "\${a} = ''", required_message: M }
            - { ask: e, type: text, label: A, constraint: . != '', constraint_message: M }
            - { ask: g, type: select_multiple needs, label: A, constraint_message: M }
    `);
  });

  it('want no answer where none can be given', () => {
    checked.expect(`
      forms:
        f:
          items:
            - { note: a, label: A, required: yes }
                                             ^^^ required-without-answer: note
            - { note: b, label: A, required: no }
            - { note: c, label: A, required: yes, calculation: 1 }
            - { ask: d, type: text, label: A, required: yes, read_only: yes }
                                                        ^^^ required-without-answer: read-only
            - { ask: e, type: text, label: A, required: yes, read_only: yes, default: x }
            - { ask: g, type: text, label: A, required: yes, read_only: "\${d} = ''" }
            - { ask: h, type: text, label: A, required: yes }
            - { note: i, label: A, required: yes, relevant: "\${h} = 'x'" }
            - { group: j, label: J, relevant: 1 = 1, items: [{ note: k, label: A, required: yes }] }
    `);
  });
});

describe('an appearance', () => {
  it('is told where it is a slip of a known one, and left alone where it may be another program', () => {
    checked.expect(`
      codelists: { l: { codes: { a: A } }, searched: { codes: { a: A } } }
      forms:
        f:
          items:
            - { ask: a, type: text, label: A, appearance: mutliline }
                                                          ^^^^^^^^^ unknown-appearance: "multiline"
            - { ask: b, type: select_one l, label: A, appearance: w2 minmal }
                                                                     ^^^^^^ unknown-appearance: "minimal"
            - { ask: c, type: text, label: A, appearance: ex:org.example.app(a='1') w3 }
            - { ask: d, type: select_one l, label: A, appearance: "columns-4 no-buttons" }
            - { ask: e, type: text, label: A, appearance: distress constructor }
            - { ask: g, type: select_one searched, label: A, appearance: "quick search('file', 'matches', 'a', 'b')" }
            - { group: h, label: H, appearance: field_list, items: [{ note: n, label: N }] }
                                                ^^^^^^^^^^ unknown-appearance: "field-list"
            - { ask: i, type: select_one l, label: A, appearance: Minimal }
    `);
  });

  it('does something on its type', () => {
    checked.expect(`
      codelists: { l: { codes: { a: A } } }
      forms:
        f:
          items:
            - { ask: a, type: integer, label: A, appearance: minimal }
                                                             ^^^^^^^ ignored-appearance
            - { ask: b, type: text, label: A, appearance: field-list }
                                                          ^^^^^^^^^^ ignored-appearance
            - { ask: c, type: date, label: A, appearance: month-year }
            - { ask: d, type: image, label: A, appearance: signature }
            - { ask: e, type: text, label: A, appearance: signature }
                                                          ^^^^^^^^^ ignored-appearance
            - { repeat: r, label: R, appearance: minimal, items: [{ note: n, label: N }] }
    `);
  });

  it('waits for its module, and cannot be made to hang', () => {
    checked.expect(`
      modules:
        m: { with: { look: mutliline }, items: [{ ask: a, type: text, label: A, appearance: $(look) }] }
                           ^^^^^^^^^ unknown-appearance
      forms:
        f: { items: [{ use: m }, { note: n, label: N, appearance: "${'((a '.repeat(500)}" }] }
    `);
  });
});

describe('a default', () => {
  it('has the form of its type', () => {
    checked.expect(`
      forms:
        f:
          items:
            - { ask: a, type: integer, label: A, default: abc }
                                                          ^^^ invalid-default: integer
            - { ask: b, type: integer, label: A, default: 1.5 }
                                                          ^^^ invalid-default
            - { ask: c, type: decimal, label: A, default: "1,5" }
                                                          ^^^^^ invalid-default
            - { ask: d, type: date, label: A, default: 31/01/2026 }
                                                       ^^^^^^^^^^ invalid-default
            - { ask: e, type: date, label: A, default: 2026-02-30 }
                                                       ^^^^^^^^^^ invalid-default
            - { ask: g, type: time, label: A, default: "25:00" }
                                                       ^^^^^^^ invalid-default
            - { ask: j, type: time, label: A, default: "14:30:00.000+02:00" }
                                                       ^^^^^^^^^^^^^^^^^^^^ invalid-default
            - { ask: h, type: dateTime, label: A, default: 2026-01-31 14:30 }
                                                           ^^^^^^^^^^^^^^^^ invalid-default
            - { ask: i, type: geopoint, label: A, default: here }
                                                           ^^^^ invalid-default
    `);
  });

  it('may be a value, or be computed', () => {
    checked.expect(`
      forms:
        f:
          items:
            - { ask: a, type: integer, label: A, default: -5 }
            - { ask: b, type: decimal, label: A, default: .5 }
            - { ask: c, type: range, label: A, default: 1e3 }
            - { ask: d, type: date, label: A, default: 2024-02-29 }
            - { ask: e, type: time, label: A, default: "14:30:00+02:00" }
            - { ask: g, type: dateTime, label: A, default: 2026-01-31T14:30 }
            - { ask: h, type: geopoint, label: A, default: 33.5 36.3 0 0 }
            - { ask: i, type: integer, label: A, default: "\${a} + 1" }
            - { ask: j, type: integer, label: A, default: 2*3 }
            - { ask: k, type: date, label: A, default: today() }
            - { ask: l, type: text, label: A, default: abc }
            - { ask: m, type: integer, label: A, default: 5-2 }
    `);
  });

  it('is a code that the list offers', () => {
    checked.expect(`
      codelists:
        l: { codes: { a: A, b: B, old: { label: Old, retired: 1.0.0 } } }
        searched: { codes: { a: A } }
      forms:
        f:
          items:
            - { ask: a, type: select_one l, label: A, default: c }
                                                               ^ invalid-default: "l"
            - { ask: b, type: select_one l, label: A, default: old }
                                                               ^^^ invalid-default
            - { ask: c, type: select_multiple l, label: A, default: a x b }
                                                                      ^ invalid-default
            - { ask: d, type: select_one l, label: A, default: a }
            - { ask: e, type: select_one l or_other, label: A, default: other }
            - { ask: g, type: select_one searched, label: A, default: x, appearance: "search('x')" }
            - { ask: h, type: rank l, label: A, default: b a }
            - { ask: i, type: select_one l, label: A, default: "\${a}" }
            - { ask: j, type: select_one l, label: A, default: constructor }
                                                               ^^^^^^^^^^^ invalid-default
    `);
  });
});
