import { describe, expect, it } from 'vitest';
import { present } from '../../support/tester.ts';
import { dictionaryOf, manifest, pageOf, pagesOf, printFacts, printPage, text } from './codebook.ts';

const small = `
  codelists:
    yes_no:
      label: { en: Yes or no, ar: نعم أو لا }
      codes:
        yes: { label: { en: Yes, ar: نعم } }
        no: { label: { en: No, ar: لا } }
    region: { label: Region, codes: { n: North, s: South } }
    district:
      label: District
      parent: { codelist: region, column: region }
      codes:
        n1: { label: First, region: n }
        other: { label: Other, special: other }
        none: { label: None, special: none }
        old: { label: Old, region: s, retired: 1.1.0 }
    unused: { codes: { a: A } }
  variables:
    consent:
      type: select_one yes_no
      label: { en: Do you agree?, ar: هل توافق؟ }
      required: yes
      sensitivity: public
    region: { type: select_one region, label: Region }
    district: { type: select_one district, label: District, specify: district_other }
    size:
      id: D-1
      type: integer
      label: { en: Household size, ar: عدد أفراد الأسرة }
      hint: Count the babies too.
      definition: How many people share their food.
      unit: household
      obligation: core
      sensitivity: personal
      identifies: quasi
      hxl: "#population"
      source: { standard: RMS, code: HH01 }
      constraint: . >= 1 and . <= 40
      constraint_message: Between 1 and 40
      default: 1
      soft: [{ when: . > 20, message: Very large }]
      was: [hh_size]
      lock: all
      open: [hint]
    age: { type: integer, label: "How old is \${name}?", relevant: "\${consent} = 'yes'" }
    name: { type: text, label: Name, identifies: direct, sensitivity: sensitive }
    gone: { type: text, label: Gone, retired: { since: 1.1.0, use: size } }
    adults: { type: calculate, label: Adults, calculation: "count(\${name})" }
  modules:
    roster:
      items:
        - repeat: member
          label: { en: Member, ar: فرد }
          repeat_count: \${size}
          items: [name, age]
  forms:
    register:
      title: { en: Register, ar: السجل }
      metadata: [start]
      items:
        - consent
        - group: place
          label: { en: Place, ar: المكان }
          relevant: \${consent} = 'yes'
          items: [region, district, size]
        - use: roster
          relevant: \${size} > 0
        - adults
        - { ask: remark, type: text, label: Remark }
    visit:
      title: Visit
      metadata: [start]
      items:
        - ask: size
          as: people
          label: How many are here?
          constraint: . >= 0
          relevant: \${again} = 'yes'
        - { ask: again, type: select_one yes_no or_other, label: Again? }
`;

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
    const own = manifest.replace('ar: العربية', 'prs: دری').replace(', ar: قاموس تجريبي', '');
    const page = pageOf(dictionaryOf('variables: { q: { type: text, label: { en: Name, prs: نام } } }', own), 'prs');
    expect([page.lang, page.dir]).toEqual(['en', 'ltr']);
    expect(page.variables.map(({ label }) => label)).toMatchObject([{ lang: 'prs', dir: 'rtl', fallback: false }]);
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
