import type { DataNode, DataSection } from '../../model/columns/column.ts';
import { aboutColumn, aboutSection } from './annotations.ts';
import { answerSchema, type Making } from './answers.ts';
import { koboSystem } from './kobo-system.ts';
import { type Entries, objectSchema, openTo } from './object.ts';
import type { JsonSchema } from './schema.ts';

/** Keys that KoboToolbox adds to a submission; a question's key in a group holds a slash. */
const SYSTEM = { start: '_', rest: '[^\\/]*' };

/** One submission as the data API of KoboToolbox (v2) delivers it: flat keys `group/question`, a repeat as an array. */
export function koboSchema(nodes: readonly DataNode[], making: Making): JsonSchema {
  return { ...withSystem(entriesOf(nodes, [], making), koboSystem, making), required: ['_id', '_uuid'] };
}

function entriesOf(nodes: readonly DataNode[], around: readonly DataSection[], making: Making): Entries {
  return nodes.flatMap((node): Entries => {
    const key = node.path.join('/');
    if (node.kind === 'column')
      return [[key, { ...aboutColumn(node, around, making.words), ...answerSchema(node, making) }]];
    return node.kind === 'repeat'
      ? [[key, repeatSchema(node, making)]]
      : entriesOf(node.children, [...around, node], making);
  });
}

/** Inside a repeat too, keys are paths from the root. */
function repeatSchema(repeat: DataSection, making: Making): JsonSchema {
  const items = withSystem(entriesOf(repeat.children, [], making), {}, making);
  return { ...aboutSection(repeat, making.words), type: 'array', items };
}

function withSystem(answers: Entries, system: JsonSchema, { otherKeys }: Making): JsonSchema {
  return objectSchema(answers, { system, open: openTo(SYSTEM, answers, system) }, otherKeys);
}
