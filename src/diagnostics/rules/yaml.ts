import { didYouMean, quote } from '../quote.ts';
import { rule } from '../rule.ts';

export const yamlRules = {
  'yaml-syntax': rule<{ problem: string; help: string }>({
    severity: 'error',
    page: 'yaml',
    title: 'A YAML file cannot be read',
    why: 'What follows in this file may be read wrongly, or not at all.',
    message: ({ problem }) => problem,
    help: ({ help }) => help,
  }),
  'needs-quotes': rule<{ problem: string; fix: string }>({
    severity: 'error',
    page: 'yaml',
    title: 'A text that YAML would change needs quotes',
    why: 'YAML gives these characters a meaning of their own, so part of the text would be lost without a word.',
    message: ({ problem }) => problem,
    help: ({ fix }) => fix,
  }),
  'yaml-feature': rule<{ feature: string; help: string }>({
    severity: 'error',
    page: 'yaml',
    title: 'A feature of YAML that the language does not have',
    why: 'One file is one document, and reuse is written with like, include and use, so that everyone sees where a text comes from.',
    message: ({ feature }) => `${feature} is not part of the dictionary language.`,
    help: ({ help }) => help,
  }),
  'nested-too-deep': rule<{ limit: number }>({
    severity: 'error',
    page: 'yaml',
    title: 'A file is nested too deeply',
    why: 'Nothing that a form can show is nested like this; the file is damaged or was made to do harm.',
    message: ({ limit }) => `This is nested more than ${limit} levels deep.`,
    help: () => 'Check where the file comes from. Inner groups can be modules of their own, placed with use.',
  }),
  'duplicate-key': rule<{ key: string }>({
    severity: 'error',
    page: 'keys',
    title: 'A key stands twice in one place',
    why: 'Only one of the two could count, and which one is not for a tool to guess.',
    message: ({ key }) => `${quote(key)} stands here for the second time.`,
    help: ({ key }) => `Keep one ${quote(key)}, and delete or rename the other.`,
  }),
  'unknown-key': rule<{ key: string; what: string; suggestion: string | undefined; known: string }>({
    severity: 'error',
    page: 'keys',
    title: 'A key that the language does not know',
    why: 'A misspelt key would be ignored, and the form would lack what it was meant to say.',
    message: ({ key, what, suggestion }) => `${quote(key)} is not a key of ${what}.${didYouMean(suggestion)}`,
    help: ({ key, suggestion, known }) => {
      if (suggestion === undefined) return `Keys here: ${known}.`;
      const write = key.includes('::') ? `${suggestion}: { en: …, fr: … }, a text for each language` : suggestion;
      return `Write ${write}, or delete the line.`;
    },
  }),
  'missing-key': rule<{ key: string; what: string; example: string }>({
    severity: 'error',
    page: 'keys',
    title: 'A key that is needed is missing',
    why: 'Without it this part of the dictionary cannot be built.',
    message: ({ key, what }) => `${what.charAt(0).toUpperCase()}${what.slice(1)} has no ${quote(key)}.`,
    help: ({ key, example }) => `Add ${key}: ${example}`,
  }),
  'wrong-shape': rule<{ key: string; expected: string; found: string; example: string }>({
    severity: 'error',
    page: 'keys',
    title: 'A value of another shape than its key takes',
    why: 'The value cannot be read, so it is left out.',
    message: ({ key, expected, found }) => `${quote(key)} takes ${expected}, but ${found} stands here.`,
    help: ({ key, example }) =>
      key.includes(' ') ? `Write it like this: ${example}` : `Write it like this: ${key}: ${example}`,
  }),
  'wrong-value': rule<{ key: string; value: string; allowed: string; suggestion: string | undefined }>({
    severity: 'error',
    page: 'keys',
    title: 'A word that its key does not take',
    why: 'The value cannot be used, so it is left out.',
    message: ({ key, value, suggestion }) => `${quote(key)} cannot be ${quote(value)}.${didYouMean(suggestion)}`,
    help: ({ key, allowed }) => `${key} takes ${allowed}.`,
  }),
};
