import { isRecord } from '../../core/is-record.ts';
import { compareText } from '../../core/location.ts';
import type { ProjectState, State, StateProblem } from './state.ts';

const VERSION = 1;
export const STATE_FILE = 'servers.state.json';
const FROM_GIT = `Take the file from version control again: git checkout -- ${STATE_FILE}`;

/** The same state has the same bytes, with one fact a line, so that two pushes on two branches merge. */
export function stateText(state: State): string {
  const projects = Object.fromEntries([...state].map(([name, project]) => [name, project]));
  return `${JSON.stringify(inOrder({ version: VERSION, projects }), undefined, 2)}\n`;
}

/** Whether two entries say the same, in whatever order. */
export function isSameState(one: ProjectState | undefined, other: ProjectState | undefined): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const sorted = entries.toSorted(([one], [other]) => compareText(one, other));
  return Object.fromEntries(sorted.map(([key, inner]) => [key, inOrder(inner)]));
}

/** Reads what was written, and people or a merge may have changed since. */
export function readState(text: string): State | StateProblem {
  if (/^(?:<{7}|={7}|>{7})/m.test(text)) return CONFLICT;
  const read = parsed(text);
  if (!isRecord(read)) return { message: `${STATE_FILE} is not JSON any more.`, help: FROM_GIT };
  if (read['version'] !== VERSION) return otherVersion(read['version']);
  const projects = isRecord(read['projects']) ? Object.entries(read['projects']) : undefined;
  if (!projects) return { message: `${STATE_FILE} has no "projects".`, help: FROM_GIT };
  const wrong = projects.find(([, project]) => !isProject(project));
  if (wrong) return { message: `What ${STATE_FILE} says of "${wrong[0]}" is not whole.`, help: FROM_GIT };
  return new Map(projects as [string, ProjectState][]);
}

const CONFLICT: StateProblem = {
  message: `${STATE_FILE} holds the marks of a merge (<<<<<<<).`,
  help: 'Keep, for each project, the lines of the push that came last; the next plan shows whether that was right.',
};

function otherVersion(version: unknown): StateProblem {
  return {
    message: `${STATE_FILE} is of version ${String(version)}, and this Lexiform knows version ${VERSION}.`,
    help: 'Use the Lexiform that wrote it, or a newer one.',
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

const TEXTS = ['version', 'content', 'form', 'name', 'stamp', 'collection'];

function isProject(value: unknown): boolean {
  if (!isRecord(value) || typeof value['uid'] !== 'string') return false;
  const { media = {}, permissions = {}, unfinished = {} } = value;
  return (
    TEXTS.every((key) => value[key] === undefined || typeof value[key] === 'string') &&
    isRecord(media) &&
    Object.values(media).every((each) => typeof each === 'string') &&
    isRecord(permissions) &&
    Object.values(permissions).every((each) => Array.isArray(each) && each.every((one) => typeof one === 'string')) &&
    isRecord(unfinished) &&
    ['import', 'held'].every((key) => ['undefined', 'string'].includes(typeof unfinished[key]))
  );
}
