import { quote, quotedFew, quoteWhole } from '../quote.ts';
import { rule } from '../rule.ts';

const KEEP =
  'Nothing needs to be done for the form. Where it still matters, write it as a comment (# …) in the dictionary.';

/** What of a workbook does not come along when it is imported. */
export const importRules = {
  'note-not-kept': rule<{ text: string }>({
    severity: 'info',
    page: 'imports',
    title: 'A note on a cell is not carried along',
    why: 'A dictionary has no cells that notes could hang on; what colleagues wrote there would be forgotten with the workbook.',
    message: ({ text }) => `The note on this cell is not carried along: ${quoteWhole(text)}.`,
    help: () => KEEP,
  }),
  'marks-not-kept': rule<{ sheet: string; marks: readonly string[] }>({
    severity: 'info',
    page: 'imports',
    title: 'Colours and other marks of cells are not carried along',
    why: 'A dictionary is plain text. Whoever marked cells so meant something by it, such as what is new, or what is to go.',
    message: ({ sheet, marks }) => `Marks on the sheet ${quote(sheet)} are not carried along: ${marks.join('; ')}.`,
    help: () => KEEP,
  }),
  'cells-not-kept': rule<{ sheet: string; cells: number; shown: readonly string[]; rest: string }>({
    severity: 'info',
    page: 'imports',
    title: 'Cells that are no part of the form are not carried along',
    why: 'The converter reads nothing of them, so a dictionary that builds the same form has no place for them.',
    message: ({ sheet, cells, shown, rest }) =>
      `${cells === 1 ? 'A cell' : `${cells} cells`} of the sheet ${quote(sheet)} ${cells === 1 ? 'is' : 'are'} no part of the form and not carried along: ${shown.join(', ')}${rest === '' ? '' : `, and in ${rest}`}.`,
    help: () => KEEP,
  }),
  'formula-not-kept': rule<{ sheet: string; cells: number; ranges: string; first: string }>({
    severity: 'info',
    page: 'imports',
    title: 'Formulas of Excel become the values that they have now',
    why: 'The form always had the value alone; but from now on nothing computes it anew when other cells change.',
    message: ({ sheet, cells, ranges, first }) =>
      cells === 1
        ? `A cell of the sheet ${quote(sheet)} has a formula, ${quote(`=${first}`)}, of which only the result is carried along: ${ranges}.`
        : `${cells} cells of the sheet ${quote(sheet)} have formulas, of which only the results are carried along: ${ranges}. The first is ${quote(`=${first}`)}.`,
    help: () => 'Where a value is to follow others, keep the workbook that computes it, and copy the results.',
  }),
  'parts-not-kept': rule<{ sheet: string | undefined; parts: readonly string[] }>({
    severity: 'info',
    page: 'imports',
    title: 'What a workbook has beside its cells is not carried along',
    why: 'Drop-down lists, pictures or protections helped those who wrote the workbook; no form has them.',
    message: ({ sheet, parts }) =>
      `${sheet === undefined ? 'The workbook' : `The sheet ${quote(sheet)}`} has what a dictionary cannot hold: ${parts.join(', ')}.`,
    help: () => 'Nothing needs to be done for the form. Keep the workbook where you still need them.',
  }),
  'hidden-but-kept': rule<{ sheet: string; hidden: readonly string[] }>({
    severity: 'info',
    page: 'imports',
    title: 'What is hidden in Excel is carried along',
    why: 'The converter reads hidden sheets, rows and columns like all others, so they are in the form, seen or not.',
    message: ({ sheet, hidden }) =>
      `Hidden in Excel on the sheet ${quote(sheet)}, and read all the same: ${hidden.join(', ')}.`,
    help: () => 'Look whether the form is to have them. Delete in the dictionary what is not meant.',
  }),
  'form-renamed': rule<{ workbook: string; name: string; id: string }>({
    severity: 'info',
    page: 'imports',
    title: 'A form is called otherwise than its workbook',
    why: 'The name of a form is part of files and references, where blanks, signs and some words cannot stand.',
    message: ({ workbook, name, id }) =>
      `${quote(workbook)} cannot be the name of a form in a dictionary, so it is called ${quote(name)}; its form_id is ${quote(id)} as before.`,
    help: () => 'Nothing needs to be done: servers know the form by its form_id.',
  }),
  'file-left-to-server': rule<{ form: string; files: readonly string[] }>({
    severity: 'info',
    page: 'imports',
    title: 'Files of a form are not beside its workbook',
    why: 'The dictionary says that the server has them; what is built from it goes out without them.',
    message: ({ form, files }) =>
      `${files.length === 1 ? 'A file' : `${files.length} files`} of the form ${quote(form)} ${files.length === 1 ? 'is' : 'are'} not beside the workbook and taken to be on the server: ${quotedFew(files)}.`,
    help: ({ form }) =>
      `To ship them with the form, put them into media/ of the dictionary and take their names out of attachments: in forms/${form}.yaml.`,
  }),
  'file-not-copied': rule<{ file: string; found: string; reason: string }>({
    severity: 'warning',
    page: 'imports',
    title: 'A file of a form is there, but not copied',
    why: 'The form would go out with another file, or with none; so the dictionary says that the server has it.',
    message: ({ file, found, reason }) =>
      `${quote(found)} is not copied into the dictionary as ${quote(file)}: ${reason}.`,
    help: () =>
      'Give the file another name in one of the workbooks, copy it into media/ of the dictionary by hand, or leave it on the server.',
  }),
} as const;
