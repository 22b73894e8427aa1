import type { ListView, Scope, ScopeNode } from '../../expression/evaluate/scope.ts';
import { readCsv } from '../../formats/csv-read.ts';
import { decode } from '../../source/decode.ts';
import { physicalName } from '../code-list.ts';
import type { DataColumn, DataNode } from '../columns/column.ts';
import { dataNodes } from '../columns/columns.ts';
import type { Delivery } from '../deliver/delivery.ts';
import type { Dictionary } from '../dictionary.ts';
import { listViews, tableView } from './list-views.ts';
import { addAnswer, addGroup, addRepeat, type GrowingNode, type Level, newLevel, rootNode } from './tree.ts';

/** A form as expressions see it. */
export interface RecordScope extends Scope {
  /** What the form leaves in its data; `columnOf` gives the same things. */
  readonly nodes: readonly DataNode[];
  /** What stands at an answer; undefined for groups and repeats. */
  columnOf(node: ScopeNode): DataColumn | undefined;
  /** How many answers and repeats the form has, or an entry of a repeat. */
  levelOf(node: ScopeNode): Level;
}

/** The name of a form in the paths that converters write. */
const ROOT = 'data';

interface Growing {
  readonly columns: Map<ScopeNode, DataColumn>;
  readonly levels: Map<ScopeNode, Level>;
  readonly named: Map<string, ScopeNode>;
}

/**
 * What the expressions of a form can name, as the form goes out for a profile: to be made once for a form, for all its
 * expressions and records.
 */
export function recordScope(delivery: Delivery, dictionary: Dictionary): RecordScope {
  const { form } = delivery;
  const root = rootNode(form.settings.get('name')?.string.text ?? ROOT);
  const level = newLevel();
  const growing: Growing = { columns: new Map(), levels: new Map([[root, level]]), named: new Map() };
  const nodes = dataNodes(delivery, dictionary);
  for (const node of nodes) grow(node, root, level, growing);
  const lists = listViews(delivery, dictionary);
  const files = fileViews(delivery, dictionary);
  return {
    root,
    nodes,
    find: (name) => growing.named.get(name),
    list: (name) => lists.view(name) ?? files(name),
    label: lists.label,
    text: lists.text,
    version: form.settings.get('version')?.string.text ?? dictionary.version?.string.text ?? '',
    columnOf: (node) => growing.columns.get(node),
    levelOf: (node) => growing.levels.get(node) ?? newLevel(),
  };
}

function grow(node: DataNode, parent: GrowingNode, level: Level, growing: Growing): void {
  const { columns, levels, named } = growing;
  if (node.kind === 'column') {
    const list = node.codes && physicalName(node.codes.list);
    const made = addAnswer(parent, node.name, level, { answer: node.answer, list });
    columns.set(made, node);
    remember(made, named);
    return;
  }
  const isRepeat = node.kind === 'repeat';
  const made = isRepeat ? addRepeat(parent, node.name, level) : addGroup(parent, node.name);
  const inside = isRepeat ? newLevel() : level;
  if (isRepeat) levels.set(made, inside);
  remember(made, named);
  for (const child of node.children) grow(child, made, inside, growing);
}

function remember(node: ScopeNode, named: Map<string, ScopeNode>): void {
  if (!named.has(node.name)) named.set(node.name, node);
}

/** The CSV files that a form attaches beside its lists, read when an expression first asks for them. */
function fileViews({ form }: Delivery, { files }: Dictionary): (name: string) => ListView | undefined {
  const views = new Map<string, ListView | undefined>();
  return (name) => {
    if (!views.has(name)) {
      const file = files.find(`${name}.csv`, form.name);
      views.set(name, file && csvView(file.path, file.read()));
    }
    return views.get(name);
  };
}

function csvView(path: string, bytes: Uint8Array): ListView {
  const { header, rows } = readCsv(decode(path, bytes).source);
  const columns = header.map(({ text }) => text);
  return tableView(
    rows.map(({ cells }) => new Map(columns.map((column, index) => [column, cells[index]?.text ?? '']))),
  );
}
