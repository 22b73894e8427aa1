import { inDictionary, inWorkbook, type Stand, type Upstream, upstreamChecks } from '../diagnostics/upstream.ts';
import { type UpstreamFact, type UpstreamGroup, upstreamGroups } from '../diagnostics/upstream-groups.ts';
import { wrap } from '../printers/wrap.ts';

const INTRODUCTION =
  'The checks of pyxform 4.5.0, the converter of ODK and KoboToolbox: its code where it has one, and the rule that finds the mistake here before a form is built, or why a dictionary cannot make it. Where a workbook (.xlsx) has a rule of its own, it stands below.';

/** Room for the name of a check; a few are longer and push their rule to the right. */
const ID = 26;
const CODE = 'INTERNAL_001'.length;
const WORKBOOK = 'in a workbook:';

/** What stands here for each check of pyxform, as a text table for people. */
export function upstreamTable(width: number): string {
  const groups = upstreamGroups.map((group) => groupText(group, width));
  return `${wrap(INTRODUCTION, width).join('\n')}\n\n${groups.join('\n')}`;
}

function groupText({ title, checks }: UpstreamGroup, width: number): string {
  return `${title}\n${checks.map(([id, fact]) => checkText(id, fact, upstreamChecks[id], width)).join('')}`;
}

/** A rule stands on the line of its check; a reason needs lines of its own, and so does what differs in a workbook. */
function checkText(id: string, { severity, code }: UpstreamFact, here: Upstream, width: number): string {
  const start = `  ${severity.padEnd(8)} ${(code ?? '–').padEnd(CODE)}  `;
  const [dictionary, workbook] = [inDictionary(here), inWorkbook(here)];
  const first =
    typeof dictionary === 'string'
      ? `${start}${id.padEnd(ID)} ${dictionary}\n`
      : `${start}${id}\n${reason(dictionary, width)}`;
  return here.workbook === undefined ? first : `${first}${inWorkbooks(workbook, start.length + ID, width)}`;
}

function inWorkbooks(stand: Stand, indent: number, width: number): string {
  const label = `${' '.repeat(indent - WORKBOOK.length)}${WORKBOOK}`;
  return typeof stand === 'string' ? `${label} ${stand}\n` : `${label}\n${reason(stand, width)}`;
}

function reason({ impossible }: Exclude<Stand, string>, width: number): string {
  return wrap(impossible, width - 6)
    .map((line) => `      ${line}\n`)
    .join('');
}
