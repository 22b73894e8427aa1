import { quote } from '../quote.ts';
import { rule } from '../rule.ts';

export const fileRules = {
  'file-unreadable': rule<{ file: string; reason: string }>({
    severity: 'error',
    page: 'files',
    title: 'A file cannot be opened',
    why: 'What the file holds is missing from everything that is built.',
    message: ({ file, reason }) => `${quote(file)} cannot be read: ${reason}.`,
    help: () => 'Close the file in other programs, check its name and its permissions, then run again.',
  }),
  'file-encoding': rule<{ file: string; encoding: string }>({
    severity: 'error',
    page: 'files',
    title: 'A file is not saved as UTF-8',
    why: 'Letters with accents and other scripts would reach the phones as question marks.',
    message: ({ file, encoding }) =>
      `${quote(file)} is not saved as ${encoding}: the letter marked here cannot be read.`,
    help: () => 'Save the file as UTF-8. In Excel: Save As, "CSV UTF-8 (Comma delimited)".',
  }),
  'control-character': rule<{ seen: string }>({
    severity: 'error',
    page: 'files',
    title: 'A file holds a character that no form can carry',
    why: 'Workbooks and forms are XML, which cannot hold control characters; the file may be damaged or not a text.',
    message: ({ seen }) => `An invisible character (${seen}) stands here, which no form can carry.`,
    help: () => 'Delete it and type the text around it again. If the file is no text file at all, replace it.',
  }),
  'missing-file': rule<{ file: string; looked: string }>({
    severity: 'error',
    page: 'files',
    title: 'A file that is named does not exist',
    why: 'The form would go out without it.',
    message: ({ file }) => `There is no file ${quote(file)}.`,
    help: ({ looked }) =>
      `Put it beside the file that names it, or in media/.${looked === '' ? '' : ` Looked for: ${looked}.`}`,
  }),
  'no-dictionary': rule<{ folder: string; found: string | undefined }>({
    severity: 'error',
    page: 'files',
    title: 'There is no dictionary.yaml',
    why: 'The manifest names the dictionary, its version and its languages; nothing can be compiled without it.',
    message: ({ folder }) =>
      folder === '' ? 'There is no dictionary.yaml here.' : `The folder ${quote(folder)} has no dictionary.yaml.`,
    help: ({ found }) =>
      found === undefined
        ? 'Name the folder that holds dictionary.yaml, or start one with: lexiform init'
        : `Rename ${found} to dictionary.yaml.`,
  }),
  'csv-syntax': rule<{ problem: string; help: string }>({
    severity: 'error',
    page: 'files',
    title: 'A CSV file cannot be read as a table',
    why: 'From here on, rows and columns would be mixed up.',
    message: ({ problem }) => problem,
    help: ({ help }) => help,
  }),
  'csv-column': rule<{ file: string; column: string; found: string }>({
    severity: 'error',
    page: 'files',
    title: 'A CSV file lacks a column',
    why: 'Without this column the rows cannot become codes.',
    message: ({ file, column }) => `${quote(file)} has no column ${quote(column)}.`,
    help: ({ column, found }) =>
      `The first row holds the headings. Rename the one of the codes to ${quote(column)}. It has: ${found}.`,
  }),
  'kobo-column': rule<{ column: string }>({
    severity: 'warning',
    page: 'files',
    title: 'A column that KoboToolbox would take for a language',
    why: 'KoboToolbox reads a column with a colon as a translation, so the form would get a language that does not exist.',
    message: ({ column }) => `The column ${quote(column)} is left out of the workbooks for KoboToolbox.`,
    help: () => 'Use a heading without a colon, or one that begins with bind::, body::, control:: or media::.',
    upstream: 'KoboToolbox: import',
  }),
  'workbook-limit': rule<{ form: string; place: string; problem: string }>({
    severity: 'error',
    page: 'files',
    title: 'A workbook would hold more than Excel can',
    why: 'Excel would cut the text, or refuse to open the workbook.',
    message: ({ form, place, problem }) => `Form ${quote(form)} cannot be written (${place}): ${problem}`,
    help: () => 'Shorten what is named here, or split the form or the list.',
  }),
  'not-compiled': rule<{ what: string }>({
    severity: 'info',
    page: 'files',
    title: 'A part of the dictionary is not compiled yet',
    why: 'It is kept as it is, and nothing is built from it by this version.',
    message: ({ what }) => `This version of Lexiform does not compile ${quote(what)} yet.`,
    help: () => 'Nothing to do: what is written here is left alone.',
  }),
};
