import { type AnswerKind, questionTypes } from '../../vocabulary/types.ts';
import type { Question } from '../item.ts';

/** The types of the ODK XForms specification that a column `bind::type` can give a question. */
const BOUND: ReadonlyMap<string, AnswerKind> = new Map([
  ['string', 'text'],
  ['xsd:string', 'text'],
  ['int', 'integer'],
  ['xsd:int', 'integer'],
  ['decimal', 'decimal'],
  ['date', 'date'],
  ['time', 'time'],
  ['dateTime', 'dateTime'],
  ['geopoint', 'geopoint'],
  ['geotrace', 'geotrace'],
  ['geoshape', 'geoshape'],
  ['binary', 'media'],
]);

/** What a question stores: its type's answer, unless the author bound it to another type. */
export function answerOf(question: Question): AnswerKind {
  const bound = question.columns.get('bind::type') ?? question.columns.get('bind:type');
  if (bound) return BOUND.get(bound.string.text) ?? 'text';
  const { word } = question.type;
  if (word === 'score__row' || word === 'rank__level') return 'code';
  if (word === 'range') return rangeAnswer(question.facets.parameters?.string.text ?? '');
  return questionTypes.get(word)?.answer ?? 'text';
}

/** A range counts in whole numbers unless one of its own is none (pyxform: process_range_question_type). */
function rangeAnswer(parameters: string): AnswerKind {
  return /=\s*[-+\d]*[.eE]/.test(parameters) ? 'decimal' : 'integer';
}
