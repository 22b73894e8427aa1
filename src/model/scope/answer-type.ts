import {
  DATE,
  DATE_TIME,
  type ExpressionType,
  FREE_TEXT,
  INTEGER,
  NUMBER,
  type Offer,
  TEXT,
  TIME,
  UNKNOWN,
} from '../../expression/types/type.ts';
import { questionTypes } from '../../vocabulary/types.ts';
import type { CodeList } from '../code-list.ts';
import { searches } from '../deliver/list-uses.ts';
import type { Question } from '../item.ts';
import { listOf } from '../type-use.ts';
import { codeOf, codesOf } from './list-rows.ts';

const SOME_CODE: ExpressionType = { kind: 'code', offer: undefined };
const SOME_CODES: ExpressionType = { kind: 'codes', offer: undefined };
const POINT: ExpressionType = { kind: 'place', shape: 'geopoint' };
const TRACE: ExpressionType = { kind: 'place', shape: 'geotrace' };
const SHAPE: ExpressionType = { kind: 'place', shape: 'geoshape' };

/** What a person answers to a question, or a device fills in; what is computed is another matter. */
export function answerType(question: Question, lists: ReadonlyMap<string, CodeList>): ExpressionType {
  switch (questionTypes.get(question.type.word)?.answer) {
    case 'integer':
      return INTEGER;
    case 'decimal':
      return NUMBER;
    case 'date':
      return DATE;
    case 'time':
      return TIME;
    case 'dateTime':
      return DATE_TIME;
    case 'geopoint':
      return POINT;
    case 'geotrace':
      return TRACE;
    case 'geoshape':
      return SHAPE;
    case 'code':
      return chosen(question, lists, SOME_CODE, codeOf);
    case 'codes':
      return chosen(question, lists, SOME_CODES, codesOf);
    case 'text':
      return textType(question);
    default:
      return UNKNOWN;
  }
}

/** `search()` reads its codes from a file that is not known here. */
function chosen(
  question: Question,
  lists: ReadonlyMap<string, CodeList>,
  some: ExpressionType,
  of: (list: CodeList) => ExpressionType,
): ExpressionType {
  const list = searches(question) ? undefined : lists.get(listOf(question.type)?.string.text ?? '');
  if (!list) return some;
  const type = of(list);
  return question.type.orOther ? withOther(type) : type;
}

const others = new WeakMap<ExpressionType, ExpressionType>();

/** The converter adds the code `other`. */
function withOther(type: ExpressionType): ExpressionType {
  if ((type.kind !== 'code' && type.kind !== 'codes') || !type.offer) return type;
  const made = others.get(type);
  if (made) return made;
  const offer: Offer = { ...type.offer, values: new Set([...type.offer.values, 'other']) };
  const other: ExpressionType = { ...type, offer };
  others.set(type, other);
  return other;
}

/** A text whose keyboard or constraint is for numbers was meant as one. */
function textType({ type, facets }: Question): ExpressionType {
  if (type.word === 'barcode') return TEXT;
  if (type.word !== 'text') return questionTypes.get(type.word)?.metadata ? TEXT : UNKNOWN;
  if (/\bnumbers\b/.test(facets.appearance?.string.text ?? '')) return UNKNOWN;
  return facets.constraint ? TEXT : FREE_TEXT;
}
