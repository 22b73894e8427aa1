import type { Location } from '../../core/location.ts';
import type { ParamsOf, RuleId } from '../../diagnostics/registry.ts';
import type { Severity } from '../../diagnostics/rule.ts';
import type { RecordView, ScopeNode } from '../../expression/evaluate/scope.ts';
import type { Hosts } from '../plan/formula.ts';

/** What a finding is about, beside its words. */
export interface About {
  /** The question, group or repeat; undefined for the submission as a whole. */
  readonly node: ScopeNode | undefined;
  /** Where it stands, if that is not the path of `node` in `row`. */
  readonly path?: string;
  /** The record, or the entry of a repeat, in which it stands. */
  readonly row: RecordView;
  /** The name that it is counted under. */
  readonly variable: string;
  readonly label: string;
  /** What was answered, as the file has it; undefined without an answer. */
  readonly value: string | undefined;
  readonly hidden: boolean;
  readonly expected: string;
  /** The line of the dictionary, or the cell of the workbook, that is not met, and what stands there. */
  readonly place: { readonly location: Location; readonly message: string } | undefined;
}

/** Takes what is wrong with one submission. */
export type Tell = <Id extends RuleId>(rule: Id, params: ParamsOf<Id>, about: About, severity?: Severity) => void;

/** What answers are checked with. */
export interface ValueCheck {
  readonly tell: Tell;
  /** Whether personal answers are shown as well. */
  readonly showAll: boolean;
  readonly hosts: Hosts;
}
