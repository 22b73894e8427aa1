import type { ProjectState } from '../state/state.ts';
import { countEffects } from './count-effects.ts';
import { type OnServer } from './on-server.ts';
import { planBlocked, planNew, planProject } from './plan-project.ts';
import type { ProjectPlan } from './project-plan.ts';
import { type Reading, readProject } from './read-project.ts';
import type { Wanted } from './wanted.ts';

/** A plan, and the project that it is about as it was read; undefined for one that is not there, or cannot be read. */
export interface MadePlan {
  readonly plan: ProjectPlan;
  readonly there: OnServer | undefined;
}

/** Reads a project and plans what a push would do with it. */
export async function makePlan(
  wanted: Wanted,
  written: ProjectState | undefined,
  reading: Reading,
  counts = true,
): Promise<MadePlan> {
  const state = ofSameProject(wanted, written);
  const found = await readProject(wanted, state, reading);
  if (found.kind === 'absent') return { plan: planNew(wanted, state), there: undefined };
  if (found.kind === 'blocked') return { plan: planBlocked(wanted, state, found.blocked), there: undefined };
  const { there } = found;
  const { plan, questions } = planProject(wanted, there, state, found.base);
  const effects = counts ? await countEffects(reading.kobo, there.asset.uid, questions) : [];
  return { plan: { ...plan, effects }, there };
}

/** What is remembered of another project says nothing of the one that `servers.yaml` names by its uid. */
function ofSameProject({ project }: Wanted, state: ProjectState | undefined): ProjectState | undefined {
  return project.uid === undefined || project.uid === state?.uid ? state : undefined;
}
