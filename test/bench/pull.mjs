// `npm run bench:pull`: a pull of 200,000 submissions from the KoboToolbox of the tests, which runs in a process of its own on this machine: submissions a
// second, peak memory, and how much of the time was spent waiting for the server; beside scripts as people write them, which
// ask for the same pages. It prints what it measured and judges nothing. BENCH_RECORDS=20000 pulls fewer.
import { fork } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { cleanUp, temporaryFolder } from '../reference/process.mjs';
import { measure } from './measure.mjs';

const RECORDS = Number(process.env.BENCH_RECORDS ?? 200_000);
const QUESTIONS = 60;
const HERE = fileURLToPath(import.meta.url);
const BIN = fileURLToPath(new URL('../../bin/lexiform.js', import.meta.url));
const FAKE = fileURLToPath(new URL('../kobo/fake-kobo.ts', import.meta.url));

/** @param say prints a line */
export async function benchPull(say) {
  const folder = await temporaryFolder('lexiform-bench-pull');
  const server = await startServer(folder);
  try {
    await writeProject(folder, server);
    say(
      `\n${RECORDS.toLocaleString('en')} submissions of ${QUESTIONS} questions and a repeat, from a KoboToolbox on this machine`,
    );
    say(`${' '.repeat(46)}a second   seconds   peak MB`);
    const project = ['--dictionary', path.join(folder, 'dictionary'), '--timing'];
    process.env.BENCH_TOKEN = server.token;
    const row = async (what, command, args) => tell(say, what, await measured(command, args));
    await row('lexiform pull, into an empty store', 'node', [BIN, 'pull', ...project]);
    await row('lexiform pull again, nothing new', 'node', [BIN, 'pull', ...project]);
    const other = ['--protect', '--store', path.join(folder, 'protected.duckdb')];
    await row('lexiform pull --protect', 'node', [BIN, 'pull', ...project, ...other]);
    const { url, uid, token } = server;
    await row('fetch and an array in Node', 'node', [HERE, '--peer', url, uid, token]);
    const script = fileURLToPath(new URL('pull-peer.py', import.meta.url));
    await row('urllib and sqlite3 in Python', 'python3', [script, url, uid, token, path.join(folder, 'peer.db')]);
  } finally {
    server.stop();
  }
}

/**
 * What one cannot do is told in its row, and takes nothing from the others.
 * @returns {Promise<{ seconds?: number, megabytes?: number, said?: string, failure?: string }>}
 */
async function measured(command, args) {
  try {
    return await measure(command, args);
  } catch (error) {
    return { failure: error.message };
  }
}

function tell(say, what, measurement) {
  const { seconds, megabytes, said, failure } = measurement;
  if (failure !== undefined) return say(`  ${what.padEnd(42)}failed: ${failure}`);
  const numbers = [(RECORDS / seconds).toFixed(0), seconds.toFixed(1), (megabytes ?? 0).toFixed(0)];
  const waiting = /[\d.]+ s, of which ([\d.]+) s waiting/.exec(said)?.[1];
  const share =
    waiting === undefined ? '' : `   ${((100 * Number(waiting)) / seconds).toFixed(0)} % of it waiting for the server`;
  return say(`  ${what.padEnd(42)}${numbers.map((each) => each.padStart(10)).join('')}${share}`);
}

async function startServer(folder) {
  const child = fork(HERE, ['--server', folder], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const about = await new Promise((resolve, reject) => {
    child
      .on('message', resolve)
      .on('error', reject)
      .on('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
  return { ...about, stop: () => child.kill() };
}

async function serve(folder) {
  // Whoever started it may be gone.
  process.on('disconnect', () => process.exit());
  const bundle = await rolldown({ input: FAKE, platform: 'node', logLevel: 'silent' });
  const dir = path.join(folder, 'fake');
  await bundle.write({ dir, format: 'esm', entryFileNames: 'fake-kobo.mjs' });
  const { startFakeKobo } = await import(pathToFileURL(path.join(dir, 'fake-kobo.mjs')).href);
  const kobo = await startFakeKobo({ convert: 'off', importPolls: 0 });
  const { token } = kobo.addUser('bench');
  const send = async (place, body) => {
    const headers = { Authorization: `Token ${token}`, 'Content-Type': 'application/json' };
    const reply = await fetch(kobo.url + place, { method: 'POST', headers, body: JSON.stringify(body) });
    return reply.json();
  };
  const survey = [{ type: 'begin_repeat', name: 'member' }, { type: 'integer', name: 'age' }, { type: 'end_repeat' }];
  const { uid } = await send('/api/v2/assets/', { asset_type: 'survey', name: 'Bench', content: { survey } });
  await send(`/api/v2/assets/${uid}/deployment/`, { active: true });
  kobo.seed(uid, RECORDS, answersOf);
  process.send({ url: kobo.url, token, uid });
}

function answersOf(index) {
  const answers = {};
  for (let question = 0; question < QUESTIONS; question += 1)
    answers[`section/question_${question}`] =
      question % 3 === 0 ? `text ${index} ${question}` : String((index * 7919 + question) % 1000);
  answers.member = [{ 'member/age': String(index % 90) }, { 'member/age': '5' }];
  return answers;
}

async function writeProject(folder, { url, uid }) {
  const questions = Array.from({ length: QUESTIONS }, (_, index) => {
    const type = index % 3 === 0 ? 'text' : 'integer';
    const mark = index % 10 === 0 ? ', sensitivity: personal' : '';
    return `          - { ask: question_${index}, type: ${type}, label: Question ${index}${mark} }`;
  });
  const files = {
    'dictionary.yaml': 'lexiform: 1\ndictionary: bench\nversion: 1.0.0\nprofiles: [kobo]\n',
    'form.yaml': `forms:\n  bench:\n    title: Bench\n    items:\n      - group: section\n        label: Section\n        items:\n${questions.join('\n')}\n      - repeat: member\n        label: Member\n        items:\n          - { ask: age, type: integer, label: Age }\n`,
    'servers.yaml': `kobo:\n  url: ${url}\n  token_env: BENCH_TOKEN\n  projects:\n    - { form: bench, uid: ${uid} }\n`,
  };
  await mkdir(path.join(folder, 'dictionary'), { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, 'dictionary', name), content);
}

/** Page by page into memory, as a first script does. */
async function peer(url, uid, token) {
  const all = [];
  for (let next = `${url}/api/v2/assets/${uid}/data/?limit=1000`; next;) {
    const reply = await fetch(next, { headers: { Authorization: `Token ${token}` } });
    const page = await reply.json();
    all.push(...page.results);
    next = page.next;
  }
  if (all.length !== RECORDS) throw new Error(`${all.length} came`);
}

const [mode, ...rest] = process.argv.slice(2);
if (mode === '--server') await serve(rest[0]);
else if (mode === '--peer') await peer(...rest);
else if (process.argv[1] === HERE) {
  try {
    await benchPull((line) => process.stdout.write(`${line}\n`));
  } finally {
    await cleanUp();
  }
}
