import { describe, expect, it } from 'vitest';
import type { NormalForm, NormalRow } from '../../../src/remote/content/normal-form.ts';
import { compareForms } from '../../../src/remote/plan/compare-forms.ts';
import { possibleEffects } from '../../../src/remote/plan/effect.ts';
import { changeWords, effectWords } from '../../../src/printers/plan/words.ts';

/** A form of rows, each `type name` with cells behind it: `integer age label=Age`. */
function form(survey: string, choices = '', more: Partial<NormalForm> = {}): NormalForm {
  return {
    languages: [],
    survey: rows(survey, ['type', 'name']),
    choices: rows(choices, ['list_name', 'name']),
    settings: new Map(),
    sheets: new Map(),
    locking: new Map(),
    ...more,
  };
}

function rows(text: string, heads: readonly string[]): readonly NormalRow[] {
  const lines = text.split('\n').map((each) => each.trim());
  return lines.filter(Boolean).map((each) => {
    const words = each.split(' ');
    const cells = words.slice(heads.length).map((word) => word.split('=').map((part) => part.replaceAll('_', ' ')));
    const first = heads.map((head, index) => [head, (words[index] ?? '').replaceAll('+', ' ')]);
    return new Map([...first, ...cells].filter(([, value]) => value !== '') as [string, string][]);
  });
}

function told(before: NormalForm, after: NormalForm, renames = new Map<string, string[]>()): readonly string[] {
  return compareForms(before, after, renames).map(changeWords);
}

function effects(before: NormalForm, after: NormalForm, renames = new Map<string, string[]>()): readonly string[] {
  return possibleEffects(before, after, renames).map(
    ({ effect, query }) => `${effectWords(effect)} ${JSON.stringify(query)}`,
  );
}

/** A form that bears the stamp of a version of the dictionary. */
function stamped(stamp: string): string {
  return `calculate lexiform_stamp calculation='d_f_${stamp}'`;
}

describe('what differs between two forms', () => {
  it('is told question by question', () => {
    const before = form('text who label=Who?\n integer age label=Age required=yes\n note n label=N');
    const after = form('text who label=Who_is_it?\n decimal age label=Age\n begin_group g\n text new\n end_group');
    expect(told(before, after)).toEqual([
      'question who: label "Who?" → "Who is it?"',
      'question age: type "integer" → "decimal"',
      'question age: required "yes"',
      'group g "begin_group"',
      'question new "text in g"',
      'question n "note"',
    ]);
  });

  it('says where something moved, in the fewest words', () => {
    const before = form('text a\n text b\n text c\n text d\n begin_group g\n text e\n end_group');
    const after = form('text b\n text c\n text d\n text a\n begin_group h\n text e\n end_group');
    expect(told(before, after)).toEqual([
      'question a: moved behind d',
      'group h "begin_group"',
      'question e: moved from g to h',
      'group g "begin_group"',
    ]);
  });

  it('knows a declared rename from one question that goes and another that comes', () => {
    const [before, after] = [form('integer hh_size label=Size'), form('integer size label=Size')];
    expect(told(before, after)).toEqual(['question size "integer"', 'question hh_size "integer"']);
    expect(told(before, after, new Map([['size', ['hh_size']]]))).toEqual(['question size: renamed from hh_size']);
    // A name that is still there was not renamed.
    const both = form('integer hh_size label=Size\n integer size label=Size');
    expect(told(before, both, new Map([['size', ['hh_size']]]))).toEqual(['question size "integer"']);
  });

  it('is told code by code, and list by list', () => {
    const before = form('', 'sex f label=Female\n sex m label=Male\n sex x label=Other\n old a');
    const after = form('', 'sex m label=Male\n sex f label=Woman\n sex y label=Yes\n new a\n new b');
    expect(told(before, after)).toEqual([
      'code sex: m: stands at another place',
      'code sex: f: label "Female" → "Woman"',
      'code sex: y "Yes"',
      'code sex: x "Other"',
      'list new "2 codes"',
      'list old "1 code"',
    ]);
  });

  it('tells a language once, and not text by text', () => {
    const before = form('text a label::English=A', '', { languages: ['English'] });
    const after = form('text a label::English=A label::French=A', '', { languages: ['English', 'French'] });
    expect(told(before, after)).toEqual(['language French']);
    expect(told(after, { ...after, languages: ['French', 'English'] })).toEqual([
      'language French: stands at another place',
    ]);
  });

  it('tells settings, locks, other sheets and the version of the dictionary', () => {
    const before = form(stamped('1.0.0_abc'));
    const after = form(stamped('1.1.0_def'), '', {
      settings: new Map([['style', 'pages']]),
      locking: new Map([['core', ['question_delete']]]),
      sheets: new Map([['entities', [new Map([['list_name', 'people']])]]]),
    });
    expect(told(before, after)).toEqual([
      'version of the dictionary "d f 1.0.0" → "d f 1.1.0"',
      'setting style "pages"',
      'sheet entities, row 2: list_name "people"',
      'locking core "question_delete"',
    ]);
    expect(told(before, form(stamped('1.0.0_eee')))).toEqual(['form order of its rows']);
  });
});

describe('what happens to answers', () => {
  const lists = 'l a\n l b\n l c';

  it('is asked of what goes, moves, or gets another name or type', () => {
    const before = form(
      'text gone\n integer typed\n text old\n text moved\n note n\n begin_repeat r\n text out\n end_repeat',
    );
    const after = form(
      'decimal typed\n text new\n begin_group g\n text moved\n end_group\n begin_repeat r\n text other\n end_repeat\n text out',
    );
    expect(effects(before, after, new Map([['new', ['old']]]))).toMatchInlineSnapshot(`
      [
        "gone goes. An unknown number of submissions have an answer: it stays in KoboToolbox, in a column behind the others. {"gone":{"$exists":true}}",
        "typed: integer becomes decimal. An unknown number of submissions have an answer of the old type. Old and new answers share one column. {"typed":{"$exists":true}}",
        "old becomes new. An unknown number of submissions have an answer under the old name: exports get two columns, each partly empty. {"old":{"$exists":true}}",
        "moved becomes g/moved. An unknown number of submissions have it under the old path: one column in exports, two keys in JSON. {"moved":{"$exists":true}}",
        "out moves from the sheet r to the main sheet. An unknown number of submissions have it there: exports get it on two sheets. {"r":{"$exists":true}}",
      ]
    `);
  });

  it('is asked of codes that go, one by one or many together', () => {
    const before = form(
      'select_one+l one\n select_multiple+l many\n begin_group g\n select_one+l more\n end_group',
      lists,
    );
    expect(effects(before, { ...before, choices: rows('l a\n l b', ['list_name', 'name']) })).toMatchInlineSnapshot(`
      [
        "one: c is not offered any more. An unknown number of submissions hold it, without a label in the new version. {"one":{"$regex":"(^| )(c)( |$)"}}",
        "many: c is not offered any more. An unknown number of submissions hold it, without a label in the new version. {"many":{"$regex":"(^| )(c)( |$)"}}",
        "more: c is not offered any more. An unknown number of submissions hold it, without a label in the new version. {"g/more":{"$regex":"(^| )(c)( |$)"}}",
      ]
    `);
    const seven = Array.from({ length: 7 }, (_, index) => `l c.${index}`).join('\n');
    const long = form('select_one+l one', `l a\n${seven}`);
    expect(effects(long, { ...long, choices: rows('l a', ['list_name', 'name']) })).toMatchInlineSnapshot(`
      [
        "one: c.0, c.1, c.2, c.3, c.4, c.5, c.6 are not offered any more. An unknown number of submissions hold one of them, without a label in the new version. {"one":{"$regex":"(^| )(c\\\\.0|c\\\\.1|c\\\\.2|c\\\\.3|c\\\\.4|c\\\\.5|c\\\\.6)( |$)"}}",
      ]
    `);
  });

  it('is told once of a repeat that becomes a group', () => {
    const before = form('begin_group g\n begin_repeat r\n text a\n text b\n end_repeat\n end_group');
    const after = form('begin_group g\n begin_group r\n text a\n text b\n end_group\n end_group');
    expect(effects(before, after)).toMatchInlineSnapshot(`
      [
        "r is no repeat any more. An unknown number of submissions have entries of it: exports keep them on a sheet of their own. {"g/r":{"$exists":true}}",
      ]
    `);
    expect(effects(after, before)).toMatchInlineSnapshot(`
      [
        "a moves from the main sheet to the sheet r. An unknown number of submissions have it there: exports get it on two sheets. {"g/r/a":{"$exists":true}}",
        "b moves from the main sheet to the sheet r. An unknown number of submissions have it there: exports get it on two sheets. {"g/r/b":{"$exists":true}}",
      ]
    `);
  });
});
