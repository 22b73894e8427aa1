import { quote } from '../quote.ts';
import { rule } from '../rule.ts';

export const workbookRules = {
  'column-twice': rule<{ header: string; other: string; sheet: string }>({
    severity: 'error',
    page: 'workbook',
    title: 'One column under two names',
    why: 'Converters read both as the same column and refuse the form, or take one of the two.',
    message: ({ header, other, sheet }) =>
      header === other
        ? `The column ${quote(header)} of the ${sheet} sheet is written a second time here.`
        : `${quote(header)} is another name for the column ${quote(other)}, which the ${sheet} sheet has as well.`,
    help: ({ other }) => `Keep ${other} and delete this one.`,
    upstream: 'pyxform HEADER_002',
  }),
  'column-spelling': rule<{ header: string; column: string; read: boolean }>({
    severity: 'warning',
    page: 'workbook',
    title: 'A column that the language knows under another name',
    why: 'What stands under columns: is copied without being checked or translated.',
    message: ({ header, column, read }) =>
      read
        ? `${quote(header)} is the column ${quote(column)}.`
        : `${quote(header)} looks like ${quote(column)}, misspelt.`,
    help: ({ column, read }) =>
      read
        ? `Write it as a key of the question, ${column}:, outside columns:.`
        : `Write ${column}: outside columns:. If it is a column of your own, choose a name that looks less alike.`,
  }),
  'unknown-media': rule<{ header: string; kind: string }>({
    severity: 'error',
    page: 'workbook',
    title: 'A kind of media that forms cannot show',
    why: 'pyxform refuses the form.',
    message: ({ header, kind }) => `${quote(header)} names ${quote(kind)}, which is not a kind of media.`,
    help: () => 'Use the key image, big-image, audio or video.',
    upstream: 'pyxform: Media type not supported',
  }),
  'attribute-name': rule<{ header: string; prefix: string | undefined }>({
    severity: 'error',
    page: 'workbook',
    title: 'A column that writes an attribute which no form can have',
    why: 'The converter breaks off at it, or ODK Validate cannot read the form.',
    message: ({ header, prefix }) =>
      prefix === undefined
        ? `${quote(header)} writes an attribute called tag, at which the converter of ODK breaks off.`
        : `${quote(header)} has the prefix ${quote(prefix)}, which the form does not declare.`,
    help: ({ prefix }) =>
      prefix === undefined
        ? 'Give the attribute another name, or delete the column.'
        : `Declare it in the settings, such as namespaces: ${prefix}="https://example.org/${prefix}", or delete the column.`,
    upstream: 'ODK Validate: prefix is not bound',
  }),
  'disabled-column': rule<{ name: string }>({
    severity: 'warning',
    page: 'workbook',
    title: 'A question that is switched off in a column',
    why: 'disabled is no part of XLSForm: some programs leave the question out, others ask it.',
    message: ({ name }) => `${quote(name)} has a column disabled.`,
    help: () => 'Take the question out of the items, or hide it with relevant: false().',
    upstream: 'pyxform: disabled column',
  }),
  'unknown-setting': rule<{ setting: string; suggestion: string | undefined }>({
    severity: 'warning',
    page: 'workbook',
    title: 'A setting that nothing reads',
    why: 'Converters ignore a setting that they do not know, without a word.',
    message: ({ setting, suggestion }) =>
      `${quote(setting)} is not a setting of XLSForm.${suggestion === undefined ? '' : ` Did you mean ${quote(suggestion)}?`}`,
    help: ({ suggestion }) => (suggestion === undefined ? 'Delete it, or correct its name.' : `Write ${suggestion}.`),
  }),
  'invalid-setting': rule<{ problem: string; help: string }>({
    severity: 'error',
    page: 'workbook',
    title: 'A setting with a value that it cannot have',
    why: 'Converters refuse the form, or ignore the setting.',
    message: ({ problem }) => problem,
    help: ({ help }) => help,
    upstream: 'pyxform NAMES_008: settings',
  }),
  'sheet-name': rule<{ sheet: string; own: string; written: boolean }>({
    severity: 'error',
    page: 'workbook',
    title: "A sheet that bears, or almost bears, the name of one of XLSForm's own",
    why: 'Converters would take it for the real one, or look for the real one in vain.',
    message: ({ sheet, own, written }) =>
      written
        ? `${quote(sheet)} is a sheet of XLSForm, which Lexiform writes itself.`
        : `The sheet ${quote(sheet)} is almost called ${quote(own)}, and the form has no such sheet.`,
    help: ({ own, written }) => {
      const key = OWN_KEYS.get(own) ?? own;
      return written
        ? `Write its rows where the form has a place for them: ${key}. A sheet of your own needs another name.`
        : `If it is meant to be ${own}, use ${key} instead. Otherwise choose another name, or put _ before it.`;
    },
    upstream: 'pyxform NAMES_013',
  }),
  'source-twice': rule<{ name: string; what: string; other: string }>({
    severity: 'error',
    page: 'workbook',
    title: 'Two sources of data bear one name',
    why: 'Expressions could not tell which one they read; pyxform refuses the form.',
    message: ({ name, what, other }) => `Both ${what} and ${other} would be ${quote(name)} in the form.`,
    help: () => 'Give one of the two another name; a code list can have one of its own in the workbook, with as:.',
    upstream: 'pyxform: instance names must be unique',
  }),
  'same-file-name': rule<{ name: string; path: string; other: string }>({
    severity: 'error',
    page: 'workbook',
    title: 'Two files of one name',
    why: 'Forms know a file by its name alone, without its folder, so one of the two would be shown for both.',
    message: ({ name, path, other }) =>
      `${quote(name)} means ${quote(path)} here, and ${quote(other)} in another place of the form.`,
    help: () => 'Rename one of the two files.',
  }),
};

/** Where a form says what the converter's own sheets hold. */
const OWN_KEYS: ReadonlyMap<string, string> = new Map([
  ['survey', 'items:'],
  ['choices', 'codelists:'],
  ['external_choices', 'codelists:, with select_one_external'],
  ['osm', 'codelists:, with the type osm'],
  ['settings', 'settings:'],
  ['entities', 'entities:'],
]);
