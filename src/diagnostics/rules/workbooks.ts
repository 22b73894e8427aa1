import { toXmlName } from '../../core/names.ts';
import { quote } from '../quote.ts';
import { rule } from '../rule.ts';

/** What a workbook says that dies with the workbook: everything else is a matter of the form. */
export const workbookRules = {
  'workbook-refused': rule<{ problem: string; help: string }>({
    severity: 'error',
    page: 'workbooks',
    title: 'A file cannot be read as a workbook',
    why: 'Nothing of what it holds can be checked or built.',
    message: ({ problem }) => problem,
    help: ({ help }) => help,
  }),
  'workbook-doubt': rule<{ problem: string; help: string }>({
    severity: 'warning',
    page: 'workbooks',
    title: 'A workbook is not what it seems',
    why: 'Excel, KoboToolbox and ODK may read something else in it than what is seen.',
    message: ({ problem }) => problem,
    help: ({ help }) => help,
  }),
  'no-survey-sheet': rule<{ file: string; suggestion: string | undefined }>({
    severity: 'error',
    page: 'workbooks',
    title: 'A workbook has no survey sheet',
    why: 'The questions of a form stand on the sheet survey; without it there is no form.',
    message: ({ file }) => `${quote(file)} has no sheet named survey.`,
    help: ({ suggestion }) =>
      suggestion === undefined
        ? 'Rename the sheet that holds the questions to survey.'
        : `Rename the sheet ${quote(suggestion)} to survey.`,
  }),
  'header-missing': rule<{ header: string; sheet: string; suggestion: string | undefined }>({
    severity: 'error',
    page: 'workbooks',
    title: 'A sheet lacks a heading that it needs',
    why: 'The converter refuses the form, for no row says what it is.',
    message: ({ header, sheet }) => `The sheet ${sheet} has no column ${quote(header)}.`,
    help: ({ header, suggestion }) =>
      suggestion === undefined
        ? `Write ${header} in row 1, above the column that it names.`
        : `Rename the heading ${quote(suggestion)} to ${header}.`,
    upstream: 'pyxform HEADER_003',
  }),
  'header-twice': rule<{ header: string; other: string; sheet: string }>({
    severity: 'error',
    page: 'workbooks',
    title: 'Two headings of a sheet mean the same column',
    why: 'Nobody could say which of the two columns counts, so the converter refuses the form.',
    message: ({ header, other, sheet }) =>
      header === other
        ? `The sheet ${sheet} has the heading ${quote(header)} twice.`
        : `On the sheet ${sheet}, ${quote(header)} and ${quote(other)} are the same column.`,
    help: () => 'Move what stands in this column into the other one, and delete this one.',
    upstream: 'pyxform HEADER_002',
  }),
  'cell-without-header': rule<{ sheet: string; column: string; cells: number; gap: boolean }>({
    severity: 'warning',
    page: 'workbooks',
    title: 'A column has cells but no heading that is read',
    why: 'The converter does not read the column, and says nothing.',
    message: ({ sheet, column, cells, gap }) =>
      gap
        ? `Column ${column} of the sheet ${sheet} is not read: more than 20 columns without a heading stand before it.`
        : `Column ${column} of the sheet ${sheet} has no heading, but ${cells === 1 ? 'a cell' : `${cells} cells`} below it.`,
    help: ({ column, gap }) =>
      gap ? 'Delete the empty columns.' : `Write a heading in cell ${column}1, or delete the column.`,
  }),
  'rows-not-read': rule<{ sheet: string; row: number; empty: number }>({
    severity: 'warning',
    page: 'workbooks',
    title: 'Rows stand below a long gap',
    why: 'The converter takes more than 60 empty rows for the end of a sheet: what stands below is not in the form.',
    message: ({ sheet, row, empty }) =>
      `Row ${row} of the sheet ${sheet} and all below it are not read: ${empty} empty rows stand above.`,
    help: () => 'Delete the empty rows, or what stands below them.',
  }),
  'row-without-type': rule<{ row: number; words: string }>({
    severity: 'error',
    page: 'workbooks',
    title: 'A row of the survey has no type',
    why: 'The converter refuses the form: it cannot tell what kind of question this is.',
    message: ({ row, words }) => `Row ${row} (${quote(words)}) has no type.`,
    help: () => 'Write the type, such as text, integer or select_one yes_no, in the column type.',
    upstream: 'pyxform: Question with no type',
  }),
  'row-without-name': rule<{ row: number; type: string; label: string | undefined }>({
    severity: 'error',
    page: 'workbooks',
    title: 'A row of the survey has no name',
    why: 'The name is the column of the answers in the data; the converter refuses a form with a row that has none.',
    message: ({ row, type, label }) =>
      `Row ${row} has the type ${quote(type)}${label === undefined ? '' : ` and the label ${quote(label)}`}, but no name.`,
    help: ({ label }) => `Write a name without blanks in the column name, such as ${toXmlName(firstWords(label))}.`,
    upstream: 'pyxform: Question or group with no name',
  }),
  'row-skipped': rule<{ row: number; words: string }>({
    severity: 'warning',
    page: 'workbooks',
    title: 'A row without type, name and label is not read',
    why: 'The converter takes it for a comment and passes over it.',
    message: ({ row, words }) => `Row ${row} (${quote(words)}) has no type, name or label, so it is left out.`,
    help: () => 'Delete the row, or complete it. Keep notes on a sheet of their own.',
  }),
  'row-disabled': rule<{ row: number }>({
    severity: 'warning',
    page: 'workbooks',
    title: 'A row is switched off in the column disabled',
    why: 'The column is not part of XLSForm any more; other tools ask the question all the same.',
    message: ({ row }) => `Row ${row} is switched off, so it is left out.`,
    help: () => 'Delete the row, or ask it only when a condition holds, in the column relevant.',
  }),
  'section-open': rule<{ section: string; name: string }>({
    severity: 'error',
    page: 'workbooks',
    title: 'A group or repeat is not closed',
    why: 'The converter refuses the form: it cannot tell where the section ends.',
    message: ({ section, name }) =>
      name === ''
        ? `This ${section} is opened here and never closed.`
        : `The ${section} ${quote(name)} is opened here and never closed.`,
    help: ({ section }) => `Add a row with the type end_${section} below its last question.`,
    upstream: 'pyxform SURVEY_002',
  }),
  'section-end': rule<{ section: string; row: number }>({
    severity: 'error',
    page: 'workbooks',
    title: 'A group or repeat is closed that is not open',
    why: 'The converter refuses the form: it cannot tell what ends here.',
    message: ({ section, row }) => `Row ${row} ends a ${section}, but none is open.`,
    help: ({ section }) => `Delete the row, or add begin_${section} above the first question of the section.`,
    upstream: 'pyxform SURVEY_001',
  }),
  'excel-rewrote': rule<{
    kind: 'date' | 'format' | 'digits' | 'error' | 'no-result' | 'cut';
    read: string;
    format: string | undefined;
  }>({
    severity: 'warning',
    page: 'workbooks',
    title: 'Excel shows a cell otherwise than it is read',
    why: 'What the form shows, compares or stores is not what stands on the screen.',
    message: ({ kind, read, format }) => {
      switch (kind) {
        case 'date':
          return `Excel keeps a date here, and the form gets ${quote(read)}.`;
        case 'format':
          return `Excel shows this number as ${quote(format ?? '')}, and the form gets ${quote(read)}.`;
        case 'digits':
          return `Excel keeps 15 digits of a number, and the form gets ${quote(read)}.`;
        case 'error':
          return `The formula in this cell fails, and the form gets the text ${quote(read)}.`;
        case 'no-result':
          return 'The formula in this cell has no result in the file, and the form gets an empty cell.';
        case 'cut':
          return 'The text in this cell has 32,767 characters, where Excel cuts a text off.';
      }
    },
    help: ({ kind }) => {
      switch (kind) {
        case 'error':
          return 'Mend the formula, or type the text in its place.';
        case 'no-result':
          return 'Open the workbook in Excel and save it, or type the value in place of the formula.';
        case 'cut':
          return 'Look at the end of the text, and shorten it.';
        default:
          return "Give the column the format Text, then type the value again; or type an apostrophe in front of it: '01.";
      }
    },
  }),
  'sheet-not-kept': rule<{ sheet: string }>({
    severity: 'info',
    page: 'workbooks',
    title: 'A sheet is no table, so it is not carried along',
    why: 'Workbooks that are built from this one, and dictionaries that are imported from it, go without the sheet.',
    message: ({ sheet }) => `The sheet ${quote(sheet)} is no table with headings in row 1, so it is not carried along.`,
    help: () => 'Nothing needs to be done for the form. Keep the workbook for what stands on this sheet.',
  }),
  'choice-without-list': rule<{ sheet: string; row: number }>({
    severity: 'warning',
    page: 'workbooks',
    title: 'A choice belongs to no list',
    why: 'The converter drops the row without a word, so no question offers it.',
    message: ({ sheet, row }) => `Row ${row} of the sheet ${sheet} has no list_name.`,
    help: () => 'Write the name of its list in the column list_name, or delete the row.',
  }),
  'untranslated-column': rule<{ column: string; sheet: string; language: string; header: string; empty: boolean }>({
    severity: 'warning',
    page: 'workbooks',
    title: 'A column of texts is missing in a language',
    why: 'People who use the language read another one there, or see a dash.',
    message: ({ column, sheet, language, header, empty }) =>
      empty
        ? `The column ${quote(`${column}::${header}`)} on the sheet ${sheet} is empty.`
        : `No ${column.replaceAll('_', ' ')} on the sheet ${sheet} is in ${language}${header === '' ? ', the language that the setting default_language names' : ''}.`,
    help: ({ column, header, empty }) =>
      empty
        ? 'Write the translations there, or delete the column.'
        : header === ''
          ? `Correct default_language, or add a column ${column} with the texts in this language.`
          : `Add a column ${column}::${header}, and write the translations there.`,
  }),
  'language-twice': rule<{ header: string; other: string }>({
    severity: 'warning',
    page: 'workbooks',
    title: 'A language is written in two ways',
    why: 'Phones offer it as two languages, and each of them lacks the texts of the other.',
    message: ({ header, other }) => `${quote(header)} and ${quote(other)} seem to be one language.`,
    help: ({ other }) => `Write ${other} behind the :: of every heading in this language, on all sheets.`,
  }),
} as const;

/** Enough of a label to make a name of. */
function firstWords(label = 'question'): string {
  return label.split(/\s+/).slice(0, 3).join('_').toLowerCase();
}
