import { expect, it } from 'vitest';
import { adopt } from '../../src/adopt/adopt.ts';
import { compileDictionary } from '../../src/dictionary/compile.ts';
import type { WorkbookPlan } from '../../src/formats/workbook.ts';
import { writeWorkbook } from '../../src/formats/xlsx-write.ts';
import { deliver } from '../../src/model/deliver/deliver.ts';
import type { Dictionary } from '../../src/model/dictionary.ts';
import { memoryTree } from '../../src/source/files.ts';
import { compileWorkbook } from '../../src/xlsform/read/compile-workbook.ts';
import { formWorkbook } from '../../src/xlsform/rows/workbook.ts';
import { present } from '../support/tester.ts';

type Rows = readonly (readonly string[])[];

/** The workbook of a form, as it is to be written. */
function plan(dictionary: Dictionary): WorkbookPlan {
  const form = present([...dictionary.forms.values()][0], 'form');
  return formWorkbook(deliver(dictionary, form, 'xlsform'), dictionary).plan;
}

async function workbook(sheets: Readonly<Record<string, Rows>>): Promise<Dictionary> {
  const bytes = await writeWorkbook({
    sheets: Object.entries(sheets).map(([name, [headers = [], ...rows]]) => ({
      name,
      rightToLeft: false,
      columns: headers.map((header) => ({ header, width: 9 })),
      rows: rows.map((cells) => ({ cells })),
    })),
  });
  return present(compileWorkbook(memoryTree({ 'form.xlsx': bytes }), 'form.xlsx').dictionary, 'dictionary');
}

const HEAD = ['type', 'name', 'label'];
const ONE_LIST: Rows = [HEAD, ['select_one yn', 'a', 'A'], ['select_multiple yn', 'b', 'B']];
const TEXT_ONLY: Rows = [HEAD, ['text', 'a', 'A']];

/** Words that mean something in YAML, in the language, or in the language that programs are written in. */
const ODD =
  'true|null|~|01|1.0|1e3|__proto__|constructor|toString|- a|#x|*y|&z|a: b|b:|label|special|en|mul|{|[|?|!|||>|%|@|`|\'|"|\\|<<|=|2024-01-31|a #b|,|x\ny'.split(
    '|',
  );

const LISTS = ['true', 'null', '1', '__proto__', 'constructor', 'a.b-c', 'ünï', '~', '#x', '*x', 'my list', '<<'];

const CASES: Readonly<Record<string, Readonly<Record<string, Rows>>>> = {
  'attributes that are keys of a code': {
    survey: ONE_LIST,
    choices: [
      ['list_name', 'name', 'label', 'kind', 'special', 'exclusive', 'retired', 'code', 'definition', 'columns'],
      ['yn', 'yes', 'Yes', 'k', 'dont_know', 'yes', '1.0.0', 'x', 'd', 'c'],
      ['yn', 'no', 'No', 'k', 'maybe', 'no'],
      ['yn', 'other', 'Other', 'k'],
    ],
  },
  'attributes that are languages, beside one label without a language': {
    survey: [['type', 'name', 'label::English (en)'], ...ONE_LIST.slice(1)],
    choices: [
      ['list_name', 'name', 'label::English (en)', 'label', 'en', 'fr', 'mul'],
      ['yn', 'yes', 'Yes', 'Y', '1', '2', '3'],
      ['yn', 'no', '', '', '1'],
    ],
  },
  'attributes of a list that repeats a code': {
    survey: ONE_LIST,
    choices: [
      ['list_name', 'name', 'label', 'special', 'code', 'kind'],
      ['yn', 'yes', 'Yes', 'foo', '1', 'q'],
      ['yn', 'yes', 'Again', 'bar', '2', 'q'],
    ],
    settings: [['allow_choice_duplicates'], ['yes']],
  },
  'attributes with any heading': {
    survey: ONE_LIST,
    choices: [
      ['list_name', 'name', 'label', ...ODD],
      ['yn', 'yes', 'Yes', ...ODD.map((_, at) => `v${at}`)],
    ],
  },
  codes: {
    survey: ONE_LIST,
    choices: [['list_name', 'name', 'label'], ...ODD.map((code) => ['yn', code, `L ${code}`])],
  },
  'columns of questions and groups': {
    survey: [
      [...HEAD, ...ODD, 'items', 'ask', 'group', 'as', 'like', 'with', 'use', 'id', 'lock'],
      ['text', 'a', 'A', ...ODD, 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q'],
      ['begin_group', 'g', 'G', ...ODD, 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q'],
      ['text', 'b', 'B'],
      ['end_group'],
    ],
  },
  lists: {
    survey: [HEAD, ...LISTS.map((list, at) => [`select_one ${list}`, `q${at}`, 'Q'])],
    choices: [
      ['list_name', 'name', 'label'],
      ...LISTS.flatMap((list) => [
        [list, '1', 'One'],
        [list, '2', 'Two'],
      ]),
    ],
  },
  questions: { survey: [HEAD, ...ODD.filter((name) => !/\s/.test(name)).map((name) => ['text', name, name])] },
  'other sheets': {
    survey: TEXT_ONLY,
    constructor: [
      ['__proto__', 'b'],
      ['1', '2'],
    ],
    'Sheet #1': [
      ['a b', 'c:d'],
      ['x', 'y'],
    ],
    true: [['null'], ['1']],
  },
  settings: {
    survey: TEXT_ONLY,
    settings: [
      ['form_title', 'version', '__proto__', 'constructor', 'my: own'],
      ['T: #', '01', '2', '3', '4'],
    ],
  },
  languages: {
    survey: [
      [
        'type',
        'name',
        ...['__proto__', 'constructor', 'mul', 'English (en)', 'Other (en)', 'a: b'].map((name) => `label::${name}`),
      ],
      ['text', 'a', '1', '2', '3', '4', '5', '6'],
    ],
  },
};

it.each(Object.keys(CASES))('any name comes back as it went in: %s', async (what) => {
  const first = await workbook(CASES[what] ?? {});
  const { files } = adopt([first], { name: 'imported', onConflict: 'keep', locales: undefined }, () => undefined);
  const { dictionary, diagnostics } = compileDictionary(memoryTree(Object.fromEntries(files)));
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  expect(plan(present(dictionary, 'dictionary'))).toEqual(plan(first));
});
