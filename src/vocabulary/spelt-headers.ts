import { choiceTextColumns, isTranslatable, surveyColumnNames } from './columns.ts';
import { settingsColumns } from './settings.ts';

/** Other spellings of survey columns that pyxform reads as the same column (xlsform.md 2.3). */
const SURVEY_SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['caption', 'label'],
  ['relevance', 'relevant'],
  ['bind::relevant', 'relevant'],
  ['constraining_message', 'constraint_message'],
  ['bind::constraint', 'constraint'],
  ['bind::jr:constraintmsg', 'constraint_message'],
  ['requiredmsg', 'required_message'],
  ['bind::required', 'required'],
  ['bind::jr:requiredmsg', 'required_message'],
  ['calculate', 'calculation'],
  ['bind::calculate', 'calculation'],
  ['readonly', 'read_only'],
  ['bind::readonly', 'read_only'],
  ['count', 'repeat_count'],
  ['jr:count', 'repeat_count'],
  ['control::jr:count', 'repeat_count'],
  ['control::appearance', 'appearance'],
  ['control::autoplay', 'autoplay'],
  ['control::rows', 'rows'],
  ['bind::entities:saveto', 'save_to'],
  ['command', 'type'],
  ['tag', 'name'],
  ['value', 'name'],
]);

const CHOICE_SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['caption', 'label'],
  ['value', 'name'],
]);

const SETTING_SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['title', 'form_title'],
  ['set_form_title', 'form_title'],
  ['id_string', 'form_id'],
  ['set_form_id', 'form_id'],
]);

const SURVEY = new Set<string>(['type', 'name', ...surveyColumnNames]);
const SURVEY_TEXTS = new Set<string>(surveyColumnNames.filter(isTranslatable));
const CHOICES = new Set<string>(['list_name', 'name', ...choiceTextColumns]);
const CHOICE_TEXTS = new Set<string>(choiceTextColumns);

const MEDIA = ['image', 'big-image', 'audio', 'video'] as const;

/** The kind of media that a header `media::…` names, such as `photo`, where pyxform knows no such kind. */
export function unknownMedia(header: string): string | undefined {
  const [first, kind = ''] = partsOf(header);
  return first === 'media' && kind !== '' && !MEDIA.some((known) => known === kind) ? kind : undefined;
}

/** The survey column that a header is read as, with its language behind `::`; nothing for a column of its own. */
export function surveyColumnOf(header: string): string | undefined {
  return columnOf(header, SURVEY_SPELLINGS, SURVEY, SURVEY_TEXTS);
}

/** The column of the choices sheet that a header is read as. */
export function choiceColumnOf(header: string): string | undefined {
  return columnOf(header, CHOICE_SPELLINGS, CHOICES, CHOICE_TEXTS);
}

/** The settings column that another spelling of it means, or the word itself. */
export function settingOf(header: string): string {
  return SETTING_SPELLINGS.get(header) ?? header;
}

/** The settings column that a heading is read as, without regard to case; one with blanks only 4.5.0 reads, so it stays as it is. */
export function settingColumnOf(header: string): string | undefined {
  if (settingsColumns.has(header)) return header;
  const column = settingOf(header.trim().toLowerCase());
  return settingsColumns.has(column) ? column : undefined;
}

export function snakeCase(header: string): string {
  return header.trim().replaceAll(/\s+/g, '_').toLowerCase();
}

function columnOf(
  header: string,
  spellings: ReadonlyMap<string, string>,
  known: ReadonlySet<string>,
  translated: ReadonlySet<string>,
): string | undefined {
  const parts = partsOf(header);
  const [first = '', ...rest] = parts[0] === 'media' ? parts.slice(1) : parts;
  const whole = spellings.get(parts.join('::').toLowerCase());
  if (whole !== undefined) return whole;
  const word = spellings.get(first) ?? first;
  if (rest.length === 0) return known.has(word) ? word : undefined;
  return translated.has(word) ? [word, ...rest].join('::') : undefined;
}

/** The words between `::`; pyxform 4.5.0 reads the first one without regard to case, with blanks as `_`. */
function partsOf(header: string): readonly string[] {
  const parts = header.split('::').map((part) => part.trim());
  const first = snakeCase(parts[0] ?? '');
  return [first === 'body' ? 'control' : first, ...parts.slice(1)];
}
