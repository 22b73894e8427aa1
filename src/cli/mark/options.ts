import type { MarkRules } from '../../remote/mark/status.ts';
import type { ServerOptions } from '../remote/server-options.ts';

/** What the command was called with. */
export interface MarkOptions extends MarkRules, ServerOptions {
  readonly store?: string;
  readonly also: readonly string[];
  readonly yes: boolean;
  readonly color: boolean;
}
