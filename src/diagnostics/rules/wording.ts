import { quote } from '../quote.ts';
import { rule } from '../rule.ts';

/** What goes wrong between a text and its translation. */
export const wordingRules = {
  'stale-translation': rule<{ language: string; translation: string; source: string }>({
    severity: 'warning',
    page: 'translations',
    title: 'A text was changed, and its translation was not',
    why: 'People who use this language are asked what the text said before.',
    message: ({ translation, source }) =>
      `${quote(translation)} translates an older text, which now reads ${quote(source)}.`,
    help: ({ language }) =>
      `lexiform translate export --language ${language} --only stale gives it to a translator. If it still fits, say so there.`,
  }),
  'number-differs': rule<{ language: string; other: string; numbers: string; others: string }>({
    severity: 'warning',
    page: 'translations',
    title: 'A translation has other numbers than the text',
    why: 'People are told another limit, date or amount than those who use the other language.',
    message: ({ language, other, numbers, others }) =>
      `The text in ${quote(language)} has ${numbers === '' ? 'no number' : numbers} where the one in ${quote(other)} has ${others === '' ? 'none' : others}.`,
    help: () => 'Write the same numbers; the digits of any script will do.',
  }),
  'markup-differs': rule<{ language: string; problem: string }>({
    severity: 'warning',
    page: 'translations',
    title: 'The formatting of a text was broken in translation',
    why: 'Phones show the signs in place of bold letters or a link, or a link that leads elsewhere.',
    message: ({ language, problem }) => `The text in ${quote(language)} ${problem}`,
    help: () => 'Write **, links and tags as they are in the source, around the translated words.',
  }),
  'unbalanced-direction': rule<{ language: string; mark: string; open: boolean }>({
    severity: 'warning',
    page: 'translations',
    title: 'A mark for the direction of writing has no partner',
    why: 'What follows on the screen is shown in the wrong order.',
    message: ({ language, mark, open }) =>
      `The text in ${quote(language)} ${open ? 'opens' : 'closes'} a stretch of another direction with ${mark}, and nothing ${open ? 'closes' : 'opens'} it.`,
    help: () => 'Delete the mark, which cannot be seen: type the text anew around that place.',
  }),
  'translation-length': rule<{ language: string; length: number; other: string; otherLength: number }>({
    severity: 'info',
    page: 'translations',
    title: 'A translation is far longer or shorter than its source',
    why: 'A part may be missing, or the text of another question may stand here.',
    message: ({ language, length, other, otherLength }) =>
      `The text in ${quote(language)} has ${length} characters, the one in ${quote(other)} ${otherLength}.`,
    help: () => 'Read both side by side.',
  }),
  'same-as-source': rule<{ language: string; other: string; text: string }>({
    severity: 'info',
    page: 'translations',
    title: 'A text was copied, not translated',
    why: 'People who use the language read another one.',
    message: ({ language, other, text }) =>
      `The text in ${quote(language)} is the one in ${quote(other)}: ${quote(text)}.`,
    help: () => 'Translate it, or write the tag mul for a text that is the same in all languages.',
  }),
};
