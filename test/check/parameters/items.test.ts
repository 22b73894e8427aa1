import { describe, expect, it } from 'vitest';
import { typeParameters } from '../../../src/vocabulary/parameters.ts';
import { asWritten, both, kobo, odk } from './testers.ts';

describe('a parameter', () => {
  it('belongs to the type of its question', () => {
    const { findings } = both.expect(`
      codelists:
        l: { codes: { a: A } }
      variables:
        a: { type: text, label: A, parameters: row=5 }
                                               ^^^ type-parameter
        b: { type: image, label: B, parameters: max_pixels=5 }
                                                ^^^^^^^^^^ type-parameter
        c: { type: audio, label: C, parameters: max-pixels=5 }
                                                ^^^^^^^^^^ type-parameter
        d: { type: geopoint, label: D, parameters: { capture-accuracy: 5, accuracy: 6 } }
                                                                          ^^^^^^^^ type-parameter
        e: { type: rank l, label: E, parameters: start=1 }
                                                 ^^^^^ type-parameter
        f: { type: select_one_from_file f.csv, label: F, parameters: value=name label=label randomise=true }
                                                                                            ^^^^^^^^^ type-parameter
        g: { type: range, label: G, parameters: { toString: 5 } }
                                                  ^^^^^^^^ type-parameter
    `);
    expect(findings.map(({ help }) => help)).toMatchInlineSnapshot(`
      [
        "Write rows. text has: rows.",
        "Write max-pixels. image has: max-pixels, app.",
        "It is a parameter of image. Delete it, or use one of those that audio has: quality.",
        "Delete it, or use one of those that geopoint has: capture-accuracy, warning-accuracy, allow-mock-accuracy, reference-geometry.",
        "It is a parameter of range. Delete it, or use one of those that rank has: randomize, seed.",
        "Write randomize. select_one_from_file has: randomize, seed, value, label.",
        "Delete it, or use one of those that range has: start, end, step, tick_interval, tick_labelset, placeholder.",
      ]
    `);
  });

  it('for the columns of a file can stand at a list that travels as a file', () => {
    both.expect(`
      codelists:
        short: { codes: { a: A } }
        long: { delivery: external, attributes: [village], codes: { a: { label: A, village: V } } }
      forms:
        f:
          items:
            - { ask: a, type: select_one short, label: A, parameters: label=village }
                                                                      ^^^^^ type-parameter
            - { ask: b, type: select_one long, label: B, parameters: label=village }
    `);
  });

  it('has no effect where the type has none, and in groups', () => {
    both.expect(`
      forms:
        f:
          items:
            - { ask: a, type: integer, label: A, parameters: start=0 end=5 }
                                                             ^^^^^^^^^^^^^ ignored-parameters
            - { note: b, label: B, parameters: rows=5 }
                                               ^^^^^^ ignored-parameters
            - { group: g, label: G, parameters: { max-pixels: 5 }, items: [{ note: n, label: N }] }
                                                  ^^^^^^^^^^^^^ ignored-parameters
            - { ask: c, type: image, label: C, appearance: new, parameters: max-pixels=5 app=org }
                                                                                         ^^^ ignored-parameters
            - { ask: d, type: image, label: D, appearance: annotate, parameters: max-pixels=5 app=org }
                                                                                                  ^^^ parameter-value
            - { ask: e, type: image, label: E, appearance: annotate, parameters: max-pixels=5 app=org.example }
    `);
  });

  it('has a value of its kind', () => {
    const { findings } = odk.expect(`
      codelists:
        l: { codes: { a: A } }
      forms:
        f:
          metadata:
            - ask: audit
              type: audit
              parameters: track-changes=yes identify-user=1 track-changes-reasons=true location-priority=high location-min-interval=-1 location-max-age=1.5
                                        ^^^ parameter-value
                                                          ^ parameter-value
                                                                                  ^^^^ parameter-value
                                                                                                         ^^^^ parameter-value
                                                                                                                                    ^^ parameter-value
                                                                                                                                                        ^^^ parameter-value
          items:
            - { ask: a, type: text, label: A, parameters: rows=1.5 }
                                                               ^^^ parameter-value
            - { ask: b, type: image, label: B, parameters: max-pixels=large }
                                                                      ^^^^^ parameter-value
            - { ask: c, type: audio, label: C, parameters: quality=voice_only }
                                                                   ^^^^^^^^^^ parameter-value
            - { ask: d, type: background-audio, parameters: quality=external }
                                                                    ^^^^^^^^ parameter-value
            - { ask: e, type: geopoint, label: E, parameters: { capture-accuracy: 5m, warning-accuracy: ten, allow-mock-accuracy: yes } }
                                                                                  ^^ parameter-value
                                                                                                        ^^^ parameter-value
                                                                                                                                  ^^^ parameter-value
            - { ask: g, type: geotrace, label: G, parameters: incremental=false }
                                                                          ^^^^^ parameter-value
            - { ask: h, type: select_one l, label: H, parameters: randomize=yes seed=once }
                                                                            ^^^ parameter-value
                                                                                     ^^^^ parameter-value
            - { ask: i, type: select_one_from_file f.csv, label: I, parameters: value=na* label=1st }
                                                                                      ^^^ parameter-value
                                                                                                ^^^ parameter-value
            - { ask: j, type: range, label: J, parameters: { start: low, end: "1,5" } }
                                                                    ^^^ parameter-value
                                                                                 ^ parameter-syntax
    `);
    expect(findings.map(({ message, help }) => `${message} ${help}`)).toMatchInlineSnapshot(`
      [
        "track-changes cannot be "yes". For track-changes, write true or false.",
        "identify-user cannot be "1". For identify-user, write true or false.",
        "track-changes-reasons cannot be "true". For track-changes-reasons, write on-form-edit.",
        "location-priority cannot be "high". For location-priority, write no-power, low-power, balanced or high-accuracy.",
        "location-min-interval cannot be "-1". For location-min-interval, write a whole number of at least 0.",
        "location-max-age cannot be "1.5". For location-max-age, write a whole number of at least 0.",
        "rows cannot be "1.5". For rows, write a whole number.",
        "max-pixels cannot be "large". For max-pixels, write a whole number.",
        "quality cannot be "voice_only". Did you mean "voice-only"? For quality, write normal, low, voice-only or external.",
        "quality cannot be "external". For quality, write normal, low or voice-only.",
        "capture-accuracy cannot be "5m". For capture-accuracy, write a number, with a point for decimals.",
        "warning-accuracy cannot be "ten". For warning-accuracy, write a number, with a point for decimals.",
        "allow-mock-accuracy cannot be "yes". For allow-mock-accuracy, write true or false.",
        "incremental cannot be "false". For incremental, write true, yes or true().",
        "randomize cannot be "yes". For randomize, write true or false.",
        "seed cannot be "once". For seed, write a number or one question, such as \${household_number}.",
        "value cannot be "na*". For value, write the name of a column of the file, which has letters, digits, _, - and . only.",
        "label cannot be "1st". For label, write the name of a column of the file, which has letters, digits, _, - and . only.",
        "start cannot be "low". For start, write a number, with a point for decimals.",
        ""5" is not written as name=value. A value holds no blank, no comma and no semicolon. Write for example max-pixels=1024, or as a map { max-pixels: 1024 }. Take out what has no value.",
      ]
    `);
  });

  it('can be written with capital letters, as every converter reads it', () => {
    both.expect(`
      codelists:
        l: { codes: { a: A } }
      variables:
        a: { type: audio, label: A, parameters: Quality=Voice-Only }
        b: { type: select_one l, label: B, parameters: RANDOMIZE=TRUE Seed=1.5 }
        c: { type: select_one_from_file f.csv, label: C, parameters: value=Name label=local.name }
        d: { type: image, label: D, parameters: max-pixels=1024 app=Org.Example.cam_2 }
    `);
  });

  it.each(['org', 'org.', '.org', 'org..cam', '_org.cam', 'org.1cam', 'org.cam-2', 'org.cám'])(
    'that opens an app has the name of one: %s is none',
    (app) => {
      const { findings } = both.compile(`
        variables:
          a: { type: image, label: A, parameters: { max-pixels: 5, app: ${app} } }
      `);
      expect(findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
        `parameter-value app cannot be "${app}".`,
      ]);
    },
  );

  it('is refused by one server where its converter is the stricter one', () => {
    const snippet = `
      codelists:
        l: { codes: { a: A } }
      forms:
        f:
          items:
            - { ask: s, type: integer, label: S }
            - { ask: a, type: select_one l, label: A, parameters: "randomize=true seed=\${s}+1" }
            - { ask: b, type: select_one_from_file f.csv, label: B, parameters: label=addr:city }
    `;
    const refused = (tester: typeof kobo): string[] => tester.compile(snippet).findings.map(({ message }) => message);
    expect(refused(kobo)).toEqual(['label cannot be "addr:city".']);
    expect(refused(odk)).toEqual(['seed cannot be "${s}+1".']);
  });

  it('needs those that it makes sense with', () => {
    both.expect(`
      codelists:
        l: { codes: { a: A } }
      variables:
        a: { type: select_one l, label: A, parameters: seed=5 }
                                                       ^^^^ incomplete-parameters
        b: { type: select_one l, label: B, parameters: seed=5 randomize=true }
      forms:
        f: { metadata: [{ ask: audit, type: audit, parameters: location-max-age=60 }], items: [a] }
                                                               ^^^^^^^^^^^^^^^^ incomplete-parameters
        g:
          metadata:
            - { ask: audit, type: audit, parameters: { location-priority: balanced, location-min-interval: 60, location-max-age: 30 } }
                                                                                                                                 ^^ parameter-value
          items: [b]
        h:
          metadata:
            - { ask: audit, type: audit, parameters: { location-priority: balanced, location-min-interval: 60, location-max-age: 60 } }
          items: [b]
    `);
  });

  it('that came after pyxform 3.0.0 is refused by KoboToolbox', () => {
    const snippet = `
      codelists:
        places: { codes: { a: A } }
      forms:
        f:
          items:
            - { ask: a, type: geopoint, label: A, parameters: reference-geometry=places }
                                                              ^^^^^^^^^^^^^^^^^^ kobo-parameter
            - { ask: b, type: geoshape, label: B, parameters: { incremental: true } }
                                                                ^^^^^^^^^^^ kobo-parameter
            - { ask: c, type: range, label: C, parameters: placeholder=3 tick_interval=3 }
                                                           ^^^^^^^^^^^ kobo-parameter
                                                                         ^^^^^^^^^^^^^ kobo-parameter
    `;
    kobo.expect(snippet);
    expect(odk.compile(snippet.replaceAll(/^ *\^.*$/gm, '')).findings).toEqual([]);
    expect(asWritten.expect(snippet).findings.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  it('of the table is known by every type that has it', () => {
    const values = {
      number: '2',
      whole: '2',
      app: 'org.example',
      column: 'name',
      seed: '2',
      labels: 'l',
      geometry: 'l',
    };
    for (const [type, parameters] of typeParameters) {
      for (const [name, { value }] of parameters) {
        const word = value.kind === 'words' ? value.words[0] : values[value.kind];
        const argument = type.endsWith('_file') ? ' f.csv' : /^(select|rank)/.test(type) ? ' l' : '';
        const { findings } = odk.compile(`
          codelists:
            l: { codes: { 1: A, 10: B } }
          forms:
            f: { items: [{ ask: audit, type: ${type}${argument}, label: A, choice_filter: "name != ''", parameters: { ${name}: ${word} } }] }
        `);
        const expected = new Set(['incomplete-parameters', 'image-size']);
        expect(
          findings.filter(({ rule }) => !expected.has(rule)).map(({ message }) => message),
          `${type} ${name}`,
        ).toEqual([]);
      }
    }
  });
});

describe('a photo', () => {
  it('says how large it may be, unless it is drawn or waits for a module', () => {
    both.expect(`
      variables:
        a: { type: image, label: A }
                   ^^^^^ image-size
        b: { type: image, label: B, parameters: app=org.example }
                   ^^^^^ image-size
        c: { type: image, label: C, parameters: Max-Pixels=800 }
        d: { type: image, label: D, appearance: signature }
        e: { type: image, label: E, appearance: draw }
        g: { type: image, label: G, appearance: annotate }
                   ^^^^^ image-size
        h: { type: image, label: H, parameters: $(size) }
        i: { type: video, label: I }
      modules:
        m: { with: { size: max-pixels=5 }, items: [h] }
      forms:
        f: { items: [a, { ask: a, as: a2 }, { use: m }] }
    `);
  });
});
