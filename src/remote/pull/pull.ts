import pLimit from 'p-limit';
import { RemoteError } from '../remote-error.ts';
import { type ProjectPull, pullProject, type PullResult } from './pull-project.ts';

/** One project, and how it went. */
export interface PullOutcome {
  readonly project: string;
  readonly result: PullResult | RemoteError;
}

/**
 * Pulls projects, some at the same time. One that fails does not stop the others.
 * @throws StoreError, which concerns them all
 */
export async function pullAll(
  pulls: readonly ProjectPull[],
  { concurrency, done }: { readonly concurrency: number; readonly done: (outcome: PullOutcome) => void },
): Promise<readonly PullOutcome[]> {
  const limit = pLimit(concurrency);
  const all = await Promise.allSettled(
    pulls.map(async (pull) =>
      limit(async () => {
        const outcome = { project: pull.project, result: await orFailure(pull) };
        done(outcome);
        return outcome;
      }),
    ),
  );
  return all.map((each) => {
    if (each.status === 'fulfilled') return each.value;
    throw each.reason;
  });
}

async function orFailure(pull: ProjectPull): Promise<PullResult | RemoteError> {
  try {
    return await pullProject(pull);
  } catch (error) {
    if (error instanceof RemoteError) return error;
    throw error;
  }
}
