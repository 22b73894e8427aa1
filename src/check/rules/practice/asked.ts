import type { Question } from '../../../model/item.ts';
import { questionTypes } from '../../../vocabulary/types.ts';

/** Whether an answer stays behind that somebody gave, the device gave or the form computed; notes leave none. */
export function hasAnswer({ type }: Question): boolean {
  const answer = questionTypes.get(type.word)?.answer;
  return answer !== undefined && answer !== 'none';
}

/** Whether a person is asked for an answer. */
export function isAsked(question: Question): boolean {
  return hasAnswer(question) && questionTypes.get(question.type.word)?.visible === true;
}
