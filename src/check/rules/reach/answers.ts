import type { Values, Variable } from '../../../expression/domains/names.ts';
import type { ExpressionType } from '../../../expression/types/type.ts';
import type { Question } from '../../../model/item.ts';
import type { Visit } from '../../../model/walk.ts';
import { questionTypes } from '../../../vocabulary/types.ts';

/** A question as a variable of expressions; undefined for what is no question, or is made anew for each code of a list. */
export function variableOf({ item, path }: Visit, type: ExpressionType): Variable | undefined {
  if (item.kind === 'section' || path.some((section) => section.type !== 'group' && section.type !== 'repeat'))
    return undefined;
  const values = valuesOf(item, type);
  return values && { name: item.name.string.text, values };
}

function valuesOf(question: Question, type: ExpressionType): Values | undefined {
  switch (questionTypes.get(question.type.word)?.answer) {
    case undefined:
      return undefined;
    case 'integer':
      return { kind: 'number', isWhole: true };
    case 'decimal':
      return { kind: 'number', isWhole: false };
    case 'date':
      return { kind: 'date' };
    case 'dateTime':
      return { kind: 'dateTime' };
    case 'code':
      return codesOf(question, type, 'code') ?? { kind: 'text' };
    case 'codes':
      return codesOf(question, type, 'codes') ?? { kind: 'codes', codes: undefined };
    default:
      return { kind: 'text' };
  }
}

/** The codes of a list, where no expression can put in another one. */
function codesOf({ facets }: Question, type: ExpressionType, kind: 'code' | 'codes'): Values | undefined {
  const isComputed = facets.calculation !== undefined || facets.default?.kind === 'formula';
  if (isComputed || type.kind !== kind || type.offer?.source.kind !== 'list') return undefined;
  return { kind, codes: type.offer.values };
}

/** Whether what stands in a question is what a person answered, and nobody else. */
export function isAnsweredByHand({ facets }: Question): boolean {
  const { calculation, read_only: readOnly, default: initial } = facets;
  return !calculation && !(readOnly && readOnly.string.text.trim() !== '') && initial?.kind !== 'formula';
}
