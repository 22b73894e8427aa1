import type { Kobo } from '../kobo/kobo.ts';
import { RemoteError } from '../remote-error.ts';
import type { Effect, Question } from './effect.ts';

/** More are told without a number: each is a request. */
const MOST = 100;

/** Asks how many submissions each effect concerns; what concerns none is left out. No answer is ever read. */
export async function countEffects(
  kobo: Kobo,
  uid: string,
  questions: readonly Question[],
): Promise<readonly Effect[]> {
  const effects: Effect[] = [];
  for (const [index, { effect, query }] of questions.entries()) {
    const count = index < MOST ? await countOf(kobo, uid, query) : undefined;
    if (count !== 0) effects.push(count === undefined ? effect : { ...effect, count });
  }
  return effects;
}

/** One submission is the fewest that can be asked for; its questions are kept away by asking for its number alone. */
async function countOf(kobo: Kobo, uid: string, query: Question['query']): Promise<number | undefined> {
  try {
    return (await kobo.submissions(uid, { query, fields: ['_id'], limit: 1 })).count;
  } catch (error) {
    // A token that may not see submissions, or a draft: the plan is right without the number.
    if (error instanceof RemoteError && ['denied', 'refused', 'not-found'].includes(error.kind)) return undefined;
    throw error;
  }
}
