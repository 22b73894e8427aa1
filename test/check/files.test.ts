import { describe, expect, it } from 'vitest';
import { nothing, reading } from '../support/tester.ts';

const MANIFEST_odk = 'lexiform: 1\ndictionary: test\nlanguages: { en: English, fr: Français }\nprofiles: [odk]\n';
const checked = reading.with({ 'media/tent.png': 'x', 'beside.png': 'x', 'sub/near.png': 'x' }).checked();
const odk = nothing.with({ 'dictionary.yaml': MANIFEST_odk }).checked();

describe('a file that a form attaches', () => {
  it('is told where it does not exist, at the first place that names it', () => {
    checked.expect(`
      codelists:
        l: { codes: { a: { label: A, image: code.png } } }
                                            ^^^^^^^^ missing-file
      variables:
        q: { type: select_one l, label: Q, image: gone.png, audio: gone.mp3 }
                                                  ^^^^^^^^ missing-file
                                                                   ^^^^^^^^ missing-file
      forms:
        f:
          attachments: [gone.csv]
                        ^^^^^^^^ missing-file
          items:
            - q
            - { ask: r, type: select_one_from_file choices.csv, label: R }
                                                   ^^^^^^^^^^^ missing-file
            - { ask: s, type: csv-external }
                     ^ missing-file
            - { ask: t, type: xml-external }
                     ^ missing-file
            - { note: n, label: N, image: gone.png }
    `);
  });

  it('is found beside the YAML file that names it and in media/, by whatever path', () => {
    checked.expect({
      'sub/part.yaml': 'variables:\n  q: { type: text, label: Q, image: near.png, big-image: tent.png }\n',
      'snippet.yaml':
        'forms:\n  f: { items: [q, { note: n, label: N, image: beside.png }, { note: m, label: M, image: sub/near.png }] }\n',
    });
  });

  it('may be on the server, under its name alone', () => {
    checked.expect(`
      forms:
        f:
          attachments: [{ file: choices.csv, from: server }, { file: photos/gone.png, from: server }, { file: s.csv, from: server }]
          items:
            - { ask: r, type: select_one_from_file choices.csv, label: R, image: gone.png }
            - { ask: s, type: csv-external }
    `);
  });

  it('does not matter in a retired code, an unused list, an unused variable or a language that the form lacks', () => {
    odk.expect(`
      codelists:
        l: { codes: { a: { label: { mul: A } }, b: { label: { mul: B }, image: gone.png, retired: 1.0.0 } } }
        unused: { codes: { a: { label: A, image: gone.png } } }
      variables:
        unused: { type: text, label: U, image: gone.png }
      forms:
        f:
          languages: [en]
          items:
            - { ask: q, type: select_one l, label: Q, image: { fr: gone.png, en: here.png } }
          attachments: [{ file: here.png, from: server }]
    `);
  });

  it('is a list of the dictionary where that goes out as a file', () => {
    checked.expect(`
      codelists:
        l: { delivery: external, as: div_, codes: { a: A } }
      forms:
        f: { items: [{ ask: q, type: select_one l, label: Q }], attachments: [div_.csv] }
    `);
  });
});

describe('a column with a colon', () => {
  const snippet = `
    codelists:
      l: { attributes: ["dd:id", plain], codes: { a: { label: A, "dd:id": 1, plain: 2 } } }
      file: { delivery: external, attributes: ["file:id"], codes: { a: { label: A, "file:id": 1 } } }
    forms:
      f:
        items:
          - { ask: q, type: select_one l, label: Q, columns: { "instance::mark": x, "bind::a": b, "body::b": c, "control::d": e } }
          - { ask: s, type: select_one file, label: Q, columns: { "instance::odk:tag": x, dd_id: y } }
          - { group: g, label: G, columns: { "my:own": z, "instance::mark": w }, items: [{ note: n, label: N }] }
  `;

  it('is told once where KoboToolbox would make a language of it', () => {
    const { findings } = checked.compile(snippet);
    expect(findings.map(({ rule, message }) => [rule, /column .(.*?). is/.exec(message)?.[1]])).toEqual([
      ['kobo-column', 'dd:id'],
      ['kobo-column', 'instance::mark'],
      ['kobo-column', 'my:own'],
    ]);
  });

  it('is fine for ODK', () => {
    expect(odk.compile(snippet).findings.filter(({ rule }) => rule !== 'missing-translation')).toEqual([]);
  });
});
