// Takes every workbook of a folder through Lexiform and both converters, and tells what became of it.
//
//   npm run corpus -- FOLDER [--validate] [--keep FOLDER]
//
// A form is equal when the converter makes the same XForm of the workbook and of what `build` writes from it (profile
// `xlsform`). --validate asks ODK Validate about every original too, which takes minutes; --keep leaves the workbooks and
// XForms in a folder, to look at. The last line is "N passed, M failed"; the exit code is 1 when M > 0.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureJava } from '../reference/java.mjs';
import { SetupError, cleanUp, temporaryFolder } from '../reference/process.mjs';
import { Tally } from '../reference/tally.mjs';
import { agreementOf, validateOriginals } from './agreement.mjs';
import { VERSIONS, compareAll } from './equality.mjs';
import { passage } from './passage.mjs';
import { tellAgreement, tellEquality } from './report.mjs';

async function main() {
  const options = readOptions();
  if (options === null) return 2;
  const tally = new Tally();
  try {
    await prove(options, tally);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    tally.fail('corpus', error.message);
  } finally {
    await cleanUp();
  }
  tally.finish();
  return tally.failed > 0 ? 1 : 0;
}

function readOptions() {
  const options = { validate: { type: 'boolean', default: false }, keep: { type: 'string' } };
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (positionals.length !== 1) throw new Error('Name the one folder that holds the workbooks.');
    return { ...values, folder: positionals[0] };
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    return null;
  }
}

async function prove({ folder, validate, keep }, tally) {
  const work = keep ?? (await temporaryFolder('lexiform-corpus'));
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => /\.xlsx$/iu.test(name)).toSorted();
  if (files.length === 0) throw new SetupError(`no workbook in ${folder}`);
  const passages = [];
  for (const name of files) passages.push(await passage(join(folder, name), join(work, 'built')));
  const results = await Promise.all(VERSIONS.map((version) => compareAll(passages, version, work)));
  tellEquality(passages, results, tally);
  if (validate) await ensureJava();
  const latest = results.at(-1);
  tellAgreement(agreementOf(latest, validate ? await validateOriginals(latest) : undefined), validate);
}

process.exitCode = await main();
