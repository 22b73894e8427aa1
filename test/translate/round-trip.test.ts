import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCollector } from '../../src/diagnostics/collector.ts';
import { compileDictionary } from '../../src/dictionary/compile.ts';
import { openTranslations, type Translations } from '../../src/dictionary/locales/open.ts';
import { readYamlFile } from '../../src/dictionary/project/project.ts';
import { writeTables } from '../../src/formats/xlsx-tables.ts';
import type { Language } from '../../src/model/dictionary.ts';
import { type FileTree, memoryTree } from '../../src/source/files.ts';
import { type Written, writeYaml } from '../../src/source/yaml/write.ts';
import { applyTexts } from '../../src/translate/apply.ts';
import { findPlaces } from '../../src/translate/places.ts';
import { translatorPo } from '../../src/translate/po.ts';
import { receive } from '../../src/translate/receive.ts';
import { type TranslationRow, translationRows } from '../../src/translate/row.ts';
import { translatorSheets } from '../../src/translate/workbook.ts';
import { translatorXliff } from '../../src/translate/xliff.ts';
import { anyText } from '../support/any-text.ts';
import { present } from '../support/tester.ts';

const MANIFEST = 'lexiform: 1\ndictionary: d\nlanguages: { en: English, ar: العربية }\nprofiles: [kobo]\n';

/** What Excel computes or changes, what XML, gettext and YAML have a meaning for, and what turns lines around. */
const HOSTILE = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '+49 30',
  '-1',
  '@SUM(A1)',
  '1.10',
  '007',
  'TRUE',
  '#N/A',
  "'quoted",
  '_x000D_',
  '<b>bold</b> & "quotes" \'single\'',
  ']]>',
  '&amp;lt;',
  '${hh_size} of $(max) and ${hh_size}',
  'C:\\new\\table',
  'one\ntwo\n\n  three',
  'tab\there',
  '\u202Bعربي\u202C',
  'نص: مع # علامات',
  '日本語',
  '👩‍👩‍👧 e\u0301',
  '- dash',
  '? mark',
  '# hash',
  'yes',
  '~',
  'msgid "x"',
  '100%',
  '| pipe |',
  'x'.repeat(3000),
] as const;

const words = fc
  .oneof({ weight: 3, arbitrary: fc.constantFrom<string>(...HOSTILE) }, { weight: 2, arbitrary: anyText })
  .map((text) =>
    text
      .replaceAll(/\r\n?/g, '\n')
      // oxlint-disable-next-line no-control-regex
      .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFEFF\uFFFE\uFFFF]|\p{Surrogate}/gu, '')
      .trim(),
  )
  .filter((text) => text !== '');

/** A source, and its translation where it has one: in the locale file or beside the text. */
const unit = fc.record({ source: words, target: fc.option(words, { nil: undefined }), inline: fc.boolean() });
type Unit = typeof unit extends fc.Arbitrary<infer Value> ? Value : never;

function dictionaryOf(units: readonly Unit[]): FileTree {
  const variables = units.map(({ source, target, inline }, index): [string, Written] => {
    const label: Written =
      inline && target !== undefined
        ? {
            byTag: new Map([
              ['en', source],
              ['ar', target],
            ]),
          }
        : source;
    return [
      `v${index}`,
      new Map([
        ['type', 'text'],
        ['label', label],
      ]),
    ];
  });
  const moved = units.flatMap(({ target, inline }, index): [string, Written][] =>
    inline || target === undefined ? [] : [[`v${index}`, new Map([['label', target]])]],
  );
  return memoryTree({
    'dictionary.yaml': MANIFEST,
    'a.yaml': writeYaml(new Map([['variables', new Map(variables)]])),
    ...(moved.length > 0 ? { 'locales/ar.yaml': writeYaml(new Map([['variables', new Map(moved)]])) } : {}),
  });
}

interface Opened {
  readonly translations: Translations;
  readonly rows: readonly TranslationRow[];
  readonly source: Language;
  readonly target: Language;
}

function open(tree: FileTree): Opened {
  const translations = present(openTranslations(tree), 'a dictionary');
  const [source, target] = translations.languages;
  const language = present(target, 'a language');
  const places = findPlaces(present(compileDictionary(tree).dictionary, 'a dictionary'));
  const options = { language, forms: [], also: [], only: [], before: new Map<string, string>() };
  return {
    translations,
    rows: translationRows(translations, places, () => true, options),
    source: present(source, 'one'),
    target: language,
  };
}

const makers: readonly (readonly [string, (opened: Opened) => Promise<Uint8Array>])[] = [
  ['ar.xlsx', async ({ rows, source, target }) => writeTables(translatorSheets(rows, source, target))],
  ['ar.po', async ({ rows, target }) => Promise.resolve(new TextEncoder().encode(translatorPo(rows, 'd', target)))],
  [
    'ar.xlf',
    async ({ rows, source, target }) =>
      Promise.resolve(new TextEncoder().encode(translatorXliff(rows, { project: 'd', source, target }))),
  ],
];

describe.each(makers)('%s', (name, make) => {
  it('comes back as it went, and changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(unit, { minLength: 1, maxLength: 6 }), async (units) => {
        const opened = open(dictionaryOf(units));
        expect(opened.rows).toHaveLength(units.length);
        const { report, diagnostics } = createCollector();
        const files = [{ name, bytes: await make(opened) }];
        const judgement = receive(files, { translations: opened.translations, tag: 'ar', accept: [] }, report);
        expect(diagnostics()).toEqual([]);
        expect(judgement).toEqual({ accepted: [], untouched: units.length, emptied: 0, refused: 0, unfinished: 0 });
      }),
      { numRuns: name === 'ar.xlsx' ? 60 : 300 },
    );
  });

  it('gives the same bytes again', async () => {
    const opened = open(dictionaryOf(HOSTILE.map((source) => ({ source, target: source, inline: false }))));
    expect(await make(opened)).toEqual(await make(opened));
  });

  it('takes hostile texts back as translations, letter by letter', async () => {
    const empty = open(dictionaryOf(HOSTILE.map((source) => ({ source, target: undefined, inline: false }))));
    const filled = { ...empty, rows: empty.rows.map((row) => ({ ...row, target: row.source })) };
    const { report, diagnostics } = createCollector();
    const files = [{ name, bytes: await make(filled) }];
    const judgement = receive(files, { translations: empty.translations, tag: 'ar', accept: [] }, report);
    expect(diagnostics()).toEqual([]);
    expect(judgement.accepted.map(({ text }) => text)).toEqual(HOSTILE);
  });
});

it('whatever is taken over reads back as it was given, and nothing else is changed', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(unit, fc.option(words)), { minLength: 1, maxLength: 6 }), (pairs) => {
      const tree = dictionaryOf(pairs.map(([each]) => each));
      const { translations } = open(tree);
      const accepted = translations.units.flatMap((each, index) => {
        const text = pairs[index]?.[1] ?? null;
        return text === null ? [] : [{ unit: each, text }];
      });
      const read = (file: string): ReturnType<typeof readYamlFile> => readYamlFile(tree, file, () => undefined);
      const locale = tree.paths.includes('locales/ar.yaml') ? read('locales/ar.yaml') : undefined;
      const { files, begun } = applyTexts(accepted, { tag: 'ar', defaultLanguage: 'en', locale, read });
      const known = Object.fromEntries(tree.paths.map((file) => [file, tree.read(file) as Uint8Array]));
      const after = memoryTree({
        ...known,
        ...(begun === undefined ? {} : { 'locales/ar.yaml': begun }),
        ...Object.fromEntries(files),
      });
      const texts = open(after).translations.units.map(({ byLanguage }) => byLanguage.get('ar')?.string.text);
      expect(texts).toEqual(pairs.map(([each, text]) => text ?? each.target));
      const { diagnostics } = compileDictionary(after);
      expect(
        diagnostics.filter(({ rule }) => !compileDictionary(tree).diagnostics.some((each) => each.rule === rule)),
      ).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
