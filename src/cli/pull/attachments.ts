import path from 'node:path';
import { pullAttachments } from '../../remote/pull/attachments.ts';
import { safeName } from '../../remote/pull/file-names.ts';
import { RemoteError } from '../../remote/remote-error.ts';
import type { PullStore } from '../../store/pull-store.ts';
import type { Host } from '../host.ts';
import { createProgress } from '../progress.ts';
import type { PullTarget } from './targets.ts';
import { attachmentWords, outcomeWords } from './telling.ts';

/** Fetches the files of one project after the other; tells whether all servers could be asked. */
export async function fetchAttachments(
  targets: readonly PullTarget[],
  { database }: PullStore,
  folder: string,
  host: Host,
): Promise<boolean> {
  let isWhole = true;
  for (const { project, kobo } of targets) {
    const progress = createProgress(host);
    try {
      const counts = await pullAttachments({
        project,
        kobo,
        database,
        folder: path.join(folder, safeName(project.replaceAll('/', '-'), 'project')),
        progress: (text) => progress.show(`${project}: ${text}`),
      });
      progress.end();
      host.out(attachmentWords(project, counts));
    } catch (error) {
      progress.end();
      if (!(error instanceof RemoteError)) throw error;
      host.err(outcomeWords({ project, result: error }));
      isWhole = false;
    }
  }
  return isWhole;
}
