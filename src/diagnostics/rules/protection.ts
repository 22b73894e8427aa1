import { quote } from '../quote.ts';
import { rule } from '../rule.ts';

export const protectionRules = {
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
    help: () => 'Write sensitivity: personal, or sensitive. If the answer tells nothing about a person, correct identifies:.',
  }),
};
