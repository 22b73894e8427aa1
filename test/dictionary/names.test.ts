import { describe, expect, it } from 'vitest';
import { codes, placed } from '../support/outline.ts';
import { present, reading } from '../support/tester.ts';

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'valueOf', '__defineGetter__'];

describe('A name that means something to JavaScript is a name like any other', () => {
  it.each(NAMES)('of a variable, a list, a code, an attribute, a module, a parameter and a form: %s', (name) => {
    const text = `
      codelists:
        ${name}: { attributes: [${name}], codes: { ${name}: { label: A, ${name}: x } } }
        more: { codes: { a: A }, include: [${name}] }
      variables:
        ${name}: { type: select_one ${name}, label: L, columns: { ${name}: 1 }, source: { ${name}: 2 } }
        like: { like: ${name} }
      modules:
        ${name}: { with: { ${name}: D }, items: [${name}, { ask: local, type: text, label: $(${name}) }] }
      forms:
        ${name}:
          settings: { ${name}: s }
          sheets: { ${name}: [{ ${name}: c }] }
          items: [{ use: ${name}, prefix: p_, with: { ${name}: V } }, { group: ${name}, items: [] }, like]
    `;
    const { dictionary, variable } = reading.expect(text);
    const form = present(dictionary.forms.get(name), 'form');
    expect(placed(form, 'label')).toBe(
      `select_one ${name} p_${name} | label: en "L"\ntext p_local | label: en "V"\ngroup ${name}\nselect_one ${name} like | label: en "L"`,
    );
    expect(codes(present(dictionary.codeLists.get('more'), 'list'))).toBe(`a | en "A"\n${name} | en "A" | ${name}=x`);
    expect(variable('like').columns.get(name)?.string.text).toBe('1');
    expect(variable('like').meaning.source?.get(name)?.string.text).toBe('2');
    expect(form.settings.get(name)?.string.text).toBe('s');
    expect(form.sheets.get(name)?.[0]?.get(name)?.string.text).toBe('c');
  });

  it.each(NAMES)('of a key that does not exist: %s', (name) => {
    const carets = '^'.repeat(name.length);
    reading.expect(`
      variables:
        a: { type: text, ${name}: x }
                         ${carets} unknown-key
      forms:
        f:
          ${name}: x
          ${carets} unknown-key
          items: [${name}, { use: ${name} }, { ${name}: x }]
                  ${carets} unknown-variable
                  ${' '.repeat(name.length)}         ${carets} unknown-module
                  ${' '.repeat(name.length * 2)}               ${carets} unknown-key
    `);
  });

  it.each(NAMES)('of a column and a code of a CSV file: %s', (name) => {
    const { dictionary } = reading.expect({
      'a.yaml': 'codelists: { l: { file: l.csv } }\n',
      'l.csv': `name,label,${name}\n${name},L,x\n`,
    });
    expect(codes(present(dictionary.codeLists.get('l'), 'list'))).toBe(`${name} | en "L" | ${name}=x`);
  });

  it.each(NAMES)('of a language: %s', (name) => {
    const files = {
      'dictionary.yaml': `lexiform: 1\ndictionary: d\nlanguages: { ${name}: N, en: English }\n`,
      'a.yaml': `
        codelists: { l: { codes: { o: { label: { ${name}: O }, special: other } } } }
        variables: { a: { type: select_one l, label: { ${name}: A, en: B }, specify: b } }
        forms: { f: { items: [a] } }
      `,
    };
    const { form } = reading.compile(files);
    expect(placed(form(), 'label').split('\n')[0]).toBe(`select_one l a | label: ${name} "A", en "B"`);
    expect(placed(form(), 'label').split('\n')[1]).toContain('Please specify');
  });
});
