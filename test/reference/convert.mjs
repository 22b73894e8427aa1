// Workbooks to XForms, with each version of pyxform that a server of today runs.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetupError, run } from './process.mjs';
import { ensureConverter } from './python.mjs';

const SCRIPT = fileURLToPath(new URL('convert.py', import.meta.url));

/** KoboToolbox runs pyxform 3.0.0 and will run a later one some day; ODK Central runs the latest. */
const VERSIONS = { kobo: ['3.0.0', '4.5.0'], odk: ['4.5.0'] };

export const PROFILES = Object.keys(VERSIONS);

/**
 * Converts every workbook with every version that its profile asks for.
 * @param workbooks `{ profile, layer, form, source, media }` each
 * @param folder where the XForms go
 * @returns the conversions: a workbook with `version`, `xform`, `validator` (a jar), `warnings`, `error`
 */
export async function convertAll(workbooks, folder) {
  const versions = [...new Set(workbooks.flatMap((workbook) => VERSIONS[workbook.profile]))];
  const converted = await Promise.all(
    versions.map((version) => {
      const mine = workbooks.filter((workbook) => VERSIONS[workbook.profile].includes(version));
      return convertWith(version, mine, join(folder, version));
    }),
  );
  return converted.flat();
}

/** Converts workbooks with one version, all in one process. */
export async function convertWith(version, workbooks, folder) {
  const python = await ensureConverter(version);
  const planned = workbooks.map((workbook) => ({
    ...workbook,
    version,
    xform: join(folder, workbook.profile, workbook.layer, `${workbook.form}.xml`),
  }));
  const request = { workbooks: planned.map(({ source, xform }) => ({ source, target: xform })) };
  const timeout = 120_000 + workbooks.length * 30_000;
  const answer = await run(python, ['-I', SCRIPT], { input: JSON.stringify(request), timeout });
  if (answer.timedOut) throw new SetupError(`pyxform ${version} did not end within ${timeout / 1000} s`);
  if (answer.code !== 0) throw new SetupError(`pyxform ${version} did not run:\n${answer.stderr}`);
  const { validator, results } = JSON.parse(answer.stdout);
  return planned.map((conversion, index) => ({ ...conversion, validator, ...results[index] }));
}
