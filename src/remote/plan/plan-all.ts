import pLimit from 'p-limit';
import type { Kobo } from '../kobo/kobo.ts';
import { settled } from '../push/settle.ts';
import type { Timing } from '../push/timing.ts';
import { RemoteError } from '../remote-error.ts';
import { projectName } from '../servers/server.ts';
import type { State } from '../state/state.ts';
import { makePlan } from './make-plan.ts';
import type { ProjectPlan } from './project-plan.ts';
import type { Reading } from './read-project.ts';
import type { Wanted } from './wanted.ts';

/** A project, the server that it is on, and what the dictionary wants of it. */
export interface Target {
  readonly kobo: Kobo;
  readonly wanted: Wanted;
}

/** A plan, or why there is none. */
export type Planned =
  | { readonly kind: 'planned'; readonly target: Target; readonly plan: ProjectPlan }
  | { readonly kind: 'failed'; readonly project: string; readonly message: string; readonly help: string };

export interface PlanWork {
  readonly state: State;
  readonly knownUids: ReadonlySet<string>;
  readonly timing: Timing;
  readonly jobs: number;
  /** Told when a project was planned. */
  readonly onPlanned: (done: number) => void;
}

/** A workbook that an earlier push handed over is waited for, but not long: its server may have forgotten it. */
const PATIENCE = 60_000;

export function readingOf(kobo: Kobo, knownUids: ReadonlySet<string>, timing: Timing): Reading {
  const shorter = { ...timing, limit: Math.min(timing.limit, PATIENCE) };
  return { kobo, knownUids, settle: (uid) => settled(kobo, uid, shorter) };
}

/** Plans projects, some at a time; one that cannot be read does not keep the others from it. */
export async function planAll(targets: readonly Target[], work: PlanWork): Promise<readonly Planned[]> {
  const limit = pLimit(work.jobs);
  const greetings = new Map<Kobo, Promise<string>>();
  let done = 0;
  return limit.map(targets, async (target) => {
    const planned = await planOne(target, work, greetings);
    work.onPlanned((done += 1));
    return planned;
  });
}

/** A server that does not answer, or does not take the token, is asked once, and not once for each of its projects. */
async function greet(kobo: Kobo, greetings: Map<Kobo, Promise<string>>): Promise<void> {
  const greeting = greetings.get(kobo) ?? kobo.me();
  greetings.set(kobo, greeting);
  await greeting;
}

async function planOne(
  target: Target,
  { state, knownUids, timing }: PlanWork,
  greetings: Map<Kobo, Promise<string>>,
): Promise<Planned> {
  const project = projectName(target.wanted.project);
  try {
    await greet(target.kobo, greetings);
    const reading = readingOf(target.kobo, knownUids, timing);
    const { plan } = await makePlan(target.wanted, state.get(project), reading);
    return { kind: 'planned', target, plan };
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    return { kind: 'failed', project, message: error.message, help: error.help };
  }
}
