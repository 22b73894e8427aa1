import type { MarkRules } from '../../remote/mark/status.ts';

/** What the command was called with. */
export interface MarkOptions extends MarkRules {
  readonly dictionary?: string;
  readonly store?: string;
  readonly also: readonly string[];
  readonly yes: boolean;
  readonly color: boolean;
}
