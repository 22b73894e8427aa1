// All workbooks of a folder as one dictionary, as people import them, and each form built from that.
import { dirname } from 'node:path';
import { createFormNames } from '../../dist/adopt/form-names.js';
import { readForImport } from '../../dist/adopt/losses/losses.js';
import { workbookTree } from '../../dist/source/files.js';
import { build, imported, knownOf, targetOf } from './passage.mjs';

/**
 * @param paths of workbooks
 * @param folder where the workbooks that are built go
 * @returns for each workbook what `passage` gives
 */
export async function passTogether(paths, folder) {
  const known = await Promise.all(paths.map(knownOf));
  const names = createFormNames(known.map(({ form }) => form));
  const read = known.map(({ path, name }) => {
    const { dictionary } = readForImport(workbookTree(dirname(path), '', name), name);
    return dictionary && names.take(dictionary).dictionary;
  });
  const dictionary = imported(read.filter((each) => each !== undefined));
  const passages = [];
  for (const [at, workbook] of read.entries()) {
    const [name] = workbook?.forms.keys() ?? [];
    const form = dictionary.forms.get(name);
    passages.push({ ...known[at], ...(await buildOne(dictionary, form, targetOf(known[at], folder))) });
  }
  return passages;
}

async function buildOne(dictionary, form, target) {
  if (form === undefined) return {};
  try {
    return await build(dictionary, form, target);
  } catch (error) {
    return { defect: error.stack };
  }
}
