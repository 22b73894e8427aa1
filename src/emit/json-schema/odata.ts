import type { DataNode } from '../../model/columns/column.ts';
import { aboutColumn, aboutSection } from './annotations.ts';
import { answerSchema, type Making } from './answers.ts';
import { odataSystem } from './odata-system.ts';
import { openTo } from './open-keys.ts';
import type { JsonSchema } from './schema.ts';

/** Keys that ODK Central adds to a submission and to each entry of a repeat. */
const SYSTEM = { start: '__', rest: '.*' };
/** What OData itself says beside a property, such as the link to the entries of a repeat. */
const ANNOTATION = '@odata\\.';

/** One submission as the OData service of ODK Central delivers it with `$expand=*`: an object a group, an array a repeat. */
export function odataSchema(nodes: readonly DataNode[], making: Making): JsonSchema {
  return { ...rowOf({ ...propertiesOf(nodes, making), ...odataSystem }), required: ['__id'] };
}

function propertiesOf(nodes: readonly DataNode[], making: Making): JsonSchema {
  return Object.fromEntries(nodes.map((node) => [odataName(node.name), nodeSchema(node, making)]));
}

function nodeSchema(node: DataNode, making: Making): JsonSchema {
  if (node.kind === 'column') return { ...aboutColumn(node, [], making.words), ...answerSchema(node, making) };
  const words = aboutSection(node, making.words);
  const properties = propertiesOf(node.children, making);
  if (node.kind === 'group') return { ...words, ...object(properties, { [ANNOTATION]: true }) };
  const id: JsonSchema = { title: 'Id of the entry', type: 'string' };
  return { ...words, type: 'array', items: rowOf({ ...properties, __id: id }) };
}

/** A submission, or an entry of a repeat. */
function rowOf(properties: JsonSchema): JsonSchema {
  const { patternProperties } = openTo(SYSTEM, properties);
  return object(properties, { ...Object(patternProperties), [ANNOTATION]: true });
}

function object(properties: JsonSchema, patternProperties: JsonSchema): JsonSchema {
  return { type: 'object', properties, patternProperties, additionalProperties: false };
}

/** The name of an element as an OData identifier (ODK Central: sanitizeOdataIdentifier). */
function odataName(name: string): string {
  return name.replace(/^([^a-z_])/i, '_$1').replaceAll(/[^a-z0-9_]+/gi, '_');
}
