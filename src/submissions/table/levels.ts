import type { ColumnCodes, DataColumn, DataNode, DataSection } from '../../model/columns/column.ts';
import type { AnswerKind } from '../../vocabulary/types.ts';

/** A question, or what else leaves an answer, in any version of a form. */
export interface FormColumn {
  /** Its whole path, such as `group/name`. */
  readonly key: string;
  readonly path: readonly string[];
  readonly answer: AnswerKind;
  /** As the newest version has it that has it. */
  readonly column: DataColumn;
  /** In the versions that have it, newest first. */
  readonly variants: readonly Variant[];
  /** The codes that it has, newest version first; nothing where they are not known. */
  readonly codes: readonly ColumnCodes[];
  /** Whether the newest version of the form has it. */
  readonly current: boolean;
  /** Whether some version of the form lets several of its codes be chosen. */
  readonly multiple: boolean;
}

/** A column as one version of the form has it. */
export interface Variant {
  readonly column: DataColumn;
  /** What stands around it, outermost first. */
  readonly around: readonly DataSection[];
}

/** What a table can be a table of: submissions, or the entries of a repeat. */
export interface Level {
  /** The whole path of the repeat; empty for submissions. */
  readonly key: string;
  readonly path: readonly string[];
  readonly parent: Level | undefined;
  readonly columns: readonly FormColumn[];
  readonly repeats: readonly Level[];
  readonly current: boolean;
}

interface GrowingLevel extends Level {
  readonly columns: FormColumn[];
  readonly repeats: GrowingLevel[];
}

/** The columns of all versions together, by the repeat that they stand in. What the newest version says counts. */
export function levelsOf(forms: readonly (readonly DataNode[])[]): Level {
  const root: GrowingLevel = { key: '', path: [], parent: undefined, columns: [], repeats: [], current: true };
  for (const [index, nodes] of forms.entries()) {
    const places = new Map<string, number>(root.columns.map(({ key }, place) => [key, place]));
    grow(nodes, { level: root, places, around: [], current: index === 0 });
  }
  return root;
}

interface Growing {
  readonly level: GrowingLevel;
  /** Where the columns of the level stand that are known. */
  readonly places: Map<string, number>;
  readonly around: readonly DataSection[];
  readonly current: boolean;
}

function grow(nodes: readonly DataNode[], growing: Growing): void {
  for (const node of nodes) {
    if (node.kind === 'column') addColumn(node, growing);
    else if (node.kind === 'repeat') growRepeat(node, growing);
    else grow(node.children, { ...growing, around: [...growing.around, node] });
  }
}

function growRepeat(node: DataSection, { level, around, current }: Growing): void {
  const key = node.path.join('/');
  const known = level.repeats.find((repeat) => repeat.key === key);
  const repeat = known ?? { key, path: node.path, parent: level, columns: [], repeats: [], current };
  if (!known) level.repeats.push(repeat);
  const places = new Map<string, number>(repeat.columns.map((column, place) => [column.key, place]));
  grow(node.children, { level: repeat, places, around: [...around, node], current });
}

function addColumn(column: DataColumn, { level, places, around, current }: Growing): void {
  const key = column.path.join('/');
  const place = places.get(key);
  const known = place === undefined ? undefined : level.columns[place];
  const multiple = column.answer === 'codes' || known?.multiple === true;
  const codes = [...new Set([...(known?.codes ?? []), ...(column.codes ? [column.codes] : [])])];
  const variants = [...(known?.variants ?? []), { column, around }];
  const first = known ?? { key, path: column.path, answer: column.answer, column, current };
  places.set(key, place ?? level.columns.length);
  level.columns[place ?? level.columns.length] = { ...first, variants, codes, multiple };
}

/** A level and those in it. */
export function* levelsIn(level: Level): Generator<Level> {
  yield level;
  for (const repeat of level.repeats) yield* levelsIn(repeat);
}
