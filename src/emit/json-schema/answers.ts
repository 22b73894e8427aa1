import type { ColumnCodes, DataColumn } from '../../model/columns/column.ts';
import type { AnswerKind } from '../../vocabulary/types.ts';
import { aboutCodes, aboutLongList } from './annotations.ts';
import { boundsOf } from './bounds.ts';
import { lineString, point, polygon } from './geojson.ts';
import type { OtherKeys } from './object.ts';
import { ENUM_CODES, likeOneOf, likeSeveralOf, patterns, severalOf } from './patterns.ts';
import { type Definitions, type JsonSchema, type Shape, told } from './schema.ts';
import type { Words } from './words.ts';

/** What schemas of answers are made with. */
export interface Making {
  readonly shape: Shape;
  readonly words: Words;
  readonly definitions: Definitions;
  readonly otherKeys: OtherKeys;
}

/** What an answer is: KoboToolbox writes every answer as text and leaves blanks out, OData has numbers, GeoJSON and null. */
export function answerSchema(column: DataColumn, making: Making): JsonSchema {
  const { answer, codes, question } = column;
  switch (answer) {
    case 'text':
      return text(making);
    case 'code':
      return codes ? codeSchema(codes, making) : text(making);
    case 'codes':
    case 'ranking':
      return codes ? codesSchema(codes, making) : text(making);
    case 'integer':
    case 'decimal':
      return numberSchema(column, answer, making);
    case 'geopoint':
    case 'geotrace':
    case 'geoshape':
      return geometrySchema(answer, making);
    case 'date':
    case 'time':
    case 'dateTime':
      return shared(answer, patterns[answer], making);
    case 'media':
      return question?.facets.default ? text(making) : shared('file', patterns.file, making);
    case 'acknowledge':
      return { ...text(making), enum: making.shape === 'kobo' ? ['OK'] : ['OK', null] };
    case 'none':
      return noteSchema(column, making);
  }
}

function text({ shape }: Making): JsonSchema {
  return { type: shape === 'kobo' ? 'string' : ['string', 'null'] };
}

function shared(name: string, pattern: string, making: Making): JsonSchema {
  return making.definitions.refer(`answer.${name}`, () => ({ ...text(making), pattern }));
}

function numberSchema({ question }: DataColumn, answer: 'integer' | 'decimal', making: Making): JsonSchema {
  if (making.shape === 'odata')
    return { type: [answer === 'integer' ? 'integer' : 'number', 'null'], ...(question ? boundsOf(question) : {}) };
  const calculated = answer === 'decimal' && question?.facets.calculation !== undefined;
  return calculated
    ? shared('calculatedDecimal', patterns.calculatedDecimal, making)
    : shared(answer, patterns[answer], making);
}

const GEOJSON = { geopoint: point, geotrace: lineString, geoshape: polygon } satisfies Partial<
  Record<AnswerKind, JsonSchema>
>;

function geometrySchema(answer: keyof typeof GEOJSON, making: Making): JsonSchema {
  if (making.shape === 'odata') return making.definitions.refer(`answer.${answer}`, () => GEOJSON[answer]);
  return shared(answer, answer === 'geopoint' ? patterns.geopoint : patterns.geotrace, making);
}

/** Nobody answers a note, but a calculation or a default can leave its text in the data. */
function noteSchema({ question }: DataColumn, making: Making): JsonSchema {
  const { facets } = question ?? {};
  if (facets?.calculation || facets?.default || facets?.trigger) return text(making);
  return making.shape === 'kobo' ? { type: 'string', maxLength: 0 } : { type: 'null' };
}

function codeSchema(codes: ColumnCodes, making: Making): JsonSchema {
  return making.definitions.refer(`code.${keyOf(codes)}`, () => {
    const names = codeNames(codes);
    if (names.length > ENUM_CODES) return longList(codes, likeOneOf(names), making);
    return {
      ...aboutCodes(codes, making.words),
      ...text(making),
      enum: making.shape === 'kobo' ? names : [...names, null],
    };
  });
}

/** Any order, each answer with one blank behind it; that none comes twice is for the conformance check to say. */
function codesSchema(codes: ColumnCodes, making: Making): JsonSchema {
  return making.definitions.refer(`codes.${keyOf(codes)}`, () => {
    const names = codeNames(codes);
    if (names.length > ENUM_CODES) return longList(codes, likeSeveralOf(names), making);
    return { ...aboutCodes(codes, making.words), ...text(making), ...told({ pattern: severalOf(names) }) };
  });
}

function longList(codes: ColumnCodes, pattern: string | undefined, making: Making): JsonSchema {
  return { ...aboutLongList(codes, making.words), ...text(making), ...told({ pattern }) };
}

/** A list has one name in the dictionary; with the code that `or_other` adds it is another list. */
function keyOf({ list, offered }: ColumnCodes): string {
  return offered.length === list.codes.length ? list.name : `${list.name}.or_other`;
}

function codeNames({ offered, retired }: ColumnCodes): readonly string[] {
  return [...new Set([...offered, ...retired].map(({ name }) => name.string.text))];
}
