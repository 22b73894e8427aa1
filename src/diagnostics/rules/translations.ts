import { quote } from '../quote.ts';
import { rule } from '../rule.ts';

export interface LanguageHeader {
  readonly header: string;
  readonly tag: string;
  /** `other`: the tag is that of another language than the name. */
  readonly problem: 'no tag' | 'tag' | 'other';
  /** The language that the tag stands for, in English. */
  readonly is: string;
  readonly suggestion: string | undefined;
}

export const translationRules = {
  'one-sided-reference': rule<{ tag: string; other: string; references: string }>({
    severity: 'warning',
    page: 'languages',
    title: 'An answer is shown in one language only',
    why: 'People who use the other language read a different text.',
    message: ({ tag, other, references }) =>
      `The text in ${quote(tag)} does not show ${references}, which the text in ${quote(other)} shows.`,
    help: ({ references }) => `Write ${references} here as well, or take it out of the other text.`,
  }),
  'empty-text': rule<{ key: string; tag: string }>({
    severity: 'warning',
    page: 'languages',
    title: 'A text is empty in a language',
    why: 'Phones show a dash, or nothing, where the text should be.',
    message: ({ key, tag }) => `The ${key} in ${quote(tag)} is empty.`,
    help: () => 'Write the translation, or delete the language here: then the text of the default language stands in.',
    upstream: 'pyxform: - in place of missing texts',
  }),
  'language-header': rule<LanguageHeader>({
    severity: 'warning',
    page: 'languages',
    title: 'Phones cannot tell which language this is',
    why: 'The tag at the end of a heading tells phones and browsers the language and the direction of its script.',
    message: ({ header, tag, problem, is }) => {
      if (problem === 'no tag') return `The heading ${quote(header)} does not end with the tag of its language.`;
      return problem === 'tag'
        ? `${quote(tag)} is not the tag of a language.`
        : `${quote(tag)} is the tag of ${is}, and the heading is ${quote(header)}.`;
    },
    help: ({ header, tag, problem, suggestion }) => {
      if (problem === 'no tag') return `Write header: ${header} (${tag}), or leave header: out.`;
      return suggestion === undefined
        ? 'Use the tag of two letters, such as fr, or of three letters where there is none, such as prs.'
        : `Use the tag ${suggestion}.`;
    },
    upstream: 'pyxform: valid machine-readable codes',
  }),
  'plain-language': rule<{ name: string }>({
    severity: 'warning',
    page: 'languages',
    title: 'A plain column beside languages',
    why: 'Phones call the plain column a language named default, and KoboToolbox refuses the workbook.',
    message: ({ name }) =>
      `${quote(name)} has the plain column, without a language, beside columns of other languages.`,
    help: ({ name }) => `Leave header: out for ${name}, or name its heading under settings: default_language.`,
    upstream: 'KoboToolbox: column is not translated',
  }),
};
