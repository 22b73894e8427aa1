/**
 * The question types of XLSForm as pyxform 4.5.0 reads them (measured on 4.5.0 and 3.0.0). `takes` is the word that
 * follows: a code list, a file, or nothing. `answer` is what is stored. Types are case-sensitive in all versions.
 */
export interface TypeDefinition {
  readonly takes: 'nothing' | 'list' | 'file' | 'optional-list';
  /** Shown to the person who is asked, so it needs a label, a hint or media. */
  readonly visible: boolean;
  readonly answer: AnswerKind;
  /** Goes before the questions and is filled by the device. */
  readonly metadata?: boolean;
}

export type AnswerKind =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'date'
  | 'time'
  | 'dateTime'
  | 'code'
  | 'codes'
  | 'ranking'
  | 'geopoint'
  | 'geotrace'
  | 'geoshape'
  | 'media'
  | 'acknowledge'
  | 'none';

const shown = (answer: AnswerKind, takes: TypeDefinition['takes'] = 'nothing'): TypeDefinition => ({
  takes,
  visible: true,
  answer,
});
const hidden = (answer: AnswerKind, takes: TypeDefinition['takes'] = 'nothing'): TypeDefinition => ({
  takes,
  visible: false,
  answer,
});
const device = (answer: AnswerKind): TypeDefinition => ({ takes: 'nothing', visible: false, answer, metadata: true });

export const questionTypes: ReadonlyMap<string, TypeDefinition> = new Map([
  ['text', shown('text')],
  ['integer', shown('integer')],
  ['decimal', shown('decimal')],
  ['range', shown('decimal')],
  ['date', shown('date')],
  ['time', shown('time')],
  ['dateTime', shown('dateTime')],
  ['note', shown('none')],
  ['select_one', shown('code', 'list')],
  ['select_multiple', shown('codes', 'list')],
  ['select_one_from_file', shown('code', 'file')],
  ['select_multiple_from_file', shown('codes', 'file')],
  ['select_one_external', shown('code', 'list')],
  ['rank', shown('ranking', 'list')],
  ['geopoint', shown('geopoint')],
  ['geotrace', shown('geotrace')],
  ['geoshape', shown('geoshape')],
  ['image', shown('media')],
  ['audio', shown('media')],
  ['video', shown('media')],
  ['file', shown('media')],
  ['barcode', shown('text')],
  ['acknowledge', shown('acknowledge')],
  ['trigger', shown('acknowledge')],
  ['osm', shown('media', 'optional-list')],
  ['calculate', hidden('text')],
  ['hidden', hidden('text')],
  ['background-audio', hidden('media')],
  ['background-geopoint', hidden('geopoint')],
  ['csv-external', hidden('none')],
  ['xml-external', hidden('none')],
  ['start', device('dateTime')],
  ['end', device('dateTime')],
  ['today', device('date')],
  ['deviceid', device('text')],
  ['username', device('text')],
  ['email', device('text')],
  ['phonenumber', device('text')],
  ['simserial', device('text')],
  ['subscriberid', device('text')],
  ['start-geopoint', device('geopoint')],
  ['audit', device('media')],
]);

/** Kinds of section: `type:` of a group that is more than a group. The first two are XLSForm's, the rest KoboToolbox's. */
export const sectionTypes = ['group', 'repeat', 'loop', 'kobomatrix', 'score', 'rank'] as const;
export type SectionType = (typeof sectionTypes)[number];

/** Rows that stand inside a section of KoboToolbox's own kinds. */
export const koboRowTypes: readonly string[] = ['score__row', 'rank__level'];
