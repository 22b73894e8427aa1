import pLimit from 'p-limit';
import type { Kobo } from '../kobo/kobo.ts';
import { RemoteError } from '../remote-error.ts';
import { type Project, projectName } from '../servers/server.ts';
import type { ProjectAccess } from './project-access.ts';
import { reviewOf } from './review.ts';

/** A project whose rights are asked for. */
export interface Asked {
  readonly kobo: Kobo;
  readonly project: Project;
  /** Undefined where it was never pushed. */
  readonly uid: string | undefined;
  readonly personal: string | undefined;
}

/** Its rights, or why they are not known; `isThere` tells whether there should be such a project. */
export type Answered =
  | { readonly kind: 'reviewed'; readonly access: ProjectAccess }
  | { readonly kind: 'not-pushed'; readonly project: string }
  | { readonly kind: 'failed'; readonly project: string; readonly message: string; readonly help: string };

/** Asks for the rights of projects, some at a time; one that cannot be read does not keep the others from it. */
export async function askAccess(
  asked: readonly Asked[],
  jobs: number,
  onAnswered: (done: number) => void,
): Promise<readonly Answered[]> {
  const limit = pLimit(jobs);
  let done = 0;
  return limit.map(asked, async (each) => {
    const answered = await askOne(each);
    onAnswered((done += 1));
    return answered;
  });
}

async function askOne({ kobo, project, uid, personal }: Asked): Promise<Answered> {
  const name = projectName(project);
  if (uid === undefined) return { kind: 'not-pushed', project: name };
  try {
    const asset = await kobo.asset(uid);
    if (!asset) return gone(name, uid);
    const assignments = await kobo.assignments(uid);
    return { kind: 'reviewed', access: reviewOf({ project, asset, assignments, personal }) };
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    return { kind: 'failed', project: name, message: error.message, help: error.help };
  }
}

function gone(project: string, uid: string): Answered {
  const message = `The project ${uid} is not there, or the owner of the token may not see it.`;
  return { kind: 'failed', project, message, help: 'Check its uid in servers.yaml, or ask its owner to share it.' };
}
