import { isOutside, type Scale, scaleOf } from '../../check/rules/parameters/range.ts';
import { writtenParameters } from '../../check/rules/parameters/written.ts';
import { decimalOf } from '../../core/decimal.ts';
import type { DataColumn } from '../../model/columns/column.ts';
import type { Plain } from '../../model/facets.ts';

/** Where a range begins and ends. */
export interface ScalePlan {
  readonly scale: Scale;
  /** As written; nothing where the usual scale was meant. */
  readonly parameters: Plain | undefined;
}

/** The scale of a question of the type `range`. */
export function scalePlan({ question }: DataColumn): ScalePlan | undefined {
  if (question?.type.word !== 'range') return undefined;
  const scale = scaleOf(writtenParameters(question) ?? { pairs: new Map() });
  return scale && { scale, parameters: question.facets.parameters };
}

/** Whether a number lies outside of its scale; devices offer nothing there. */
export function isOffScale(text: string, { scale }: ScalePlan): boolean {
  const value = decimalOf(text);
  return value !== undefined && isOutside(value, scale);
}
