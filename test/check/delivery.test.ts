import { describe, expect, it } from 'vitest';
import { nothing } from '../support/tester.ts';

const many = (count: number, more = ''): string =>
  Array.from({ length: count }, (_, index) => `      c${index}: { label: { mul: C${index} }${more} }\n`).join('');

const manifest = (languages: string, profiles: string): string =>
  `lexiform: 1\ndictionary: test\nlanguages: ${languages}\nprofiles: [${profiles}]\n`;

function rulesOf(list: string, codes: string, languages = '{ en: English, fr: Français }', profiles = 'kobo, odk') {
  const { findings } = nothing.checked().compile({
    'dictionary.yaml': manifest(languages, profiles),
    'lists.yaml': `codelists:\n  l:\n    ${list}\n    codes:\n${codes}`,
    'forms.yaml': 'forms:\n  f: { items: [{ ask: q, type: select_one l, label: { mul: Q } }] }\n',
  });
  return findings.map(({ rule, severity, message }) => [rule, severity, /\d+ codes/.exec(message)?.[0]]);
}

describe('a list of more than 500 codes', () => {
  it('goes out in one language, which is told', () => {
    expect(rulesOf('label: L', many(501))).toEqual([['external-list-language', 'warning', '501 codes']]);
  });

  it('is told only as far as it is so', () => {
    expect(rulesOf('label: L', many(500))).toEqual([]);
    expect(rulesOf('delivery: inline', many(501))).toEqual([]);
    expect(rulesOf('delivery: external', many(501))).toEqual([]);
    expect(rulesOf('label: L', many(501), '{ en: English }')).toEqual([]);
    expect(rulesOf('label: L', many(501), '{ en: English, fr: Français }', 'xlsform')).toEqual([]);
  });

  it('is counted without retired codes', () => {
    expect(rulesOf('label: L', `${many(500)}      old: { label: { mul: Old }, retired: 1.0.0 }\n`)).toEqual([]);
  });

  it('lacks no translations, since it shows none', () => {
    const codes = many(501).replaceAll('{ mul:', '{ en:');
    expect(rulesOf('label: L', codes)).toEqual([['external-list-language', 'warning', '501 codes']]);
  });
});

const run = (items: string): readonly string[] =>
  nothing
    .checked()
    .compile({
      'dictionary.yaml': manifest('{ en: English, fr: Français }', 'kobo'),
      'lists.yaml': 'codelists:\n  l: { codes: { a: { label: { mul: A } } } }\n',
      'forms.yaml': `forms:\n  f:\n    items:\n      - { calculate: c, calculation: "pulldata('l', 'label', 'name', 'a')" }\n${items}`,
    })
    .findings.map(({ rule }) => rule);

describe('a list that pulldata reads', () => {
  it('is told where a question shows its labels, and not where it stays on the choices sheet too', () => {
    expect(run('')).toEqual([]);
    expect(run('      - { ask: q, type: select_one l, label: { mul: Q } }\n')).toEqual(['external-list-language']);
    expect(
      run(
        '      - { ask: q, type: select_one l, label: { mul: Q } }\n      - { ask: r, type: rank l, label: { mul: R } }\n',
      ),
    ).toEqual([]);
  });
});
