import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { adopt } from '../../src/adopt/adopt.ts';
import { compileDictionary } from '../../src/dictionary/compile.ts';
import type { WorkbookPlan } from '../../src/formats/workbook.ts';
import { writeWorkbook } from '../../src/formats/xlsx-write.ts';
import { deliver } from '../../src/model/deliver/deliver.ts';
import type { Dictionary } from '../../src/model/dictionary.ts';
import { diskTree, memoryTree } from '../../src/source/files.ts';
import { formWorkbook } from '../../src/xlsform/rows/workbook.ts';
import { compileWorkbook } from '../../src/xlsform/read/compile-workbook.ts';

const reference = compileDictionary(
  diskTree(fileURLToPath(new URL('../../dictionary', import.meta.url)), ''),
).dictionary;

/** The workbook of a form, as it is to be written. */
function plan(dictionary: Dictionary | undefined, name: string): WorkbookPlan {
  const form = dictionary?.forms.get(name);
  if (!dictionary || !form) throw new Error(`there is no form ${name}`);
  return formWorkbook(deliver(dictionary, form, 'xlsform'), dictionary).plan;
}

function readCell(text: string): string {
  return text.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"').replaceAll('\u00A0', ' ');
}

/** What the converter itself makes of texts: straight quotes, and plain blanks in place of those that do not break. */
function asRead(written: WorkbookPlan): WorkbookPlan {
  const sheets = written.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map(readCell) })),
  }));
  return { sheets };
}

function read(name: string, bytes: Uint8Array): Dictionary {
  const { dictionary, diagnostics } = compileWorkbook({ ...memoryTree({ [name]: bytes }), workbook: name }, name);
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  if (!dictionary) throw new Error('the workbook was not read');
  return dictionary;
}

/** The dictionary that workbooks become. */
function adopted(workbooks: readonly Dictionary[]): Dictionary | undefined {
  const { dictionary, diagnostics } = compileDictionary(memoryTree(Object.fromEntries(adopt(workbooks, 'all').files)));
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  return dictionary;
}

const names = [...(reference?.forms.keys() ?? [])];

describe('a workbook that is read and written again is the same', () => {
  it.each(names)('%s', async (name) => {
    const first = plan(reference, name);
    expect(plan(read(`${name}.xlsx`, await writeWorkbook(first)), name)).toEqual(asRead(first));
  });

  it.each(names)('%s, by way of a dictionary', async (name) => {
    const first = plan(reference, name);
    expect(plan(adopted([read(`${name}.xlsx`, await writeWorkbook(first))]), name)).toEqual(asRead(first));
  });

  it('all of them, by way of one dictionary', async () => {
    const plans = names.map((name) => plan(reference, name));
    const bytes = await Promise.all(plans.map(writeWorkbook));
    const dictionary = adopted(names.map((name, at) => read(`${name}.xlsx`, bytes[at] ?? new Uint8Array())));
    expect(names.map((name) => plan(dictionary, name))).toEqual(plans.map(asRead));
  });
});

type Sheet = readonly [name: string, ...rows: readonly (readonly string[])[]];

async function workbook(...sheets: readonly Sheet[]): Promise<Uint8Array> {
  return writeWorkbook({
    sheets: sheets.map(([name, headers = [], ...rows]) => ({
      name,
      rightToLeft: false,
      columns: headers.map((header) => ({ header, width: 10 })),
      rows: rows.map((cells) => ({ cells })),
    })),
  });
}

/** A question with a text in each of these columns. */
function texts(...headings: readonly string[]): Sheet {
  return ['survey', ['type', 'name', ...headings], ['text', 'a', ...headings.map((heading) => `A ${heading}`)]];
}

describe('workbooks in several languages and workbooks in plain columns, in one dictionary', () => {
  it('keep their columns and the order of these', async () => {
    const headings = [
      ['label::French (fr)', 'label::English (en)'],
      ['label', 'hint'],
      ['label::English (en)', 'label::Somali', 'label::French (fr)'],
      ['label', 'label::Somali'],
    ];
    const workbooks = await Promise.all(
      headings.map(async (each, at) => read(`f${at}.xlsx`, await workbook(texts(...each)))),
    );
    const dictionary = adopted(workbooks);
    const built = workbooks.map((_, at) => plan(dictionary, `f${at}`));
    expect(built).toEqual(workbooks.map((each, at) => plan(each, `f${at}`)));
  });

  it('say no language where none of them has one', async () => {
    const { files } = adopt([read('f.xlsx', await workbook(texts('label')))], 'all');
    expect([...files.values()].join('')).not.toContain('languages');
  });
});

async function household(name: string, label: string, code: string): Promise<Dictionary> {
  const survey: Sheet = [
    'survey',
    ['type', 'name', 'label::English (en)'],
    ['text', 'same', 'The same'],
    ['integer', 'age', label],
    ['select_one sex', 'sex', 'Sex'],
  ];
  const choices: Sheet = ['choices', ['list_name', 'name', 'label::English (en)'], ['sex', code, 'Female']];
  return read(`${name}.xlsx`, await workbook(survey, choices));
}

describe('what several workbooks say of one name', () => {
  it('is shared where it is the same, and stays with each form where it differs', async () => {
    const forms = [await household('one', 'Age', 'f'), await household('two', 'Age in years', '2')];
    const { files, conflicts } = adopt(forms, 'all');
    expect(conflicts).toEqual([
      { kind: 'question', name: 'age', forms: ['one', 'two'] },
      { kind: 'question', name: 'sex', forms: ['one', 'two'] },
      { kind: 'list', name: 'sex', forms: ['two'] },
    ]);
    expect(files.get('variables.yaml')).toBe('variables:\n  same:\n    type: text\n    label:\n      en: The same\n');
    expect(files.get('forms/two.yaml')).toContain('select_one sex_two');
    const dictionary = adopted(forms);
    const [two] = [...(dictionary?.forms.values() ?? [])].slice(1);
    if (!dictionary || !two) throw new Error('there is no second form');
    expect(deliver(dictionary, two, 'xlsform').inline.map((list) => list.as?.string.text ?? list.name)).toEqual([
      'sex',
    ]);
  });
});
