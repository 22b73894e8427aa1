// Holds our reader of workbooks against openpyxl, cell by cell, as pyxform uses it.
//
//   node test/reference/cells.mjs FOLDER        compares every .xlsx file of a folder, whoever made it
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readWorkbook } from '../../dist/formats/xlsx-read.js';
import { printedValue } from '../../dist/formats/xlsx-printed.js';
import { makeWorkbooks } from './cells-made.mjs';
import { SetupError, cleanUp, run, temporaryFolder } from './process.mjs';
import { ensureConverter } from './python.mjs';
import { Tally } from './tally.mjs';

const SCRIPT = fileURLToPath(new URL('cells.py', import.meta.url));
const FEW = 5;

/**
 * Reads workbooks with openpyxl, in the environment of one version of pyxform, and with our reader.
 * @returns {Promise<{ path: string, ours: string[] | string, theirs: string[] | string }[]>} the sheets and cells that
 *   each finds, a line for each; or, as one text, why it refuses the file
 */
export async function readBoth(paths, version) {
  const python = await ensureConverter(version);
  const input = JSON.stringify({ workbooks: paths });
  const answer = await run(python, ['-I', SCRIPT], { input, timeout: 60_000 + paths.length * 10_000 });
  if (answer.code !== 0) throw new SetupError(`openpyxl did not run:\n${answer.stderr}`);
  const theirs = answer.stdout
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text));
  const results = [];
  for (const [index, path] of paths.entries()) {
    results.push({ path, ours: ourLines(await readFile(path)), theirs: theirLines(theirs[index]) });
  }
  return results;
}

/** Where the two differ, or null. */
export function difference({ ours, theirs }) {
  if (typeof ours === 'string' || typeof theirs === 'string') {
    return typeof ours === typeof theirs ? null : `ours: ${summary(ours)}; openpyxl: ${summary(theirs)}`;
  }
  const missing = without(theirs, ours).map((one) => `only openpyxl: ${one}`);
  const added = without(ours, theirs).map((one) => `only ours: ${one}`);
  const all = [...missing.slice(0, FEW), ...added.slice(0, FEW)];
  if (all.length > 0) return all.join('\n');
  return theirs.join('\n') === ours.join('\n') ? null : 'the same sheets and cells in another order';
}

function summary(lines) {
  return typeof lines === 'string' ? lines : `${lines.length} lines`;
}

function without(lines, others) {
  const known = new Set(others);
  return lines.filter((one) => !known.has(one));
}

function theirLines({ error, sheets }) {
  if (error !== null) return error;
  return sheets.flatMap(({ name, state, cells }) => [
    `sheet ${name} ${state}`,
    ...cells.map(([row, column, kind, text]) => line(name, row, column, kind, text)),
  ]);
}

/** What lies beyond the declared end of a sheet is hidden from openpyxl, and so left out. */
function ourLines(bytes) {
  const read = readWorkbook(bytes);
  if (read.kind === 'refused') return `${read.problem.kind}: ${read.problem.message}`;
  return read.sheets.flatMap(({ name, state, rows, declared }) => [
    `sheet ${name} ${state}`,
    ...rows
      .filter(({ number }) => number <= (declared?.row ?? Infinity))
      .flatMap(({ number, cells }) =>
        cells
          .filter(({ column, value }) => column <= (declared?.column ?? Infinity) && value !== '')
          .map((cell) => line(name, number, cell.column, kindOf(cell), printedValue(cell))),
      ),
  ]);
}

function kindOf({ kind }) {
  return kind === 'error' ? 'text' : kind;
}

function line(...parts) {
  return JSON.stringify(parts);
}

/** Compares every .xlsx file of a folder, whoever made it. */
async function main(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.xlsx')).toSorted();
  const tally = new Tally();
  const paths = names.map((name) => join(folder, name));
  for (const result of await readBoth(paths, '4.5.0')) report(basename(result.path), difference(result), tally);
  tally.finish();
  await cleanUp();
}

function report(what, found, tally) {
  if (found === null) tally.pass(what);
  else tally.fail(what, found);
}

/** Compares workbooks in the shapes that programs give them, with each version that a server runs. */
export async function proveCells(tally) {
  const folder = await temporaryFolder('lexiform-cells');
  const paths = await makeWorkbooks(folder);
  for (const version of ['3.0.0', '4.5.0']) {
    for (const result of await readBoth(paths, version)) {
      const refused = [result.ours, result.theirs].find((lines) => typeof lines === 'string');
      report(
        `cells of ${basename(result.path, '.xlsx')}, as in pyxform ${version}`,
        refused ?? difference(result),
        tally,
      );
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv[2]);
