import { slice } from '../source/source-string.ts';
import { koboRowTypes, questionTypes } from '../vocabulary/types.ts';
import type { Plain } from './facets.ts';
import type { TypeUse } from './item.ts';

const OR_OTHER = /\s+or[_ ](specify )?other$/;

/** Takes `select_one sex or_other` apart; a word that XLSForm does not know is kept as it stands. */
export function asTypeUse({ string, origin }: Plain): TypeUse {
  const { text } = string;
  const orOther = OR_OTHER.test(text);
  const plain = text.replace(OR_OTHER, '');
  const word = wordOf(plain);
  const rest = plain.slice(word.length);
  const start = word.length + (rest.length - rest.trimStart().length);
  const argument =
    rest.trim() === '' ? undefined : { string: slice(string, { start, end: start + rest.trim().length }), origin };
  return { string, origin, word, argument, orOther };
}

function wordOf(text: string): string {
  return text.match(/^\S+/)?.[0] ?? '';
}

/** Whether XLSForm or KoboToolbox knows the word of a type. */
export function isKnownType({ word }: TypeUse): boolean {
  return questionTypes.has(word) || koboRowTypes.includes(word);
}

/** The name of the code list that a question's type names, where it names one. */
export function listOf(type: TypeUse): Plain | undefined {
  const takes = questionTypes.get(type.word)?.takes;
  const named = takes === 'list' || takes === 'optional-list';
  return named && !type.argument?.string.text.startsWith('${') ? type.argument : undefined;
}
