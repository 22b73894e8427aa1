import type { JsonSchema } from './schema.ts';

/** Longitude, latitude and, where the device knows it, altitude (RFC 7946, 3.1.1). */
const position: JsonSchema = { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 3 };
const positions: JsonSchema = { type: 'array', items: position };

function geometry(type: string, coordinates: JsonSchema, properties: JsonSchema): JsonSchema {
  return {
    type: ['object', 'null'],
    properties: {
      type: { const: type },
      coordinates,
      properties: { type: 'object', properties, additionalProperties: false },
    },
    required: ['type', 'coordinates'],
    additionalProperties: false,
  };
}

const accuracies: JsonSchema = { accuracies: { type: 'array', items: { type: ['number', 'null'] } } };

/** Geometries as ODK Central writes them: null for no answer, the accuracy beside the coordinates. */
export const point = geometry('Point', position, { accuracy: { type: 'number' } });
export const lineString = geometry('LineString', positions, accuracies);
export const polygon = geometry('Polygon', { type: 'array', items: positions, minItems: 1, maxItems: 1 }, accuracies);
