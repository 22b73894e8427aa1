import type { Special } from '../../../model/code-list.ts';

/**
 * How forms word the answers that are none, as words alone. Only wordings that mean nothing else are here: what they do
 * not hold is not guessed.
 */
const WORDS = {
  dont_know: [
    'do not know',
    'does not know',
    'don t know',
    'doesn t know',
    'dont know',
    'i don t know',
    'i do not know',
    'ne sait pas',
    'ne sais pas',
    'je ne sais pas',
    'no sabe',
    'no sé',
    'لا أعرف',
    'لا اعرف',
    'لا يعرف',
    'لا أعلم',
    'não sabe',
    'не знаю',
  ],
  refused: [
    'prefer not to answer',
    'prefers not to answer',
    'prefer not to say',
    'prefers not to say',
    'refused to answer',
    'refuses to answer',
    'refuse to answer',
    'préfère ne pas répondre',
    'refuse de répondre',
    'prefiere no responder',
    'prefiere no contestar',
    'يفضل عدم الإجابة',
    'أفضل عدم الإجابة',
    'prefere não responder',
    'відмова від відповіді',
  ],
  other: [
    'other',
    'other specify',
    'other please specify',
    'autre',
    'autre préciser',
    'autre à préciser',
    'otro',
    'otro especifique',
    'أخرى',
    'outro',
    'інше',
  ],
} as const satisfies Partial<Readonly<Record<Special, readonly string[]>>>;

const SPECIAL_OF: ReadonlyMap<string, Special> = new Map([
  ...WORDS.dont_know.map((words) => [words, 'dont_know'] as const),
  ...WORDS.refused.map((words) => [words, 'refused'] as const),
  ...WORDS.other.map((words) => [words, 'other'] as const),
]);

/** What a label certainly says, by its words alone. */
export function specialOf(words: string): Special | undefined {
  return SPECIAL_OF.get(words);
}
