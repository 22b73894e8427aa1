/** Headings of the survey sheet that KoboToolbox replaces (kobo-api.md 1.6), and the ones that the field knows instead. */
const SURVEY: ReadonlyMap<string, string> = new Map([
  ['Label', 'label'],
  ['caption', 'label'],
  ['Name', 'name'],
  ['tag', 'name'],
  ['value', 'name'],
  ['Type', 'type'],
  ['command', 'type'],
  ['List_name', 'list_name'],
  ['readonly', 'read_only'],
  ['bind::readonly', 'read_only'],
  ['relevance', 'relevant'],
  ['bind::relevant', 'relevant'],
  ['bind::required', 'required'],
  ['bind::constraint', 'constraint'],
  ['constraining message', 'constraint_message'],
  ['constraint message', 'constraint_message'],
  ['bind::jr:constraintMsg', 'constraint_message'],
  ['requiredMsg', 'required_message'],
  ['required message', 'required_message'],
  ['bind::jr:requiredMsg', 'required_message'],
  ['calculate', 'calculation'],
  ['bind::calculate', 'calculation'],
  ['count', 'repeat_count'],
  ['noAppErrorString', 'no_app_error_string'],
  ['bind::jr:noAppErrorString', 'no_app_error_string'],
  ['bind::entities:saveto', 'save_to'],
  ['compact_tag', 'instance::odk:tag'],
  ['body', 'control'],
]);
const CHOICES: ReadonlyMap<string, string> = new Map([
  ['list name', 'list_name'],
  ['value', 'name'],
]);
const SETTINGS: ReadonlyMap<string, string> = new Map([
  ['title', 'form_title'],
  ['set form title', 'form_title'],
  ['form_id', 'id_string'],
  ['set form id', 'id_string'],
]);

export type Sheet = 'survey' | 'choices' | 'settings';
const NAMES: Readonly<Record<Sheet, ReadonlyMap<string, string>>> = {
  survey: SURVEY,
  choices: CHOICES,
  settings: SETTINGS,
};

/** The name of a column, whatever it is called on a sheet or on the server; media are named as in workbooks. */
export function columnName(sheet: Sheet, written: string): string {
  const header = written.replace(/^kobo[–—]/, 'kobo--');
  const name = NAMES[sheet].get(header) ?? header;
  return name.replace(/^media::(?=(?:audio|image|video|big-image)$)/, '');
}

/** A heading that KoboToolbox reads as a text in a language; of media, also one without. */
export interface TextHeading {
  readonly column: string;
  readonly language: string;
}

const MEDIA = /^(?:media\s*::?\s*)?(audio|image|video|big-image)(?:\s*::?\s*([^:]+))?$/;
const TRANSLATED = /^([^:]+)\s*::?\s*([^:]+)$/;

/** Whatever has a colon is taken for a translation, but for attributes and headings with two of them (kobo-api.md 0). */
export function textHeading(header: string): TextHeading | undefined {
  if (header === 'label' || header === 'hint') return { column: header, language: '' };
  if (header.startsWith('bind:') || header.startsWith('body:')) return undefined;
  const media = MEDIA.exec(header);
  if (media) return { column: media[1] ?? '', language: media[2] ?? '' };
  const translated = header.includes(':') ? TRANSLATED.exec(header) : undefined;
  return translated ? { column: translated[1] ?? '', language: translated[2] ?? '' } : undefined;
}
