// `npm run bench`: a generated dictionary, checked, built and watched, beside the converter that ODK Central runs on the
// very workbook that was built. It prints what it measured and judges nothing. BENCH_QUESTIONS=1000 measures one size. At
// the end, how many records a second expressions are evaluated on, and submissions checked (`node test/bench/conform.mjs` does
// the last alone).
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureConverter } from '../reference/python.mjs';
import { cleanUp, temporaryFolder } from '../reference/process.mjs';
import { benchEvaluation } from './evaluate.mjs';
import { benchConform } from './conform.mjs';
import { generate } from './generate.mjs';
import { measure } from './measure.mjs';
import { measureWatch } from './watch.mjs';

const BIN = fileURLToPath(new URL('../../bin/lexiform.js', import.meta.url));
const SIZES = process.env.BENCH_QUESTIONS ? [Number(process.env.BENCH_QUESTIONS)] : [1000, 10_000];
const RUNS = 3;
const PEER = '4.5.0';

try {
  const python = await ensureConverter(PEER);
  for (const questions of SIZES) await bench(questions, python);
  await benchEvaluation(say);
  await benchConform(say);
} finally {
  await cleanUp();
}

async function bench(questions, python) {
  const folder = await temporaryFolder('lexiform-bench');
  const dictionary = join(folder, 'dictionary');
  const { edited, bytes } = await generate(dictionary, questions);
  say(`\n${questions.toLocaleString('en')} questions, 5 languages, 20 lists, ${(bytes / 1e6).toFixed(1)} MB of YAML`);
  say(`${'median of ' + RUNS}${' '.repeat(37)}seconds   peak MB`);
  const out = join(folder, 'build');
  const workbook = join(out, 'odk', 'core', 'large', 'large.xlsx');
  const lexiform = (...args) => [process.execPath, [BIN, ...args]];
  const peer = (...args) => [python, ['-m', 'pyxform.xls2xform', workbook, join(folder, 'form.xml'), ...args]];
  const check = await row('lexiform check', ...lexiform('check', dictionary));
  const build = await row('lexiform build (check, workbook, schemas)', ...lexiform('build', dictionary, '--out', out));
  const ofWorkbook = await row('lexiform check, of the workbook that was built', ...lexiform('check', workbook));
  const alone = await row(`pyxform ${PEER}, not validated`, ...peer('--skip_validate'));
  const validated = await row(`pyxform ${PEER} with ODK Validate`, ...peer());
  const { seconds, megabytes } = await measureWatch(process.execPath, BIN, dictionary, edited);
  print('lexiform check --watch, after an edit', { seconds: median(seconds), megabytes });
  say(`  check is ${share(check, validated)}, build ${share(build, validated)} of pyxform with ODK Validate`);
  say(`  check of the workbook is ${share(ofWorkbook, alone)} of pyxform alone`);
}

async function row(name, command, args) {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await measure(command, args));
  const seconds = median(runs.map((each) => each.seconds));
  print(name, { seconds, megabytes: Math.max(...runs.map((each) => each.megabytes ?? 0)) });
  return seconds;
}

function print(name, { seconds, megabytes }) {
  say(`  ${name.padEnd(46)}${seconds.toFixed(2).padStart(6)}${(megabytes ?? 0).toFixed(0).padStart(10)}`);
}

function median(values) {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
}

function share(part, whole) {
  return `${(part / whole).toFixed(2)} (1/${(whole / part).toFixed(1)})`;
}

function say(text) {
  process.stdout.write(`${text}\n`);
}
