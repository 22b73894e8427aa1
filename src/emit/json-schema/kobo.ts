import type { DataNode, DataSection } from '../../model/columns/column.ts';
import { aboutColumn, aboutSection } from './annotations.ts';
import { answerSchema, type Making } from './answers.ts';
import { koboSystem } from './kobo-system.ts';
import { openTo } from './open-keys.ts';
import type { JsonSchema } from './schema.ts';

/** Keys that KoboToolbox adds to a submission; a question's key in a group holds a slash. */
const SYSTEM = { start: '_', rest: '[^\\/]*' };

/** One submission as the data API of KoboToolbox (v2) delivers it: flat keys `group/question`, a repeat as an array. */
export function koboSchema(nodes: readonly DataNode[], making: Making): JsonSchema {
  const answers = entries(nodes, [], making);
  return { ...objectOf({ ...Object.fromEntries(answers), ...koboSystem }), required: ['_id', '_uuid'] };
}

type Entry = readonly [string, JsonSchema];

function entries(nodes: readonly DataNode[], around: readonly DataSection[], making: Making): readonly Entry[] {
  return nodes.flatMap((node): readonly Entry[] => {
    const key = node.path.join('/');
    if (node.kind === 'column')
      return [[key, { ...aboutColumn(node, around, making.words), ...answerSchema(node, making) }]];
    return node.kind === 'repeat'
      ? [[key, repeatSchema(node, making)]]
      : entries(node.children, [...around, node], making);
  });
}

/** Inside a repeat too, keys are paths from the root. */
function repeatSchema(repeat: DataSection, making: Making): JsonSchema {
  const properties = Object.fromEntries(entries(repeat.children, [], making));
  return { ...aboutSection(repeat, making.words), type: 'array', items: objectOf(properties) };
}

function objectOf(properties: JsonSchema): JsonSchema {
  return { type: 'object', properties, ...openTo(SYSTEM, properties), additionalProperties: false };
}
