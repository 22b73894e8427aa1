import type { Form } from '../../model/form.ts';
import type { Question } from '../../model/item.ts';
import { questionsOf } from '../../model/walk.ts';

/** Finds the question whose answer "other" another question asks to specify: by `specify`, or by `or_other`. */
export function specifyingQuestions(form: Form): (question: Question) => Question | undefined {
  const byName = new Map<string, Question>();
  let before: Question | undefined;
  for (const { item } of questionsOf(form.items)) {
    const specified = item.meaning.specify?.string.text;
    if (specified !== undefined) byName.set(specified, item);
    const name = item.name.string.text;
    if (before && item.type.word === 'text' && name === `${before.name.string.text}_other`) byName.set(name, before);
    before = item;
  }
  return ({ name }) => byName.get(name.string.text);
}
