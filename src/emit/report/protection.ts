import { referencesIn } from '../../expression/references.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Question } from '../../model/item.ts';
import { questionsOf } from '../../model/walk.ts';
import { specifyingQuestions } from './specify.ts';

/** `quasi` may help to recognize a person together with other answers. */
export type Protection = 'direct' | 'personal' | 'quasi' | 'open';

/**
 * How careful a report is with a question. What the question does not say itself, the question has said whose other answer
 * it takes, or else the policy. A calculation that says nothing is as personal as what it is made of.
 */
export function protectionTeller({ form }: Delivery, { policy }: Dictionary): (question: Question) => Protection {
  const specifiedBy = specifyingQuestions(form);
  const questions = questionsOf(form.items).map(({ item }) => item);
  const stated = (question: Question): Protection => {
    const before = specifiedBy(question)?.meaning;
    const { identifies = before?.identifies, sensitivity = before?.sensitivity } = question.meaning;
    if (identifies?.string.text === 'direct') return 'direct';
    const level = (sensitivity ?? policy.get('sensitivity'))?.string.text;
    if (level === 'personal' || level === 'sensitive') return 'personal';
    return identifies?.string.text === 'quasi' ? 'quasi' : 'open';
  };
  const personal = madeOf(
    questions.filter((question) => stated(question) !== 'open'),
    questions.filter(({ meaning }) => !meaning.identifies && !meaning.sensitivity),
  );
  return (question) => {
    const own = stated(question);
    return own === 'open' && personal.has(question) ? 'personal' : own;
  };
}

/** The sources, and those of the others that are calculated from them, by however many steps. */
function madeOf(sources: readonly Question[], others: readonly Question[]): ReadonlySet<Question> {
  const users = new Map<string, Question[]>();
  for (const question of others) {
    const tree = question.facets.calculation?.parsed.tree;
    for (const { name } of tree ? referencesIn(tree) : []) {
      const known = users.get(name);
      if (known) known.push(question);
      else users.set(name, [question]);
    }
  }
  const found = new Set(sources);
  // A set gives what is added while it is walked.
  for (const { name } of found) for (const user of users.get(name.string.text) ?? []) found.add(user);
  return found;
}
