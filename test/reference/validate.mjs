// ODK Validate, from the jar inside the wheel of the converter that made the XForm.
//
// It parses a form as ODK Collect does and evaluates its expressions on an empty record. It never reads an attachment:
// each jr:// address is answered by a stub, so a missing CSV, a broken one, and a filter on a column that the CSV does
// not have all pass. The scenarios load the real files.
import { SetupError, run } from './process.mjs';
import { readable } from './tally.mjs';

const TIMEOUT = 120_000;

/** What ODK Validate has against an XForm, null if nothing. Warnings come on stderr of a run that passes. */
export async function validate({ xform, validator }) {
  const args = ['-Djava.awt.headless=true', '-jar', validator, xform];
  const result = await run('java', args, { timeout: TIMEOUT, env: { LC_ALL: 'C.UTF-8' } });
  if (result.timedOut) return `ODK Validate did not end within ${TIMEOUT / 1000} s`;
  const complaints = result.stderr.replaceAll(/^Picked up .*$/gmu, ''); // Java names the options that it was given
  if (result.code === 0 && complaints.trim() === '') return null;
  return `${result.stdout}\n${complaints}`;
}

/**
 * Asks ODK Validate about many XForms in one process: its start costs more than a small form.
 * @param xforms paths
 * @returns {Promise<Map<string, { valid: boolean, complaints: string[] }>>} by path; a valid form can have complaints too
 */
export async function validateTogether(xforms, validator) {
  // Complaints come on stderr: in one stream they stand below the line that names their form.
  const args = ['-c', 'exec java -Djava.awt.headless=true -jar "$@" 2>&1', 'sh', validator, ...xforms];
  const result = await run('sh', args, { timeout: TIMEOUT, env: { LC_ALL: 'C.UTF-8' } });
  if (result.timedOut) throw new SetupError(`ODK Validate did not end within ${TIMEOUT / 1000} s`);
  const [forms] = result.stdout.split('The following files failed validation:');
  const told = new Map(
    forms
      .split(/^Validating: /mu)
      .slice(1)
      .map((text) => [text.split('\n', 1)[0], verdictIn(text)]),
  );
  const silent = xforms.find((xform) => !told.has(xform));
  if (silent !== undefined) throw new SetupError(`ODK Validate says nothing about ${silent}:\n${result.stdout}`);
  return told;
}

function verdictIn(text) {
  const lines = readable(text.slice(text.indexOf('\n')));
  const complaints = lines.filter((line) => !/^>> Xform (?:parsing completed|is valid)!\s*$/u.test(line));
  return { valid: /^>> Xform is valid!/mu.test(text), complaints };
}
