import { didYouMean, quote } from '../quote.ts';
import { rule } from '../rule.ts';

export const questionRules = {
  'missing-label': rule<{ name: string; guidance: boolean }>({
    severity: 'error',
    page: 'questions',
    title: 'A question that shows nothing',
    why: 'Nobody could tell what is asked; pyxform refuses the form.',
    message: ({ name, guidance }) =>
      guidance
        ? `${quote(name)} has only a guidance_hint, which phones do not show by themselves.`
        : `${quote(name)} has no label, no hint, and no image, sound or film.`,
    help: () => 'Write a label: with the question as it is read out. A value that nobody sees is a calculate.',
    upstream: 'pyxform: no label or hint',
  }),
  'big-image-alone': rule<{ name: string }>({
    severity: 'error',
    page: 'questions',
    title: 'A large image without a small one',
    why: 'The large image opens by a tap on the small one; pyxform refuses a form that has only the large one.',
    message: ({ name }) => `${quote(name)} has a big-image but no image to tap on.`,
    help: () => 'Write image: with the small image as well, or image: in place of big-image:.',
    upstream: 'pyxform: big-image without image',
  }),
  'empty-calculate': rule<{ name: string }>({
    severity: 'error',
    page: 'questions',
    title: 'A calculate that computes nothing',
    why: 'The value would stay empty; pyxform refuses the form.',
    message: ({ name }) => `The calculate ${quote(name)} has no calculation.`,
    help: () =>
      'Write calculation: with the expression. A value that is computed once, at the start, may stand under default: instead.',
    upstream: 'pyxform: Missing calculation',
  }),
  'retired-device-id': rule<{ type: string }>({
    severity: 'warning',
    page: 'questions',
    title: 'A number that phones do not give any more',
    why: 'Android has kept these numbers from apps since version 10, so the column stays empty.',
    message: ({ type }) => `Phones no longer fill in ${quote(type)}.`,
    help: () => 'Take it out. To tell phones apart use deviceid.',
    upstream: 'pyxform: no longer supported on most devices',
  }),
  'background-geopoint': rule<{ name: string; problem: 'no trigger' | 'calculation' }>({
    severity: 'error',
    page: 'questions',
    title: 'A background position that is never taken',
    why: 'The position is taken at the moment when another question is answered; pyxform refuses anything else.',
    message: ({ name, problem }) =>
      problem === 'calculation'
        ? `${quote(name)} has a calculation, but a background-geopoint takes its value from the phone.`
        : `${quote(name)} does not say which answer it waits for.`,
    help: ({ problem }) =>
      problem === 'calculation'
        ? 'Delete the calculation.'
        : 'Write trigger: with the question whose answer sets it off, such as trigger: ${consent}.',
    upstream: 'pyxform: background-geopoint',
  }),
  'hidden-trigger': rule<{ name: string; target: string; problem: 'section' | 'hidden' }>({
    severity: 'error',
    page: 'questions',
    title: 'A trigger that nobody can set off',
    why: 'A trigger waits for a person to change an answer; pyxform refuses one that nobody can change, or drops it.',
    message: ({ name, target, problem }) =>
      problem === 'section'
        ? `${quote(name)} waits for ${quote(target)}, which is a group or repeat and has no answer.`
        : `${quote(name)} waits for ${quote(target)}, which nobody is asked.`,
    help: () =>
      'Name a question that people answer. A calculation without a trigger is computed anew whenever anything changes.',
    upstream: 'pyxform: not user-visible',
  }),
  'audit-name': rule<{ name: string }>({
    severity: 'error',
    page: 'questions',
    title: 'An audit under another name',
    why: 'Servers find the audit by its name; pyxform refuses any other.',
    message: ({ name }) => `The audit is called ${quote(name)}, but its name must be audit.`,
    help: () => 'Write it under metadata: as { ask: audit, type: audit }.',
    upstream: 'pyxform: Audits must always be named audit',
  }),
  'message-without-condition': rule<{ message: string; condition: string }>({
    severity: 'warning',
    page: 'questions',
    title: 'A message that is never shown',
    why: 'Either the message is left over, or the condition was forgotten and wrong answers go through.',
    message: ({ message, condition }) => `There is a ${message}, but no ${condition} that could fail.`,
    help: ({ message, condition }) => `Write ${condition}: as well, or delete ${message}:.`,
  }),
  'required-without-answer': rule<{ name: string; what: 'note' | 'read-only question' }>({
    severity: 'warning',
    page: 'questions',
    title: 'An answer is required where none can be given',
    why: 'The person who fills the form is stuck: the form cannot be finished.',
    message: ({ name, what }) => `${quote(name)} is required, but nobody can answer a ${what}.`,
    help: () => 'Delete required:. If an answer is needed, ask a question of another type.',
  }),
  'unknown-appearance': rule<{ word: string; suggestion: string }>({
    severity: 'warning',
    page: 'questions',
    title: 'A misspelt appearance',
    why: 'Phones ignore an appearance that they do not know, without a word.',
    message: ({ word, suggestion }) => `${quote(word)} is not an appearance.${didYouMean(suggestion)}`,
    help: ({ suggestion }) => `Write ${suggestion}.`,
  }),
  'ignored-appearance': rule<{ word: string; type: string; types: string }>({
    severity: 'warning',
    page: 'questions',
    title: 'An appearance that does nothing here',
    why: 'The question looks as if nothing were written.',
    message: ({ word, type }) => `The appearance ${quote(word)} does nothing on ${quote(type)}.`,
    help: ({ word, types }) => `Delete it. ${word} is for ${types}.`,
  }),
  'invalid-default': rule<{ value: string; type: string; list: string | undefined; example: string }>({
    severity: 'error',
    page: 'questions',
    title: 'A default that is no answer to its question',
    why: 'It would be stored as an answer that nobody could have given, or be lost when the form opens.',
    message: ({ value, type, list }) =>
      list === undefined
        ? `The default ${quote(value)} is no answer to a question of type ${type}.`
        : `The default ${quote(value)} is not a code of ${quote(list)}.`,
    help: ({ list, example }) =>
      list === undefined ? `Write it like ${example}, or delete it.` : `Write one of the codes, such as ${example}.`,
  }),
  'media-ending': rule<{ file: string }>({
    severity: 'warning',
    page: 'questions',
    title: 'A media file without an ending',
    why: 'Phones tell from the ending how to show a file, so this one may not open.',
    message: ({ file }) => `The name ${quote(file)} has no ending such as .png or .mp3.`,
    help: () => 'Give the file a name with its ending, and write it here in full.',
  }),
  'save-to-type': rule<{ type: string; word: string }>({
    severity: 'error',
    page: 'questions',
    title: 'A list whose name stops KoboToolbox from saving to an entity',
    why: 'The converter of KoboToolbox takes any type with the word group or repeat in it for a group.',
    message: ({ type, word }) =>
      `KoboToolbox refuses save_to on ${quote(type)}, because the word ${quote(word)} stands in it.`,
    help: ({ word }) => `Give the list another name in the workbook, with as: and without the word ${word}.`,
    upstream: 'pyxform 3.0.0: save_to on a group',
  }),
};
