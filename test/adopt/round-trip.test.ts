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
import { imported } from './adopting.ts';

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
function adopted(workbooks: readonly Dictionary[], locales: boolean): Dictionary | undefined {
  const { files } = adopt(workbooks, { name: 'all', onConflict: 'keep', locales }, () => undefined);
  const { dictionary, diagnostics } = compileDictionary(memoryTree(Object.fromEntries(files)));
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
    const workbook = read(`${name}.xlsx`, await writeWorkbook(first));
    for (const locales of [true, false]) expect(plan(adopted([workbook], locales), name)).toEqual(asRead(first));
  });

  it.each([true, false])('all of them, by way of one dictionary (locale files: %j)', async (locales) => {
    const plans = names.map((name) => plan(reference, name));
    const bytes = await Promise.all(plans.map(writeWorkbook));
    const workbooks = names.map((name, at) => read(`${name}.xlsx`, bytes[at] ?? new Uint8Array()));
    const dictionary = adopted(workbooks, locales);
    expect(names.map((name) => plan(dictionary, name))).toEqual(plans.map(asRead));
  });
});

describe('what the language would take for its own', () => {
  it('$(name) in any cell is text, also in a module, where $(name) would be filled in', async () => {
    const table = `
      | survey   | type           | name | label        | relevant    | hxl   | odd   |
      |          | begin_group    | g    | In $(x)      |             |       |       |
      |          | select_one abc | cost | Cost $(USD)  | 1 = '$(y)'  | #$(z) | $(é)  |
      |          | text           | why  | $$(x) $$$(x) | $(x) $( x ) |       | $ (x) |
      |          | end_group      |      |              |             |       |       |
      | choices  | list_name      | name | label        | column      |       |       |
      |          | abc            | a    | $(a)         | $(b)        |       |       |
      | settings | form_title     | version |           |             |       |       |
      |          | $(title)       | $(v)    |           |             |       |       |
      | entities | list_name      | label   |           |             |       |       |
      |          | people         | '$(e)'  |           |             |       |       |
      | notes    | a              |         |           |             |       |       |
      |          | $(n)           |         |           |             |       |       |`;
    const all = await imported({ one: table, two: table });
    expect(all.modules).toBe(1);
    for (const form of ['one', 'two']) expect(all.after(form)).toEqual(all.before(form));
  });
});
