import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkDictionary } from '../../src/check/check.ts';
import { keyOf } from '../../src/diagnostics/collector.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { suppress } from '../../src/diagnostics/suppression.ts';
import { compileProject } from '../../src/dictionary/compile.ts';
import type { Dictionary } from '../../src/model/dictionary.ts';
import { textsOf } from '../../src/model/texts.ts';
import { walk } from '../../src/model/walk.ts';
import { diskTree } from '../../src/source/files.ts';
import { present } from '../support/tester.ts';

const project = compileProject(diskTree(fileURLToPath(new URL('../../dictionary', import.meta.url)), 'dictionary/'));

const read = project.countries.map(({ id, compile }) => ({ id, ...compile() }));
const countries = new Map(read.map(({ id, dictionary }) => [id, present(dictionary, `country ${id}`)]));
const country = (id: string): Dictionary => present(countries.get(id), `country ${id}`);

const told = ({ rule, message }: Diagnostic): string => `${rule}: ${message}`;

/** The references and numbers of a text; letters change from language to language, these may not. */
function marks(text: string): string {
  return [...text.matchAll(/\$\{\w+\}|\d+(?:,\d{3})*/g)]
    .map(([mark]) => mark)
    .toSorted()
    .join(' ');
}

describe('the shipped countries', () => {
  it('are three of different kinds', () => {
    const kinds = [...countries].map(([id, { country: layer, forms }]) => [id, layer?.languages, [...forms.keys()]]);
    expect(kinds).toEqual([
      ['xa', ['prs', 'ps', 'en'], ['household_registration', 'location_assessment', 'protection_monitoring']],
      ['xb', ['fr', 'en'], ['household_registration', 'location_assessment', 'protection_monitoring']],
      ['xc', ['es', 'en'], ['household_registration', 'location_assessment', 'xc_shelter_visit']],
    ]);
  });

  it.each(read)('say nothing that check would tell of: $id', ({ dictionary, diagnostics, comments }) => {
    const own = present(dictionary, 'country');
    const core = present(project.dictionary, 'core');
    const ofCore = new Set(checkDictionary(core, core.profiles).map(keyOf));
    const all = [...diagnostics, ...checkDictionary(own, own.profiles)];
    // KoboToolbox has no entities, which is told of the core already.
    const found = all.filter((each) => !ofCore.has(keyOf(each)));
    expect(
      suppress(found, [...comments, ...project.comments])
        .filter(isNotIgnored)
        .map(told),
    ).toEqual([]);
  });

  it('place more than 10,000 villages, each in a canton that exists', () => {
    const [cantons, villages] = ['xb_admin4', 'xb_admin5'].map(
      (name) => present(country('xb').codeLists.get(name), name).codes,
    );
    const known = new Set(cantons?.map(({ name }) => name.string.text));
    const parents = villages?.map(({ attributes }) => attributes.get('xb_admin4')?.string.text ?? '') ?? [];
    expect(parents.length).toBeGreaterThan(10_000);
    expect(parents.filter((parent) => !known.has(parent))).toEqual([]);
    expect(villages?.filter(({ name }, at) => name.string.text.startsWith(parents[at] ?? '')).length).toBe(0);
  });

  it('keep the references and the numbers of each text in Dari and Pashto', () => {
    const texts = [...country('xa').forms.values()].flatMap(({ items }) =>
      walk(items).flatMap(({ item }) => textsOf(item).map(([key, text]) => ({ key, text, name: item.name }))),
    );
    expect(texts.length).toBeGreaterThan(400);
    const wrong = texts.flatMap(({ key, text, name }) => {
      const [en, prs, ps] = ['en', 'prs', 'ps'].map((tag) => marks(text.byLanguage.get(tag)?.string.text ?? ''));
      return en === prs && en === ps ? [] : [`${name.string.text}.${key}: ${en} | ${prs} | ${ps}`];
    });
    expect(wrong).toEqual([]);
  });
});

/** What the core sets aside for itself is not there in a country, where nothing is left to be set aside. */
function isNotIgnored({ rule }: Diagnostic): boolean {
  return rule !== 'ignore-unused';
}
