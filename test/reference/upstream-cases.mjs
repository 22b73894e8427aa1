// The mistakes that the converters check for, one small dictionary each: read, checked and built by this project.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { createCollector } from '../../dist/diagnostics/collector.js';
import { checkDictionary, compileDictionary, formFiles, memoryTree } from '../../dist/index.js';

const CASES = fileURLToPath(new URL('upstream/', import.meta.url));

const MANIFEST = `lexiform: 1
dictionary: upstream
version: 1.0.0
profiles: [kobo, odk]
`;

/** Every case: its `id`, and what README.md says about the keys of its file. */
export async function readCases() {
  const files = (await readdir(CASES)).filter((file) => file.endsWith('.yaml')).toSorted();
  return Promise.all(
    files.map(async (file) => ({ id: file.replace('.yaml', ''), ...parse(await readFile(join(CASES, file), 'utf8')) })),
  );
}

/**
 * The findings about one of the two dictionaries of a case, and its workbook, which is built whatever they say.
 * @param text `wrong` or `right`
 * @returns the variant: `{ id, text, profile, findings, workbook }`; `workbook` is null where nothing could be built
 */
export async function checkAndBuild(upstreamCase, text, profile, folder) {
  const { id, files = {} } = upstreamCase;
  const own = typeof upstreamCase[text] === 'string' ? { 'case.yaml': upstreamCase[text] } : upstreamCase[text];
  const { dictionary, diagnostics } = compileDictionary(memoryTree({ 'dictionary.yaml': MANIFEST, ...files, ...own }));
  const late = createCollector();
  const [form] = dictionary.forms.values();
  const built = form === undefined ? [] : await formFiles(dictionary, form, profile, late.report);
  const findings = [...diagnostics, ...checkDictionary(dictionary, [profile]), ...late.diagnostics()];
  const xlsx = built.find(({ path }) => path.endsWith('.xlsx'));
  const workbook = xlsx === undefined ? null : join(folder, profile, text, `${id}.xlsx`);
  if (workbook !== null) await write(workbook, await xlsx.bytes);
  return { id, text, profile, findings, workbook };
}

async function write(file, bytes) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
}
