import type { Location } from '../../core/location.ts';
import type { Origin } from '../../core/origin.ts';
import type { RecordView } from '../../expression/evaluate/scope.ts';
import type { QuestionPlan, SectionPlan } from '../plan/plan.ts';
import type { About } from './telling.ts';

/** Something that was written somewhere. */
interface Written {
  readonly origin: Origin;
}

interface Facts {
  readonly value: string | undefined;
  readonly expected: string;
  /** What is not met; the question itself where nothing else is named. */
  readonly facet?: Written | undefined;
  readonly what?: string;
}

/** A finding about the answer to a question. */
export function aboutAnswer(plan: QuestionPlan, row: RecordView, showAll: boolean, facts: Facts): About {
  const { node, column, label, isPersonal } = plan;
  const { value, expected, facet, what } = facts;
  const location = facet?.origin.location ?? questionAt(plan);
  const message = what ?? `the question "${column.name}"`;
  const hidden = isPersonal && !showAll && value !== undefined;
  return {
    node,
    row,
    variable: column.name,
    label,
    value: hidden ? undefined : value,
    hidden,
    expected,
    place: location && { location, message },
  };
}

/** The type of a question, which says what its answer is; of one read from a workbook, its name. */
function questionAt({ column: { question } }: QuestionPlan): Location | undefined {
  return question?.type.origin.location ?? question?.origin.location;
}

export function aboutSection(
  { node, section }: SectionPlan,
  row: RecordView,
  expected: string,
  facet: Written | undefined,
): About {
  const location = (facet ?? section)?.origin.location;
  return {
    node,
    row,
    variable: node.name,
    label: '',
    value: undefined,
    hidden: false,
    expected,
    place: location && { location, message: `the ${node.kind} "${node.name}"` },
  };
}
