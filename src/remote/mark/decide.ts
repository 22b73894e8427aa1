import type { Mark } from '../../store/marks.ts';
import type { SettableStatus } from '../kobo/kobo.ts';
import { type Judged, type MarkRules, type Present, type PresentStatus, wantedStatus } from './status.ts';

/** What is done about a submission, or why nothing is. */
export type Decision = { readonly kind: 'set'; readonly status: SettableStatus } | { readonly kind: Reason };

/**
 * `already`: it has the status; `person`: somebody set another one; `edited`: it was changed on the server since the last
 * pull; `not-pulled`: it came since; `clean`: nothing was found; `stale`: nothing is found any more, and what Lexiform set
 * stays until somebody approves.
 */
export type Reason = 'already' | 'person' | 'edited' | 'not-pulled' | 'clean' | 'stale';

export interface Known {
  readonly judged: ReadonlyMap<string, Judged>;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly rules: MarkRules;
  /** The user whose token it is. */
  readonly me: string;
}

export function decide(present: Present, { judged, marks, rules, me }: Known): Decision {
  const judgement = judged.get(present.key);
  if (!judgement) return { kind: 'not-pulled' };
  if (judgement.uuid !== present.uuid) return { kind: 'edited' };
  const status = wantedStatus(judgement, rules);
  const { status: now } = present;
  const isOurs = now !== undefined && isSetBy(now, marks.get(present.key), me);
  if (status === undefined) return { kind: isOurs ? 'stale' : 'clean' };
  if (now === undefined || (isOurs && now.uid !== status)) return { kind: 'set', status };
  return { kind: now.uid === status ? 'already' : 'person' };
}

/** A later change by a person has another time; what was cut off is known by its user. */
function isSetBy({ uid, timestamp, by }: PresentStatus, mark: Mark | undefined, me: string): boolean {
  if (mark?.meant === uid && by === me) return true;
  return mark?.status === uid && timestamp !== undefined && timestamp === mark.timestamp;
}
