import { describe, expect, test } from 'vitest';
import { compileDictionary } from '../../../src/dictionary/compile.ts';
import { memoryTree } from '../../../src/source/files.ts';
import { marked } from './validator.ts';

const TEXT = 'Write a text here.';
const MORE = 'must NOT have additional properties';
const NO_KIND = 'An item is the name of a variable, or says one of: ask, note, calculate, group, repeat, use.';

describe('an editor marks', () => {
  test.each([
    ['an unknown section', 'variabels: {}', [`/variabels: ${MORE}`]],
    ['a section that is a list', 'variables: [a]', ['/variables: must be object,null']],
    ['a variable that is a text', 'variables: { a: text }', ['/variables/a: must be object']],
    ['a misspelt key', 'variables: { a: { type: text, lable: A } }', [`/variables/a/lable: ${MORE}`]],
    ['a list as an expression', 'variables: { a: { type: text, relevant: [b] } }', [`/variables/a/relevant: ${TEXT}`]],
    [
      'a list as a label',
      'variables: { a: { type: text, label: [b] } }',
      ['/variables/a/label: Write a text, or a map from language to text.'],
    ],
    [
      'a list in a language',
      'variables: { a: { type: text, label: { en: [b] } } }',
      [`/variables/a/label/en: ${TEXT}`],
    ],
    [
      'a word that the key does not know',
      'variables: { a: { type: text, sensitivity: secret } }',
      ['/variables/a/sensitivity: Write one of: public, internal, personal, sensitive.'],
    ],
    [
      'a soft limit without a condition',
      'variables: { a: { type: text, soft: [{ message: M }] } }',
      ["/variables/a/soft/0: must have required property 'when'"],
    ],
    [
      'a retirement as a text',
      'variables: { a: { type: text, retired: 1.0.0 } }',
      ['/variables/a/retired: must be object,null'],
    ],
    ['neither yes nor no', 'forms: { f: { items: [], stamp: never } }', ['/forms/f/stamp: Write yes or no.']],
    ['a form without items', 'forms: { f: { title: F } }', ["/forms/f: must have required property 'items'"]],
    ['an unknown item kind', 'forms: { f: { items: [{ question: a }] } }', [`/forms/f/items/0/question: ${NO_KIND}`]],
    ['an item of no kind', 'forms: { f: { items: [{ label: a }] } }', [`/forms/f/items/0/label: ${NO_KIND}`]],
    ['an empty item', 'forms: { f: { items: [{}] } }', [`/forms/f/items/0: ${NO_KIND}`]],
    ['an item of two kinds', 'forms: { f: { items: [{ ask: a, note: b }] } }', [`/forms/f/items/0/note: ${MORE}`]],
    ['a list as an item', 'forms: { f: { items: [[a]] } }', [`/forms/f/items/0: ${NO_KIND}`]],
    [
      'a misspelt key deep down',
      'modules: { m: { items: [{ group: g, items: [{ note: n, lable: N }] }] } }',
      [`/modules/m/items/0/items/0/lable: ${MORE}`],
    ],
    [
      'an unknown kind of section',
      'forms: { f: { items: [{ group: g, type: matrix, items: [] }] } }',
      ['/forms/f/items/0/type: Write one of: kobomatrix, score, rank, loop over LIST.'],
    ],
    [
      'an attachment from elsewhere',
      'forms: { f: { items: [], attachments: [{ file: a, from: web }] } }',
      ['/forms/f/attachments/0/from: Write one of: server, dictionary.'],
    ],
    [
      'a sheet that is no list',
      'forms: { f: { items: [], sheets: { s: { a: 1 } } } }',
      ['/forms/f/sheets/s: must be array'],
    ],
    ['codes as a text', 'codelists: { l: { codes: yes } }', ['/codelists/l/codes: must be object,array,null']],
    [
      'a code that is a list',
      'codelists: { l: { codes: { a: [b] } } }',
      ['/codelists/l/codes/a: Write a label, or a map of keys.'],
    ],
    [
      'a special code of another kind',
      'codelists: { l: { codes: { a: { label: A, special: unknown } } } }',
      ['/codelists/l/codes/a/special: Write one of: dont_know, refused, not_applicable, none, other.'],
    ],
    [
      'a row without its code',
      'codelists: { l: { codes: [{ label: A }] } }',
      ["/codelists/l/codes/0: must have required property 'code'"],
    ],
    [
      'half a parent',
      'codelists: { l: { parent: { codelist: l } } }',
      ["/codelists/l/parent: must have required property 'column'"],
    ],
  ])('%s', (_what, yaml, marks) => {
    expect(marked(yaml)).toEqual(marks);
    expect(findings({ 'dictionary.yaml': MANIFEST, 'file.yaml': yaml })).not.toEqual([]);
  });

  test.each([
    ['half a manifest', 'lexiform: 1', [': must have property dictionary when property lexiform is present']],
    ['the other half', 'dictionary: d', [': must have property lexiform when property dictionary is present']],
    ['an unknown key', 'lexiform: 1\ndictionary: d\nauthor: me', [`/author: ${MORE}`]],
    [
      'an unknown profile',
      'lexiform: 1\ndictionary: d\nprofiles: [kobo, cto]',
      ['/profiles/1: Write one of: kobo, odk, xlsform.'],
    ],
    [
      'a language without a name',
      'lexiform: 1\ndictionary: d\nlanguages: { en: { header: E } }',
      ["/languages/en: must have required property 'name'"],
    ],
    [
      'an unknown rule of the policy',
      'lexiform: 1\ndictionary: d\npolicy: { secrecy: high }',
      [`/policy/secrecy: ${MORE}`],
    ],
  ])('%s', (_what, yaml, marks) => {
    expect(marked(yaml)).toEqual(expect.arrayContaining(marks));
    expect(findings({ 'dictionary.yaml': yaml })).not.toEqual([]);
  });
});

const MANIFEST = 'lexiform: 1\ndictionary: d\n';

/** The compiler refuses what the editor marks. */
function findings(files: Readonly<Record<string, string>>): readonly string[] {
  return compileDictionary(memoryTree(files)).diagnostics.map(({ rule }) => rule);
}
