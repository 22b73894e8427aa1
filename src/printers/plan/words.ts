import { quote } from '../../diagnostics/quote.ts';
import type { Change } from '../../remote/plan/change.ts';
import type { Effect } from '../../remote/plan/effect.ts';
import type { Step } from '../../remote/plan/project-plan.ts';
import { plural } from '../../core/counts.ts';

/** `label (French (fr))` for `label::French (fr)` */
export function columnWords(column: string): string {
  const at = column.indexOf('::');
  return at < 0 ? column : `${column.slice(0, at)} (${column.slice(at + 2)})`;
}

/** What changed, on one line and without its mark. */
export function changeWords(change: Change): string {
  const { kind, subject, name, column, before, after } = change;
  const what =
    subject === 'stamp'
      ? 'version of the dictionary'
      : [subject, name === subject ? '' : name].filter(Boolean).join(' ');
  if (subject === 'deployment') return `devices get ${before ?? ''}`;
  if (kind === 'moved') return `${what}: ${movedWords(change)}`;
  if (kind === 'renamed') return `${what}: renamed from ${before ?? ''}`;
  const cell = column === undefined ? '' : ` ${columnWords(column)}`;
  return `${what}${cell === '' ? '' : `:${cell}`}${valueWords(before, after)}`;
}

function movedWords({ column, before, after }: Change): string {
  if (column === 'group') return `moved from ${groupWords(before)} to ${groupWords(after)}`;
  return after === undefined ? 'stands at another place' : after === '' ? 'moved to the top' : `moved behind ${after}`;
}

function groupWords(group: string | undefined): string {
  return group === undefined || group === '' ? 'outside all groups' : group;
}

function valueWords(before: string | undefined, after: string | undefined): string {
  if (before && after) return ` ${quote(before)} → ${quote(after)}`;
  if (after) return ` ${quote(after)}`;
  return before ? ` ${quote(before)}` : '';
}

/** What a change does to collected answers. */
export function effectWords({ kind, name, before, after, count, atMost }: Effect): string {
  const many = count === undefined ? 'Submissions' : `${atMost ? 'Up to ' : ''}${plural(count, 'submission')}`;
  const [have, hold] = count === 1 ? ['has', 'holds'] : ['have', 'hold'];
  switch (kind) {
    case 'removed':
      return `${name} goes. ${many} ${have} an answer: it stays in KoboToolbox, in a column behind the others.`;
    case 'renamed':
      return `${before} becomes ${after}. ${many} ${have} an answer under the old name: exports get two columns, each partly empty.`;
    case 'retyped':
      return `${name}: ${before} becomes ${after}. ${many} ${have} an answer of the old type. ${typeWords(before, after)}`;
    case 'moved':
      return `${before} becomes ${after}. ${many} ${have} it under the old path: one column in exports, two keys in JSON.`;
    case 'moved-table':
      return `${name} moves from ${tableWords(before)} to ${tableWords(after)}. ${many} ${have} it there: exports get it on two sheets.`;
    case 'no-repeat':
      return `${name} is no repeat any more. ${many} ${have} entries of it: exports keep them on a sheet of their own.`;
    case 'code-gone':
      return `${name}: ${codeWords(before)} not offered any more. ${many} ${hold} ${before.includes(' ') ? 'one of them' : 'it'}, without a label in the new version.`;
  }
}

function codeWords(codes: string): string {
  return `${codes.replaceAll(' ', ', ')} ${codes.includes(' ') ? 'are' : 'is'}`;
}

function tableWords(repeat: string): string {
  return repeat === '' ? 'the main sheet' : `the sheet ${repeat}`;
}

function typeWords(before: string, after: string): string {
  if (before === 'select_one' && after === 'select_multiple')
    return 'Its new columns, one a code, stay empty for them.';
  if (before === 'select_multiple' && after === 'select_one')
    return 'Exports of KoboToolbox then put values under wrong headings.';
  return 'Old and new answers share one column.';
}

/** What a push does, as a list of things. */
export function stepWords(steps: readonly Step[]): string {
  const count = (kind: Step['kind']): number => steps.filter((step) => step.kind === kind).length;
  const some = (kind: Step['kind'], words: (number: string) => string, one: string): string[] =>
    count(kind) > 0 ? [words(plural(count(kind), one))] : [];
  return [
    ...some('create', () => 'creates the project', 'project'),
    ...some('import', () => 'hands the workbook over', 'workbook'),
    ...some('add-file', (number) => `adds ${number}`, 'file'),
    ...some('replace-file', (number) => `replaces ${number}`, 'file'),
    ...some('remove-file', (number) => `removes ${number}`, 'file'),
    ...some(
      'deploy',
      () => (steps.some((step) => step.kind === 'deploy' && step.again) ? 'deploys it anew' : 'deploys it'),
      'form',
    ),
    ...some('assign', (number) => `gives ${number}`, 'right'),
    ...some('unassign', (number) => `takes ${number} away`, 'right'),
    ...some('collect', () => 'puts it into its collection', 'collection'),
  ].join(', ');
}
