// Takes every workbook of a folder through Lexiform and both converters, and tells what became of it.
//
//   npm run corpus -- [FOLDER] [--together] [--validate] [--keep FOLDER]
//
// Workbooks of our own (`made-forms.mjs`) always go first. Without FOLDER, real forms are looked for where LEXIFORM_CORPUS
// says, or beside the checkout; without any, the line before the last says so.
//
// A form is equal when the converter makes the same XForm of the workbook and of what `build` writes from the dictionary that
// `import` made of it (profile `xlsform`). --validate asks ODK Validate about every original too, which takes minutes; --keep leaves the workbooks and
// XForms in a folder, to look at. --together imports all real forms into one dictionary, once more, and compares each form that is built
// from that with its original, by the latest converter. The last line is "N passed, M failed"; the exit code is 1 when M > 0.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exitCodeOf } from '../reference/exit-code.mjs';
import { ensureJava } from '../reference/java.mjs';
import { temporaryFolder } from '../reference/process.mjs';
import { say } from '../reference/tally.mjs';
import { proveAdapted } from './adapted.mjs';
import { agreementOf, validateOriginals } from './agreement.mjs';
import { VERSIONS, compareAll } from './equality.mjs';
import { NO_CORPUS, corpusFolder, workbooksIn } from './folders.mjs';
import { makeForms } from './made.mjs';
import { passage } from './passage.mjs';
import { passTogether } from './together.mjs';
import { tellAgreement, tellEquality, tellMade } from './report.mjs';

const OPTIONS = /** @type {const} */ ({
  validate: { type: 'boolean' },
  together: { type: 'boolean' },
  keep: { type: 'string' },
});

function readOptions() {
  try {
    const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
    if (positionals.length > 1) throw new Error('Name the one folder that holds the workbooks.');
    const { validate = false, together = false, keep } = values;
    return { validate, together, keep, folder: positionals[0] };
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    return null;
  }
}

async function prove({ folder, validate, together, keep }, tally) {
  const work = keep ?? (await temporaryFolder('lexiform-corpus'));
  const own = join(work, 'made');
  await mkdir(own, { recursive: true });
  say('workbooks of our own');
  tellMade(await proveAll(await makeForms(own), { work, validate }, tally), tally);
  const corpus = corpusFolder(folder);
  if (corpus === undefined) return say(NO_CORPUS);
  say('\nreal forms');
  const paths = await workbooksIn(corpus);
  await proveAll(paths, { work, validate }, tally);
  await proveAdapted(corpus, join(work, 'adapted'), tally);
  if (together) await proveTogether(paths, work, tally);
}

async function proveTogether(paths, work, tally) {
  say('\nreal forms, from one dictionary');
  const folder = join(work, 'together');
  const passages = await passTogether(paths, join(folder, 'built'));
  const results = [await compareAll(passages, VERSIONS.at(-1), folder)];
  tellEquality(passages, results, tally);
}

/** Tells both tables; gives the lines of the second. */
async function proveAll(paths, { work, validate }, tally) {
  const passages = [];
  for (const path of paths) passages.push(await passage(path, join(work, 'built')));
  const results = await Promise.all(VERSIONS.map((version) => compareAll(passages, version, work)));
  tellEquality(passages, results, tally);
  if (validate) await ensureJava();
  const latest = results.at(-1);
  const lines = agreementOf(latest, validate ? await validateOriginals(latest) : undefined);
  tellAgreement(lines, validate);
  return lines;
}

const options = readOptions();
process.exitCode = options === null ? 2 : await exitCodeOf('corpus', (tally) => prove(options, tally));
