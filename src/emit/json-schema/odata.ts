import type { DataNode } from '../../model/columns/column.ts';
import { odataName } from '../../vocabulary/odata.ts';
import { aboutColumn, aboutSection } from './annotations.ts';
import { answerSchema, type Making } from './answers.ts';
import { type Entries, objectSchema, openTo } from './object.ts';
import { odataSystem } from './odata-system.ts';
import type { JsonSchema } from './schema.ts';

/** Keys that ODK Central adds to a submission and to each entry of a repeat. */
const SYSTEM = { start: '__', rest: '.*' };
/** What OData itself says beside a property, such as the link to the entries of a repeat. */
const ANNOTATIONS: JsonSchema = { '@odata\\.': true };

/** One submission as the OData service of ODK Central delivers it with `$expand=*`: an object a group, an array a repeat. */
export function odataSchema(nodes: readonly DataNode[], making: Making): JsonSchema {
  return { ...rowOf(entriesOf(nodes, making), odataSystem, making), required: ['__id'] };
}

function entriesOf(nodes: readonly DataNode[], making: Making): Entries {
  return nodes.map((node) => [odataName(node.name), nodeSchema(node, making)]);
}

function nodeSchema(node: DataNode, making: Making): JsonSchema {
  if (node.kind === 'column') return { ...aboutColumn(node, [], making.words), ...answerSchema(node, making) };
  const about = aboutSection(node, making.words);
  const answers = entriesOf(node.children, making);
  if (node.kind === 'group')
    return { ...about, ...objectSchema(answers, { system: {}, open: ANNOTATIONS }, making.otherKeys) };
  return { ...about, type: 'array', items: rowOf(answers, ENTRY, making) };
}

const ENTRY: JsonSchema = { __id: { title: 'Id of the entry', type: 'string' } };

/** A submission, or an entry of a repeat. */
function rowOf(answers: Entries, system: JsonSchema, { otherKeys }: Making): JsonSchema {
  return objectSchema(answers, { system, open: { ...openTo(SYSTEM, answers, system), ...ANNOTATIONS } }, otherKeys);
}
