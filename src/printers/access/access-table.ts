import { quote } from '../../diagnostics/quote.ts';
import type { Answered } from '../../remote/access/ask-access.ts';

import type { Holder, ProjectAccess, Standing } from '../../remote/access/project-access.ts';
import { EVERYBODY } from '../../remote/kobo/assets.ts';
import { permissions } from '../../remote/servers/server.ts';
import { sentence } from '../safe-text.ts';
import type { Style } from '../style.ts';
import { displayWidth } from '../width.ts';

const MARKS: Readonly<Record<Standing, string>> = {
  owner: '●',
  declared: '✓',
  unmanaged: '✓',
  undeclared: '+',
  missing: '-',
};

const HEADINGS = ['view', 'edit', 'manage', 'add', 'view', 'edit', 'delete', 'validate'] as const;
/** The first is above its four columns, and so on. */
const ABOVE = [
  ['form', 2],
  ['project', 1],
  ['submissions', 5],
] as const;
const GAP = 3;
const LEGEND =
  '● owner   ✓ may   + may, and servers.yaml does not say so   - may not, though servers.yaml says so   ~ some submissions only';

/** Who may do what, for people: a table a project. */
export function accessTable(answers: readonly Answered[], style: Style): string {
  const tables = answers.flatMap((answer) => tableOf(answer, style) ?? []);
  const legend = answers.some(({ kind }) => kind === 'reviewed') ? [`${style.faint(LEGEND)}\n`] : [];
  return [...tables, ...legend].join('\n');
}

function tableOf(answer: Answered, style: Style): string | undefined {
  if (answer.kind === 'reviewed') return projectText(answer.access, style);
  if (answer.kind === 'failed') return undefined;
  return `${style.strong(answer.project)}  ${style.faint('was never pushed, so nobody has a right.')}\n`;
}

function projectText(access: ProjectAccess, style: Style): string {
  const { project, name, uid, isDeclared, holders, notes } = access;
  const first = Math.max(...holders.map((holder) => displayWidth(nameOf(holder)))) + GAP;
  const declared = isDeclared ? '' : style.faint('  servers.yaml leaves its rights alone');
  return [
    `${style.strong(project)}  ${style.faint(sentence(`${quote(name)}  ${uid}`))}${declared}`,
    ...headings(first).map((line) => style.faint(`  ${line}`)),
    ...holders.map((holder) => `  ${rowOf(holder, first, style)}`.trimEnd()),
    ...holders.flatMap((holder) => otherRights(holder)).map((line) => `  ${line}`),
    ...notes.map(({ severity, message }) => `  ${style[severity]('!')} ${sentence(message)}`),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function headings(first: number): readonly string[] {
  let at = 0;
  const above = ABOVE.map(([word, count]) => {
    const width = HEADINGS.slice(at, (at += count)).reduce((sum, heading) => sum + heading.length + GAP, 0);
    return word.padEnd(width);
  });
  const below = HEADINGS.map((heading) => heading.padEnd(heading.length + GAP));
  return [above, below].map((cells) => `${' '.repeat(first)}${cells.join('')}`.trimEnd());
}

function nameOf({ user }: Holder): string {
  return user === EVERYBODY ? 'everybody' : sentence(user);
}

function rowOf(holder: Holder, first: number, style: Style): string {
  const name = nameOf(holder);
  const cells = permissions.map((permission, index) => {
    const [mark, paint] = markOf(holder, permission, style);
    const width = (HEADINGS[index]?.length ?? 0) + GAP;
    return `${paint(mark)}${' '.repeat(width - mark.length)}`;
  });
  return `${name}${' '.repeat(first - displayWidth(name))}${cells.join('')}`;
}

function markOf({ rights }: Holder, permission: string, style: Style): readonly [string, (text: string) => string] {
  const right = rights.find((each) => each.permission === permission);
  if (right) {
    const isOther = right.standing === 'undeclared' || right.standing === 'missing';
    return [MARKS[right.standing], isOther ? style.warning : plain];
  }
  const some = rights.some((each) => each.only !== undefined) && permission === 'view_submissions';
  return some ? ['~', style.warning] : ['', plain];
}

function plain(text: string): string {
  return text;
}

/** What has no column. */
function otherRights(holder: Holder): readonly string[] {
  const known: ReadonlySet<string> = new Set(permissions);
  return holder.rights.flatMap(({ permission, only }) => {
    if (only !== undefined) return [`~ ${nameOf(holder)} has rights on ${sentence(only)} only.`];
    return known.has(permission) ? [] : [`+ ${nameOf(holder)} has the right ${sentence(permission)}, too.`];
  });
}
