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

const PROFILE = 'xlsform';

/**
 * @param path of a workbook
 * @param folder where the workbook that is built goes, below a folder of its own: servers name a form by its file
 * @returns `{ path, name, form, sha256, built, findings, defect }`; `built` is null where the workbook holds no form that
 *   could be written; `defect` is what was thrown, which no workbook may bring about
 */
export async function passage(path, folder) {
  const name = basename(path);
  const sha256 = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  const known = { path, name, form: basename(name, '.xlsx'), sha256, built: null, findings: [], defect: null };
  try {
    return { ...known, ...(await readAndBuild(path, join(folder, sha256.slice(0, 16), name))) };
  } catch (error) {
    return { ...known, defect: error.stack };
  }
}

/** Findings do not stop the import here: what is read must be written, well or not. */
async function readAndBuild(path, target) {
  const tree = workbookTree(dirname(path), '', basename(path));
  const { dictionary: read, diagnostics } = readSource(tree, { profile: [], form: [] });
  if (read === undefined) return { findings: diagnostics };
  const imported = compileDictionary(
    memoryTree(
      Object.fromEntries(
        adopt([read], { name: 'imported', onConflict: 'keep', locales: undefined }, () => undefined).files,
      ),
    ),
  );
  const { dictionary } = imported;
  const [form] = dictionary?.forms.values() ?? [];
  const mistake = imported.diagnostics.find(({ severity }) => severity === 'error');
  if (form === undefined || mistake) throw new Error(`the import cannot be read: ${mistake?.message}`);
  const { report, diagnostics: late } = createCollector();
  const files = await formFiles(dictionary, form, PROFILE, report);
  const workbook = files.find((file) => file.path.endsWith('.xlsx'));
  const findings = [...diagnostics, ...late()];
  if (workbook === undefined) return { findings };
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, workbook.bytes);
  return { built: target, findings };
}
