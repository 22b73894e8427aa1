import { describe, expect, it } from 'vitest';
import { compileProject } from '../../../src/dictionary/compile.ts';
import { memoryTree } from '../../../src/source/files.ts';
import { present } from '../../support/tester.ts';
import { dictionaryOf, manifest, pageOf, pagesOf, printFacts, printPage, text } from './codebook.ts';
import { small } from './small.ts';

describe('a page', () => {
  const dictionary = dictionaryOf(small);

  it('says all that the dictionary says', async () => {
    await expect(printPage(pageOf(dictionary))).toMatchFileSnapshot('baselines/small-en.txt');
  });

  it('says it in the words of its language, and marks what is not translated', async () => {
    await expect(printPage(pageOf(dictionary, 'ar'))).toMatchFileSnapshot('baselines/small-ar.txt');
  });

  it('is there for each language, the default one as index', () => {
    expect([...pagesOf(dictionary).keys()]).toEqual(['codebook/index.html', 'codebook/ar.html']);
  });

  it('is the same whenever it is built', () => {
    expect(pagesOf(dictionaryOf(small))).toEqual(pagesOf(dictionary));
  });

  it('has English words around a language that it has none for, in their own direction', () => {
    const own = manifest.replace('ar: العربية', 'ckb: کوردی').replace(', ar: قاموس تجريبي', '');
    const page = pageOf(dictionaryOf('variables: { q: { type: text, label: { en: Name, ckb: ناو } } }', own), 'ckb');
    expect([page.lang, page.dir]).toEqual(['en', 'ltr']);
    expect(page.variables.map(({ label }) => label)).toMatchObject([{ lang: 'ckb', dir: 'rtl', fallback: false }]);
  });

  it('is there for each language that a country speaks, in the order of the country and under its title', () => {
    const files = {
      'dictionary.yaml': manifest,
      'forms.yaml': 'forms: { f: { title: Visit, items: [{ ask: q, type: text, label: Name }] } }\n',
      'countries/xa/country.yaml':
        'country: xa\ntitle: { prs: زرهانه }\nlanguages: { en: English, prs: دری }\ndefault_language: prs\n',
    };
    const { countries } = compileProject(memoryTree(files));
    const country = present(countries[0]?.compile().dictionary, 'country');
    expect([...pagesOf(country).keys()]).toEqual(['codebook/index.html', 'codebook/en.html']);
    const page = pageOf(country, 'prs');
    expect([page.lang, page.dir, page.heading]).toEqual(['prs', 'rtl', 'زرهانه']);
    expect(page.languages.map(({ lang, href }) => [lang, href])).toEqual([
      ['en', 'en.html'],
      ['prs', 'index.html'],
    ]);
  });

  it('can be of a dictionary without languages and without forms', () => {
    const page = pageOf(
      dictionaryOf('variables: { q: { type: text, label: Name } }', 'lexiform: 1\ndictionary: plain\n'),
    );
    expect(page.variables.map(({ label, uses }) => [text(label), uses])).toEqual([['Name', []]]);
    expect([page.title, page.version, page.languages, page.filters]).toEqual([undefined, '', [], []]);
  });
});

describe('a question of forms alone', () => {
  it('has one card where several forms ask the same, and several where they differ', () => {
    const page = pageOf(
      dictionaryOf(`
        forms:
          a: { metadata: [start], items: [{ ask: q, type: text, label: Same }, { ask: r, type: text, label: One }] }
          b: { metadata: [start], items: [{ ask: q, type: text, label: Same }, { ask: r, type: text, label: Two }] }
      `),
    );
    expect(page.variables.map(({ anchor, uses }) => [anchor, uses.length])).toEqual([
      ['q-a.-.start', 2],
      ['q-a.-.q', 2],
      ['q-a.-.r', 1],
      ['q-b.-.r', 1],
    ]);
  });

  it('has an anchor of its own where one form has two of its name', () => {
    const page = pageOf(
      dictionaryOf(`
        forms:
          f:
            items:
              - { group: g, label: G, items: [{ ask: q, type: text, label: One }] }
              - { group: h, label: H, items: [{ ask: q, type: text, label: Two }] }
      `),
      'en',
      'xlsform',
    );
    expect(new Set(page.variables.map(({ anchor }) => anchor)).size).toBe(2);
  });
});

describe('the conditions of a place', () => {
  it('are those of the question and of the sections around it; one without words stays as written', () => {
    const page = pageOf(
      dictionaryOf(`
        forms:
          f:
            items:
              - { ask: a, type: integer, label: A }
              - group: g
                label: G
                relevant: \${a} > 1
                items:
                  - { ask: b, type: text, label: B, relevant: "pulldata('x', 'y') = 1" }
      `),
    );
    const [use] = present(
      page.variables.find(({ name }) => name === 'b'),
      'b',
    ).uses;
    expect(printFacts(present(use, 'use').facts, page)).toEqual([
      "Asked when: all of these are true:\n  - “A” is more than 1\n  - `pulldata('x', 'y') = 1` = ${a} > 1 = pulldata('x', 'y') = 1",
    ]);
  });
});

describe('a long list', () => {
  const codes = Array.from({ length: 3500 }, (_, at) => `c${at}: Code ${at}`).join(', ');
  const page = pageOf(dictionaryOf(`codelists: { long: { codes: { ${codes} } } }`));
  const [list] = page.lists;

  it('shows its first codes, unfolds others, and names the file for the rest', () => {
    expect([list?.count, list?.codes.length, list?.more.length]).toEqual([3500, 200, 2800]);
    expect(list?.moreTitle).toBe('Show the other 2800 codes');
    expect(list?.rest).toBe('500 further codes are not listed here: see the file of the list.');
  });
});
