import type { Draft } from './draft.ts';
import type { AnswerStep, SectionStep, Step } from './plan/step.ts';

/** A question in a record: in one entry, where it stands in a repeat. */
export interface Place {
  readonly step: AnswerStep;
  readonly row: Draft;
}

export interface RepeatPlace {
  readonly step: SectionStep;
  readonly row: Draft;
}

/** Every question of a record, asked or not, in each entry that there is. */
export function answersIn(steps: readonly Step[], row: Draft): readonly Place[] {
  return steps.flatMap((step): readonly Place[] => {
    if (step.kind === 'answer') return [{ step, row }];
    const rows = step.kind === 'group' ? [row] : (row.repeats[step.node.slot] ?? []);
    return rows.flatMap((inner) => answersIn(step.steps, inner));
  });
}

export function repeatsIn(steps: readonly Step[], row: Draft): readonly RepeatPlace[] {
  return steps.flatMap((step): readonly RepeatPlace[] => {
    if (step.kind === 'answer') return [];
    if (step.kind === 'group') return repeatsIn(step.steps, row);
    const entries = row.repeats[step.node.slot] ?? [];
    return [{ step, row }, ...entries.flatMap((entry) => repeatsIn(step.steps, entry))];
  });
}
