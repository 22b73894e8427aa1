// Adds up what the unit tests, the reference run and the corpus counted, and prints the one line that closes a run.
import { readFileSync } from 'node:fs';

const [vitestReport, tests, ...logs] = process.argv.slice(2);

/** What a step counted; a step that failed without counting a failure counts as one. */
function counted(exitCode, passed, failed) {
  return { passed, failed: exitCode === '0' ? failed : Math.max(failed, 1) };
}

function readVitest() {
  try {
    const { numPassedTests, numTotalTests } = JSON.parse(readFileSync(vitestReport, 'utf8'));
    return counted(tests, numPassedTests, numTotalTests - numPassedTests);
  } catch {
    return counted('1', 0, 1);
  }
}

/** A log ends with what was counted. */
function readLog(log, exitCode) {
  const [, passed, failed] =
    readFileSync(log, 'utf8')
      .trimEnd()
      .match(/(\d+) passed, (\d+) failed$/) ?? [];
  return passed === undefined ? counted('1', 0, 1) : counted(exitCode, Number(passed), Number(failed));
}

const [referenceLog, reference, corpusLog, corpus] = logs;
const parts = [readVitest(), readLog(referenceLog, reference), readLog(corpusLog, corpus)];
const passed = parts.reduce((sum, part) => sum + part.passed, 0);
const failed = parts.reduce((sum, part) => sum + part.failed, 0);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
