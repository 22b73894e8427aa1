import { listed, quote, quotedFew } from '../quote.ts';
import { rule } from '../rule.ts';

const PAGE = 'answers';

/** An answer as a finding names it: the question, and what was answered, unless that is not to be shown. */
export interface Answered {
  readonly name: string;
  /** Undefined where the answer is personal and stays hidden. */
  readonly value: string | undefined;
}

/** `"hh_size" is "abc"`, or that there is an answer. */
function said({ name, value }: Answered): string {
  return value === undefined ? `The answer to ${quote(name)}, not shown here,` : `${quote(name)} is ${quote(value)}`;
}

/** The same with what is wrong about it. */
function is({ name, value }: Answered, what: string): string {
  return value === undefined ? `${said({ name, value })} is ${what}.` : `${said({ name, value })}, which is ${what}.`;
}

/** What is computed of a blank or a text where a number is wanted is no number to devices. */
function given(computed: string): string {
  if (computed === 'NaN') return 'no number';
  return computed === '' ? 'nothing' : quote(computed);
}

function plain(words: string): string {
  return quote(words).slice(1, -1);
}

/** An author's sentence with a full stop. */
function ended(words: string): string {
  return `${plain(words).replace(/[.。۔।]\s*$/u, '')}.`;
}

const LOOK = 'Ask the enumerator, and correct the answer on the server.';

/** What is wrong with one answer of a submission, or with an answer that is not there. */
export const answerRules = {
  'answer-type': rule<Answered & { wanted: string; hint: string | undefined }>({
    severity: 'error',
    page: PAGE,
    title: 'An answer of another type than its question',
    why: 'Whatever counts, adds or plots this question stumbles over the answer, or leaves it out without a word.',
    message: ({ wanted, ...answered }) => is(answered, `not ${wanted}`),
    help: ({ hint }) => hint ?? `${LOOK} Devices cannot send this: look for an import or an edit.`,
  }),
  'answer-shape': rule<{ name: string; found: string; wanted: string }>({
    severity: 'error',
    page: PAGE,
    title: 'Something else where an answer is expected',
    why: 'What is inside cannot be read as answers, so nothing of it was checked.',
    message: ({ name, found, wanted }) => `At ${quote(name)} stands ${found}, where ${wanted} is expected.`,
    help: () => 'The data was changed on its way, or is of another form. Export it anew.',
  }),
  'answer-code': rule<Answered & { list: string; codes: readonly string[]; likely: string | undefined; known: number }>(
    {
      severity: 'error',
      page: PAGE,
      title: 'An answer that is no code of its list',
      why: 'No table has a row for it, so the answer is lost from every count, or becomes a row that nobody can explain.',
      message: ({ list, codes, ...answered }) =>
        answered.value === undefined
          ? `${said(answered)} holds what is no code of ${quote(list)}.`
          : `${said(answered)}, and ${quotedFew(codes)} ${codes.length > 1 ? 'are no codes' : 'is no code'} of ${quote(list)}.`,
      help: ({ likely, known }) =>
        `${likely === undefined ? `The list has ${known} ${known === 1 ? 'code' : 'codes'}.` : `Did you mean ${quote(likely)}?`} Correct the answer, or add the code to the list if it belongs there.`,
    },
  ),
  'answer-code-retired': rule<Answered & { list: string; codes: readonly string[]; since: string }>({
    severity: 'warning',
    page: PAGE,
    title: 'A code that is not offered any more',
    why: 'The form that made this submission should not have offered it: an old form is in use, or the answer was imported.',
    message: ({ list, codes, since, ...answered }) =>
      answered.value === undefined
        ? `${said(answered)} holds a code of ${quote(list)} that is retired since ${since}.`
        : `${said(answered)}, and ${quotedFew(codes)} of ${quote(list)} ${codes.length > 1 ? 'are' : 'is'} retired since ${since}.`,
    help: () => 'Make sure that devices have the present form. The answer itself stays valid.',
  }),
  'answers-exclusive': rule<Answered & { exclusive: string }>({
    severity: 'error',
    page: PAGE,
    title: 'A code that cannot stand beside another answer',
    why: 'The answers contradict each other, so that every share that is computed of them is wrong.',
    message: ({ exclusive, ...answered }) =>
      answered.value === undefined
        ? `${said(answered)} holds other codes beside one that stands alone.`
        : `${said(answered)}, but ${quote(exclusive)} cannot stand beside another answer.`,
    help: () => 'Keep either that code or the others.',
  }),
  'answer-missing': rule<{ name: string }>({
    severity: 'error',
    page: PAGE,
    title: 'A required question without an answer',
    why: 'The device would not have let anybody go on: the submission is cut short, imported, or of another form.',
    message: ({ name }) => `${quote(name)} is required and was asked, but has no answer.`,
    help: () => LOOK,
  }),
  'answer-not-asked': rule<Answered & { because: string | undefined; around: string | undefined }>({
    severity: 'error',
    page: PAGE,
    title: 'An answer to a question that was not asked',
    why: 'It counts in tables though it contradicts the answers that decide whether it is asked.',
    message: ({ because, around, ...answered }) => {
      const where = around === undefined ? '' : ` of ${quote(around)}`;
      const reason = because === undefined ? '' : `: ${plain(because)}${where} does not hold`;
      return answered.value === undefined
        ? `${said(answered)} should not be there, because the question was not asked${reason}.`
        : `${said(answered)}, but the question was not asked${reason}.`;
    },
    help: () => 'Either the answers before were changed afterwards, or this one is left over: keep what is true.',
  }),
  'answer-constraint': rule<Answered & { constraint: string; message: string | undefined }>({
    severity: 'error',
    page: PAGE,
    title: 'An answer that its constraint refuses',
    why: 'The device would not have taken it: it was imported, edited, or comes from an older form.',
    message: ({ constraint, message, ...answered }) => {
      const words = message === undefined ? '' : ` (${plain(message)})`;
      return answered.value === undefined
        ? `${said(answered)} does not meet ${plain(constraint)}${words}.`
        : `${said(answered)}, which ${plain(constraint)} refuses${words}.`;
    },
    help: () => LOOK,
  }),
  'answer-calculation': rule<Answered & { computed: string | undefined }>({
    severity: 'warning',
    page: PAGE,
    title: 'A calculated value that the answers do not give',
    why: 'Answers were edited after the device computed it, so that what builds on it is out of date.',
    message: ({ computed, ...answered }) =>
      answered.value === undefined || computed === undefined
        ? `${said({ ...answered, value: undefined })} differs from what the answers give.`
        : answered.value === ''
          ? `${quote(answered.name)} is empty, but the answers give ${given(computed)}.`
          : `${said(answered)}, but the answers give ${given(computed)}.`,
    help: () => 'Compute it anew, and look at the history of edits of this submission.',
  }),
  'answer-filter': rule<Answered & { codes: readonly string[]; filter: string; list: string }>({
    severity: 'error',
    page: PAGE,
    title: 'A code that was not offered beside the other answers',
    why: 'A district outside its province: both cannot be right, and nobody sees which in a table.',
    message: ({ codes, filter, list, ...answered }) =>
      answered.value === undefined
        ? `${said(answered)} holds a code of ${quote(list)} that ${plain(filter)} does not offer here.`
        : `${said(answered)}, but ${plain(filter)} does not offer ${quotedFew(codes)} here.`,
    help: () => 'Find out which of the answers is wrong, and correct that one.',
  }),
  'answer-implausible': rule<Answered & { message: string }>({
    severity: 'warning',
    page: PAGE,
    title: 'An answer outside of what is plausible',
    why: 'It may be true, and often is a slip.',
    message: ({ message, ...answered }) =>
      answered.value === undefined
        ? `${said(answered)} is worth a second look: ${ended(message)}`
        : `${said(answered)}: ${ended(message)}`,
    help: () => 'Ask the enumerator whether it is true.',
  }),
  'answer-damaged': rule<Answered & { sign: string }>({
    severity: 'warning',
    page: PAGE,
    title: 'A text whose letters were damaged',
    why: 'Names cannot be found any more, and the letters do not come back by themselves.',
    message: ({ sign, ...answered }) =>
      answered.value === undefined ? `${said(answered)} holds ${sign}.` : `${said(answered)}: it holds ${sign}.`,
    help: () =>
      'The file was saved in another encoding on its way. Export it anew, and open it in Excel by Data > From Text (UTF-8).',
  }),
  'answer-renamed': rule<{ name: string; before: string }>({
    severity: 'info',
    page: PAGE,
    title: 'Answers under a name that a question had before',
    why: 'An older form made the submission; the answer counts for the question under its present name.',
    message: ({ name, before }) => `${quote(before)} is now ${quote(name)}, and is read as such.`,
    help: () => 'Nothing needs to be done. Devices that still send the old name have an old form.',
  }),
  'entries-count': rule<{ name: string; found: number; wanted: number; count: string }>({
    severity: 'warning',
    page: PAGE,
    title: 'More or fewer entries of a repeat than were counted',
    why: 'Members of a household are missing, or belong to nobody.',
    message: ({ name, found, wanted, count }) =>
      `${quote(name)} has ${found} ${found === 1 ? 'entry' : 'entries'}, but ${plain(count)} gives ${wanted}.`,
    help: () => 'Find out which is right: the number that was answered, or the entries.',
  }),
  'media-missing': rule<{ name: string; of: 'file' | 'several'; missing: number }>({
    severity: 'warning',
    page: PAGE,
    title: 'A picture, sound or file that did not arrive',
    why: 'The submission came without it: the device was offline, or the upload broke off.',
    message: ({ name, of, missing }) =>
      of === 'file'
        ? `The file of ${quote(name)} is not on the server.`
        : `${missing} of the files of this submission ${missing === 1 ? 'is' : 'are'} not on the server.`,
    help: () => 'Let the device send again while it still has the submission.',
  }),
};

/** What is wrong with a submission as a whole, or with how it fits the form. */
export const recordRules = {
  'answer-unknown': rule<{ key: string; likely: string | undefined }>({
    severity: 'warning',
    page: PAGE,
    title: 'An answer to a question that the form does not have',
    why: 'It is in no table and no report: a question was renamed or taken out, or the data is of another form.',
    message: ({ key, likely }) =>
      `The form has no question ${quote(key)}.${likely === undefined ? '' : ` Did you mean ${quote(likely)}?`}`,
    help: () =>
      'If the question was renamed, say so at its variable: was: [old_name]. If it is of an older form, give that too: --also.',
  }),
  'record-check': rule<{ check: string; message: string }>({
    severity: 'warning',
    page: PAGE,
    title: 'Answers that a check of the dictionary does not let pass',
    why: 'Each answer may be possible, but not all of them together.',
    message: ({ check, message }) => `${ended(message).slice(0, -1)} (check ${quote(check)}).`,
    help: () => 'Find out which of the answers is wrong, and correct that one.',
  }),
  'record-shape': rule<{ path: string; expected: string }>({
    severity: 'warning',
    page: PAGE,
    title: 'Data that the server would write otherwise',
    why: 'It went through another program on its way, which may have changed more than this.',
    message: ({ path, expected }) => `What stands at ${quote(path)} is to be ${expected}.`,
    help: () => 'Take the data from the server itself, and leave it as it is.',
  }),
  'record-twice': rule<{ first: number; file: string | undefined }>({
    severity: 'error',
    page: PAGE,
    title: 'A submission that is there twice',
    why: 'It counts twice in every table.',
    message: ({ first, file }) =>
      `The same submission is number ${first}${file === undefined ? ' already' : ` of ${quote(file)}`}.`,
    help: () => 'Keep the later one if they differ: KoboToolbox gives an edit a new id and keeps the root id.',
  }),
  'record-left-out': rule<Record<string, never>>({
    severity: 'warning',
    page: PAGE,
    title: 'A submission that KoboToolbox leaves out of its exports',
    why: 'Exports are made version by version, so that this one is in no table, and nobody is told.',
    message: () => 'The submission names no version of its form (__version__).',
    help: () =>
      'It was imported or sent by another program. Take data from the API instead of an export, or add __version__ to it.',
  }),
  'record-version': rule<{ version: string; known: readonly string[] }>({
    severity: 'warning',
    page: PAGE,
    title: 'A submission of a form that is not at hand',
    why: 'It is checked by the newest form, which may ask other questions; so its findings are one level lower.',
    message: ({ version, known }) =>
      version === ''
        ? 'Nothing in the submission tells which version of the form made it.'
        : `The form of version ${quote(version)} made it; at hand ${known.length === 1 ? 'is' : 'are'} ${listed(known.map(quote), 'and')}.`,
    help: () =>
      'Give the dictionary or workbook of that time as well: --also FOLDER, --also FORM.xlsx or --also git:REVISION.',
  }),
  'record-country': rule<{ country: string }>({
    severity: 'warning',
    page: PAGE,
    title: 'A submission of another country',
    why: 'It is checked by a form that did not make it, and that may ask other questions; so its findings are one level lower.',
    message: ({ country }) =>
      country === 'core'
        ? 'The form of the core made it, which is not looked at here.'
        : `The form of the country ${quote(country)} made it, which is not looked at here.`,
    help: ({ country }) =>
      country === 'core'
        ? 'Leave --country out: the form of each submission is found by what is in it.'
        : `Add --country ${country}, or leave --country out: the form of each submission is found by what is in it.`,
  }),
  'check-not-possible': rule<{ what: string; name: string; words: string; reason: string }>({
    severity: 'info',
    page: PAGE,
    title: 'A condition that cannot be tried on data',
    why: 'It asks for something that only the device or the server knows, so no submission was checked by it.',
    message: ({ what, name, words, reason }) =>
      `The ${what} of ${quote(name)} was not tried: ${plain(words)}. ${reason}.`,
    help: () => 'Nothing needs to be done; look at the answers yourself if it matters.',
  }),
};
