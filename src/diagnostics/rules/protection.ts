import { didYouMean, quote, quotedFew } from '../quote.ts';
import { rule } from '../rule.ts';

export const protectionRules = {
  'consent-policy': rule<{ problem: string; suggestion: string | undefined }>({
    severity: 'error',
    page: 'protection',
    title: 'The gate of consent cannot open or close',
    why: 'Nothing can be checked against it, so personal questions would stay unguarded without a word.',
    message: ({ problem, suggestion }) => `${problem}${didYouMean(suggestion)}`,
    help: () =>
      'Write in dictionary.yaml, for example, consent: { variable: consent, value: yes }: the question, and the code that gives consent.',
  }),
  'form-without-consent': rule<{ form: string; consent: string; names: readonly string[] }>({
    severity: 'warning',
    page: 'protection',
    title: 'A form asks about people and never for their consent',
    why: 'Personal data would be on record although nobody agreed to it.',
    message: ({ form, consent, names }) => `Form ${quote(form)} asks ${quotedFew(names)}, but not ${quote(consent)}.`,
    help: ({ consent }) =>
      `Ask ${consent} in this form, and the personal questions only after it was given. If consent is on record elsewhere, set this finding aside and say where.`,
  }),
  'asked-without-consent': rule<{
    name: string;
    kind: 'question' | 'section';
    form: string;
    names: readonly string[];
    condition: string;
  }>({
    severity: 'warning',
    page: 'protection',
    title: 'A personal question is asked without consent',
    why: 'A person who did not agree is asked all the same, or the answers given before stay on record.',
    message: ({ name, kind, form, names }) =>
      kind === 'question'
        ? `Form ${quote(form)} asks ${quote(name)} also where consent was not given.`
        : `Form ${quote(form)} asks ${names.length} personal questions of ${quote(name)} also where consent was not given: ${quotedFew(names)}.`,
    help: ({ kind, condition }) =>
      `Write relevant: ${condition} at ${kind === 'question' ? 'the question' : 'the group'} or a group around it. If the answer is not about a person, correct its sensitivity.`,
  }),
  'sensitive-without-purpose': rule<{ name: string }>({
    severity: 'warning',
    page: 'protection',
    title: 'A sensitive question does not say why it is asked',
    why: 'Data that could harm people is collected for a stated purpose only; without one nobody can tell whether it may be asked, kept or shared.',
    message: ({ name }) => `${quote(name)} is sensitive, but says no purpose.`,
    help: () =>
      'Add purpose: with one sentence: why it is asked and what is done with the answers. If there is none, leave the question out.',
  }),
  'identifier-not-personal': rule<{ name: string; sensitivity: string; stated: boolean }>({
    severity: 'warning',
    page: 'protection',
    title: 'An answer that tells who a person is counts as harmless',
    why: 'Exports and reports that may carry harmless data would carry names, numbers or telephones.',
    message: ({ name, sensitivity, stated }) =>
      stated
        ? `${quote(name)} identifies a person directly, but its sensitivity is ${quote(sensitivity)}.`
        : `${quote(name)} identifies a person directly and states no sensitivity, so it counts as ${quote(sensitivity)}.`,
    help: () =>
      'Write sensitivity: personal, or sensitive. If the answer tells nothing about a person, correct identifies:.',
  }),
  'carries-personal-data': rule<{
    name: string;
    source: string;
    level: string | undefined;
    own: string;
    stated: boolean;
  }>({
    severity: 'warning',
    page: 'protection',
    title: 'A computed value carries an answer out of its protection',
    why: 'Exports and reports leave the answer out and carry the computed value with the same words in it.',
    message: ({ name, source, level, own, stated }) => {
      if (level === undefined)
        return `${quote(name)} carries the answer to ${quote(source)}, which identifies a person directly, and does not say so.`;
      const counts = stated
        ? `its sensitivity is ${quote(own)}`
        : `it states no sensitivity, so it counts as ${quote(own)}`;
      return `${quote(name)} carries the answer to ${quote(source)}, which is ${level}, but ${counts}.`;
    },
    help: ({ name, level }) =>
      level === undefined
        ? `Write identifies: direct at ${name}, or what it is where it holds only a part of the answer.`
        : `Write sensitivity: ${level} at ${name}, or compute it without the answer itself.`,
  }),
  'identifier-in-instance-name': rule<{ form: string; source: string }>({
    severity: 'warning',
    page: 'protection',
    title: 'The name of a submission tells who a person is',
    why: 'It stands in the lists of devices and servers and in every export, where no protection of the answer reaches it.',
    message: ({ form, source }) =>
      `The instance_name of form ${quote(form)} carries the answer to ${quote(source)}, which is sensitive and identifies a person directly.`,
    help: () => 'Name submissions by a number, a date or a place instead.',
  }),
};
