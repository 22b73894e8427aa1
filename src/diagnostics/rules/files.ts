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
    message: ({ file, encoding }) => `${quote(file)} is not valid ${encoding}: the letter marked here cannot be read.`,
    help: () => 'Save the file as UTF-8. In Excel: Save As, "CSV UTF-8 (Comma delimited)".',
  }),
  'control-character': rule<{ seen: string }>({
    severity: 'error',
    page: 'files',
    title: 'A file holds a character that no form can carry',
    why: 'Workbooks and forms are XML, which cannot hold control characters; the file may be damaged or not a text.',
    message: ({ seen }) => `The character ${seen} marked here cannot stand in a form.`,
    help: () => 'Delete it, or replace the file if it is not a text file at all.',
  }),
  'missing-file': rule<{ file: string; looked: string }>({
    severity: 'error',
    page: 'files',
    title: 'A file that is named does not exist',
    why: 'The form would be published without it, and the question would stay empty on the phone.',
    message: ({ file }) => `There is no file ${quote(file)}.`,
    help: ({ looked }) => `Put it beside this YAML file or in media/. Looked for: ${looked}.`,
  }),
  'no-dictionary': rule<{ folder: string }>({
    severity: 'error',
    page: 'files',
    title: 'There is no dictionary.yaml',
    why: 'The manifest names the dictionary, its version and its languages; nothing can be compiled without it.',
    message: ({ folder }) => `${quote(folder)} has no dictionary.yaml.`,
    help: () => 'Name the folder that holds dictionary.yaml, or start one with: lexiform init',
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
    help: ({ column, found }) => `Add a column ${quote(column)} to the first row. It has: ${found}.`,
  }),
  'workbook-limit': rule<{ form: string; profile: string; place: string; problem: string }>({
    severity: 'error',
    page: 'files',
    title: 'A workbook would hold more than Excel can',
    why: 'Excel would cut the text, or refuse to open the workbook.',
    message: ({ form, profile, place, problem }) =>
      `Form ${quote(form)} cannot be written for ${profile}: ${place}: ${problem}`,
    help: () => 'Shorten the text, or split the form or the list.',
  }),
  'not-compiled': rule<{ what: string }>({
    severity: 'info',
    page: 'files',
    title: 'A part of the dictionary is not compiled yet',
    why: 'It is kept as it is, and nothing is built from it by this version.',
    message: ({ what }) => `This version of Lexiform does not compile ${what} yet.`,
    help: () => 'Nothing to do: what is written here is left alone.',
  }),
};
