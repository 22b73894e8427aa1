import { plural, withThousands } from '../../core/counts.ts';
import type { SettableStatus } from '../../remote/kobo/kobo.ts';
import type { Reason } from '../../remote/mark/decide.ts';
import type { MarkPreview } from '../../remote/mark/preview.ts';
import type { Style } from '../style.ts';

/** As KoboToolbox shows them. */
const STATUSES: Readonly<Record<SettableStatus, string>> = {
  validation_status_not_approved: 'Not Approved',
  validation_status_on_hold: 'On Hold',
  validation_status_approved: 'Approved',
};

/** Why submissions are left as they are. */
const REASONS: Readonly<Record<Reason, string>> = {
  already: 'it is there already',
  person: 'somebody set another one',
  edited: 'edited since the last pull (lexiform pull brings that in)',
  'not-pulled': 'came since the last pull (lexiform pull brings it in)',
  stale: 'nothing is found any more (--approve-clean approves)',
  clean: 'nothing is found',
};

/** What marking a project does: how many submissions get which status, and how many none, and why. */
export function markText(project: string, { set, left, gone }: MarkPreview, style: Style): string {
  const changes = [...set].map(([status, ids]) => `${number(ids.length)}  to ${style.strong(STATUSES[status])}`);
  const reasons = Object.entries(REASONS).map(([reason, words]) => [left[reason as Reason], words] as const);
  const unchanged = reasons
    .filter(([count]) => count > 0)
    .map(([count, words]) => style.faint(`${number(count)}  unchanged: ${words}`));
  const lost = gone > 0 ? [style.faint(`${number(gone)}  gone from the server since the last pull`)] : [];
  return [style.strong(project), ...changes, ...unchanged, ...lost].map((line) => `${line}\n`).join('');
}

const ROOM = '  100,000'.length;

function number(count: number): string {
  return withThousands(count).padStart(ROOM);
}

/** All projects together. */
export function markSummary(count: number, isDone: boolean): string {
  const statuses = plural(count, 'status', 'statuses');
  if (isDone) return `${statuses} set.`;
  return count === 0 ? 'No status is to be set.' : `${statuses} would be set. Set them with: --yes`;
}
