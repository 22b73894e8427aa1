import type { Mark } from '../../store/marks.ts';
import type { Severity } from '../../diagnostics/rule.ts';
import type { SettableStatus } from '../kobo/kobo.ts';

/** What conformance says of a submission that was pulled. */
export interface Judged {
  /** Of this edit of it: KoboToolbox gives each another one. */
  readonly uuid: string;
  /** The gravest of its findings; undefined where there is none. */
  readonly worst: Severity | undefined;
}

/** What findings lead to. */
export interface MarkRules {
  readonly errors: 'not-approved' | 'on-hold';
  readonly approveClean: boolean;
}

/** The status that a submission should get; undefined for none. What is only worth knowing is no reason for one. */
export function wantedStatus({ worst }: Judged, { errors, approveClean }: MarkRules): SettableStatus | undefined {
  if (worst === 'error' && errors === 'not-approved') return 'validation_status_not_approved';
  if (worst === 'error' || worst === 'warning') return 'validation_status_on_hold';
  return approveClean ? 'validation_status_approved' : undefined;
}

/** A submission as it is on the server now. */
export interface Present {
  readonly id: number;
  /** What names it for ever. */
  readonly key: string;
  readonly uuid: string;
  /** Undefined where it has none. */
  readonly status: PresentStatus | undefined;
}

export interface PresentStatus {
  readonly uid: string;
  readonly timestamp: number | undefined;
  readonly by: string | undefined;
}

/** Where it is written down which statuses were set in a project, by what names a submission for ever. */
export interface MarkMemory {
  readonly write: (marks: ReadonlyMap<string, Mark>) => Promise<void>;
}
