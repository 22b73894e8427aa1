import type { Location, TextLocation } from '../core/location.ts';
import type { RuleId } from './registry.ts';
import type { Severity } from './rule.ts';

/** Another place that a finding is about, and what it has to do with it. */
export interface Related {
  readonly message: string;
  readonly location: Location;
}

/** A change of files that certainly mends the mistake. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly { readonly at: TextLocation; readonly text: string }[];
}

/** One finding: what is wrong, where, what it leads to and what to do. */
export interface Diagnostic {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  readonly why: string;
  readonly help: string;
  readonly location: Location;
  readonly related: readonly Related[];
  readonly fix?: Fix;
  readonly upstream?: string;
}
