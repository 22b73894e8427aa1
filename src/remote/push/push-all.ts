import pLimit from 'p-limit';
import { sha256 } from '../../core/hash.ts';
import type { Asset } from '../kobo/assets.ts';
import type { Kobo } from '../kobo/kobo.ts';
import { readingOf, type Target } from '../plan/plan-all.ts';
import type { ProjectPlan, Step } from '../plan/project-plan.ts';
import type { StateKeeper } from '../state/state-file.ts';
import type { Outcome } from './outcome.ts';
import { pushProject } from './push-project.ts';
import type { Timing } from './timing.ts';

export interface PushWork {
  readonly keeper: StateKeeper;
  /** The name of the dictionary. */
  readonly dictionary: string;
  readonly knownUids: ReadonlySet<string>;
  readonly timing: Timing;
  readonly jobs: number;
  readonly onStep: (project: string, step: Step) => void;
  readonly onOutcome: (outcome: Outcome) => void;
}

/** A plan, and what it is carried out with. */
export interface Pushed {
  readonly target: Target;
  readonly plan: ProjectPlan;
}

/** Carries out plans, some at a time; one that fails does not stop the others. */
export async function pushAll(plans: readonly Pushed[], work: PushWork): Promise<readonly Outcome[]> {
  const limit = pLimit(work.jobs);
  const collections = collectionsOf();
  return limit.map(plans, async ({ target, plan }) => {
    const { kobo, wanted } = target;
    const { keeper, timing } = work;
    const marker = (project: string): string => markerOf(work.dictionary, project);
    const collection = (name: string): Promise<Asset> => collections(kobo, name);
    const outcome = await pushProject(
      plan,
      wanted,
      readingOf(kobo, work.knownUids, timing),
      { kobo, keeper, timing, marker, collection },
      (step) => work.onStep(plan.project, step),
    );
    work.onOutcome(outcome);
    return outcome;
  });
}

/** What a project is called until its workbook names it; nobody calls one so by chance. */
function markerOf(dictionary: string, project: string): string {
  const key = project.replaceAll(/[^\w@.-]+/g, ' ');
  return `Lexiform sets up ${key} ${sha256(JSON.stringify([dictionary, project])).slice(0, 12)}`;
}

/** Finds a collection or makes it, once for all projects of a run. */
function collectionsOf(): (kobo: Kobo, name: string) => Promise<Asset> {
  const known = new Map<Kobo, Map<string, Promise<Asset>>>();
  return (kobo, name) => {
    const ofServer = known.get(kobo) ?? new Map<string, Promise<Asset>>();
    known.set(kobo, ofServer);
    const asset = ofServer.get(name) ?? findOrMake(kobo, name);
    ofServer.set(name, asset);
    return asset;
  };
}

async function findOrMake(kobo: Kobo, name: string): Promise<Asset> {
  const [found] = await kobo.assetsNamed(name, 'collection');
  return found ?? kobo.createCollection(name);
}
