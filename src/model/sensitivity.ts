import type { Dictionary } from './dictionary.ts';
import type { Question } from './item.ts';

/** How grave a leak would be, the least grave first. */
export const sensitivities = ['public', 'internal', 'personal', 'sensitive'] as const;
export type Sensitivity = (typeof sensitivities)[number];

/** What a question says of itself, else what the manifest says of all that say nothing, else `internal`. */
export function sensitivityOf({ meaning }: Question, { policy }: Pick<Dictionary, 'policy'>): Sensitivity {
  const word = (meaning.sensitivity ?? policy.get('sensitivity'))?.string.text;
  return sensitivities.find((known) => known === word) ?? 'internal';
}

/** Whether the first is the graver one. */
export function isGraver(one: Sensitivity, other: Sensitivity): boolean {
  return sensitivities.indexOf(one) > sensitivities.indexOf(other);
}

/** Whether the answer is about a person who could be harmed, or tells who the person is. */
export function isPersonal(question: Question, dictionary: Pick<Dictionary, 'policy'>): boolean {
  return isIdentifier(question) || isGraver(sensitivityOf(question, dictionary), 'internal');
}

/** Whether the answer alone tells who a person is. */
export function isIdentifier({ meaning }: Question): boolean {
  return meaning.identifies?.string.text === 'direct';
}
