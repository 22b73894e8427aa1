// How many expressions a second are read and checked, and how many records a second they are evaluated on: 100 questions with 40 relevances, 20 constraints and
// 10 calculations, beside the form engine of ODK Web Forms on the same records. It prints what it measured and judges nothing.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkDictionary, compileDictionary, deliver, formFiles, memoryTree } from '../../dist/index.js';
import { compileExpression } from '../../dist/expression/evaluate/program.js';
import { recordScope } from '../../dist/model/record/record-scope.js';
import { recordReader } from '../../dist/model/record/record-reader.js';
import { questionsOf } from '../../dist/model/walk.js';
import { convertWith } from '../reference/convert.mjs';
import { cleanUp, temporaryFolder } from '../reference/process.mjs';

const QUESTIONS = 100;
const EXPRESSIONS = 70;
const RECORDS = 2000;
const ROUNDS = 10;
const RECORDS_OF_PEER = 20;

/** @param say prints a line */
export async function benchEvaluation(say) {
  const { dictionary } = compileDictionary(memoryTree({ 'dictionary.yaml': dictionaryText() }));
  const form = dictionary.forms.get('bench');
  const records = Array.from({ length: RECORDS }, (_, index) => recordOf(index));
  say(
    `\n${QUESTIONS} questions: 40 relevances, 20 constraints, 10 calculations; records as KoboToolbox gives them, parsed`,
  );
  const checked = benchCheck();
  say(
    `  lexiform, reading and checking all${String(Math.round(checked)).padStart(12)} expressions a second of user CPU time`,
  );
  const ours = benchOurs(dictionary, form, records);
  say(`  lexiform, reading and evaluating${String(Math.round(ours)).padStart(14)} records a second of user CPU time`);
  const peer = await benchPeer(dictionary, form, records.slice(0, RECORDS_OF_PEER));
  say(
    `  ODK Web Forms, answering${peer.toFixed(1).padStart(22)} records a second of user CPU time (1/${Math.round(ours / peer)})`,
  );
}

/** The whole of a form is read and checked anew each time, with all its rules: types, domains, references and the rest. */
function benchCheck() {
  const text = dictionaryText();
  const round = () => {
    const { dictionary } = compileDictionary(memoryTree({ 'dictionary.yaml': text }));
    checkDictionary(dictionary, ['odk'], dictionary.forms);
  };
  for (let warm = 0; warm < ROUNDS; warm += 1) round();
  return (EXPRESSIONS * ROUNDS) / secondsOf(() => Array.from({ length: ROUNDS }, round));
}

function benchOurs(dictionary, form, records) {
  const scope = recordScope(deliver(dictionary, form, 'odk'), dictionary);
  const programs = questionsOf(form.items).flatMap(({ item }) =>
    ['relevant', 'constraint', 'calculation'].flatMap((facet) => {
      const formula = item.facets[facet];
      return formula ? [compileExpression(formula.parsed, scope, scope.find(item.name.string.text))] : [];
    }),
  );
  if (programs.length !== EXPRESSIONS) throw new Error(`${programs.length} expressions, not ${EXPRESSIONS}`);
  const read = recordReader(scope);
  const host = { clock: { now: Date.UTC(2026, 2, 15), offset: () => 0 }, random: () => 0.5, digest: () => undefined };
  const round = () => {
    for (const record of records) {
      const view = read(record, host.clock);
      for (const program of programs) program.evaluate(view, host);
    }
  };
  round(); // warms up
  return (records.length * ROUNDS) / secondsOf(() => Array.from({ length: ROUNDS }, round));
}

function secondsOf(work) {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1e6;
}

/** The form is made so that nothing is found. */
function refuse(rule) {
  throw new Error(`the form of the benchmark has a finding: ${rule}`);
}

/** The engine is given each answer, as a person would; it evaluates what depends on it. */
async function benchPeer(dictionary, form, records) {
  const folder = await temporaryFolder('lexiform-bench');
  const workbook = join(folder, 'bench.xlsx');
  const built = (await formFiles(dictionary, form, 'odk', refuse)).find(({ path }) => path.endsWith('.xlsx'));
  await mkdir(dirname(workbook), { recursive: true });
  await writeFile(workbook, await built.bytes);
  const [{ xform, error }] = await convertWith(
    '4.5.0',
    [{ source: workbook, profile: 'odk', layer: 'core', form: 'bench' }],
    folder,
  );
  if (error !== null) throw new Error(error);
  const { openForm } = await import('../reference/engine.mjs');
  const start = await openForm({ xform, media: folder, form: 'bench' });
  const answer = (record) => {
    const interview = start();
    for (const [name, value] of Object.entries(record)) {
      if (interview.isRelevant(name)) interview.answer(name, value.startsWith('low ') ? value.split(' ') : value);
    }
  };
  answer(records[0]);
  return records.length / secondsOf(() => records.forEach(answer));
}

const KINDS = [
  (number) => `type: integer, label: Question ${number}, constraint: ". >= 0 and . < ${100 + number}"`,
  (number) => `type: select_one level, label: Question ${number}, relevant: "\${q${number - 1}} > 10"`,
  (number) =>
    `type: text, label: Question ${number}, relevant: "\${q${number - 1}} = 'high' or \${q${number - 2}} < 5"`,
  (number) => `type: select_multiple level, label: Question ${number}, relevant: "\${q${number - 3}} > 3"`,
  (number) => `type: date, label: Question ${number}, constraint: ". <= today()"`,
  (number) =>
    `type: decimal, label: Question ${number}, relevant: "selected(\${q${number - 2}}, 'low') and \${q${number - 5}} != ''"`,
  (number) =>
    `type: calculate, calculation: "if(\${q${number - 6}} > 20, round(\${q${number - 6}} div 3, 1), coalesce(\${q${number - 1}}, 0))"`,
  (number) => `type: text, label: Question ${number}`,
  (number) => `type: integer, label: Question ${number}`,
  (number) => `type: select_one level, label: Question ${number}`,
];

function dictionaryText() {
  const numbers = Array.from({ length: QUESTIONS }, (_, index) => index);
  const variables = numbers.map((number) => `  q${number}: { ${KINDS[number % KINDS.length](number)} }\n`);
  return `lexiform: 1\ndictionary: bench\nversion: 1.0.0\nlanguages: { en: English }\nprofiles: [odk]
codelists:\n  level: { codes: { low: Low, middle: Middle, high: High } }
variables:\n${variables.join('')}forms:\n  bench: { title: Bench, items: [${numbers.map((number) => `q${number}`).join(', ')}] }\n`;
}

const LEVELS = ['low', 'middle', 'high'];

/** Answers to all questions but the calculated ones, other ones in each record. */
function recordOf(index) {
  const answers = Array.from({ length: QUESTIONS }, (_, number) => [`q${number}`, answerOf(number, index + number)]);
  return Object.fromEntries(answers.filter(([, answer]) => answer !== undefined));
}

function answerOf(number, turn) {
  const level = LEVELS[turn % LEVELS.length];
  const kinds = [String(turn % 90), level, `text ${turn}`, `low ${level === 'low' ? 'high' : level}`, '2024-05-06'];
  return [...kinds, String((turn % 70) / 4), undefined, 'more text', String(turn % 50), level][number % KINDS.length];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await benchEvaluation((text) => process.stdout.write(`${text}\n`)).finally(cleanUp);
}
