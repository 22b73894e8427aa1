import type { NormalForm } from '../content/normal-form.ts';
import type { ProjectState } from '../state/state.ts';
import type { Change } from './change.ts';
import { compareForms } from './compare-forms.ts';
import { md5Of, type OnServer } from './on-server.ts';
import type { Drift, ProjectPlan } from './project-plan.ts';
import { contentHash, type Wanted } from './wanted.ts';

/** What was pushed last, where it is still known. */
export interface Base {
  readonly form: NormalForm;
  readonly name: string;
}

/** What the dictionary changed since the last push. */
export function intendedChanges(wanted: Wanted, base: Base): readonly Change[] {
  return compareForms(base.form, wanted.form, wanted.renames);
}

/** What somebody changed on the server since the last push, and what becomes of each. */
export function driftOf(
  there: OnServer,
  base: Base | undefined,
  state: ProjectState | undefined,
  changes: readonly Change[],
  lockOf: Wanted['lockOf'],
): readonly Drift[] {
  if (!state || state.unfinished) return [];
  const moved = state.content !== undefined && state.content !== contentHash(there.form, there.asset.name);
  const form = moved ? formDrift(there, base) : [];
  const drift = [...form, ...fileDrift(there, state), ...rightDrift(there, state)];
  const touched = new Set(changes.map(keyOf));
  const isUndone = (change: Change): boolean =>
    touched.has(keyOf(change)) || (change.subject === 'form' && changes.length > 0);
  return drift.map((change) => {
    const locked = lockOf(change);
    const fate = isUndone(change) ? 'overwritten' : 'agreed';
    return { ...change, fate, ...(locked === undefined ? {} : { locked }) };
  });
}

/** The same place on the sheet is meant, whatever happened to it. */
function keyOf({ subject, name, column }: Change): string {
  return JSON.stringify([subject, name, column]);
}

/** What a push changes, without what it only puts back: that is told with who changed it. */
export function withoutUndone({
  changes,
  intended,
  drift,
}: Pick<ProjectPlan, 'changes' | 'intended' | 'drift'>): readonly Change[] {
  const meant = new Set(intended.map(keyOf));
  const undone = new Set(drift.map(keyOf).filter((key) => !meant.has(key)));
  return changes.filter((change) => !undone.has(keyOf(change)));
}

function formDrift({ asset, form }: OnServer, base: Base | undefined): readonly Change[] {
  if (!base) return [{ kind: 'changed', subject: 'form', name: 'but KoboToolbox does not keep what was pushed last' }];
  const named: readonly Change[] =
    asset.name === base.name
      ? []
      : [{ kind: 'changed', subject: 'project', name: 'name', before: base.name, after: asset.name }];
  return [...named, ...compareForms(base.form, form)];
}

function fileDrift({ media }: OnServer, { media: pushed = {} }: ProjectState): readonly Change[] {
  const present = new Map(media.map((file) => [file.name, md5Of(file)]));
  return Object.entries(pushed)
    .filter(([file, md5]) => present.get(file) !== md5)
    .map(([file]) => ({ kind: present.has(file) ? 'changed' : 'removed', subject: 'file', name: file }));
}

function rightDrift({ assignments }: OnServer, { permissions = {} }: ProjectState): readonly Change[] {
  if (!assignments) return [];
  return Object.entries(permissions).flatMap(([user, rights]) =>
    rights
      .filter((right) => !assignments.some((each) => each.user === user && each.permission === right))
      .map((right): Change => ({ kind: 'removed', subject: 'right', name: user, before: right })),
  );
}
