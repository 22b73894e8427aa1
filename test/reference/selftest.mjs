// Proves the reference run itself on forms that it makes: what is right passes and is counted, what is wrong fails
// with its full text, and nothing stays behind.
//
//   node test/reference/selftest.mjs
import strict from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cleanUp, run, temporaryFolder } from './process.mjs';
import { Tally } from './tally.mjs';
import { sheets, writeForm } from './selftest/workbook.mjs';

const RUNNER = fileURLToPath(new URL('run.mjs', import.meta.url));
const GOOD = fileURLToPath(new URL('selftest/good', import.meta.url));
const BAD = fileURLToPath(new URL('selftest/bad', import.meta.url));
const ENGLISH_LABEL = sheets().survey[0].indexOf('label::English (en)');
const RELEVANT = sheets().survey[0].indexOf('relevant');

const cases = {
  'good forms pass and every step counts': async (build) => {
    await writeBoth(build, 'selftest', sheets());
    const { code, lines } = await reference('--build', build, '--scenarios', GOOD);
    strict.equal(lines.at(-1), '81 passed, 0 failed'); // 3 conversions, 3 validations; on each of 3 forms opening it and 24 steps
    strict.equal(code, 0);
  },

  'parts can be run alone': async (build) => {
    await writeBoth(build, 'selftest', sheets());
    const converters = await reference('--build', build, '--only', 'converters');
    strict.equal(converters.lines.at(-1), '6 passed, 0 failed');
    const scenarios = await reference('--build', build, '--only', 'scenarios', '--scenarios', GOOD);
    strict.equal(scenarios.lines.at(-1), '75 passed, 0 failed');
  },

  'an error of pyxform fails': async (build) => {
    await writeBoth(build, 'selftest', withCell(1, 0, 'telepathy'));
    const { code, text } = await reference('--build', build, '--only', 'converters');
    strict.match(text, /FAIL kobo\/core\/selftest pyxform 3\.0\.0\n {5}error: .*telepathy/u);
    strict.match(text, /\n0 passed, 3 failed\n$/u);
    strict.equal(code, 1);
  },

  'a warning of pyxform fails': async (build) => {
    const content = sheets();
    content.survey.push(['image', 'photo', 'Photo', 'صورة']);
    await writeBoth(build, 'selftest', content);
    const { text } = await reference('--build', build, '--only', 'converters');
    strict.match(text, /FAIL odk\/core\/selftest pyxform 4\.5\.0\n {5}warning: .*max-pixels/u);
    strict.match(text, /\n3 passed, 3 failed\n$/u);
  },

  'a workbook that is none does not hide the others': async (build) => {
    await writeBoth(build, 'selftest', sheets());
    await writeBoth(build, 'broken', { survey: [[]] });
    const { text } = await reference('--build', build, '--only', 'converters');
    strict.match(text, /FAIL kobo\/core\/broken pyxform 3\.0\.0\n {5}error: ./u);
    strict.match(text, /\n6 passed, 3 failed\n$/u);
  },

  'what ODK Validate refuses fails, without its Java trace': async (build) => {
    await writeBoth(build, 'selftest', withCell(1, RELEVANT, 'no-such-function(1)'));
    const { text } = await reference('--build', build, '--only', 'converters');
    strict.match(
      text,
      /FAIL kobo\/core\/selftest ODK Validate of pyxform 3\.0\.0\n(?: {5}.*\n)* {5}.*no-such-function/u,
    );
    strict.doesNotMatch(text, /\n\s+at /u);
    strict.match(text, /\n3 passed, 3 failed\n$/u);
  },

  'scenarios that are wrong fail with their line': async (build) => {
    await writeBoth(build, 'selftest', sheets());
    const { text } = await reference('--build', build, '--only', 'scenarios', '--scenarios', BAD);
    strict.match(text, /wrong steps: a wrong expectation\n(?: {5}.*\n)+ {5}at selftest\.mjs:7\n/u);
    strict.match(text, /no question named regin; did you mean region\?\n {5}at selftest\.mjs:8\n/u);
    strict.match(text, /wrong steps: no assertion\n {5}this step asserts nothing\n/u);
    strict.match(text, /no step at all: outside of any step\n {5}this scenario has no step\n/u);
    strict.match(
      text,
      /outside of any step\n {5}TypeError: form\.nonsense is not a function\n {5}at selftest\.mjs:13\n/u,
    );
    strict.match(text, /FAIL nowhere\/selftest: find the form\n {5}no workbook/u);
    strict.match(text, /\n6 passed, 16 failed\n$/u);
  },

  'a form that the engine refuses fails its scenarios': async (build) => {
    const content = withCell(3, 0, 'select_one_from_file lost.csv');
    content.survey[4][content.survey[0].indexOf('choice_filter')] = '';
    await writeBoth(build, 'selftest', content);
    const { text } = await reference('--build', build, '--scenarios', GOOD);
    strict.match(text, /FAIL odk\/core\/selftest pyxform 4\.5\.0: opens\n {5}the form engine refuses selftest: .*/u);
    strict.match(text, /\n6 passed, 3 failed\n$/u);
  },

  'schemas that let everything pass, or are missing, fail': async (build) => {
    await writeBoth(build, 'selftest', sheets());
    const empty = JSON.stringify({ type: 'object', properties: {} });
    for (const shape of ['kobo', 'odata'])
      await writeFile(join(build, 'odk', 'core', 'selftest', `selftest.${shape}.schema.json`), empty);
    const { text } = await reference('--build', build, '--only', 'scenarios', '--scenarios', GOOD);
    strict.match(text, /FAIL kobo\/core\/selftest pyxform 3\.0\.0: its schemas: open\n {5}ENOENT/u);
    strict.match(
      text,
      /FAIL odk\/core\/.*: its schemas: kobo: has the columns of the form\n {5}today is not in the schema/u,
    );
    strict.match(text, /FAIL odk\/core\/.*: odata: broken household: "text"\n {5}nothing was found/u);
    strict.match(
      text,
      /FAIL odk\/core\/.*: kobo: broken the form: a question that is not there\n {5}nothing was found/u,
    );
  },

  'wrong options and an empty build are told': async (build) => {
    strict.equal((await reference('--only', 'jokes')).code, 2);
    strict.equal((await reference('--bild', build)).code, 2);
    const { code, lines } = await reference('--build', join(build, 'empty'));
    strict.match(lines.at(-2), /no workbook below/u);
    strict.deepEqual([lines.at(-1), code], ['0 passed, 1 failed', 1]);
  },
};

async function main() {
  const tally = new Tally();
  for (const [name, test] of Object.entries(cases)) {
    try {
      await test(await temporaryFolder('lexiform self test')); // blanks in paths must do no harm
      tally.pass(name);
    } catch (error) {
      tally.fail(name, error.message);
    }
  }
  await cleanUp();
  tally.finish();
  return tally.failed > 0 ? 1 : 0;
}

/** Runs the runner, which must never show a stack trace of its own nor leave a temporary file. */
async function reference(...args) {
  const env = { TMPDIR: await temporaryFolder('lexiform self test') };
  const { code, stdout, stderr } = await run(process.execPath, [RUNNER, ...args], { timeout: 600_000, env });
  strict.deepEqual(await readdir(env.TMPDIR), []);
  strict.doesNotMatch(stdout + stderr, /\n\s+at .*\.mjs:\d+:\d+/u);
  return { code, text: stdout, lines: stdout.trimEnd().split('\n') };
}

async function writeBoth(build, name, content) {
  for (const profile of ['kobo', 'odk']) await writeForm(join(build, profile, 'core', name), name, content);
}

/** The good survey with one cell changed, made visible by a label where the row has none. */
function withCell(row, column, value) {
  const content = sheets();
  content.survey[row][ENGLISH_LABEL] ??= 'Text';
  content.survey[row][column] = value;
  return content;
}

process.exitCode = await main();
