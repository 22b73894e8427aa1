// Plays the interviews of scenarios/ in a process of their own: a scenario that hangs or dies takes nothing with it.
import { readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetupError, run } from './process.mjs';

const PLAYER = fileURLToPath(new URL('player.mjs', import.meta.url));
const TIMEOUT = 600_000;
/** Steps that several interviews share. */
const SHARED = 'steps';

/** Every step of every scenario counts; `conversions` come from {@link import('./convert.mjs').convertAll}. */
export async function playScenarios(conversions, folder, tally) {
  const scripts = await scriptsIn(folder);
  const answer = await run(process.execPath, [PLAYER], {
    input: JSON.stringify({ scripts, conversions }),
    timeout: TIMEOUT,
  });
  const lines = answer.stdout.split('\n').slice(0, -1); // what follows the last line break is no whole record
  for (const line of lines) report(JSON.parse(line), tally);
  if (answer.timedOut) tally.fail('scenarios', `not finished within ${TIMEOUT / 1000} s\n${answer.stderr}`);
  else if (answer.code !== 0) tally.fail('scenarios', `the player ended with ${answer.code}\n${answer.stderr}`);
  else if (answer.stderr.trim() !== '') tally.fail('scenarios', `the form engine warned:\n${answer.stderr}`);
}

/** A scenario file bears the name of the form that it interviews; in a folder, that of the country whose form it is. */
async function scriptsIn(folder) {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const scripts = names.filter((name) => /^(?:[a-z][a-z0-9]*\/)?\w+\.mjs$/u.test(name) && dirname(name) !== SHARED);
  if (scripts.length === 0) throw new SetupError(`no scenario in ${folder}`);
  return scripts.toSorted(coreFirst).map((name) => ({
    form: basename(name, '.mjs'),
    layer: dirname(name) === '.' ? 'core' : dirname(name),
    file: resolve(join(folder, name)),
  }));
}

function coreFirst(one, other) {
  return one.split('/').length - other.split('/').length || (one < other ? -1 : 1);
}

function report({ what, steps, failures }, tally) {
  const passed = steps - failures.length;
  if (passed > 0) tally.pass(passed > 1 ? `${what} (${passed} steps)` : what, passed);
  for (const { step, text } of failures) tally.fail(`${what}: ${step}`, text);
}
