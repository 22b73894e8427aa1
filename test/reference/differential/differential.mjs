// Holds our evaluator against JavaRosa, which computes in ODK Collect and decides where engines differ: generated expressions
// on generated answers, in every place of a form with groups and nested repeats.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import exceljs from 'exceljs';
import * as fc from 'fast-check';
import { convertWith } from '../convert.mjs';
import { SetupError, run, temporaryFolder } from '../process.mjs';
import { say } from '../tally.mjs';
import { exceptionFor, exceptionForWebForms, otherRule } from './exceptions.mjs';
import { expressions, shortExpressions } from './expressions.mjs';
import { plainRecords, records, sheetsOf, submissionOf } from './form.mjs';
import { evaluateHere } from './ours.mjs';
import { numbersOf } from './places.mjs';
import { evaluateInWebForms } from './webforms.mjs';
import { words } from './words.mjs';

const SEED = 20_240_229;
const EXPRESSIONS = 1500;
const RECORDS = 6;
/** As in Afghanistan, all year round and always: minutes before UTC. */
const AFGHAN = { zone: 'GMT+04:30', offset: 270 };
const SHORT = 300;
const RECORDS_OF_WEB_FORMS = 2;
const EVALUATE = fileURLToPath(new URL('Evaluate.java', import.meta.url));
const TIMEOUT = 300_000;

/** Reports each difference, and prints how many values were compared, equal and excepted. */
export async function proveEvaluator(tally, { seed = SEED, count = EXPRESSIONS } = {}) {
  const made = unique(fc.sample(expressions(), { seed, numRuns: count }));
  const answers = fc.sample(records(), { seed, numRuns: RECORDS });
  const theirs = await evaluateThere({ ...(await convert(made)), answers });
  const ours = evaluateHere({ workbook: theirs.workbook, expressions: made, answers, ...AFGHAN, now: theirs.now });
  compare({ engine: 'JavaRosa', made, theirs: theirs.values, ours, exceptionFor, tally });
  await proveBesideWebForms(tally, seed);
}

/** What both engines compute, and we: simple expressions without what Web Forms has other rules for, which are told. */
async function proveBesideWebForms(tally, seed) {
  const all = unique(fc.sample(shortExpressions(), { seed, numRuns: SHORT }));
  const made = all.filter(({ text }) => otherRule(text) === undefined);
  const answers = fc.sample(plainRecords(), { seed, numRuns: RECORDS_OF_WEB_FORMS });
  const form = await convert(made);
  const theirs = await evaluateInWebForms({ xform: form.xform, made, answers });
  const ours = evaluateHere({ workbook: form.workbook, expressions: made, answers, offset: 0, now: Date.now() });
  compare({ engine: 'ODK Web Forms', made, theirs, ours: asTexts(ours), exceptionFor: exceptionForWebForms, tally });
  const leftOut = countBy(all.flatMap(({ text }) => otherRule(text) ?? []));
  for (const [rule, number] of leftOut) say(`  ${number} expressions left out: ${rule}`);
}

function countBy(reasons) {
  const counts = new Map();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return counts;
}

/** Every value as the text that a calculation stores. */
function asTexts(values) {
  return new Map(
    [...values].map(([key, { kind, value }]) => [key, { kind: kind === 'error' ? kind : 'stored', value }]),
  );
}

/** The workbook that carries the expressions, and the form that the converter makes of it. */
async function convert(made) {
  const folder = await temporaryFolder('lexiform-differential');
  const workbook = await writeWorkbook(join(folder, 'differential.xlsx'), sheetsOf(made));
  const [{ xform, validator, error }] = await convertWith(
    '4.5.0',
    [{ source: workbook, profile: 'odk', layer: 'core', form: 'differential' }],
    join(folder, 'xforms'),
  );
  if (error !== null) throw new SetupError(`the form of the expressions is refused: ${error}`);
  return { folder, workbook, xform, validator };
}

function unique(made) {
  return [...new Map(made.map((expression) => [`${expression.place} ${expression.text}`, expression])).values()];
}

async function writeWorkbook(file, sheets) {
  const book = new exceljs.Workbook();
  for (const [name, rows] of Object.entries(sheets)) book.addWorksheet(name).addRows(rows);
  await mkdir(dirname(file), { recursive: true });
  await book.xlsx.writeFile(file);
  return file;
}

/** JavaRosa on each record: a map from record, expression and place to what it says. */
async function evaluateThere({ folder, workbook, xform, validator, answers }) {
  const now = Date.now();
  const files = answers.map((_, index) => join(folder, `record${index}.xml`));
  for (const [index, record] of answers.entries()) await writeFile(files[index], submissionOf(record));
  const args = [
    `-Duser.timezone=${AFGHAN.zone}`,
    '-Duser.language=en',
    '-Duser.country=US',
    '-cp',
    validator,
    EVALUATE,
  ];
  const answer = await run('java', [...args, String(now), xform, ...files], {
    timeout: TIMEOUT,
    env: { LC_ALL: 'C.UTF-8' },
  });
  if (answer.code !== 0) throw new SetupError(`JavaRosa did not run:\n${answer.stderr}`);
  const [, lines = ''] = answer.stdout.split('\n=====\n');
  const values = new Map(
    lines
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split('\t'))
      .map(([record, index, place, kind, value]) => [
        `${record} ${index} ${numbersOf(place)}`,
        { kind, value: kind === 'text' || kind === 'error' ? decodeURIComponent(value) : value },
      ]),
  );
  return { workbook, now, values };
}

function compare({ engine, made, theirs, ours, exceptionFor: reasonFor, tally }) {
  const counts = { equal: 0, excepted: new Map(), different: 0 };
  for (const [key, expected] of theirs) {
    const [, index] = key.split(' ');
    const expression = made[Number(index)];
    const found = ours.get(key) ?? { kind: 'error', value: 'never evaluated' };
    if (words(found) === words(expected)) {
      counts.equal += 1;
      continue;
    }
    const reason = reasonFor(expression, expected, found);
    if (reason !== undefined) counts.excepted.set(reason, (counts.excepted.get(reason) ?? 0) + 1);
    else {
      counts.different += 1;
      tally.fail(
        `${expression.place}: ${expression.text}`,
        `${engine}: ${words(expected)}\nours: ${words(found)} (${key})`,
      );
    }
  }
  report(engine, made.length, theirs.size, counts, tally);
}

function report(engine, expressionCount, compared, { equal, excepted, different }, tally) {
  const left = [...excepted.values()].reduce((sum, count) => sum + count, 0);
  say(
    `${engine}: ${expressionCount} expressions, ${compared} values: ${equal} equal, ${left} excepted, ${different} different`,
  );
  for (const [reason, count] of excepted) say(`  ${count} excepted: ${reason}`);
  if (compared === 0) tally.fail(`${engine} evaluates`, 'nothing was compared');
  else if (different === 0) tally.pass(`our evaluator computes what ${engine} does`);
}
