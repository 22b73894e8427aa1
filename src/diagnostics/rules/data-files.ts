import { quote } from '../quote.ts';
import { rule } from '../rule.ts';

export const dataFileRules = {
  'unknown-data-file': rule<{ file: string; seems: string; help: string }>({
    severity: 'error',
    page: 'data-files',
    title: 'A file holds no submissions that can be read',
    why: 'Nothing in it is checked, so what is found elsewhere is not the whole picture.',
    message: ({ file, seems }) => `${quote(file)} ${seems}.`,
    help: ({ help }) => help,
  }),
  'broken-submission': rule<{ problem: string; help: string }>({
    severity: 'error',
    page: 'data-files',
    title: 'A submission cannot be read',
    why: 'It is left out of every check and count; the submissions around it are read.',
    message: ({ problem }) => problem,
    help: ({ help }) => help,
  }),
  'cut-data-file': rule<{ problem: string }>({
    severity: 'error',
    page: 'data-files',
    title: 'A file ends too early',
    why: 'The submissions behind this place are missing from every check and count.',
    message: ({ problem }) => problem,
    help: () => 'Download the file again and wait until the download is done; compare its size with the one before.',
  }),
  'data-file-encoding': rule<{ file: string; count: number; encoding: string }>({
    severity: 'warning',
    page: 'data-files',
    title: 'Letters of a file with submissions cannot be read',
    why: 'Each such letter reads as a replacement sign, so names and codes that hold one match nothing.',
    message: ({ file, count, encoding }) =>
      count === 1
        ? `A submission in ${quote(file)} holds letters that are not ${encoding}.`
        : `${count} submissions in ${quote(file)} hold letters that are not ${encoding}; this is the first.`,
    help: () => 'Download the file again instead of saving it from another program, or have that program write UTF-8.',
  }),
  'missing-pages': rule<{ file: string; read: number; total: number | undefined }>({
    severity: 'warning',
    page: 'data-files',
    title: 'A file is one page of several',
    why: 'Servers deliver submissions page by page: those of the other pages are not checked and not counted.',
    message: ({ file, read, total }) =>
      total === undefined
        ? `${quote(file)} is one page of several: the server has more submissions.`
        : `${quote(file)} is one page of several: ${read} of the server's ${total} submissions are here.`,
    help: () => 'Download the other pages too, by the link "next" or "@odata.nextLink", and give all files together.',
  }),
  'unexpanded-repeat': rule<{ file: string; repeats: string }>({
    severity: 'warning',
    page: 'data-files',
    title: 'The entries of a repeat are not in the file',
    why: 'Nothing of what was answered in the repeat is checked; it reads as if it had no entries.',
    message: ({ file, repeats }) => `${quote(file)} has only links to the entries of ${repeats}.`,
    help: () => 'Add ?$expand=* to the address from which ODK Central delivers the submissions, and download again.',
  }),
  'encrypted-submission': rule<{ file: string; count: number }>({
    severity: 'error',
    page: 'data-files',
    title: 'Submissions are encrypted',
    why: 'Their answers can be read by nobody who lacks the key, so nothing of them is checked.',
    message: ({ file, count }) =>
      count === 1
        ? `A submission in ${quote(file)} is encrypted.`
        : `${count} submissions in ${quote(file)} are encrypted.`,
    help: () =>
      'Decrypt them first: ODK Central does so at download with the passphrase, ODK Briefcase with the private key.',
  }),
};
