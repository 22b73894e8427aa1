import { movedParts, type OnServer, type SeenPart } from '../plan/on-server.ts';
import type { ProjectPlan, Step } from '../plan/project-plan.ts';
import { PublishError } from '../../formats/publish-error.ts';
import { makePlan } from '../plan/make-plan.ts';
import type { Reading } from '../plan/read-project.ts';
import { contentHash, type Wanted } from '../plan/wanted.ts';
import { RemoteError } from '../remote-error.ts';
import type { ProjectState } from '../state/state.ts';
import { StateError } from '../state/state-file.ts';
import { isSameState } from '../state/state-text.ts';
import { putFile, removeFile } from './files.ts';
import { create, deploy, importForm } from './make.ts';
import type { Failure, Outcome } from './outcome.ts';
import { assetOf, type Place, remember, type Work } from './place.ts';
import { Refusal } from './refusal.ts';
import { assign, unassign } from './rights.ts';

/** Told of each step before it is taken. */
export type OnStep = (step: Step) => void;

/** Carries out the plan of one project, if everything is still as it was planned. Failures are told, not thrown. */
export async function pushProject(
  plan: ProjectPlan,
  wanted: Wanted,
  reading: Reading,
  work: Work,
  onStep: OnStep,
): Promise<Outcome> {
  const { project, name } = plan;
  if (plan.blocked) return outcomeOf(plan, 'blocked', [], { step: undefined, location: undefined, ...plan.blocked });
  const done: Step[] = [];
  let step: Step | undefined;
  try {
    const start = await startOf(plan, wanted, reading, work);
    let place = start;
    for (step of plan.steps) {
      onStep(step);
      place = await take(step, place, work);
      done.push(step);
    }
    step = undefined;
    await finish(place, work);
    return { ...outcomeOf(plan, plan.steps.length > 0 ? 'done' : 'same', done), project, name, uid: place.asset?.uid };
  } catch (error) {
    return {
      ...outcomeOf(plan, 'failed', done, failureOf(error, step)),
      uid: work.keeper.get(project)?.uid ?? plan.uid,
    };
  }
}

function outcomeOf(plan: ProjectPlan, result: Outcome['result'], done: readonly Step[], failure?: Failure): Outcome {
  return { project: plan.project, name: plan.name, result, uid: plan.uid, done, ...(failure ? { failure } : {}) };
}

function failureOf(error: unknown, step: Step | undefined): Failure {
  if (error instanceof Refusal) return { step, message: error.message, help: error.help, location: error.location };
  if (error instanceof RemoteError || error instanceof StateError)
    return { step, message: error.message, help: error.help, location: undefined };
  if (error instanceof PublishError)
    return {
      step,
      message: error.message,
      help: 'Nothing else is changed until what was done can be remembered.',
      location: undefined,
    };
  throw error;
}

/** Reads everything anew: what a person saw in the plan is what is changed, and nothing else. */
async function startOf(plan: ProjectPlan, wanted: Wanted, reading: Reading, work: Work): Promise<Place> {
  const state = work.keeper.get(plan.project);
  const { plan: now, there } = await makePlan(wanted, state, reading, false);
  if (now.blocked) throw new Refusal(now.blocked.message, now.blocked.help);
  if (now.wanted !== plan.wanted)
    throw new Refusal('The dictionary is not what it was when the plan was made.', 'Make a new plan: lexiform plan');
  const moved = movedParts(plan.seen, now.seen);
  if (moved.length > 0) throw movedOn(moved);
  // The same plan has the same steps, unless somebody wrote into the file, or another Lexiform made it.
  if (JSON.stringify(now.steps) !== JSON.stringify(plan.steps))
    throw new Refusal('The plan does not have the steps that it should have.', 'Make a new plan: lexiform plan');
  const place = { project: plan.project, wanted, asset: there?.asset, held: there && heldBy(there) };
  if (!there) return { ...place, state: { uid: '' } };
  const before = { ...(state?.uid === there.asset.uid ? state : {}), uid: there.asset.uid };
  if (plan.steps.length === 0) return { ...place, state: before };
  return remember({ ...place, state: before }, { ...before, unfinished: before.unfinished ?? {} }, work);
}

function heldBy({ asset, form }: OnServer): string {
  return contentHash(form, asset.name);
}

const PARTS: Readonly<Record<SeenPart, string>> = {
  form: 'its form',
  files: 'its files',
  rights: 'who may do what',
  deployment: 'its deployment',
  collection: 'its collection',
  state: 'servers.state.json',
};

function movedOn(parts: readonly SeenPart[]): Refusal {
  const words = parts.map((part) => PARTS[part]).join(', ');
  return new Refusal(
    `The project is not what it was when the plan was made: ${words} changed. Nothing was done.`,
    'Make a new plan, which shows what changed: lexiform plan',
  );
}

async function take(step: Step, place: Place, work: Work): Promise<Place> {
  switch (step.kind) {
    case 'create':
      return create(place, work);
    case 'import':
      return importForm(place, work);
    case 'add-file':
    case 'replace-file':
      return putFile(place, step.file, work);
    case 'remove-file':
      return removeFile(place, step.file, work);
    case 'deploy':
      return deploy(place, work);
    case 'assign':
      return assign(place, step, work);
    case 'unassign':
      return unassign(place, step, work);
    case 'collect':
      return collect(place, step.collection, work);
  }
}

async function collect(place: Place, name: string, work: Work): Promise<Place> {
  const { url } = await work.collection(name);
  await work.kobo.patchAsset(assetOf(place).uid, { parent: url });
  return place;
}

/** Remembers what the next plan compares with; where that is known already, nothing is written. */
async function finish(place: Place, work: Work): Promise<void> {
  const { wanted, held } = place;
  const asset = assetOf(place);
  const { permissions } = place.state;
  const media = Object.fromEntries([...wanted.media].map(([file, { md5 }]) => [file, md5]));
  const { collection } = wanted.project;
  const state: ProjectState = {
    uid: asset.uid,
    ...(asset.deployedVersion === undefined ? {} : { version: asset.deployedVersion }),
    ...(held === undefined ? {} : { content: held }),
    form: wanted.hash,
    name: wanted.name,
    ...(wanted.stamp === undefined ? {} : { stamp: wanted.stamp }),
    ...(Object.keys(media).length > 0 ? { media } : {}),
    ...(permissions && Object.keys(permissions).length > 0 ? { permissions } : {}),
    ...(collection === undefined ? {} : { collection }),
  };
  if (!isSameState(state, work.keeper.get(place.project))) await remember(place, state, work);
}
