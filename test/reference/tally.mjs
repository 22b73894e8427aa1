// Counts and prints results: a short line for what passed, the full text for what did not.

/** One workbook in one layer of one profile, as people write it: `kobo/core/household_registration`. */
export function title(workbook) {
  return `${workbook.profile}/${workbook.layer}/${workbook.form}`;
}

export class Tally {
  passed = 0;
  failed = 0;

  pass(what, count = 1) {
    this.passed += count;
    say(`PASS ${what}`);
  }

  fail(what, text) {
    this.failed += 1;
    say(`FAIL ${what}`);
    for (const line of readable(text)) say(`     ${line}`);
  }

  /** The last line of a run; whoever watches the run reads it. */
  finish() {
    say(`${this.passed} passed, ${this.failed} failed`);
  }
}

export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Blank lines and the frames of Java traces say nothing about a form. */
export function readable(text) {
  return text
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '' && !/^\s*(?:at [\w.$]+\(|\.\.\. \d+ more)/u.test(line));
}
