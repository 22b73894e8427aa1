import { didYouMean, listed, quote, quotedFew } from '../quote.ts';
import { rule } from '../rule.ts';

/** What a table of submissions says that the form does not know, or says twice. Answers are never quoted. */
export const dataTableRules = {
  'unknown-data-column': rule<{ heading: string; column: string; rows: number; suggestion: string | undefined }>({
    severity: 'warning',
    page: 'data-tables',
    title: 'A column of a data file is not in the form',
    why: 'Nothing that stands in the column is checked; if it is a question that was renamed, its answers count as missing.',
    message: ({ heading, column, rows, suggestion }) =>
      heading === ''
        ? `Column ${column} has no heading, but ${rowWords(rows)} something there.`
        : `No question of the form is called ${quote(heading)} (column ${column}); ${rowWords(rows)} something there.${didYouMean(suggestion)}`,
    help: ({ heading }) =>
      heading === ''
        ? 'Write the name of the question in the first row, or delete the column.'
        : 'Correct the heading if it is a slip. If an older version of the form asks it, check with that version, too. What was calculated after the survey may stay.',
  }),
  'missing-columns': rule<{ names: readonly string[] }>({
    severity: 'info',
    page: 'data-tables',
    title: 'Questions of the form have no column in a data file',
    why: 'What was answered to them cannot be checked, and counts as not answered.',
    message: ({ names }) =>
      `${names.length === 1 ? 'One question or repeat of the form is' : `${names.length} questions and repeats of the form are`} in none of the tables: ${quotedFew(names)}.`,
    help: () =>
      'Nothing needs to be done if the columns were removed on purpose. Else export again with all questions.',
  }),
  'repeated-column': rule<{
    heading: string;
    column: string;
    other: string;
    otherColumn: string;
    key: string;
    rows: number;
  }>({
    severity: 'warning',
    page: 'data-tables',
    title: 'Two columns of a data file mean the same',
    why: 'Only one of them can be the answer: the one on the left counts.',
    message: ({ heading, column, other, otherColumn, key, rows }) =>
      `${heading === other ? `The heading ${quote(heading)} stands over the columns ${otherColumn} and ${column}` : `${quote(other)} (column ${otherColumn}) and ${quote(heading)} (column ${column}) are the same question`}; ${
        rows === 0
          ? 'what stands in them is equal.'
          : `${rows === 1 ? 'one row differs' : `${rows} rows differ`}, and what stands in column ${column} is kept as ${quote(key)}.`
      }`,
    help: () => 'Delete the column that is wrong, or rename it if it is something else.',
  }),
  'shared-heading': rule<{ heading: string; column: string; questions: readonly string[] }>({
    severity: 'warning',
    page: 'data-tables',
    title: 'A heading can mean several questions',
    why: 'Nobody can say whose answers these are, so the column is not checked.',
    message: ({ heading, column, questions }) =>
      `${quote(heading)} (column ${column}) can be any of ${questions.length} questions: ${quotedFew(questions)}.`,
    help: () => 'Export the data with XML values and headers in place of labels, or with the groups in the headings.',
  }),
  'shared-choice-label': rule<{ heading: string; column: string; rows: number }>({
    severity: 'warning',
    page: 'data-tables',
    title: 'A label in a column stands for several codes',
    why: 'Nobody can say which code was chosen, so the label is kept, and is no code of the list.',
    message: ({ heading, column, rows }) =>
      `${rows === 1 ? 'A row' : `${rows} rows`} of column ${column} (${quote(heading)}) ${rows === 1 ? 'has' : 'have'} a label that more than one code of the list has.`,
    help: () => 'Export the data with XML values and headers in place of labels, or give each code a label of its own.',
  }),
  'one-hot-differs': rule<{ question: string; choices: number; counts: 'parent' | 'details' }>({
    severity: 'warning',
    page: 'data-tables',
    title: 'The columns of the choices say otherwise than the column of the question',
    why: 'An answer was changed in one place and not in the other: tables made from one differ from those made from the other.',
    message: ({ question, choices, counts }) =>
      `The column of ${quote(question)} and those of its choices disagree about ${choices === 1 ? 'one choice' : `${choices} choices`}. ${
        counts === 'parent'
          ? 'The column of the question counts.'
          : 'The column of the question is empty, so the others count.'
      }`,
    help: () =>
      'Correct the one that is wrong. When you clean such an answer, change the column of the question and make the others from it.',
  }),
  'orphan-entry': rule<{ repeat: string; rows: number }>({
    severity: 'error',
    page: 'data-tables',
    title: 'An entry of a repeat belongs to no submission',
    why: 'The entry is in no total and no check: its submission was deleted, or its number changed.',
    message: ({ repeat, rows }) =>
      rows === 1
        ? `This entry of ${quote(repeat)} belongs to no submission of the file.`
        : `${rows} more entries of ${quote(repeat)} belong to no submission of the file.`,
    help: () =>
      'Delete the entries of submissions that were deleted, or put the submission back. Never renumber _index by hand.',
  }),
  'table-not-read': rule<{ table: string; problem: string; help: string }>({
    severity: 'warning',
    page: 'data-tables',
    title: 'A sheet or file beside the submissions is not read',
    why: 'What stands in it is not checked and not counted.',
    message: ({ table, problem }) => `${quote(table)} is not read: ${problem}.`,
    help: ({ help }) => help,
  }),
  'heading-rows': rule<{ rows: readonly number[]; what: 'hxl' | 'labels' | 'above' }>({
    severity: 'info',
    page: 'data-tables',
    title: 'A row is no submission but belongs to the headings',
    why: 'It is passed over: counted as a submission, it would be wrong in every column.',
    message: ({ rows, what }) =>
      `${rows.length === 1 ? `Row ${rows[0] ?? 0} is` : `Rows ${listed(rows.map(String), 'and')} are`} passed over: ${HEADING_WORDS[what]}.`,
    help: () => 'Nothing needs to be done, unless it is a submission after all.',
  }),
  'blank-words': rule<{ words: readonly string[]; cells: number }>({
    severity: 'info',
    page: 'data-tables',
    title: 'Empty cells have a word in them',
    why: 'The word is read as no answer. Left in, it would be a wrong number, date or code.',
    message: ({ words, cells }) =>
      `${quotedFew(words)} ${words.length === 1 ? 'stands' : 'stand'} in ${cells === 1 ? 'one cell' : `${cells} cells`} where nothing was answered.`,
    help: () => 'Nothing needs to be done. When you export from R, write.csv(…, na = "") leaves such cells empty.',
  }),
  'table-refused': rule<{ file: string; problem: string; help: string }>({
    severity: 'error',
    page: 'data-tables',
    title: 'A data file cannot be read to its end as a table',
    why: 'The submissions that are not read are missing from every check and count.',
    message: ({ file, problem }) => `${quote(file)}: ${problem}`,
    help: ({ help }) => help,
  }),
  'broken-row': rule<{ problem: string; help: string }>({
    severity: 'error',
    page: 'data-tables',
    title: 'A row of a CSV file is not cut into cells as its writer meant',
    why: 'Its answers may stand in the wrong columns, or two submissions in one row.',
    message: ({ problem }) => problem,
    help: ({ help }) => help,
  }),
  'cut-row': rule<{ cells: number; columns: number }>({
    severity: 'error',
    page: 'data-tables',
    title: 'A CSV file ends in the middle of a row',
    why: 'The file was cut off on its way: what comes behind is missing from every check and count.',
    message: ({ cells, columns }) =>
      `The last row of the file has ${cells} of ${columns} cells, and no line end: the file is cut off here, and the row is left out.`,
    help: () => 'Download the file again and wait until the download is done.',
  }),
  'foreign-letters': rule<{ file: string }>({
    severity: 'warning',
    page: 'data-tables',
    title: 'A CSV file is not saved as UTF-8',
    why: 'Its letters are read as Windows-1252; in other alphabets than the Latin one they are wrong.',
    message: ({ file }) => `${quote(file)} is not saved as UTF-8: the first such letter stands in this row.`,
    help: () => 'Export it again, or save it in Excel as "CSV UTF-8 (Comma delimited)".',
  }),
} as const;

const HEADING_WORDS = {
  hxl: 'HXL tags stand there',
  labels: 'the headings stand there a second time, as names or labels',
  above: 'the row of headings stands below',
} as const;

function rowWords(rows: number): string {
  return rows === 0 ? 'no row has' : rows === 1 ? 'one row has' : `${rows} rows have`;
}
