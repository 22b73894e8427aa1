// `npm run bench:countries`: countries over the reference dictionary, built in one call and in a call each, beside the
// converter on the very workbooks that were built. BENCH_COUNTRIES=12 measures so many; BENCH_CALLS=3 makes so many single calls
// and says so (the others count as their mean).
import { join } from 'node:path';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ensureConverter } from '../reference/python.mjs';
import { cleanUp, temporaryFolder } from '../reference/process.mjs';
import { generateCountries } from './generate-countries.mjs';
import { measure } from './measure.mjs';

const BIN = fileURLToPath(new URL('../../bin/lexiform.js', import.meta.url));
const COUNTRIES = Number(process.env.BENCH_COUNTRIES ?? 60);
const CALLS = Math.min(Number(process.env.BENCH_CALLS ?? COUNTRIES), COUNTRIES);
const PEER = '4.5.0';

const SPENT = `data:text/javascript,${encodeURIComponent(
  "import { isMainThread } from 'node:worker_threads'; if (isMainThread) process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stderr.write('spent ' + (user + system)); });",
)}`;

/** One process for all workbooks, so that it starts once, as one call does; it tells its processor time. */
const CONVERT = `import sys, time
from pyxform.xls2xform import convert
for workbook in sys.argv[1:]:
    convert(xlsform=workbook, validate=False)
print(time.process_time())`;

try {
  await benchCountries(await ensureConverter(PEER));
} finally {
  await cleanUp();
}

async function benchCountries(python) {
  const folder = await temporaryFolder('lexiform-countries');
  const dictionary = join(folder, 'dictionary');
  const out = join(folder, 'build');
  const ids = await generateCountries(dictionary, COUNTRIES);
  say(`\n${COUNTRIES} countries, 3 forms, 4 languages, over the reference dictionary`);
  say(`${' '.repeat(46)} seconds   cpu s   peak MB`);
  const check = await row('lexiform check, all in one call', ['check', dictionary]);
  const build = await row('lexiform build, all in one call', ['build', dictionary, '--out', out]);
  const single = [];
  for (const id of ids.slice(0, CALLS))
    single.push(await run(['build', dictionary, '--country', id, '--out', join(folder, 'one', id)]));
  const times = COUNTRIES / CALLS;
  const calls = {
    seconds: times * sum(single.map(({ seconds }) => seconds)),
    cpu: times * sum(single.map(({ cpu }) => cpu)),
    megabytes: Math.max(...single.map(({ megabytes }) => megabytes)),
  };
  print(`${COUNTRIES} calls${CALLS < COUNTRIES ? ` (by ${CALLS} of them)` : ''}, a country each`, calls);
  const workbooks = await workbooksIn(join(out, 'odk'));
  const peer = await measure(python, ['-c', CONVERT, ...workbooks]);
  print(`pyxform ${PEER}, ${workbooks.length} of the workbooks, not validated`, { ...peer, cpu: Number(peer.said) });
  say(
    `  one call is ${(build.cpu / calls.cpu).toFixed(2)} of ${COUNTRIES} calls by processor, ${(build.seconds / calls.seconds).toFixed(2)} by the clock`,
  );
  say(`  check is ${(check.cpu / build.cpu).toFixed(2)} of build`);
}

async function workbooksIn(folder) {
  const files = await readdir(folder, { recursive: true });
  return files.filter((file) => file.endsWith('.xlsx')).map((file) => join(folder, file));
}

async function row(name, args) {
  const measured = await run(args);
  print(name, measured);
  return measured;
}

/** The processor time of the command, all of its threads together, as the command itself was told by the system. */
async function run(args) {
  const measured = await measure(process.execPath, ['--import', SPENT, BIN, ...args, '--quiet', '--format', 'compact']);
  return { ...measured, cpu: Number(/spent (\d+)/.exec(measured.said)?.[1]) / 1e6 };
}

function print(name, { seconds, cpu, megabytes }) {
  say(
    `  ${name.padEnd(46)}${seconds.toFixed(1).padStart(6)}${cpu.toFixed(1).padStart(8)}${(megabytes ?? 0).toFixed(0).padStart(10)}`,
  );
}

function sum(values) {
  return values.reduce((all, value) => all + value, 0);
}

function say(text) {
  process.stdout.write(`${text}\n`);
}
