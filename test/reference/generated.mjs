// Holds generated records against the form engine of ODK Web Forms: each is loaded as a submission to be edited, nothing of it
// violates the form, is blanked or is shown otherwise, and what the form computes is what stands in the record.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROJECT } from './workbooks.mjs';
import { SetupError, run, temporaryFolder } from './process.mjs';
import { title } from './tally.mjs';

const PLAYER = fileURLToPath(new URL('generated-player.mjs', import.meta.url));
const TIMEOUT = 1_800_000;
/** The engine makes much that is not needed for long: with more room for it, half the time. */
const ROOM = '--max-semi-space-size=128';

/** The forms are held against the engine as KoboToolbox converts them. */
const [PROFILE, VERSION] = ['kobo', '3.0.0'];

/** Records of a form of a country: most of it is the core's. */
const COUNTRY_RECORDS = 25;

/**
 * @param conversions of a build of the dictionary, from {@link import('./convert.mjs').convertAll}
 * @param count so many records of each form of the core
 */
export async function proveGenerated(dictionary, conversions, count, tally) {
  const folder = await temporaryFolder('lexiform-generated');
  const forms = [];
  for (const conversion of conversions) {
    const { profile, version, layer, error } = conversion;
    if (profile !== PROFILE || version !== VERSION || error !== null) continue;
    const isCore = layer === 'core';
    const number = isCore ? count : COUNTRY_RECORDS;
    const records = join(folder, `${layer}-${conversion.form}.ndjson`);
    await generate(dictionary, conversion, number, records);
    forms.push({ what: `${title(conversion)}: ${number} generated records`, count: number, conversion, records });
  }
  if (forms.length === 0) throw new SetupError(`no form of ${dictionary} to generate records of`);
  const answer = await run(process.execPath, [ROOM, PLAYER], {
    input: JSON.stringify(forms),
    timeout: TIMEOUT,
    env: { TZ: 'UTC' },
  });
  for (const line of answer.stdout.split('\n').slice(0, -1)) report(JSON.parse(line), tally);
  if (answer.timedOut) tally.fail('generated records', `not finished within ${TIMEOUT / 1000} s`);
  else if (answer.code !== 0) tally.fail('generated records', `the player ended with ${answer.code}\n${answer.stderr}`);
}

async function generate(dictionary, { form, layer, profile }, count, out) {
  const country = layer === 'core' ? [] : ['--country', layer];
  const options = [...country, '--form', form, '--profile', profile, '--count', `${count}`, '--out', out];
  const command = ['bin/lexiform.js', 'generate', dictionary, ...options];
  const result = await run(process.execPath, command, { cwd: PROJECT, timeout: 120_000, env: { NO_COLOR: '1' } });
  if (result.timedOut || result.code !== 0)
    throw new SetupError(`lexiform generate ${dictionary} ended with ${result.code}:\n${result.stderr}`);
}

/** @param result how many records were held against the engine, and what is wrong with each that is not right */
function report({ what, records, failures }, tally) {
  const right = records - failures.length;
  if (right > 0) tally.pass(what, right);
  for (const { record, text } of failures) tally.fail(`${what}: record ${record}`, text);
  if (records === 0) tally.fail(what, 'there is no record');
}
