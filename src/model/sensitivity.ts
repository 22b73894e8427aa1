import type { Dictionary } from './dictionary.ts';
import type { Plain } from './facets.ts';
import type { Question } from './item.ts';

/** How grave a leak would be, the least grave first. */
export const sensitivities = ['public', 'internal', 'personal', 'sensitive'] as const;
export type Sensitivity = (typeof sensitivities)[number];

/** What a question says of itself, else what the manifest says of all that say nothing; as it is written. */
export function writtenSensitivity({ meaning }: Question, { policy }: Pick<Dictionary, 'policy'>): Plain | undefined {
  return meaning.sensitivity ?? policy.get('sensitivity');
}

/** The same as one of the known words; where nothing is said, or nothing known, it is `internal`. */
export function sensitivityOf(question: Question, dictionary: Pick<Dictionary, 'policy'>): Sensitivity {
  const word = writtenSensitivity(question, dictionary)?.string.text;
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
