// A workbook through Lexiform: read, checked, imported into a dictionary, and built from that.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { adopt } from '../../dist/adopt/adopt.js';
import { readSource } from '../../dist/cli/checked-source.js';
import { createCollector } from '../../dist/diagnostics/collector.js';
import { compileDictionary } from '../../dist/dictionary/compile.js';
import { memoryTree, workbookTree } from '../../dist/source/files.js';
import { formFiles } from '../../dist/xlsform/form-files.js';

export const PROFILE = 'xlsform';
/** @type {import('../../dist/cli/options.js').CommonOptions} */
export const READING = {
  profile: [],
  form: [],
  country: [],
  watch: false,
  format: [],
  failOn: 'error',
  quiet: true,
  all: false,
  color: false,
};
/** @type {import('../../dist/adopt/adopt.js').AdoptOptions} */
export const OPTIONS = { name: 'imported', onConflict: 'keep', locales: undefined };

/**
 * @param path of a workbook
 * @param folder where the workbook that is built goes, below a folder of its own: servers name a form by its file
 * @returns `{ path, name, form, sha256, built, findings, defect }`; `built` is null where the workbook holds no form that
 *   could be written; `defect` is what was thrown, which no workbook may bring about
 */
export async function passage(path, folder) {
  const known = await knownOf(path);
  try {
    return { ...known, ...(await readAndBuild(path, targetOf(known, folder))) };
  } catch (error) {
    return { ...known, defect: error.stack };
  }
}

/** What is known of a workbook before it is read. */
export async function knownOf(path) {
  const name = basename(path);
  const sha256 = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  return { path, name, form: basename(name, '.xlsx'), sha256, built: null, findings: [], defect: null };
}

/** Where the workbook goes that is built from another. */
export function targetOf({ name, sha256 }, folder) {
  return join(folder, sha256.slice(0, 16), name);
}

/** Findings do not stop the import here: what is read must be written, well or not. */
async function readAndBuild(path, target) {
  const tree = workbookTree(dirname(path), '', basename(path));
  const { dictionary: read, diagnostics } = readSource(tree, READING);
  if (read === undefined) return { findings: diagnostics };
  const dictionary = imported([read]);
  const [form] = dictionary.forms.values();
  const { built, findings } = await build(dictionary, form, target);
  return { built, findings: [...diagnostics, ...findings] };
}

/** The dictionary that workbooks become, read again from its files. */
export function imported(workbooks) {
  const files = Object.fromEntries(adopt(workbooks, OPTIONS, () => undefined).files);
  const { dictionary, diagnostics } = compileDictionary(memoryTree(files));
  const mistake = diagnostics.find(({ severity }) => severity === 'error');
  if (!dictionary?.forms.size || mistake) throw new Error(`the import cannot be read: ${mistake?.message}`);
  return dictionary;
}

/** Writes the workbook of a form; `built` is null where it cannot be written. */
export async function build(dictionary, form, target) {
  const { report, diagnostics } = createCollector();
  const files = await formFiles(dictionary, form, PROFILE, report);
  const workbook = files.find((file) => file.path.endsWith('.xlsx'));
  if (workbook === undefined) return { built: null, findings: diagnostics() };
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, await workbook.bytes);
  return { built: target, findings: diagnostics() };
}
