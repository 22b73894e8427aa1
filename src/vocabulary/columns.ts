/**
 * What a cell of the survey sheet holds. `text` is translatable; `media` is a translatable file name; `formula` is an
 * expression; `condition` is yes, no or an expression; `default` is a value or an expression; `references` is a list of
 * `${name}`; `plain` is anything else.
 */
export type ColumnKind = 'text' | 'media' | 'formula' | 'condition' | 'default' | 'references' | 'parameters' | 'plain';

export interface Column {
  readonly kind: ColumnKind;
  readonly doc: string;
  readonly example: string;
}

/** The columns of the survey sheet that the language knows by name, in the order in which they are written. */
export const surveyColumns = {
  label: { kind: 'text', doc: 'The question as it is read out or shown.', example: 'How many people live here?' },
  hint: { kind: 'text', doc: 'A short help below the question.', example: 'Count those who slept here last night.' },
  guidance_hint: { kind: 'text', doc: 'Longer help for training and print.', example: 'See the field guide, page 4.' },
  required: { kind: 'condition', doc: 'Whether an answer is needed: yes, no or an expression.', example: 'yes' },
  required_message: {
    kind: 'text',
    doc: 'Shown when a needed answer is missing.',
    example: 'Please answer this question.',
  },
  relevant: { kind: 'formula', doc: 'When the question is asked.', example: "${consent} = 'yes'" },
  constraint: { kind: 'formula', doc: 'What an answer must fulfil; . is the answer.', example: '. >= 0 and . <= 120' },
  constraint_message: { kind: 'text', doc: 'Shown when the constraint is not met.', example: 'Between 0 and 120' },
  calculation: { kind: 'formula', doc: 'How the value is computed.', example: '${women} + ${men}' },
  choice_filter: {
    kind: 'formula',
    doc: 'Which codes are offered, by the columns of the list.',
    example: 'region = ${region}',
  },
  default: {
    kind: 'default',
    doc: 'The answer that stands there at first: a value or an expression.',
    example: 'today()',
  },
  trigger: { kind: 'references', doc: 'The question whose change computes the value anew.', example: '${hh_size}' },
  read_only: {
    kind: 'condition',
    doc: 'Whether the answer can only be read: yes, no or an expression.',
    example: 'yes',
  },
  repeat_count: { kind: 'formula', doc: 'How often a repeat is asked.', example: '${hh_size}' },
  appearance: { kind: 'plain', doc: 'How the question looks on the device.', example: 'minimal' },
  parameters: {
    kind: 'parameters',
    doc: "The type's own settings, as XLSForm's text or as a map.",
    example: 'max-pixels=1024',
  },
  image: { kind: 'media', doc: 'An image shown with the question.', example: 'tent.png' },
  'big-image': { kind: 'media', doc: 'A larger image, opened by a tap on the image.', example: 'tent-large.png' },
  audio: { kind: 'media', doc: 'A sound played with the question.', example: 'question.mp3' },
  video: { kind: 'media', doc: 'A film shown with the question.', example: 'how-to.mp4' },
  autoplay: { kind: 'plain', doc: 'Which media start by themselves: audio or video.', example: 'audio' },
  rows: { kind: 'plain', doc: 'Lines of a text field.', example: '5' },
  intent: { kind: 'plain', doc: 'Another app that a group opens.', example: 'org.example.app(a=${b})' },
  save_to: { kind: 'plain', doc: 'The entity property that the answer is stored in.', example: 'household_size' },
  hxl: { kind: 'plain', doc: 'The HXL tag of the column.', example: '"#beneficiary+sex"' },
  'kobo--matrix_list': { kind: 'plain', doc: 'The code list whose codes are the rows of a matrix.', example: 'items' },
  'kobo--score-choices': { kind: 'plain', doc: 'The code list of a rating.', example: 'frequency' },
  'kobo--rank-items': { kind: 'plain', doc: 'The code list that is ranked.', example: 'needs' },
  'kobo--rank-constraint-message': {
    kind: 'text',
    doc: 'Shown when one item is ranked twice.',
    example: 'Each only once',
  },
  'kobo--locking-profile': { kind: 'plain', doc: "KoboToolbox's locking profile of the row.", example: 'core' },
} as const satisfies Readonly<Record<string, Column>>;

export type SurveyColumn = keyof typeof surveyColumns;
export type KindOfColumn<Name extends SurveyColumn> = (typeof surveyColumns)[Name]['kind'];
/** The columns of one kind, by name. */
export type ColumnsOf<Kind extends ColumnKind> = {
  [Name in SurveyColumn]: KindOfColumn<Name> extends Kind ? Name : never;
}[SurveyColumn];

export const surveyColumnNames = Object.keys(surveyColumns) as readonly SurveyColumn[];

export function isSurveyColumn(word: string): word is SurveyColumn {
  return Object.hasOwn(surveyColumns, word);
}

export function isTranslatable(column: SurveyColumn): column is ColumnsOf<'text' | 'media'> {
  const { kind } = surveyColumns[column];
  return kind === 'text' || kind === 'media';
}

/** The translatable columns of the choices sheet. */
export const choiceTextColumns = ['label', 'image', 'big-image', 'audio', 'video'] as const;
export type ChoiceTextColumn = (typeof choiceTextColumns)[number];
