import { plural } from '../../core/counts.ts';
import { quote } from '../../diagnostics/quote.ts';
import type { Step } from '../../remote/plan/project-plan.ts';
import type { Outcome } from '../../remote/push/outcome.ts';
import { placeOf } from '../place.ts';
import { sentence } from '../safe-text.ts';
import type { Style } from '../style.ts';

/** What became of a project, on a line, or on a few where something is to be done. */
export function outcomeText(outcome: Outcome, style: Style): string {
  const { project, name, result, uid, done } = outcome;
  if (result === 'same') return `${project}  no change\n`;
  if (result === 'done') return `${project}  ${sentence(`${quote(name)}  ${uid ?? ''}  ${doneWords(done)}`)}\n`;
  return failureText(outcome, style);
}

function failureText({ project, result, failure, done }: Outcome, style: Style): string {
  if (!failure) return '';
  const { step, message, help, location } = failure;
  const head =
    result === 'blocked' ? 'cannot be pushed' : done.length > 0 || step ? 'was not finished' : 'was not begun';
  const mend =
    location === undefined ? help : `Mend it in ${placeOf(location)} and push again: the push goes on from here.`;
  const lines = [
    `${style.error('error')}: ${quote(project)} ${head}: ${sentence(message)}`,
    ...(done.length > 0
      ? [`  Done so far: ${doneWords(done)}.${isDeployed(done) ? '' : ' Devices still get what they got before.'}`]
      : []),
    `  ${sentence(mend)}`,
  ];
  return lines.map((each) => `${each}\n`).join('');
}

function isDeployed(done: readonly Step[]): boolean {
  return done.some(({ kind }) => kind === 'deploy');
}

const DONE: Readonly<Record<Step['kind'], readonly [string, string]>> = {
  create: ['created', ''],
  import: ['workbook handed over', ''],
  'add-file': ['added', 'file'],
  'replace-file': ['replaced', 'file'],
  'remove-file': ['removed', 'file'],
  deploy: ['deployed', ''],
  assign: ['gave', 'right'],
  unassign: ['took away', 'right'],
  collect: ['put into its collection', ''],
};

function doneWords(done: readonly Step[]): string {
  const kinds = [...new Set(done.map(({ kind }) => kind))];
  return kinds
    .map((kind) => {
      const [words, noun] = DONE[kind];
      return noun === '' ? words : `${words} ${plural(done.filter((step) => step.kind === kind).length, noun)}`;
    })
    .join(', ');
}

/** What a push is doing at this moment. */
export function stepText(project: string, step: Step): string {
  const file = 'file' in step ? ` ${step.file}` : '';
  const DOING: Readonly<Record<Step['kind'], string>> = {
    create: 'creating it',
    import: 'handing the workbook over',
    'add-file': `sending${file}`,
    'replace-file': `sending${file}`,
    'remove-file': `removing${file}`,
    deploy: 'deploying',
    assign: 'giving rights',
    unassign: 'taking rights away',
    collect: 'putting it into its collection',
  };
  return `${project}: ${DOING[step.kind]}`;
}

/** `58 projects pushed, 1 without a change, 1 failed` */
export function outcomesWords(outcomes: readonly Outcome[]): string {
  const count = (result: Outcome['result']): number => outcomes.filter((each) => each.result === result).length;
  return [
    count('done') > 0 ? `${plural(count('done'), 'project')} pushed` : '',
    count('same') > 0 ? `${plural(count('same'), 'project')} without a change` : '',
    count('blocked') > 0 ? `${plural(count('blocked'), 'project')} that cannot be pushed` : '',
    count('failed') > 0 ? `${plural(count('failed'), 'project')} failed` : '',
  ]
    .filter(Boolean)
    .join(', ');
}
