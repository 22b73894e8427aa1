// How many submissions a second are checked, and in how much memory: 1,000,000 of 100 questions with a repeat, beside JSON.parse
// alone and beside ajv alone on the same bytes, each in a process of its own. It prints what it measured and judges nothing.
// `node test/bench/conform.mjs` does that alone; BENCH_RECORDS=50000 measures fewer.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { checkDictionary, compileDictionary, memoryTree } from '../../dist/index.js';
import { conformFiles } from '../../dist/conform/conform-files.js';
import { knownForm } from '../../dist/conform/known-form.js';
import { submissionSchema } from '../../dist/emit/json-schema/schema-files.js';
import { schemaValidator } from '../../dist/formats/json-schema.js';
import { watchMemory } from './measure.mjs';

const RECORDS = Number(process.env.BENCH_RECORDS ?? 1_000_000);
const DISTINCT = 1000;
const QUESTIONS = 90;
const IN_REPEAT = 10;
const ENTRIES = 2;
const HERE = fileURLToPath(import.meta.url);
const MODES = [
  'JSON.parse alone',
  'JSON.parse and ajv',
  'lexiform conform: shape, values, logic, versions, duplicates',
];

/** @param say prints a line */
export async function benchConform(say) {
  say(
    `\n${RECORDS.toLocaleString('en')} submissions of ${QUESTIONS + IN_REPEAT} questions, ${IN_REPEAT} of them in ${ENTRIES} entries of a repeat; as KoboToolbox gives them, one a line`,
  );
  say(`${' '.repeat(62)}a second   seconds   peak MB   findings`);
  let alone;
  for (const mode of MODES) {
    const { seconds, findings, megabytes } = await runMode(mode);
    alone ??= seconds;
    const share = mode === MODES[0] ? '' : `   ${(seconds / alone).toFixed(1)} times JSON.parse`;
    const numbers = [
      (RECORDS / seconds).toFixed(0).padStart(10),
      seconds.toFixed(1).padStart(10),
      megabytes.toFixed(0).padStart(10),
    ];
    say(`  ${mode.padEnd(58)}${numbers.join('')}${String(findings).padStart(11)}${share}`);
  }
}

async function runMode(mode) {
  const child = fork(HERE, ['--mode', mode], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const memory = watchMemory(child.pid);
  const result = await new Promise((resolve, reject) => {
    child
      .on('message', resolve)
      .on('error', reject)
      .on('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
  return { ...result, megabytes: memory.stop() ?? 0 };
}

/** Makes its lines once, and then times how long the whole takes. */
async function measureMode(mode) {
  const { dictionary } = compileDictionary(memoryTree({ 'dictionary.yaml': dictionaryText() }));
  const mistakes = checkDictionary(dictionary, ['kobo'], dictionary.forms).filter(
    ({ severity }) => severity === 'error',
  );
  if (mistakes.length > 0) throw new Error(mistakes[0].message);
  const known = knownForm(dictionary, dictionary.forms.get('bench'), 'kobo');
  const file = fileOfLines(Array.from({ length: DISTINCT }, (_, index) => lineOf(index, known.stamp)));
  const started = performance.now();
  const findings =
    mode === MODES[2] ? await conform(file, known) : await parseAll(file, mode === MODES[1] ? known : undefined);
  return { seconds: (performance.now() - started) / 1000, findings };
}

async function conform(file, known) {
  let findings = 0;
  let looked = 0;
  const sink = () => (findings += 1);
  const host = { clock: { now: Date.UTC(2026, 8, 1), offset: () => 0 }, random: () => 0.5, digest: () => undefined };
  const rest = { host, showAll: false, sink, report: sink, pick: (submissions) => submissions };
  await conformFiles([file], { forms: [known], countries: [], ...rest, looked: () => (looked += 1) });
  if (looked !== RECORDS) throw new Error(`${looked} submissions were looked at`);
  return findings;
}

async function parseAll(file, known) {
  const validate =
    known &&
    schemaValidator(
      submissionSchema('kobo', known.version.scope.nodes, known.version.delivery, known.version.dictionary),
    );
  let findings = 0;
  let rest = Buffer.alloc(0);
  for await (const piece of file.pieces()) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    let from = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
      const record = JSON.parse(bytes.toString('utf8', from, end));
      if (validate) findings += validate(record).length;
      from = end + 1;
    }
    rest = bytes.subarray(from);
  }
  return findings;
}

const ID_DIGITS = 12;
const PIECE_RECORDS = 400;

/** The same lines again and again, each time with another id, as a file of any length that is never anywhere as a whole. */
function fileOfLines(lines) {
  const buffers = lines.map((line) => Buffer.from(`${line}\n`));
  const places = lines.map((line) => placesOf(Buffer.from(line)));
  const size = buffers.reduce((sum, { length }) => sum + length, 0) * (RECORDS / DISTINCT);
  return {
    name: 'bench.ndjson',
    size,
    pieces: async function* pieces() {
      for (let number = 0; number < RECORDS; number += PIECE_RECORDS) {
        const some = Array.from({ length: Math.min(PIECE_RECORDS, RECORDS - number) }, (_, index) => {
          const at = (number + index) % DISTINCT;
          const id = String(number + index).padStart(ID_DIGITS, '0');
          for (const place of places[at]) buffers[at].write(id, place, 'latin1');
          return buffers[at];
        });
        yield Buffer.concat(some);
      }
    },
  };
}

const ID = '#'.repeat(ID_DIGITS);

function placesOf(line) {
  const places = [];
  for (let at = line.indexOf(ID); at >= 0; at = line.indexOf(ID, at + 1)) places.push(at);
  return places;
}

const KINDS = [
  (n) => `type: integer, label: Question ${n}, required: yes, constraint: ". >= 0 and . < ${100 + n}"`,
  (n) => `type: select_one level, label: Question ${n}, relevant: "\${q${n - 1}} >= 0"`,
  (n) => `type: text, label: Question ${n}, relevant: "\${q${n - 1}} = 'high' or \${q${n - 2}} < 500"`,
  (n) => `type: select_multiple level, label: Question ${n}, relevant: "\${q${n - 3}} >= 0", required: yes`,
  (n) => `type: date, label: Question ${n}, constraint: ". <= today()"`,
  (n) => `type: decimal, label: Question ${n}, relevant: "\${q${n - 5}} >= 0 and \${q${n - 4}} != ''"`,
  (n) => `type: calculate, calculation: "\${q${n - 6}} * 2 + 1"`,
  (n) => `type: text, label: Question ${n}`,
  (n) => `type: integer, label: Question ${n}`,
  (n) => `type: select_one level, label: Question ${n}`,
];
const IN_ENTRY = [
  (n) => `type: integer, label: Member ${n}, constraint: ". < 200"`,
  (n) => `type: select_one level, label: Member ${n}, relevant: "\${m${n - 1}} < 150"`,
];

function dictionaryText() {
  const numbers = Array.from({ length: QUESTIONS }, (_, index) => index);
  const inside = Array.from({ length: IN_REPEAT }, (_, index) => index);
  const variables = [
    ...numbers.map((n) => `  q${n}: { ${KINDS[n % KINDS.length](n)} }\n`),
    ...inside.map((n) => `  m${n}: { ${IN_ENTRY[n % IN_ENTRY.length](n)} }\n`),
  ];
  return `lexiform: 1\ndictionary: bench\nversion: 1.0.0\nlanguages: { en: English }\nprofiles: [kobo]
codelists:\n  level: { codes: { low: Low, middle: Middle, high: High } }
variables:\n${variables.join('')}forms:
  bench:
    title: Bench
    metadata: [start, end, today]
    items: [${numbers.map((n) => `q${n}`).join(', ')}, { repeat: member, label: Member, items: [${inside.map((n) => `m${n}`).join(', ')}] }]\n`;
}

const LEVELS = ['low', 'middle', 'high'];

/** A submission that conforms; its ids are filled in later. */
function lineOf(index, stamp) {
  const answers = Array.from({ length: QUESTIONS }, (_, n) => [`q${n}`, answerOf(n, index)]);
  const entry = () =>
    Object.fromEntries(
      Array.from({ length: IN_REPEAT }, (_, n) => [
        `member/m${n}`,
        n % 2 === 0 ? String((index + n) % 90) : LEVELS[(index + n) % 3],
      ]),
    );
  return JSON.stringify({
    _id: index,
    'formhub/uuid': 'f0c1f0c1f0c1f0c1f0c1f0c1f0c1f0c1',
    start: '2026-08-02T11:00:00.000+02:00',
    end: '2026-08-02T11:20:00.000+02:00',
    today: '2026-08-02',
    ...Object.fromEntries(answers),
    member: Array.from({ length: ENTRIES }, entry),
    lexiform_stamp: stamp,
    __version__: 'vAbcdefghijklmnopqrstuv',
    'meta/instanceID': `uuid:${ID}`,
    'meta/rootUuid': `uuid:${ID}`,
    _xform_id_string: 'bench',
    _uuid: ID,
    _attachments: [],
    _status: 'submitted_via_web',
    _geolocation: [null, null],
    _submission_time: '2026-08-02T09:00:00',
    _validation_status: {},
    _submitted_by: null,
  });
}

function answerOf(n, index) {
  const turn = index + n;
  const level = LEVELS[turn % LEVELS.length];
  const several = level === 'low' ? 'low' : `low ${level}`;
  const computed = String(((index + n - 6) % 90) * 2 + 1);
  const kinds = [String(turn % 90), level, `text ${turn}`, several, '2024-05-06', String((turn % 70) / 4), computed];
  return [...kinds, 'more text', String(turn % 50), level][n % KINDS.length];
}

if (process.argv[2] === '--mode') process.send(await measureMode(process.argv[3]), () => process.exit(0));
else if (process.argv[1] === HERE) await benchConform((text) => process.stdout.write(`${text}\n`));
