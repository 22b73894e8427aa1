import { expect } from 'vitest';
import { adopt, type AdoptOptions, type Adopted } from '../../src/adopt/adopt.ts';
import { createCollector } from '../../src/diagnostics/collector.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { compileDictionary } from '../../src/dictionary/compile.ts';
import type { WorkbookPlan } from '../../src/formats/workbook.ts';
import { writeWorkbook } from '../../src/formats/xlsx-write.ts';
import { deliver } from '../../src/model/deliver/deliver.ts';
import type { Dictionary } from '../../src/model/dictionary.ts';
import { memoryTree } from '../../src/source/files.ts';
import { compileWorkbook } from '../../src/xlsform/read/compile-workbook.ts';
import { formWorkbook } from '../../src/xlsform/rows/workbook.ts';
import { planOf } from '../support/workbook-tables.mjs';

/** Workbooks that became a dictionary. */
export interface Imported extends Adopted {
  readonly diagnostics: readonly Diagnostic[];
  /** The workbook that a form had, and the one that is built of it now. */
  readonly before: (form: string) => WorkbookPlan;
  readonly after: (form: string) => WorkbookPlan;
  /** A file without its first line, which names its section. */
  readonly text: (file: string) => string;
}

/** Imports workbooks that are given as tables, by the names of their forms. */
export async function imported(
  tables: Readonly<Record<string, string>>,
  options: Partial<AdoptOptions> = {},
): Promise<Imported> {
  const workbooks = await Promise.all(Object.entries(tables).map(([name, table]) => readTable(name, table)));
  const collector = createCollector();
  const chosen = { name: 'all', onConflict: 'keep', locales: undefined, ...options } as const;
  const adopted = adopt(workbooks, chosen, collector.report);
  const { dictionary, diagnostics } = compileDictionary(memoryTree(Object.fromEntries(adopted.files)));
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  return {
    ...adopted,
    diagnostics: collector.diagnostics(),
    before: (form) =>
      planIn(
        workbooks.find(({ forms }) => forms.has(form)),
        form,
      ),
    after: (form) => planIn(dictionary, form),
    text: (file) => (adopted.files.get(file) ?? '').split('\n').slice(1).join('\n'),
  };
}

async function readTable(name: string, table: string): Promise<Dictionary> {
  const file = `${name}.xlsx`;
  const tree = { ...memoryTree({ [file]: await writeWorkbook(planOf(table)) }), workbook: file };
  const { dictionary } = compileWorkbook(tree, file);
  if (!dictionary) throw new Error(`${file} was not read`);
  return dictionary;
}

function planIn(dictionary: Dictionary | undefined, name: string): WorkbookPlan {
  const form = dictionary?.forms.get(name);
  if (!dictionary || !form) throw new Error(`there is no form ${name}`);
  return formWorkbook(deliver(dictionary, form, 'xlsform'), dictionary).plan;
}
