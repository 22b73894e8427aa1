import type { Text } from '../../../model/facets.ts';
import type { Item, Question } from '../../../model/item.ts';
import { questionTypes } from '../../../vocabulary/types.ts';

/** Whether a text says anything in any language. */
export function hasText(text: Text | undefined): boolean {
  return [...(text?.byLanguage.values() ?? [])].some(({ string }) => string.text.trim() !== '');
}

export function hasMedia({ facets }: Item): boolean {
  return [facets.image, facets['big-image'], facets.audio, facets.video].some(hasText);
}

/** pyxform makes a hidden value of whatever is computed and has neither label nor hint, images or not. */
export function isHidden({ facets }: Question): boolean {
  const computed = facets.calculation !== undefined || facets.trigger !== undefined;
  return computed && !hasText(facets.label) && !hasText(facets.hint);
}

/** Whether people see a question, as far as its type and its texts say. */
export function isVisible(question: Question): boolean {
  return questionTypes.get(question.type.word)?.visible === true && !isHidden(question);
}
