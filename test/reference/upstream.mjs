// Holds the table of pyxform's checks (`src/diagnostics/upstream.ts`) against pyxform itself and ODK Validate: a small
// dictionary commits each mistake, our rule tells it, and the tool refuses the workbook that is built all the same.
import { upstreamChecks } from '../../dist/diagnostics/upstream.js';
import { upstreamGroups } from '../../dist/diagnostics/upstream-groups.js';
import { convertWith } from './convert.mjs';
import { temporaryFolder } from './process.mjs';
import { checkAndBuild, readCases } from './upstream-cases.mjs';
import { validateTogether } from './validate.mjs';

/** What each profile's workbooks are held against; as written means the latest pyxform. */
const VERSIONS = { xlsform: '4.5.0', kobo: '3.0.0', odk: '4.5.0' };
const TEXTS = ['wrong', 'right'];

/** Checks that have a rule and no case, each with the reason. */
const WITHOUT_CASE = new Map([
  ['dup-column-exact', 'the compiler writes each header once; of two values for one cell the last goes out'],
  ['header-missing-row', 'in a workbook, pyxform passes over a column without a header'],
  ['id-string-empty', 'a workbook without an id gets the name of its file'],
  ['loop-no-list', 'a loop without a list goes out as a group'],
]);

const SEVERITIES = new Map(upstreamGroups.flatMap(({ checks }) => checks.map(([id, { severity }]) => [id, severity])));

export async function proveUpstream(tally) {
  const cases = await readCases();
  const folder = await temporaryFolder('lexiform-upstream');
  const variants = await allVariants(cases, folder);
  await askTools(variants, folder);
  for (const each of cases) {
    const mine = variants.filter(({ id }) => id === each.id);
    report(`${each.id}: told and refused`, complaintsAboutWrong(each, mine), tally);
    report(`${each.id}: mended, clean and accepted`, complaintsAboutRight(each, mine), tally);
  }
  reportMissing(cases, tally);
}

async function allVariants(cases, folder) {
  const variants = [];
  for (const each of cases)
    for (const profile of Object.keys(VERSIONS))
      for (const text of TEXTS) variants.push(await checkAndBuild(each, text, profile, folder));
  return variants;
}

/** Adds to each variant what the tools have against its workbook: `error`, `warnings`, and `invalid` from ODK Validate. */
async function askTools(variants, folder) {
  await Promise.all(
    [...new Set(Object.values(VERSIONS))].map(async (version) => {
      const mine = variants.filter(({ profile, workbook }) => VERSIONS[profile] === version && workbook !== null);
      const workbooks = mine.map(({ workbook, profile, text, id }) => ({
        source: workbook,
        profile,
        layer: text,
        form: id,
      }));
      const converted = await convertWith(version, workbooks, `${folder}/${version}`);
      const valid = converted.filter(({ error }) => error === null).map(({ xform }) => xform);
      const verdicts = await validateTogether(valid, converted[0].validator);
      for (const [index, { error, warnings, xform }] of converted.entries()) {
        const { valid: isValid = true, complaints = [] } = verdicts.get(xform) ?? {};
        const [graver, others] = isValid ? [null, complaints] : [complaints.join('\n'), []];
        Object.assign(mine[index], { error, warnings: [...warnings, ...others], invalid: graver });
      }
    }),
  );
}

function complaintsAboutWrong(each, variants) {
  const wrong = variants.filter(({ text }) => text === 'wrong');
  const subject = wrong.find(({ profile }) => profile === profileOf(each));
  return [...untold(each, subject), ...notRefused(each, subject), ...wrong.flatMap(refusedWithoutAWord)];
}

/** Whose mistake it is: what only KoboToolbox refuses is found in its own workbook, everything else in one as written. */
function profileOf({ id }) {
  return id.startsWith('kobo-') ? 'kobo' : 'xlsform';
}

function ruleOf({ id, rule }) {
  return rule ?? upstreamChecks[id]?.rule;
}

/** The rule tells the mistake as gravely as the tool does; no other rule speaks up, but for what KoboToolbox cannot take. */
function untold(each, { findings }) {
  const rule = ruleOf(each);
  const others = findings.filter((finding) => finding.rule !== rule && !finding.rule.startsWith('kobo-'));
  const own = findings.filter((finding) => finding.rule === rule);
  const lenient = severityOf(each) === 'error' && own.every(({ severity }) => severity !== 'error');
  return [
    ...others.map((finding) => `another rule speaks up: ${told(finding)}`),
    ...(own.length === 0 ? [`${rule} does not tell it`] : []),
    ...(own.length > 0 && lenient ? [`${rule} is no error`] : []),
  ];
}

function severityOf({ id }) {
  return SEVERITIES.get(id) ?? 'error';
}

function notRefused(each, { workbook, error, warnings, invalid }) {
  if (workbook === null) return ['no workbook could be built'];
  const refusal = each.id.startsWith('validate-') ? invalid : error;
  const expected = severityOf(each) === 'warning' ? warnings.join('\n') : refusal;
  if (expected?.includes(each.says)) return [];
  const said = [error, ...warnings, invalid].filter((text) => text !== null);
  return [`no tool says ${JSON.stringify(each.says)}, but:`, ...(said.length === 0 ? ['nothing'] : said)];
}

/** Whatever a tool refuses, in the workbook of any profile, the check of that profile must call an error. */
function refusedWithoutAWord({ profile, findings, workbook, error, invalid }) {
  if (workbook === null || (error === null && invalid === null)) return [];
  if (findings.some(({ severity }) => severity === 'error')) return [];
  return [`profile ${profile}: no error is told, but the tool says: ${error ?? invalid}`];
}

function complaintsAboutRight(each, variants) {
  return variants.filter(({ text }) => text === 'right').flatMap((variant) => complaintsAboutTwin(each, variant));
}

/** The mended dictionary is clean and accepted, but for what `kobo` says that KoboToolbox does not take. */
function complaintsAboutTwin({ kobo }, { profile, findings, workbook, error, warnings, invalid }) {
  if (workbook === null) return [`profile ${profile}: no workbook could be built`];
  const known = profile === 'odk' ? undefined : kobo;
  const spoken = findings.filter(({ rule }) => rule !== known);
  const refused = [error, ...warnings, invalid].filter((text) => text !== null);
  const expected = profile === 'kobo' && findings.some(({ rule, severity }) => rule === kobo && severity === 'error');
  return [
    ...spoken.map((finding) => `profile ${profile}: ${told(finding)}`),
    ...(expected ? [] : refused.map((text) => `profile ${profile}: the tool says: ${text}`)),
    ...(expected && error === null && kobo.startsWith('kobo-')
      ? [`profile kobo: pyxform ${VERSIONS.kobo} accepts it`]
      : []),
    ...(known !== undefined && spoken.length === findings.length ? [`profile ${profile}: ${kobo} is not told`] : []),
  ];
}

function told({ rule, message }) {
  return `${rule}: ${message}`;
}

function report(what, complaints, tally) {
  if (complaints.length === 0) tally.pass(what);
  else tally.fail(what, complaints.join('\n'));
}

function reportMissing(cases, tally) {
  const ids = new Set(cases.map(({ id }) => id));
  for (const [id, here] of Object.entries(upstreamChecks)) {
    if (!('rule' in here) || ids.has(id) || WITHOUT_CASE.has(id)) continue;
    tally.fail(id, 'a rule stands for this check, and no case proves it');
  }
  for (const { id, rule } of cases)
    if (ruleOf({ id, rule }) === undefined) tally.fail(id, 'no rule stands for this case');
}
