import { sha256 } from '../../core/hash.ts';
import { projectName } from '../servers/server.ts';
import type { ProjectState } from '../state/state.ts';
import { compareProject, type Differences, toldDifferences } from './compare-project.ts';
import { possibleEffects, type Question } from './effect.ts';
import { type OnServer, seenOf } from './on-server.ts';
import type { Blocked, ProjectPlan, Step } from './project-plan.ts';
import { wantedRights } from './rights.ts';
import { type Base, driftOf, intendedChanges } from './three-way.ts';
import type { Wanted } from './wanted.ts';

/** A plan, and what the server is to be asked about the answers that it has. */
export interface Planned {
  readonly plan: ProjectPlan;
  readonly questions: readonly Question[];
}

/** What a push does with a project that is not there yet. */
export function planNew(wanted: Wanted, state: ProjectState | undefined): ProjectPlan {
  const { project } = wanted;
  const files = [...wanted.media.keys()].map((file) => ({ kind: 'add-file', file }) as const);
  const rights = wantedRights(project, '').map((right) => ({ kind: 'assign', ...right }) as const);
  return {
    ...common(wanted),
    status: 'new',
    intended: [],
    drift: [],
    changes: [],
    effects: [],
    steps: [
      { kind: 'create' },
      { kind: 'import' },
      ...files,
      { kind: 'deploy', again: false },
      ...rights,
      ...(project.collection === undefined ? [] : [{ kind: 'collect', collection: project.collection } as const]),
    ],
    seen: seenOf(undefined, state),
  };
}

/** What a push does with a project that is there. */
export function planProject(
  wanted: Wanted,
  there: OnServer,
  state: ProjectState | undefined,
  base: Base | undefined,
): Planned {
  const { asset } = there;
  const differences = compareProject(wanted, there, state);
  const changes = toldDifferences(differences);
  const steps = stepsOf(differences, there);
  const blocked = steps.length > 0 ? blockedBy(there, steps) : undefined;
  const plan: ProjectPlan = {
    ...common(wanted),
    status: blocked ? 'blocked' : steps.length > 0 ? 'changed' : 'same',
    ...(blocked ? { blocked } : {}),
    uid: asset.uid,
    version: asset.version,
    deployment: asset.deployment,
    ...(asset.submissions === undefined ? {} : { submissions: asset.submissions }),
    intended: base ? intendedChanges(wanted, base) : [],
    drift: driftOf(there, base, state, changes, wanted.lockOf),
    changes,
    effects: [],
    steps,
    seen: seenOf(there, state),
  };
  const answered = asset.deployment !== 'draft' && asset.submissions !== 0 && differences.form.length > 0;
  return { plan, questions: answered ? possibleEffects(there.form, wanted.form, wanted.renames) : [] };
}

/** What can be said of a project about which nothing can be done. */
export function planBlocked(wanted: Wanted, state: ProjectState | undefined, blocked: Blocked): ProjectPlan {
  return { ...planNew(wanted, state), status: 'blocked', blocked, steps: [] };
}

function common({ project, name, hash, media }: Wanted): Pick<ProjectPlan, 'project' | 'name' | 'wanted'> {
  const { permissions, collection } = project;
  const files = [...media].map(([file, { md5 }]) => [file, md5]);
  const wanted = sha256(JSON.stringify([hash, files, [...(permissions ?? [])], collection ?? null]));
  return { project: projectName(project), name, wanted };
}

function stepsOf(
  { form, files, assign, unassign, collection, deployment }: Differences,
  there: OnServer,
): readonly Step[] {
  const deploys = form.length > 0 || files.length > 0 || deployment.length > 0;
  return [
    ...(form.length > 0 ? [{ kind: 'import' } as const] : []),
    ...files,
    ...(deploys ? [{ kind: 'deploy', again: there.asset.deployment !== 'draft' } as const] : []),
    ...assign.map((right) => ({ kind: 'assign', ...right }) as const),
    ...unassign.map((right) => ({ kind: 'unassign', ...right }) as const),
    ...(collection === undefined ? [] : [{ kind: 'collect', collection } as const]),
  ];
}

function blockedBy({ asset }: OnServer, steps: readonly Step[]): Blocked | undefined {
  const writes = steps.some(({ kind }) => !isAboutRights(kind));
  if (writes && !asset.mayDo.has('change_asset')) return missing('edit', asset.owner);
  const gives = steps.some(({ kind }) => isAboutRights(kind));
  return gives && !asset.mayDo.has('manage_asset') ? missing('manage', asset.owner) : undefined;
}

function isAboutRights(kind: Step['kind']): boolean {
  return kind === 'assign' || kind === 'unassign';
}

function missing(what: 'edit' | 'manage', owner: string): Blocked {
  return {
    message: `The user of the token may not ${what} it.`,
    help: `Its owner, ${owner}, can give the right to ${what} it: project, Settings, Sharing.`,
  };
}
