// `node test/bench/areas.mjs`: a made-up gazetteer of 41,599 places in five levels and three languages becomes lists, and a form
// with five questions is checked and built of them; beside a plain script with openpyxl, and pyxform on the workbook that was
// built. It prints what it measured and judges nothing.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cleanUp, temporaryFolder } from '../reference/process.mjs';
import { ensureConverter } from '../reference/python.mjs';
import { gazetteer } from './gazetteer.mjs';
import { measure } from './measure.mjs';

const BIN = fileURLToPath(new URL('../../bin/lexiform.js', import.meta.url));
const SCRIPT = fileURLToPath(new URL('areas-peer.py', import.meta.url));
const RUNS = 3;
const PEER = '4.5.0';
const MANIFEST = `lexiform: 1
dictionary: areas
version: 1.0.0
languages: { en: English, fr: Français, ar: العربية }
profiles: [odk]
forms:
  cascade:
    title: { en: Places, fr: Lieux, ar: أماكن }
    items: [admin0, admin1, admin2, admin3, admin4]
`;

try {
  await bench(await ensureConverter(PEER), await temporaryFolder('lexiform-areas'));
} finally {
  await cleanUp();
}

async function bench(python, folder) {
  const [tables, workbook, dictionary] = ['tables', 'gazetteer.xlsx', 'dictionary'].map((name) => join(folder, name));
  const places = await writeTables(tables);
  await measure(python, [SCRIPT, 'make', tables, workbook]);
  await mkdir(dictionary);
  await writeFile(join(dictionary, 'dictionary.yaml'), MANIFEST);
  say(`${places.toLocaleString('en')} places in 5 levels, names in 3 languages`);
  say(`${`median of ${RUNS}`.padEnd(60)}seconds   peak MB`);
  const areas = (from) => lexiform('areas', from, '--out', dictionary, '--levels', '0-4', '--variables', '--quiet');
  const out = join(folder, 'build');
  const built = join(out, 'odk', 'core', 'cascade', 'cascade.xlsx');
  const build = lexiform('build', dictionary, '--target', 'xlsform', '--out', out);
  await measure(...areas(workbook));
  await row('lexiform areas, a workbook over the lists that are there', ...areas(workbook));
  await row('lexiform areas, CSV files over the lists that are there', ...areas(tables));
  await row('openpyxl, the workbook to lists, nothing proven', python, [
    SCRIPT,
    'lists',
    workbook,
    join(folder, 'peer'),
  ]);
  await row('lexiform check', ...lexiform('check', dictionary));
  await row('lexiform build, the long lists as CSV files', ...build);
  await inline(join(dictionary, 'codelists', 'admin-areas.yaml'));
  await row('lexiform build, all lists in the workbook', ...build);
  await row(`pyxform ${PEER} of that workbook, not validated`, python, [
    '-m',
    'pyxform.xls2xform',
    built,
    join(folder, 'form.xml'),
    '--skip_validate',
  ]);
}

function lexiform(...args) {
  return [process.execPath, [BIN, ...args]];
}

/** Writes a CSV file a level, and tells how many places there are. */
async function writeTables(folder) {
  await mkdir(folder);
  let places = 0;
  for (const [sheet, rows] of Object.entries(gazetteer())) {
    await writeFile(join(folder, `${sheet}.csv`), rows.map((cells) => `${cells.join(',')}\n`).join(''));
    places += rows.length - 1;
  }
  return places;
}

async function inline(file) {
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replaceAll(/^ {4}file: .*$/gm, '$&\n    delivery: inline'));
}

async function row(name, command, args) {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await measure(command, args));
  const seconds = runs.map((each) => each.seconds).toSorted((one, other) => one - other)[Math.floor(RUNS / 2)];
  const megabytes = Math.max(...runs.map((each) => each.megabytes ?? 0));
  say(`  ${name.padEnd(58)}${seconds.toFixed(2).padStart(7)}${megabytes.toFixed(0).padStart(10)}`);
}

function say(text) {
  process.stdout.write(`${text}\n`);
}
