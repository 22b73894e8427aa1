import { plural } from '../../core/counts.ts';
import { quotedFew } from '../../diagnostics/quote.ts';
import type { AttachmentCounts } from '../../remote/pull/attachments.ts';
import type { PullOutcome } from '../../remote/pull/pull.ts';
import type { PullResult } from '../../remote/pull/pull-project.ts';
import { RemoteError } from '../../remote/remote-error.ts';

/** How a project went, in a line; a failure takes one more, on what to do. */
export function outcomeWords({ project, result }: PullOutcome): string {
  if (result instanceof RemoteError)
    return `${project}: not finished. ${result.message}\n  ${result.help} What came in so far is kept.\n`;
  return `${project}: ${countsWords(result)}\n`;
}

function countsWords({ added, edited, deleted, returned, statuses }: PullResult): string {
  const words = [
    ...(added > 0 ? [`${plural(added, 'new submission')}`] : []),
    ...(edited > 0 ? [`${plural(edited, 'edit')}`] : []),
    ...(returned > 0 ? [`${plural(returned, 'submission')} back again`] : []),
    ...(statuses > 0 ? [`${plural(statuses, 'other validation status', 'other validation statuses')}`] : []),
    ...(deleted > 0
      ? [`${plural(deleted, 'submission')} no longer on the server (kept in the store, marked as deleted)`]
      : []),
  ];
  return words.length === 0 ? 'nothing new' : words.join(', ');
}

export function attachmentWords(project: string, { fetched, failed }: AttachmentCounts): string {
  const lost = failed > 0 ? `; ${plural(failed, 'file')} could not be had, though the server names them` : '';
  return `${project}: ${plural(fetched, 'file')} fetched${lost}\n`;
}

/** Names of questions are no answers. */
export function unknownWords(project: string, unknown: ReadonlyMap<string, number>): string {
  const names = [...unknown.keys()];
  return `${project}: left out answers under ${plural(names.length, 'key')} that the dictionary does not know: ${quotedFew(names)}. Whether they are personal, nobody has said.\n`;
}
