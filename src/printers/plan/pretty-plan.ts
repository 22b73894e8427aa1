import { plural } from '../../core/counts.ts';
import { quote } from '../../diagnostics/quote.ts';
import type { Change } from '../../remote/plan/change.ts';
import type { PlanSummary } from '../../remote/plan/plan-file.ts';
import type { Drift, ProjectPlan } from '../../remote/plan/project-plan.ts';
import { withoutUndone } from '../../remote/plan/three-way.ts';
import { sentence } from '../safe-text.ts';
import type { Style } from '../style.ts';
import { changeWords, effectWords, stepWords } from './words.ts';

export interface PrettyPlan {
  readonly style: Style;
  /** Every change, not only the first of many. */
  readonly all: boolean;
}

const FEW = 20;
const MARKS: Readonly<Record<Change['kind'], string>> = {
  added: '+',
  removed: '-',
  changed: '~',
  moved: '>',
  renamed: '~',
};

/** A plan for a person; what stays as it is takes one line. */
export function prettyPlan(plan: ProjectPlan, how: PrettyPlan): string {
  const lines = [headOf(plan, how), ...bodyOf(plan, how)];
  return lines.map((each) => `${each}\n`).join('');
}

function headOf({ project, name, uid, submissions, status, deployment }: ProjectPlan, { style }: PrettyPlan): string {
  const parts = [
    quote(name),
    uid ?? '',
    submissions === undefined || submissions === 0 ? '' : plural(submissions, 'submission'),
    deployment === 'archived' ? 'archived, and stays so' : '',
    status === 'same' ? 'no change' : status === 'new' ? 'new project' : '',
  ];
  return `${style.strong(project)}  ${style.faint(sentence(parts.filter(Boolean).join('  ')))}`;
}

function bodyOf(plan: ProjectPlan, how: PrettyPlan): readonly string[] {
  const { blocked, steps, effects, drift } = plan;
  const { style } = how;
  if (blocked) return [`  ${style.error('!')} ${sentence(blocked.message)}`, `    ${sentence(blocked.help)}`];
  return [
    ...few(withoutUndone(plan), how).map((change) => line(change, style)),
    ...section(
      'Collected answers:',
      effects.map((effect) => `    ${style.warning('!')} ${sentence(effectWords(effect))}`),
    ),
    ...section(
      'Changed on KoboToolbox since the last push:',
      drift.map(
        (change) =>
          `  ${line(change, style)}  ${style.faint(`(${change.fate === 'agreed' ? 'as in the dictionary' : 'the push undoes it'})`)}${lockedWords(change, style)}`,
      ),
    ),
    ...(steps.length > 0 ? [style.faint(`  A push ${stepWords(steps)}.`)] : []),
  ];
}

function few(changes: readonly Change[], { all }: PrettyPlan): readonly (Change | string)[] {
  if (all || changes.length <= FEW) return changes;
  return [...changes.slice(0, FEW), `… and ${changes.length - FEW} more: --all shows them.`];
}

function line(change: Change | string, style: Style): string {
  if (typeof change === 'string') return `  ${change}`;
  const mark = MARKS[change.kind];
  const painted =
    change.kind === 'removed' ? style.error(mark) : change.kind === 'added' ? style.info(mark) : style.warning(mark);
  return `  ${painted} ${sentence(changeWords(change))}`;
}

function lockedWords({ locked }: Drift, style: Style): string {
  return locked === undefined ? '' : `  ${style.warning(sentence(`locked: ${locked}`))}`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`  ${title}`, ...lines];
}

/** `1 project is new, 2 change, 57 stay as they are` */
export function summaryWords({ new: fresh, changed, same, blocked }: PlanSummary): string {
  return [
    fresh > 0 ? `${plural(fresh, 'project')} to create` : '',
    changed > 0 ? `${plural(changed, 'project')} to change` : '',
    same > 0 ? `${plural(same, 'project')} without a change` : '',
    blocked > 0 ? `${plural(blocked, 'project')} that cannot be pushed` : '',
  ]
    .filter(Boolean)
    .join(', ');
}
