import type { Location } from '../core/location.ts';
import { listWords } from './cell-words/lists.ts';
import { questionWords } from './cell-words/questions.ts';
import { textWords } from './cell-words/texts.ts';
import type { CellWords } from './cell-words/words.ts';
import { type ParamsOf, type RuleId, rules } from './registry.ts';
import type { Rule } from './rule.ts';

const words: CellWords = { ...questionWords, ...textWords, ...listWords };

/** A rule in the words that fit the place where it is told. */
export function wordsFor<Id extends RuleId>(id: Id, { kind }: Location): Rule<ParamsOf<Id>> {
  // Each rule's parameters are checked where it is reported; here any rule is looked up by its id.
  const definition = rules[id] as unknown as Rule<ParamsOf<Id>>;
  return kind === 'cell' ? { ...definition, ...words[id] } : definition;
}
