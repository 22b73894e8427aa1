import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compileDictionary } from '../../../src/dictionary/compile.ts';
import { diskTree } from '../../../src/source/files.ts';
import { koboRowTypes, questionTypes } from '../../../src/vocabulary/types.ts';
import { profiles } from '../../../src/vocabulary/profiles.ts';
import { present, reading } from '../../support/tester.ts';
import { compileSchema, schemaText, shapes } from './schemas.ts';

const folder = fileURLToPath(new URL('../../../dictionary', import.meta.url));
const shipped = present(compileDictionary(diskTree(folder, 'dictionary/')).dictionary, 'dictionary');

const everything = [...shipped.forms.keys()].flatMap((form) =>
  profiles.flatMap((profile) => shapes.map((shape) => [form, profile, shape] as const)),
);

describe('the schemas of the shipped dictionary', () => {
  it.each(everything)('%s for %s, %s: strict validators take it', (form, profile, shape) => {
    const text = schemaText(shipped, shape, profile, form);
    expect(compileSchema(text)({})).toBe(false);
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('are the same wherever the dictionary lies', () => {
    const elsewhere = present(compileDictionary(diskTree(folder, '../../far/away/')).dictionary, 'dictionary');
    const [form] = shipped.forms.keys();
    for (const shape of shapes)
      expect(schemaText(elsewhere, shape, 'kobo', form)).toBe(schemaText(shipped, shape, 'kobo', form));
  });

  it('have an id each', () => {
    const ids = everything.map(([form, profile, shape]) => idOf(schemaText(shipped, shape, profile, form)));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[0]).toBe('urn:lexiform:displacement-core:household_registration:kobo:kobo');
  });
});

function idOf(text: string): unknown {
  return JSON.parse(text).$id;
}

/** A question of each type that the vocabulary knows. */
const questions = [...questionTypes].map(([type, { takes }], index) => {
  const argument = takes === 'file' ? ' places.csv' : takes === 'nothing' ? '' : ' l';
  return `          - { ask: q${index}, type: ${type}${argument}, label: Q, calculation: 1 }`;
});

const all = `
codelists:
  l: { codes: { a: A, b: B } }
forms:
  f:
    settings: { instance_name: 1 }
    entities: [{ list_name: people, label: \${name} }]
    items:
      - repeat: r
        repeat_count: 1 + 1
        items:
          - { ask: name, type: text, label: N, save_to: name }
          - { ask: o, type: select_one l or_other, label: O }
${questions.join('\n')}
      - { group: l1, type: loop over l, items: [{ ask: have, type: integer, label: H }] }
      - { group: m, type: kobomatrix, kobo--matrix_list: l, items: [{ ask: n, type: integer, label: N }] }
      - { group: s, type: score, kobo--score-choices: l, items: [{ ask: s1, type: ${koboRowTypes[0]}, label: S }] }
      - { group: k, type: rank, kobo--rank-items: l, items: [{ ask: k1, type: ${koboRowTypes[1]}, label: K }] }
`;

describe('a form with every type', () => {
  it.each(profiles.flatMap((profile) => shapes.map((shape) => [profile, shape] as const)))(
    'has a schema that strict validators take: %s, %s',
    (profile, shape) => {
      const text = schemaText(reading.compile(all).dictionary, shape, profile);
      expect(compileSchema(text)({})).toBe(false);
    },
  );
});

describe('a form with more questions than a validator can put into one object', () => {
  const names = Array.from({ length: 501 }, (_, index) => `_q${index}`);
  const items = names.map((name) => `      - { ask: ${name}, type: integer, label: Q }\n`).join('');
  const { dictionary } = reading.compile(`forms:\n  f:\n    items:\n${items}`);
  const first = { kobo: '1', odata: 1 };
  const ids = { kobo: { _id: 1, _uuid: 'u' }, odata: { __id: 'u' } };

  it.each(shapes)('has them in parts, and is as strict: %s', (shape) => {
    const text = schemaText(dictionary, shape, 'odk');
    expect(JSON.parse(text).allOf).toHaveLength(2);
    const validate = compileSchema(text);
    const errors = (answers: object): readonly unknown[] => {
      validate({ ...ids[shape], ...answers });
      return (validate.errors ?? []).map(({ keyword, instancePath }) => `${keyword} ${instancePath}`);
    };
    expect(errors({ _q0: first[shape], _q500: first[shape], __new: 1 })).toEqual([]);
    expect(errors({ _q500: 'x' })).toHaveLength(1);
    expect(errors({ q: first[shape] })).toEqual(['unevaluatedProperties ']);
  });
});
