import { describe, expect, it } from 'vitest';
import { placed } from '../support/outline.ts';
import { reading } from '../support/tester.ts';

function cells(row: ReadonlyMap<string, { readonly string: { readonly text: string } }>): readonly string[] {
  return [...row].map(([name, { string }]) => `${name}=${string.text}`);
}

describe('A form', () => {
  it('has settings, attachments, entities and sheets', () => {
    const form = reading
      .expect(
        `
      forms:
        f:
          title: Form
          settings: { style: pages, instance_name: "concat(\${a}, ' ')", "attribute::x": 07, empty: }
          attachments: [species.csv, { file: features.csv, from: server }]
          entities: [{ list_name: households, label: "concat(\${a}, 1)" }]
          sheets: { notes: [{ a: 1 }, { b: 2, __proto__: 3 }], empty: [] }
          stamp: no
          items: [{ ask: a, type: text }]
    `,
      )
      .form();
    expect(cells(form.settings)).toEqual([
      'style=pages',
      "instance_name=concat(${a}, ' ')",
      'attribute::x=07',
      'empty=',
    ]);
    expect(form.settings.get('instance_name')).toHaveProperty('parsed');
    expect(form.attachments.map(({ file, from }) => `${file.string.text} ${from}`)).toEqual([
      'species.csv dictionary',
      'features.csv server',
    ]);
    expect(form.entities.map(cells)).toEqual([['list_name=households', 'label=concat(${a}, 1)']]);
    expect(form.entities[0]?.get('label')).toHaveProperty('parsed');
    expect([...form.sheets].map(([name, rows]) => [name, rows.map(cells)])).toEqual([
      ['notes', [['a=1'], ['b=2', '__proto__=3']]],
      ['empty', []],
    ]);
    expect(form.stamp).toBe(false);
  });

  it('begins with its metadata', () => {
    const text = `
      variables:
        today: { type: date, label: Today }
      forms:
        f:
          metadata: [start, today, deviceid, { ask: audit, type: audit, parameters: track-changes=true }]
          items: [{ note: n, label: N }]
    `;
    const { form } = reading.expect(text);
    expect(placed(form(), 'parameters')).toBe(
      'start start\ndate today\ndeviceid deviceid\naudit audit | parameters: track-changes=true\nnote n',
    );
    expect(form().stamp).toBe(true);
  });

  it('may narrow the languages and open in another one', () => {
    const files = {
      'dictionary.yaml': 'lexiform: 1\ndictionary: d\nlanguages: { en: English, fr: Français, ar: العربية }\n',
      'a.yaml': `
        forms:
          all: { items: [] }
          two: { languages: [fr, ar, fr], items: [] }
          fr: { default_language: fr, items: [] }
      `,
    };
    const { form } = reading.expect(files);
    expect([form('all').languages, form('all').defaultLanguage]).toEqual([['en', 'fr', 'ar'], 'en']);
    expect([form('two').languages, form('two').defaultLanguage]).toEqual([['fr', 'ar'], 'fr']);
    expect([form('fr').languages, form('fr').defaultLanguage]).toEqual([['en', 'fr', 'ar'], 'fr']);
  });

  it('names what exists, in the shape that is asked for', () => {
    reading.expect(`
      forms:
        f:
          languages: [en, fr]
                          ^^ unknown-language
          default_language: fr
                            ^^ unknown-language
          metadata: [stat]
                     ^^^^ unknown-variable
          attachments: [{ from: server }, [x]]
                        ^^^^^^^^^^^^^^^^ missing-key: "file"
                                          ^^^ wrong-shape
          entities: [e]
                     ^ wrong-shape
          sheets: { notes: { a: 1 } }
                           ^^^^^^^^ wrong-shape
          stamp: perhaps
                 ^^^^^^^ wrong-value
          itmes: []
          ^^^^^ unknown-key: Did you mean "items"?
          items: all
                 ^^^ wrong-shape
        g: []
           ^^ wrong-shape
        h: { title: H }
           ^^^^^^^^^^^^ missing-key: "items"
    `);
  });
});
