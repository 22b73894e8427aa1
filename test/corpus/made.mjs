// The forms of `made-forms.mjs` as workbooks, written by a library that most scripts use.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import excel from 'exceljs';
import { FORMS } from './made-forms.mjs';

/** Writes all into a folder; gives their paths. */
export async function makeForms(folder) {
  const paths = [];
  for (const [title, sheets] of Object.entries(FORMS)) {
    const path = join(folder, `${title.replaceAll(/[^a-zA-Z]+/gu, '_')}.xlsx`);
    await writeFile(path, await workbook(sheets));
    paths.push(path);
  }
  return paths;
}

/** @returns {Promise<Uint8Array>} */
async function workbook(sheets) {
  const book = new excel.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name);
    for (const [index, cells] of rows.entries())
      for (const [column, value] of cells.entries())
        if (value !== null) sheet.getCell(index + 1, column + 1).value = value;
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
