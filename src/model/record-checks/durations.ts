import { isMoment } from '../../expression/evaluate/value.ts';
import type { ScopeNode } from '../../expression/evaluate/scope.ts';
import { ENDS } from '../checked-forms.ts';
import type { DurationCheck } from '../record-check.ts';
import type { RecordScope } from '../record/record-scope.ts';
import { timeInWords } from '../../vocabulary/time-span.ts';
import { type Broken, tellBroken } from './broken.ts';
import { type CheckOutcome, type CompiledCheck, HOLDS } from './compiled-check.ts';
import type { ShownAnswers } from './shown-answers.ts';

/** The time from the beginning of an interview to its end; undefined where the form does not note both. */
export function compileDuration(
  check: DurationCheck,
  scope: RecordScope,
  shown: ShownAnswers,
): CompiledCheck<DurationCheck> | undefined {
  const { root } = scope;
  const [start, end] = ENDS.map((type) => questionOfType(type, root, scope));
  if (!start || !end) return undefined;
  return {
    check,
    node: root,
    evaluate: (row) => {
      const [from, to] = [row.values[start.slot] ?? '', row.values[end.slot] ?? ''];
      if (!isMoment(from) || !isMoment(to)) return HOLDS;
      const seconds = (to.ms - from.ms) / 1000;
      return isKept(check, seconds)
        ? HOLDS
        : tell({ check, involved: [start, end], node: root, row }, check, seconds, shown);
    },
  };
}

/** Metadata stands outside of repeats. */
function questionOfType(type: string, node: ScopeNode, scope: RecordScope): ScopeNode | undefined {
  for (const child of node.children.values()) {
    if (child.kind === 'answer' && scope.columnOf(child)?.question?.type.word === type) return child;
    const inside = child.kind === 'group' ? questionOfType(type, child, scope) : undefined;
    if (inside) return inside;
  }
  return undefined;
}

function isKept({ under, over }: DurationCheck, seconds: number): boolean {
  return (!under || seconds >= under.seconds) && (!over || seconds <= over.seconds);
}

function tell(broken: Broken, { under, over }: DurationCheck, seconds: number, shown: ShownAnswers): CheckOutcome {
  const limits = [
    ...(under ? [`at least ${timeInWords(under.seconds)}`] : []),
    ...(over ? [`at most ${timeInWords(over.seconds)}`] : []),
  ];
  const took = timeInWords(seconds);
  const sentence = seconds < 0 ? `The interview ended ${took} before it began.` : `The interview took ${took}.`;
  return tellBroken(broken, shown, () => ({ expected: limits.join(', '), sentence }));
}
