// Proves the shipped dictionary, one with a question of each type and one made of a gazetteer, with the real components: the two pyxform versions
// that servers run, ODK Validate, and ODK's form engine answering interviews, whose submissions the schemas must take. Before
// that, the rules themselves: what each stands for is really refused. First of all, that workbooks are read as they read them.
//
//   node test/reference/run.mjs [--build DIR] [--only cells|converters|expressions|generated|scenarios|sheets|upstream] [--scenarios DIR]
//
// --build takes a finished build instead of building the dictionaries; --scenarios takes another folder of interviews, for it
// or for `dictionary/`.
// The last line is "N passed, M failed"; the exit code is 1 when M > 0, 2 when the options are wrong.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeAreas } from './areas/make.mjs';
import { proveCells } from './cells.mjs';
import { convertAll } from './convert.mjs';
import { proveEvaluator } from './differential/differential.mjs';
import { exitCodeOf } from './exit-code.mjs';
import { proveGenerated } from './generated.mjs';
import { ensureJava } from './java.mjs';
import { pool, temporaryFolder } from './process.mjs';
import { playScenarios } from './scenarios.mjs';
import { proveSheets } from './sheets.mjs';
import { say, title } from './tally.mjs';
import { proveUpstream } from './upstream.mjs';
import { validate } from './validate.mjs';
import { buildDictionary, findWorkbooks } from './workbooks.mjs';

const CORES = 2;
const PARTS = ['cells', 'converters', 'expressions', 'generated', 'scenarios', 'sheets', 'upstream'];

/** The dictionaries to build, or what makes one, each with its interviews and the number of records to generate of each form. */
const SUBJECTS = [
  { dictionary: 'dictionary', scenarios: here('scenarios'), generated: 300 },
  { dictionary: 'test/reference/every-type/dictionary', scenarios: here('every-type/scenarios'), generated: 60 },
  { dictionary: makeAreas, scenarios: here('areas/scenarios'), generated: 60 },
];

function here(folder) {
  return fileURLToPath(new URL(folder, import.meta.url));
}

const OPTIONS = /** @type {const} */ ({
  build: { type: 'string' },
  only: { type: 'string' },
  scenarios: { type: 'string' },
});

function readOptions() {
  try {
    const { values } = parseArgs({ options: OPTIONS });
    if (values.only !== undefined && !PARTS.includes(String(values.only)))
      throw new Error(`--only takes ${PARTS.join(', ')}`);
    const { build, scenarios } = values;
    return { build, only: values.only, scenarios };
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    return null;
  }
}

async function prove({ build, only, scenarios }, tally) {
  if (build === undefined && (only ?? 'cells') === 'cells')
    await timed('held the reader of workbooks against openpyxl', () => proveCells(tally));
  if (only === 'cells') return;
  if (build === undefined && (only ?? 'sheets') === 'sheets')
    await timed('held the rules for workbooks against the converters', () => proveSheets(tally));
  if (only === 'sheets') return;
  if (only !== 'scenarios' && only !== 'generated') await ensureJava();
  if (build === undefined && (only ?? 'upstream') === 'upstream')
    await timed('held the rules against the converters', () => proveUpstream(tally));
  if (only === 'upstream') return;
  if (build === undefined && (only ?? 'expressions') === 'expressions')
    await timed('held the evaluator against the engines', () => proveEvaluator(tally));
  if (only === 'expressions') return;
  const [shipped, ...others] = SUBJECTS;
  const named = { ...shipped, ...(scenarios === undefined ? {} : { scenarios }) };
  if (build !== undefined) await proveBuild({ build, only, scenarios: named.scenarios }, tally);
  else for (const subject of [named, ...others]) await proveDictionary(subject, only, tally);
}

async function proveDictionary({ dictionary: named, scenarios, generated }, only, tally) {
  const dictionary = typeof named === 'string' ? named : await named();
  const build = await temporaryFolder('lexiform-build');
  await timed(`built ${dictionary}`, () => buildDictionary(dictionary, build));
  const conversions = await proveBuild({ build, only, scenarios }, tally);
  if ((only ?? 'generated') === 'generated')
    await timed('held generated records against the form engine', () =>
      proveGenerated(dictionary, conversions, generated, tally),
    );
}

async function proveBuild({ build, only, scenarios }, tally) {
  const folder = await temporaryFolder('lexiform-reference');
  const workbooks = await findWorkbooks(build);
  const conversions = await timed('converted', () => convertAll(workbooks, `${folder}/xforms`));
  if (only === 'generated') return conversions;
  if (only !== 'scenarios') {
    for (const conversion of conversions) reportConversion(conversion, tally);
    const valid = conversions.filter(({ error }) => error === null);
    await timed('validated', () => pool(valid, CORES, (conversion) => reportValidation(conversion, tally)));
  }
  if (only !== 'converters') await timed('played scenarios', () => playScenarios(conversions, scenarios, tally));
  return conversions;
}

function reportConversion(conversion, tally) {
  const { version, warnings, error } = conversion;
  const what = `${title(conversion)} pyxform ${version}`;
  const findings = [...warnings.map((text) => `warning: ${text}`), ...(error === null ? [] : [`error: ${error}`])];
  if (findings.length === 0) tally.pass(what);
  else tally.fail(what, findings.join('\n'));
}

async function reportValidation(conversion, tally) {
  const what = `${title(conversion)} ODK Validate of pyxform ${conversion.version}`;
  const finding = await validate(conversion);
  if (finding === null) tally.pass(what);
  else tally.fail(what, finding);
}

async function timed(what, work) {
  const start = performance.now();
  const result = await work();
  say(`${what} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

const options = readOptions();
process.exitCode = options === null ? 2 : await exitCodeOf('reference run', (tally) => prove(options, tally));
