// ODK Validate, from the jar inside the wheel of the converter that made the XForm.
//
// It parses a form as ODK Collect does and evaluates its expressions on an empty record. It never reads an attachment:
// each jr:// address is answered by a stub, so a missing CSV, a broken one, and a filter on a column that the CSV does
// not have all pass. The scenarios load the real files.
import { run } from './process.mjs';

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
