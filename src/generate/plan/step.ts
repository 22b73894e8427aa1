import type { Program } from '../../expression/evaluate/program.ts';
import type { ScopeNode } from '../../expression/evaluate/scope.ts';
import type { DataColumn } from '../../model/columns/column.ts';
import type { Level } from '../../model/record/tree.ts';
import type { Choices } from './choices.ts';
import type { Limits } from './limits.ts';

/** An expression of a form, ready to be evaluated. */
export interface Rule {
  /** The column in which it stands. */
  readonly column: 'relevant' | 'required' | 'constraint' | 'calculation' | 'default' | 'repeat_count';
  /** As the author wrote it. */
  readonly words: string;
  readonly program: Program;
}

/** What a form leaves in data, with all that decides about it, in the order in which a device goes through it. */
export type Step = AnswerStep | SectionStep;

/** Who writes an answer: the person who is asked, an expression of the form, the device, or nobody. */
export type Writer = 'person' | 'formula' | 'device' | 'nobody';

export interface AnswerStep {
  readonly kind: 'answer';
  /** Its place in the form, which no other step has. */
  readonly number: number;
  readonly node: ScopeNode;
  readonly column: DataColumn;
  /** Its key in a submission of KoboToolbox's: `group/question`. */
  readonly key: string;
  readonly writer: Writer;
  readonly relevant: Rule | undefined;
  readonly required: Rule | boolean;
  readonly constraint: Rule | undefined;
  /** The constraint as the answers that keep it. */
  readonly limits: Limits | undefined;
  readonly formula: Rule | undefined;
  /** The questions whose answers let the formula be computed; it is at any time where there are none. */
  readonly triggers: readonly ScopeNode[];
  /** What stands there before anybody looks at it. */
  readonly initial: Rule | string | undefined;
  readonly choices: Choices | undefined;
  /** Whether entries of a repeat are counted by it: nobody wants hundreds. */
  readonly counts: boolean;
  /** The answer that opens most of the form. */
  readonly gate: string | undefined;
  /** The questions of which no two have the same answer: the levels of a ranking. */
  readonly unlike: readonly ScopeNode[];
}

export interface SectionStep {
  readonly kind: 'group' | 'repeat';
  readonly number: number;
  readonly node: ScopeNode;
  readonly key: string;
  readonly relevant: Rule | undefined;
  /** How many entries a repeat has, where the form says so. */
  readonly count: Rule | undefined;
  /** Of an entry of the repeat. */
  readonly level: Level;
  readonly steps: readonly Step[];
}

/** Whether nobody can answer: what stands there at first stays. */
export function isFixed({ column }: AnswerStep): boolean {
  const { question } = column;
  const readOnly = question?.facets.read_only;
  const isReadOnly = readOnly?.kind === 'flag' ? readOnly.value : readOnly !== undefined;
  return isReadOnly || question?.type.word === 'hidden' || column.answer === 'none';
}
