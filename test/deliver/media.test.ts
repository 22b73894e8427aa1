import { describe, expect, it } from 'vitest';
import { baseName } from '../../src/model/deliver/instances.ts';
import { mediaNames } from '../../src/model/deliver/media.ts';
import { delivered } from './deliver.ts';

describe('the files that a form attaches', () => {
  it('are what its types, texts, lists and attachments name, by their names alone', () => {
    const delivery = delivered(
      `
      codelists:
        l: { codes: { a: { label: A, image: pictures/a.png, audio: 'sounds\\a.mp3' } } }
        unused: { codes: { a: { label: A, image: unused.png } } }
      forms:
        f:
          attachments: [data/species.csv, { file: here.csv, from: dictionary }, { file: features.csv, from: server }]
          items:
            - { ask: q, type: select_one l, label: q.png, image: a/q.png, big-image: { mul: big.png }, video: q.mp4, autoplay: video }
            - { ask: r, type: select_one_from_file folder/r.csv, label: R }
            - { ask: s, type: select_multiple_from_file s.geojson, label: R }
            - { ask: t, type: csv-external }
            - { ask: u, type: xml-external }
            - { group: g, label: G, image: g.png, items: [{ note: n, label: N, image: a/q.png }] }
      `,
      'odk',
    );
    expect([...mediaNames(delivery)].map(([name, { string }]) => `${name} < ${string.text}`)).toMatchInlineSnapshot(`
      [
        "q.png < a/q.png",
        "big.png < big.png",
        "q.mp4 < q.mp4",
        "r.csv < folder/r.csv",
        "s.geojson < s.geojson",
        "t.csv < t.csv",
        "u.xml < u.xml",
        "g.png < g.png",
        "a.png < pictures/a.png",
        "a.mp3 < sounds\\a.mp3",
        "species.csv < data/species.csv",
        "here.csv < here.csv",
      ]
    `);
  });

  it('are not those that the server has, of retired codes, of lists that are files, or of other languages', () => {
    const delivery = delivered(
      `
      codelists:
        l: { codes: { a: { label: A, image: { en: a.png, fr: f.png } }, b: { label: B, image: b.png, retired: 1.0.0 } } }
        file: { delivery: external, codes: { a: { label: A, image: x.png } } }
      forms:
        f:
          languages: [en]
          attachments: [{ file: folder/served.csv, from: server }]
          items:
            - { ask: q, type: select_one l, label: Q, image: { fr: q.png, mul: all.png } }
            - { ask: r, type: select_one_from_file served.csv, label: R }
            - { ask: served, type: csv-external }
            - { ask: s, type: select_one file, label: R }
      `,
      'xlsform',
      'languages: { en: English, fr: Français }',
    );
    expect([...mediaNames(delivery).keys()]).toEqual(['all.png', 'file.csv', 'a.png']);
  });

  it('have no folders in their names, however these are written', () => {
    expect(['a.png', 'x/a.png', 'x\\y\\a.png', './a.png', 'x/', ''].map(baseName)).toEqual([
      'a.png',
      'a.png',
      'a.png',
      'a.png',
      '',
      '',
    ]);
  });
});
