import { describe, expect, it } from 'vitest';
import { nothing, reading, type Tester } from '../../support/tester.ts';

const checked = reading.checked();

function forProfiles(profiles: string, languages = '{ en: English }'): Tester {
  const manifest = `lexiform: 1\ndictionary: test\nlanguages: ${languages}\nprofiles: [${profiles}]\n`;
  return nothing.with({ 'dictionary.yaml': manifest }).checked();
}

function told(tester: Tester, snippet: string): string[] {
  return tester.compile(snippet).findings.map(({ rule, severity }) => `${rule} ${severity}`);
}

describe('columns of the survey sheet', () => {
  it('stand under one name, in whatever row', () => {
    checked.expect(`
      forms:
        f:
          items:
            - { ask: a, type: text, label: A, relevant: 1 = 1, read_only: yes }
            - { ask: b, type: text, label: B, columns: { relevance: 1 = 1, "bind::readonly": "true()", remark: x } }
                                                                    ^^^^^ column-twice: "relevant"
                                                                                             ^^^^^^^^ column-twice: "read_only"
            - { ask: c, type: text, label: C, columns: { relevant: 1 = 2 } }
                                                                   ^^^^^ column-spelling: "relevant"
            - { ask: d, type: text, label: D, relevant: 1 = 3, columns: { relevant: 1 = 2, name: x } }
                                                                                    ^^^^^ column-twice
                                                                                                 ^ column-twice
    `);
  });

  it('in a language can be written twice as well', () => {
    const snippet = 'forms: { f: { items: [{ note: n, label: N, columns: { "label::English (en)": y } }] } }';
    expect(told(forProfiles('odk'), snippet)).toEqual(['column-twice error']);
    expect(told(forProfiles('odk'), snippet.replace('English (en)', 'Deutsch (de)'))).toEqual([
      'column-spelling warning',
    ]);
  });

  it('are warned of where KoboToolbox takes them for one', () => {
    const snippet = `
      forms:
        f:
          items:
            - { ask: a, type: text, label: A, relevant: 1 = 1 }
            - { ask: b, type: text, label: B, columns: { relevance: 1 = 1 } }
    `;
    expect(told(forProfiles('kobo'), snippet)).toEqual(['column-twice warning']);
    expect(told(forProfiles('odk'), snippet)).toEqual(['column-twice error']);
    expect(told(forProfiles('xlsform'), snippet)).toEqual(['column-twice error']);
    const mixed = 'forms: { f: { items: [{ note: n, label: N, relevant: 1 = 1, columns: { relevance: 1 = 1 } }] } }';
    expect(told(forProfiles('kobo'), mixed)).toEqual(['column-twice error']);
  });

  it('have a key where the language knows them', () => {
    checked.with({ 'media/a.png': 'x' }).expect(`
      forms:
        f:
          items:
            - { ask: a, type: text, label: A, columns: { relevance: 1 = 1, relevent: 1 = 1, requried: yes, Constraint: . > 0 } }
                                                                    ^^^^^ column-spelling: is the column "relevant"
                                                                                     ^^^^^ column-spelling: misspelt
                                                                                                      ^^^ column-spelling: "required"
                                                                                                                       ^^^^^ column-spelling
            - { ask: b, type: text, label: B, columns: { "media::image": a.png, notes: x, office_id: x, image2: a.png } }
                                                                         ^^^^^ column-spelling: "image"
            - { ask: c, type: text, label: C, columns: { calculate: 1, tags: x, sms_field: x, $kuid: x, constructor: x } }
                                                                    ^ column-twice: "calculation"
    `);
  });

  it('hold four kinds of media, a heading, and questions that are asked', () => {
    checked.expect(`
      forms:
        f:
          items:
            - { ask: a, type: text, label: A, columns: { "media::photo": x } }
                                                                         ^ unknown-media: "photo"
            - { ask: b, type: text, label: B, columns: { " ": x } }
                                                              ^ invalid-name
            - { ask: c, type: text, label: C, columns: { disabled: no } }
                                                                   ^^ disabled-column
    `);
  });
});

describe('columns of the choices sheet', () => {
  it('do not stand beside those that are written, and can be elements', () => {
    checked.with({
      'l.csv': `
          name,label,list_name,caption,my column,2nd,area,media::photo
          a,A,x,y,z,1,2,b
              ^ column-twice: "list_name"
                ^ column-twice: "label"
                  ^ invalid-name
                    ^ invalid-name
                        ^ unknown-media
        `,
      'far.csv': 'name,label,my column\na,A,x\n',
    }).expect(`
      codelists:
        l: { file: l.csv }
        far: { file: far.csv, delivery: external }
        unused: { file: far.csv }
      forms:
        f:
          items:
            - { ask: a, type: select_one l, label: A }
            - { ask: b, type: select_one far, label: A }
    `);
  });
});

const withSettings = (settings: string): string =>
  `forms: { f: { settings: { ${settings} }, items: [{ note: n, label: N }] } }`;

describe('settings', () => {
  it('that nothing reads are told', () => {
    checked.expect(`
      forms:
        f:
          settings: { instance_nam: "'x'", "attribute::x": y, sms_keyword: z, kobo--lock_all: yes, whatever: x }
                                    ^^^^^ unknown-setting: "instance_name"
                                                                                                             ^ unknown-setting
          items: [{ note: n, label: N }]
        g:
          settings: { style: pages, title: T, id_string: x, delimiter: "+" }
          items: [{ note: n, label: N }]
    `);
  });

  it('stand under one name', () => {
    expect(told(checked, withSettings('form_title: A, title: B'))).toEqual(['column-twice error']);
    expect(told(forProfiles('odk'), withSettings('form_title: A, title: B'))).toEqual(['column-twice warning']);
    expect(told(checked, withSettings('form_id: a, set_form_id: b'))).toEqual(['column-twice error']);
    expect(told(forProfiles('kobo'), withSettings('form_id: a, set_form_id: b'))).toEqual(['column-twice warning']);
    expect(told(checked, withSettings('form_id: a, id_string: b'))).toEqual(['column-twice warning']);
  });

  it('have values that converters take', () => {
    const { findings } = checked.expect(`
      forms:
        f:
          settings: { name: a b, form_id: "", omit_instanceID: yes, public_key: abc, entity_version: 1, "": x }
                            ^^^ invalid-setting: outermost element
                                          ^^ invalid-setting: empty
                                                               ^^^ invalid-setting: encrypted
                                                                                                     ^ invalid-setting: "entity_version"
                                                                                                            ^ invalid-setting
          items: [{ note: n, label: N }]
        g:
          settings: { form_id: my form, default_language: en, add_none_option: yes }
                               ^^^^^^^ invalid-setting: blank
                                                          ^^ invalid-setting: "en"
                                                                               ^^^ invalid-setting: add_none_option
          items: [{ note: n, label: N }]
        h:
          settings: { name: root, form_id: my_form, default_language: English (en), omit_instanceID: no, public_key: abc }
          items: [{ note: n, label: N }]
    `);
    expect(findings.filter(({ severity }) => severity === 'warning').length).toBe(2);
    expect(findings.find(({ message }) => message.includes('"en"'))?.help).toContain('Write English (en).');
  });
});

const repeating = (settings: string): string => `
      codelists: { l: { codes: [{ code: a, label: A }, { code: b, label: B }, { code: a, label: C }] } }
      forms: { f: { settings: { style: pages${settings} }, items: [{ ask: q, type: select_one l, label: Q }] } }
    `;

describe('a list that repeats a code on purpose', () => {
  it('is allowed by a setting, which adapted workbooks get by themselves', () => {
    expect(told(checked, repeating(''))).toEqual([]);
    expect(told(forProfiles('xlsform'), repeating(''))).toEqual(['invalid-setting error']);
    expect(told(forProfiles('xlsform'), repeating(', allow_choice_duplicates: yes'))).toEqual([]);
    expect(told(checked, repeating(', allow_choice_duplicates: no'))).toEqual(['invalid-setting error']);
  });
});

describe('sheets of the author', () => {
  it('do not bear the names of those of XLSForm', () => {
    const { findings } = checked.expect(
      `
      codelists: { l: { codes: { a: A } } }
      forms:
        f:
          sheets:
            Survey: [{ a: 1 }]
                          ^ sheet-name: "Survey"
            choices: [{ a: 2 }]
                           ^ sheet-name
            entities: [{ a: 3 }]
                            ^ sheet-name
            entitie: [{ a: 4 }]
                           ^ sheet-name: almost
            settings2: [{ a: 5 }]
            choice: [{ a: 5 }]
            _entitie: [{ a: 6 }]
            notes: [{ a: 7 }]
            osm: []
          items: [{ ask: a, type: select_one l, label: A }]
    `.replace('            osm: []\n', ''),
    );
    expect(findings.map(({ severity }) => severity)).toEqual(['error', 'error', 'warning', 'warning']);
  });

  it('may have no rows', () => {
    const { findings } = checked.compile(`
      forms: { f: { sheets: { settings: [] }, items: [{ note: n, label: N }] } }
    `);
    expect(findings.map(({ rule }) => rule)).toEqual(['sheet-name']);
  });
});

describe('sources of data', () => {
  const files = {
    'media/l.csv': 'name,label\na,A\n',
    'media/l.xml': '<a/>',
    'media/c.csv': 'a\n',
    'media/c.xml': '<a/>',
    'media/z.csv': 'a\n',
    'media/z.xml': '<a/>',
  };

  it('bear a name of their own', () => {
    forProfiles('odk')
      .with(files)
      .expect(
        `
      codelists:
        l: { codes: { a: A } }
        m: { as: c, codes: { a: A } }
             ^^ kept
      forms:
        f:
          items:
            - { ask: a, type: select_one l, label: A }
            - { ask: b, type: select_one_from_file l.csv, label: A }
                                                   ^^^^^ source-twice: code list "l"
            - { ask: c, type: csv-external }
            - { group: g, label: G, items: [{ ask: c, type: xml-external }, { note: n, label: N }] }
                                                   ^ source-twice: "c.xml"
        g:
          items:
            - { ask: a, type: select_one_from_file l.csv, label: A }
            - { ask: b, type: select_one_from_file l.xml, label: A }
                                                   ^^^^^ source-twice
        h:
          attachments: [l.csv]
          items:
            - { ask: c, type: csv-external }
            - { ask: l, type: xml-external }
                     ^ source-twice: code list "l"
            - { calculate: d, calculation: "pulldata('c', 'a', 'a', 1)" }
            - { calculate: e, calculation: "pulldata('l', 'name', 'label', 1)" }
        j:
          attachments: [z.csv]
          items:
            - { ask: z, type: xml-external }
            - { calculate: e, calculation: "pulldata('z', 'a', 'a', 1)" }
                                                      ^ source-twice: "z.csv"
        i:
          items:
            - { ask: a, type: select_one_from_file l.csv, label: A }
            - { ask: b, type: select_multiple_from_file l.csv, label: A }
            - { calculate: d, calculation: "pulldata('l', 'name', 'label', 1)" }
    `.replace(/\n *\^+ kept/, ''),
      );
  });

  it('of a code list that goes out as a file are that file', () => {
    checked.expect(`
      codelists: { far: { delivery: external, codes: { a: A } } }
      forms:
        f:
          items:
            - { ask: a, type: select_one far, label: A }
            - { ask: b, type: select_multiple far, label: A }
            - { calculate: d, calculation: "pulldata('far', 'label', 'name', 'a')" }
    `);
  });
});

describe('files of one name', () => {
  it('are one on the phone', () => {
    checked.with({ 'old/t.png': 'x', 'new/t.png': 'y', 'media/u.png': 'z' }).expect(`
      forms:
        f:
          items:
            - { note: a, label: A, image: old/t.png }
            - { note: b, label: A, image: new/t.png }
                                          ^^^^^^^^^ same-file-name: "old/t.png"
            - { note: c, label: A, image: old/t.png, audio: u.png }
            - { note: d, label: A, image: u.png }
        g: { items: [{ note: a, label: A, image: new/t.png }] }
    `);
  });
});
