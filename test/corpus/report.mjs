// What a run over a corpus tells: two tables, and each form that is not as it should be.
import { say } from '../reference/tally.mjs';
import { OUTCOMES } from './equality.mjs';
import { EXCEPTIONS } from './exceptions.mjs';

const FEW = 3;
const LONGEST = 300;

/** The first table, and each form that is not equal. What is not expected fails. */
export function tellEquality(passages, results, tally) {
  for (const each of passages) if (each.defect !== null) tally.fail(`${each.name} a defect of ours`, each.defect);
  for (const comparison of results.flat()) tellForm(comparison, tally);
  const counts = results.map((comparisons) => [
    passages.filter(({ defect }) => defect === null).length,
    passages.filter(({ built }) => built !== null).length,
    ...OUTCOMES.map((outcome) => comparisons.filter((each) => each.outcome === outcome).length),
  ]);
  say('');
  table([
    ['pyxform', 'files', 'read', 'imported', ...OUTCOMES],
    ...results.map((comparisons, index) => [comparisons[0]?.version ?? '', passages.length, ...counts[index]]),
  ]);
}

/** A form that the converter takes must be equal. */
function tellForm(comparison, tally) {
  const { passage, version, outcome } = comparison;
  const what = `${passage.name} pyxform ${version}`;
  const reason = EXCEPTIONS.get(`${passage.sha256} ${version}`);
  if (outcome === 'equal' && reason !== undefined) tally.fail(what, 'equal, and still among the exceptions');
  else if (outcome === 'equal') tally.pass(what);
  else if (outcome === 'refused by both') say(`     ${what} ${outcome}: ${short(comparison.original.error)}`);
  else if (outcome === 'refused only originally') say(`     ${what} ${outcome}: ${whyRefused(comparison)}`);
  else if (reason !== undefined) say(`     ${what} ${outcome}, as expected: ${reason}`);
  else tally.fail(what, `${outcome}\n${whatParts(comparison)}`);
}

function whyRefused({ passage, original }) {
  const errors = passage.findings.filter(({ severity }) => severity === 'error');
  const checked = errors.length === 0 ? 'and check does not' : `and by check (${rulesOf(errors).join(', ')})`;
  return `${short(original.error)} ${checked}`;
}

function whatParts({ passage, built, difference }) {
  if (difference !== null) return `original: ${difference.expected}\nbuilt:    ${difference.actual}`;
  return built === null ? passage.findings.map(({ message }) => message).join('\n') : short(built.error);
}

/** The second table: `check` beside pyxform and, where it was asked, ODK Validate. */
export function tellAgreement(lines, isValidated) {
  const refused = lines.filter((line) => line.refused !== null);
  const invalid = lines.filter((line) => line.refused === null && line.invalid !== null);
  const accepted = lines.filter((line) => line.refused === null && line.invalid === null);
  say('');
  table([
    ['', 'forms', 'check refuses', 'check does not', 'a row is named', 'same row in check'],
    ['refused by pyxform', ...countsOf(refused)],
    ...(isValidated ? [['refused by ODK Validate alone', ...countsOf(invalid)]] : []),
    [isValidated ? 'accepted by both' : 'accepted by pyxform', ...countsOf(accepted)],
  ]);
  for (const { passage, refused: why } of refused.filter(({ errors }) => errors.length === 0))
    say(`only pyxform refuses ${passage.name}: ${short(why)}`);
  for (const line of refused.filter(({ errors, atRow }) => errors.length > 0 && atRow === false))
    say(`another row than ${line.row}: ${line.passage.name}: ${short(line.refused)}; check: ${places(line.errors)}`);
  for (const { passage, invalid: why } of invalid.filter(({ errors }) => errors.length === 0))
    say(`only ODK Validate refuses ${passage.name}: ${short(why)}`);
  tellRules(accepted);
}

/** Workbooks of our own are well: the latest converter takes each, and check has nothing against it. */
export function tellMade(lines, tally) {
  for (const { passage, refused, errors } of lines) {
    const what = `${passage.name} is well`;
    const against = [...(refused === null ? [] : [refused]), ...errors.map(({ message }) => message)];
    if (against.length === 0) tally.pass(what);
    else tally.fail(what, against.join('\n'));
  }
}

function countsOf(lines) {
  const told = lines.filter(({ errors }) => errors.length > 0).length;
  const named = lines.filter(({ atRow }) => atRow !== undefined);
  return [lines.length, told, lines.length - told, named.length, named.filter(({ atRow }) => atRow).length];
}

/** Errors of check in forms that are accepted, by rule. */
function tellRules(accepted) {
  const rules = [...new Set(accepted.flatMap(({ errors }) => rulesOf(errors)))].toSorted();
  if (rules.length > 0) say('\nerrors of check in forms that are accepted:');
  for (const rule of rules) {
    const forms = accepted.filter(({ errors }) => errors.some((error) => error.rule === rule));
    say(`  ${rule}: ${forms.length} ${forms.length === 1 ? 'form' : 'forms'}`);
    for (const { passage, errors } of forms.slice(0, FEW)) {
      const { location, message } = errors.find((error) => error.rule === rule);
      say(`    ${passage.name} ${placeOf(location)}: ${short(message)}`);
    }
  }
}

function rulesOf(errors) {
  return [...new Set(errors.map(({ rule }) => rule))];
}

function places(errors) {
  return errors
    .slice(0, FEW)
    .map(({ rule, location }) => `${rule} ${placeOf(location)}`)
    .join(', ');
}

function placeOf(location) {
  return location.kind === 'cell' ? `${location.sheet}!${location.cell}` : '';
}

function short(text) {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

function table(rows) {
  const widths = rows[0].map((_head, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  for (const row of rows) {
    const [first, ...others] = row.map((cell, column) =>
      column === 0 ? String(cell).padEnd(widths[column]) : String(cell).padStart(widths[column]),
    );
    say([first, ...others].join('  '));
  }
}
