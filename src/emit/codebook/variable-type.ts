import type { Question } from '../../model/item.ts';
import type { CodebookWords, PageWord } from '../../vocabulary/codebook/words.ts';
import { questionTypes } from '../../vocabulary/types.ts';
import type { Reader } from './reader.ts';

type TypeWord = keyof CodebookWords['types'];

/** The kind of answer that a type asks for, or how else its value comes about. */
export function typeOf({ type }: Question): TypeWord | undefined {
  const known = questionTypes.get(type.word);
  if (type.word === 'calculate' || type.word === 'hidden') return 'calculate';
  return known?.metadata ? 'metadata' : known?.answer;
}

export function typeInWords(question: Question, { words }: Reader): string {
  const type = typeOf(question);
  return type ? words.types[type] : question.type.word;
}

/** What a relevance decides: whether it is asked, or shown, or computed at all. */
export function relevanceTerm({ type }: Question): PageWord {
  const known = questionTypes.get(type.word);
  if (known && !known.visible) return 'computedWhen';
  return known?.answer === 'none' ? 'shown' : 'asked';
}
