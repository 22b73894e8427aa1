import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';

/** What a YAML file is to hold: texts, lists, and keys in an order that stays. */
export type Written = string | readonly Written[] | WrittenMap;
export type WrittenMap = ReadonlyMap<string, Written>;

/** A list that is short enough for one line: `[en, fr]`. */
const SHORT = 70;

/** A YAML file that reads back as exactly these texts; each map and list of maps on lines of its own. */
export function writeYaml(map: WrittenMap): string {
  const document = new Document(undefined, { schema: 'failsafe' });
  document.contents = nodeOf(map) as typeof document.contents;
  return document.toString({ lineWidth: 0, singleQuote: true, flowCollectionPadding: false });
}

function nodeOf(value: Written): Scalar | YAMLMap | YAMLSeq {
  if (typeof value === 'string') return scalar(value);
  if (isMap(value)) return mapNode(value);
  const list = new YAMLSeq();
  list.items = value.map(nodeOf);
  list.flow =
    value.every((item) => typeof item === 'string' && !item.includes('\n')) && value.join(', ').length < SHORT;
  return list;
}

function mapNode(map: WrittenMap): YAMLMap {
  const node = new YAMLMap();
  node.items = [...map].map(([key, value]) => new Pair(scalar(key), nodeOf(value)));
  return node;
}

/** Double quotes give `\` a meaning, which the language refuses: what holds one goes into single quotes or lines of its own. */
function scalar(text: string): Scalar {
  const node = new Scalar(text);
  if (text.includes('\n')) node.type = 'BLOCK_LITERAL';
  else if (text === '' || text === '<<' || /["\\]|^[-?:,[\]{}#&*!|>'%@`]|: |:$| #/.test(text))
    node.type = 'QUOTE_SINGLE';
  return node;
}

function isMap(value: Written): value is WrittenMap {
  return value instanceof Map;
}
