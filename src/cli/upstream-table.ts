import { type Upstream, upstreamChecks } from '../diagnostics/upstream.ts';
import { type UpstreamFact, type UpstreamGroup, upstreamGroups } from '../diagnostics/upstream-groups.ts';
import { wrap } from '../printers/wrap.ts';

const INTRODUCTION =
  'The checks of pyxform 4.5.0, the converter of ODK and KoboToolbox: its code where it has one, and the rule that finds the mistake here before a form is built, or why a dictionary cannot make it.';

/** Room for the name of a check; a few are longer and push their rule to the right. */
const ID = 26;
const CODE = 'INTERNAL_001'.length;

/** What stands here for each check of pyxform, as a text table for people. */
export function upstreamTable(width: number): string {
  const groups = upstreamGroups.map((group) => groupText(group, width));
  return `${wrap(INTRODUCTION, width).join('\n')}\n\n${groups.join('\n')}`;
}

function groupText({ title, checks }: UpstreamGroup, width: number): string {
  return `${title}\n${checks.map(([id, fact]) => checkText(id, fact, upstreamChecks[id], width)).join('')}`;
}

/** A rule stands on the line of its check; a reason needs lines of its own. */
function checkText(id: string, { severity, code }: UpstreamFact, here: Upstream, width: number): string {
  const start = `  ${severity.padEnd(8)} ${(code ?? '–').padEnd(CODE)}  `;
  if ('rule' in here) return `${start}${id.padEnd(ID)} ${here.rule}\n`;
  const reason = wrap(here.impossible, width - 6).map((line) => `      ${line}\n`);
  return `${start}${id}\n${reason.join('')}`;
}
