import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { flagOf } from '../../../src/vocabulary/flags.ts';
import { layerSchema } from '../../../src/dictionary/language/layer-schema.ts';
import { languageSchema } from '../../../src/dictionary/language/schema.ts';
import { things } from '../../../src/dictionary/language/things.ts';
import { isDraft07, marked, markedInLayer } from './validator.ts';

const dictionary = fileURLToPath(new URL('../../../dictionary', import.meta.url));
const files = readdirSync(dictionary, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.ya?ml$/.test(file) && !/^(countries|locales)\b|^(servers|ledger)\./.test(file))
  .toSorted();

describe('the JSON Schema of the language', () => {
  test('is as reviewed', async () => {
    const text = `${JSON.stringify(languageSchema(), undefined, 2)}\n`;
    await expect(text).toMatchFileSnapshot('./baselines/language-schema.json');
  });

  test('for the files of a country is as reviewed', async () => {
    const text = `${JSON.stringify(layerSchema(), undefined, 2)}\n`;
    await expect(text).toMatchFileSnapshot('./baselines/layer-schema.json');
  });

  test.each([languageSchema, layerSchema])('is valid draft-07', (schema) => {
    expect(isDraft07(schema())).toBe(true);
  });

  test.each(files)('accepts %s', (file) => {
    expect(marked(readFileSync(path.join(dictionary, file), 'utf8'))).toEqual([]);
  });

  test.each(things.map(({ title, sample, layer }) => [title, sample, layer] as const))(
    'accepts the sample of %s',
    (_title, sample, layer) => {
      expect(layer ? markedInLayer(sample) : marked(sample)).toEqual([]);
    },
  );
});

describe('numbers, booleans and nothing are texts to an editor', () => {
  test.each([
    ['a label', 'variables: { a: { label: 7 } }'],
    ['a label in a language', 'variables: { a: { label: { en: true, fr: } } }'],
    ['an expression', 'variables: { a: { default: 1.5, required: true, hint: } }'],
    ['a list of words', 'variables: { a: { was: [1, true] } }'],
    ['one word', 'variables: { a: { was: 1 } }'],
    ['a code', 'codelists: { a: { codes: { 1: 2, true: yes, b: } } }'],
    ['an attribute', 'codelists: { a: { attributes: [x], codes: { 1: { label: 2, x: 3 } } } }'],
    ['an item', 'forms: { a: { items: [7, true, { ask: 8, label: }] } }'],
    ['a choice that is removed', 'variables: { a: { sensitivity: , soft: , retired: } }'],
    ['a cell', 'forms: { a: { items: [b], settings: { version: 2, style: }, sheets: { s: [{ a: 1 }] } } }'],
    ['an empty section', 'variables:'],
    ['an empty file', '# nothing yet'],
  ])('%s', (_what, yaml) => {
    expect(marked(yaml)).toEqual([]);
  });
});

test.each([
  'yes',
  'Yes',
  'YES',
  'yEs',
  'no',
  'No',
  'NO',
  'true',
  'True',
  'TRUE',
  'true()',
  'false',
  'false()',
  'oui',
  '1',
])('the decoder and the schema agree whether %s is yes or no', (word) => {
  const accepted = marked(`forms: { a: { items: [b], stamp: "${word}" } }`).length === 0;
  expect(accepted).toBe(flagOf(word) !== undefined);
});
