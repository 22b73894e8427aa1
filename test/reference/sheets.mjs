// Holds the same table (`src/diagnostics/upstream.ts`) against pyxform for workbooks: each case is a workbook with one mistake,
// `check` names its cell, and the converter refuses or warns of the row that the cell stands in.
import { inWorkbook, upstreamChecks } from '../../dist/diagnostics/upstream.js';
import { upstreamGroups } from '../../dist/diagnostics/upstream-groups.js';
import { cellAddress } from '../../dist/printers/place.js';
import { convertWith } from './convert.mjs';
import { temporaryFolder } from './process.mjs';
import { checkWorkbook, readSheetCases, writeCase } from './sheets-cases.mjs';

const LATEST = '4.5.0';
const KOBO = '3.0.0';

/** Checks that a workbook can commit and that have no case, each with the reason. */
const WITHOUT_CASE = new Map([
  ['file-corrupt-xls', 'old workbooks are refused whole, whatever is in them'],
  ['file-not-table', 'a table in a text file is refused whole, whatever is in it'],
  ['xls-ambiguous-date', 'old workbooks are refused whole, whatever is in them'],
  ['header-missing-row', 'in a workbook, pyxform passes over a column without a header'],
]);

const SEVERITIES = new Map(upstreamGroups.flatMap(({ checks }) => checks.map(([id, { severity }]) => [id, severity])));

export async function proveSheets(tally) {
  const cases = await readSheetCases();
  const folder = await temporaryFolder('lexiform-sheets');
  const written = await Promise.all(cases.map((each) => writeCase(each, folder)));
  const [latest, kobo] = await Promise.all([LATEST, KOBO].map((version) => convert(version, cases, written, folder)));
  for (const [index, each] of cases.entries()) {
    const { bytes } = written[index];
    const findings = checkWorkbook(bytes, ['xlsform']);
    const complaints = [
      ...unsaid(each, latest[index]),
      ...untold(each, findings, latest[index]),
      ...atAnotherRow(each, findings, latest[index]),
      ...untoldToKobo(kobo[index], checkWorkbook(bytes, ['xlsform', 'kobo'])),
    ];
    if (complaints.length === 0) tally.pass(`${each.id}: told at ${each.at}`);
    else tally.fail(`${each.id}: told at ${each.at}`, complaints.join('\n'));
  }
  reportMissing(cases, tally);
}

function convert(version, cases, written, folder) {
  const workbooks = cases.map(({ id }, index) => ({
    source: written[index].workbook,
    profile: 'sheets',
    layer: 'wrong',
    form: id,
  }));
  return convertWith(version, workbooks, `${folder}/${version}`);
}

/** The words of the case, in the error or among the warnings as its check has it. */
function saidBy({ id, says }, { error, warnings }) {
  const texts = SEVERITIES.get(id) === 'warning' ? warnings : [error ?? ''];
  return texts.flatMap((text) => text.split('\n')).find((line) => line.includes(says));
}

function unsaid(each, conversion) {
  if (saidBy(each, conversion) !== undefined) return [];
  return [`pyxform ${LATEST} does not say ${JSON.stringify(each.says)}, but:`, conversion.error ?? 'nothing grave'];
}

/** The rule stands at the cells of the case, as gravely as pyxform takes it, and no other speaks up but those expected. */
function untold(each, findings, { error }) {
  const rule = inWorkbook(upstreamChecks[each.id]);
  const own = findings.filter((finding) => finding.rule === rule);
  const others = findings.filter((finding) => finding.rule !== rule && !finding.rule.startsWith('kobo-'));
  const expected = each.also?.split(', ') ?? [];
  // Of some mistakes pyxform warns, and breaks off soon after.
  const severity = error === null ? SEVERITIES.get(each.id) : 'error';
  return [
    ...others.filter(({ rule: other }) => !expected.includes(other)).map((finding) => `also told: ${told(finding)}`),
    ...(placesOf(own) === each.at ? [] : [`${rule} stands at ${placesOf(own)}, not at ${each.at}`]),
    ...own.filter((finding) => finding.severity !== severity).map((finding) => `is a ${finding.severity} here`),
  ];
}

function placesOf(findings) {
  return findings.map(({ location }) => (location.kind === 'cell' ? cellAddress(location) : 'the file')).join(' ');
}

/** pyxform names a row for many a mistake: it must be the one of the cell, or of a cell that the finding shows as well. */
function atAnotherRow(each, findings, conversion) {
  const [, row] = /\[row : (\d+)\]/u.exec(saidBy(each, conversion) ?? '') ?? [];
  if (row === undefined || each.row !== undefined) return [];
  const own = findings.filter(({ rule }) => rule === inWorkbook(upstreamChecks[each.id]));
  const rows = own.flatMap(({ location, related }) => [location, ...related.map((other) => other.location)]);
  return rows.some((location) => String(location.row) === row) ? [] : [`pyxform ${LATEST} names row ${row}`];
}

/** Whatever KoboToolbox's converter refuses must be an error for who asks about KoboToolbox. */
function untoldToKobo({ error }, findings) {
  if (error === null || findings.some(({ severity }) => severity === 'error')) return [];
  return [`no error is told for KoboToolbox, but pyxform ${KOBO} says: ${error}`];
}

function told({ rule, message }) {
  return `${rule}: ${message}`;
}

function reportMissing(cases, tally) {
  const ids = new Set(cases.map(({ id }) => id));
  for (const [id, here] of Object.entries(upstreamChecks)) {
    const possible = typeof inWorkbook(here) === 'string';
    if (possible === (ids.has(id) || WITHOUT_CASE.has(id))) continue;
    tally.fail(id, possible ? 'a workbook can commit it, and no case proves it' : 'there is a case of it');
  }
}
