import { describe, expect, test } from 'vitest';
import { compileProject } from '../../../src/dictionary/compile.ts';
import type { Key } from '../../../src/dictionary/language/key.ts';
import { things } from '../../../src/dictionary/language/things.ts';
import { memoryTree } from '../../../src/source/files.ts';
import { fileWith } from './hosts.ts';
import { marked, markedInLayer } from './validator.ts';

const allKeys = things.flatMap(({ title, keys }) => keys.map((key): [string, string, Key] => [title, key.name, key]));

/** What the samples of a country name, and another of them defines. */
const OWN = 'variables: { afg_document: { type: text, label: Document } }';

/** What the compiler says of the keys themselves; what a name leads to is not the schema's business. */
const SHAPE = ['wrong-shape', 'wrong-value', 'unknown-key', 'missing-key', 'change-kind'];

function findings(files: Readonly<Record<string, string>>): readonly string[] {
  const { diagnostics, countries } = compileProject(memoryTree(files));
  const ofCountries = countries.flatMap((country) => country.compile().diagnostics);
  return [...diagnostics, ...ofCountries].map(({ rule, message }) => `${rule}: ${message}`);
}

/** What an editor would mark in one of the files. */
function markedIn(place: string, files: Readonly<Record<string, string>>): readonly string[] {
  return (place.startsWith('countries/') ? markedInLayer : marked)(files[place] ?? '');
}

describe('the example of a key is right', () => {
  test.each(allKeys)('%s: %s', (title, _name, key) => {
    const { place, files } = fileWith(title, key, key.example);
    expect(markedIn(place, files)).toEqual([]);
    // An ask of a retired variable is well written; the finding is about the form. What comes later is well written, too.
    expect(findings(files).filter((finding) => !/^(retired-variable|not-compiled):/.test(finding))).toEqual([]);
  });
});

describe('the compiler reads every sample of the reference', () => {
  test.each(things.filter(({ layer }) => !layer).map(({ title, sample }) => [title, sample]))(
    '%s',
    (_title, sample) => {
      const isManifest = sample.startsWith('lexiform');
      const files = isManifest
        ? { 'dictionary.yaml': sample }
        : {
            'dictionary.yaml': 'lexiform: 1\ndictionary: d\nlanguages: { en: English, fr: Français }',
            'a.yaml': sample,
          };
      // A sample shows one thing alone, so what it names is not there.
      expect(
        findings(files).filter((finding) => !/^(unknown-(variable|module|code-list)|missing-file):/.test(finding)),
      ).toEqual([]);
    },
  );
});

describe('the compiler reads every sample of a country', () => {
  test.each(things.filter(({ layer }) => layer).map(({ title, sample }) => [title, sample]))('%s', (_title, sample) => {
    const { files } = fileWith('Country', { name: 'title', kind: 'text', doc: '', example: '' }, 'Afghanistan');
    expect(
      findings({
        ...files,
        'countries/afg/own.yaml': sample.includes('variables:') ? '' : OWN,
        'countries/afg/country.yaml': sample,
      }),
    ).toEqual([]);
  });
});

/** What one of them alone can know. */
function isOpen(title: string, name: string, value: string): boolean {
  // Whether a key of a code is an attribute, and which codes there are, stands in another place of the list.
  if (name === 'codes' || name === 'add') return value.includes('{ word: ') && title.endsWith('ode list');
  // What becomes of a question without a type depends on what it inherits.
  if (name === 'type' && value === '') return true;
  // The number of the language's version is compared by the manifest.
  return name === 'lexiform';
}

describe('the editor and the compiler agree about values', () => {
  const values = [
    'word',
    '7',
    'true',
    '',
    '[word]',
    '[[word]]',
    '[{ word: word }]',
    '{ word: word }',
    '{ word: [word] }',
    '{ word: { word: word } }',
  ];

  test.each(allKeys)('%s: %s', (title, name, key) => {
    for (const value of values.filter((each) => !isOpen(title, name, each))) {
      const { place, files } = fileWith(title, key, value);
      const wrong = findings(files).filter((finding) => SHAPE.some((rule) => finding.startsWith(rule)));
      const marks = markedIn(place, files);
      expect(`${value} ${wrong.length > 0 ? 'refused' : 'accepted'}`, [...wrong, ...marks].join('\n')).toBe(
        `${value} ${marks.length > 0 ? 'refused' : 'accepted'}`,
      );
    }
  });
});
