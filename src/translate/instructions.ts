import type { Language } from '../model/dictionary.ts';

/** What a translator is told, a line each. */
export function instructions(source: Language, target: Language): readonly string[] {
  return [
    `Write the ${target.name} text into the yellow column, beside the ${source.name} text. Leave the other columns as they are.`,
    'What stands in ${…} is replaced by an answer when the form is filled in. Keep it letter by letter, and put it where the sentence needs it.',
    'Keep what stands between ** and **, and links such as [here](https://…): translate the words, keep the signs and the address.',
    'Keep the numbers. Digits of your own script are welcome.',
    '"State" says how far a text is. missing: nobody has translated it. stale: the text has changed since; the column before shows what it said, where that is known. same as source: it was copied.',
    'If a stale or copied translation is right as it stands, choose "yes" under "Still right?".',
    '"Room" is a number of characters that is easily read on a phone. It is advice.',
    'Write questions and doubts under "Comment": they reach the authors of the form.',
    'Rows may be filtered and left out. A cell may hold several lines: Alt and Enter.',
  ];
}
