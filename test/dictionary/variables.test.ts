import { describe, expect, it } from 'vitest';
import { path } from '../support/outline.ts';
import { present, reading } from '../support/tester.ts';

describe('A variable', () => {
  it('has every column of the survey sheet as a key, and what a workbook cannot say', () => {
    const { variable } = reading.expect(`
      variables:
        hoh_sex:
          type: select_one sex or_other
          label: What is the sex of \${hoh}?
          required: yes
          relevant: \${consent} = 'yes'
          constraint: . != ''
          default: today()
          trigger: \${a}
          appearance: minimal
          parameters: { max-pixels: 1024, app: org.example }
          hxl: "#beneficiary+hoh+sex"
          columns: { "body::accuracyThreshold": 10 }
          definition: As stated by the person.
          id: D-0101
          sensitivity: personal
          was: [sex, gender]
          lock: all
          soft: [{ when: . > 20, message: Very large }]
          source: { standard: DTM, code: m1535 }
    `);
    const { type, facets, meaning, columns } = variable('hoh_sex');
    expect([type.word, type.argument?.string.text, type.orOther]).toEqual(['select_one', 'sex', true]);
    expect(facets.required).toMatchObject({ kind: 'flag', value: true });
    expect(facets.default).toMatchObject({ kind: 'formula' });
    expect(facets.parameters?.string.text).toBe('max-pixels=1024 app=org.example');
    expect(columns.get('body::accuracyThreshold')?.string.text).toBe('10');
    expect(meaning.was?.map(({ string }) => string.text)).toEqual(['sex', 'gender']);
    expect(meaning.soft?.[0]?.when.string.text).toBe('. > 20');
    expect(meaning.source?.get('code')?.string.text).toBe('m1535');
  });

  it.each([
    ['yes', 'flag'],
    ['no', 'flag'],
    ['true()', 'flag'],
    ["${a} = 'x'", 'formula'],
  ])('may be required by %s: a %s', (required, kind) => {
    const { variable } = reading.expect(`variables:\n  a: { type: text, required: "${required}" }\n`);
    expect(variable('a').facets.required?.kind).toBe(kind);
  });

  it.each([
    ['2024-01-31', 'value'],
    ['a-b', 'value'],
    ['10', 'value'],
    ['today()', 'formula'],
    ['1 + 1', 'formula'],
    ['${a}', 'formula'],
  ])('has %s as its default: a %s', (text, kind) => {
    const { variable } = reading.expect(`variables:\n  a: { type: text, default: "${text}" }\n`);
    expect(variable('a').facets.default?.kind).toBe(kind);
  });

  it('has a type', () => {
    reading.expect(`
      variables:
        a: { label: A }
        ^ missing-key: "type"
        b: { type: , label: B }
        ^ missing-key: "type"
        c: { type: [text] }
                   ^^^^^^ wrong-shape
    `);
  });

  it('has keys that the language knows, each once and of its shape', () => {
    reading.expect(`
      variables:
        a: { type: text, lable: A }
                         ^^^^^ unknown-key: Did you mean "label"?
        b: { type: text, hint: H, hint: H }
                                  ^^^^ duplicate-key
        c: { type: text, obligation: must }
                                     ^^^^ wrong-value
        d: { type: text, soft: x, source: y }
                               ^ wrong-shape
                                          ^ wrong-shape
        e: { type: text, soft: [{ message: M }] }
                                ^^^^^^^^^^^^^^ missing-key: "when"
        f: text
           ^^^^ wrong-shape
    `);
  });
});

describe('A variable like another', () => {
  it('takes every key but id and was; its own win, an empty one removes', () => {
    const { variable } = reading.expect(`
      variables:
        hoh_sex: { type: select_one sex, label: { en: Theirs }, hint: H, id: D-1, was: [x], relevant: "\${a} = 1", required: yes }
        resp_sex: { like: hoh_sex, label: Mine, hint: , relevant: }
    `);
    const { type, facets, meaning } = variable('resp_sex');
    expect(type.string.text).toBe('select_one sex');
    expect(Object.keys(facets)).toEqual(['label', 'required']);
    expect(facets.label?.byLanguage.get('en')?.string.text).toBe('Mine');
    expect(meaning).toEqual({});
  });

  it('changes columns one by one', () => {
    const { variable } = reading.expect(`
      variables:
        a: { type: text, columns: { x: 1, y: 2 } }
        b: { like: a, columns: { y: 3 } }
    `);
    expect([...variable('b').columns].map(([name, { string }]) => `${name}=${string.text}`)).toEqual(['x=1', 'y=3']);
  });

  it('may be like one that is like another, in any order', () => {
    const { variable } = reading.expect(`
      variables:
        c: { like: b }
        b: { like: a, hint: H }
        a: { type: text, label: A }
    `);
    expect(Object.keys(variable('c').facets)).toEqual(['label', 'hint']);
  });

  it('knows the steps of the way', () => {
    const { variable } = reading.expect(
      'variables:\n  a: { type: text, was: [x] }\n  b: { like: a }\n  c: { like: b, lock: [label] }\n  d: { like: c }\n',
    );
    expect(path(variable('c').type.origin)).toBe('snippet.yaml:2:14 like b, like c');
    expect(path(present(variable('d').meaning.lock?.[0], 'lock').origin)).toBe('snippet.yaml:4:24 like d');
  });

  it('is like one that exists and leads nowhere back', () => {
    reading.expect(`
      variables:
        a: { like: hoh_sx }
                   ^^^^^^ unknown-variable: Did you mean "hoh_sex"?
        hoh_sex: { type: text }
        b: { like: c }
        ^ definition-cycle: b → c → b
        c: { like: b }
        d: { like: d, type: text }
        ^ definition-cycle: d → d
    `);
  });

  it('one that cannot be read is not a second mistake where it is used', () => {
    reading.expect(`
      variables:
        a: [text]
           ^^^^^^ wrong-shape
        b: { like: a }
        c: *d
           ^^ needs-quotes
      modules:
        m: x
           ^ wrong-shape
      forms:
        f: { items: [a, b, c, { use: m }] }
    `);
  });
});
