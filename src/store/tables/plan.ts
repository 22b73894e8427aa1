import type { DataColumn, DataNode, DataSection } from '../../model/columns/column.ts';
import type { SeenPath } from '../submission-row.ts';
import { type Column, columnsFor, type KindOf } from './columns.ts';
import { uniqueNames } from './names.ts';
import { leftOver, pathFinder, type PathFinder } from './paths.ts';

/** A table of the submissions of a form, or of the entries of a repeat. */
export interface Table {
  readonly name: string;
  /** The repeat as its form calls it; empty for the form itself. */
  readonly repeat: string;
  readonly parent: Table | undefined;
  /** The keys that entries stand under in what is around them. */
  readonly arrays: readonly string[];
  readonly columns: readonly Column[];
}

export interface TableSource {
  readonly form: string;
  /** What the form leaves in its data, as far as the store may have it. */
  readonly nodes: readonly DataNode[];
  /** Under which keys answers came, whatever version of the form made them. */
  readonly paths: readonly SeenPath[];
  readonly kindOf: KindOf;
}

/** What each row of a table begins with. */
export const SUBMISSION_COLUMNS = [
  'KEY',
  '_id',
  '_uuid',
  '_submission_time',
  '_submitted_by',
  '_validation_status',
  '__version__',
] as const;
export const ENTRY_COLUMNS = ['KEY', 'PARENT_KEY', '_index'] as const;

/** More columns than this are no table for people any more: what is left is in the texts. */
const MOST_LEFT = 2000;

/** The tables of a form: that of its submissions first, then its repeats, each after what is around it. */
export function tablesOf({ form, nodes, paths, kindOf }: TableSource): readonly Table[] {
  const names = uniqueNames();
  const tableOf = (name: string, repeat: DataSection | undefined, parent: Table | undefined): readonly Table[] => {
    const find = pathFinder(paths, parent);
    const arrays = repeat ? find.arrays(repeat) : [];
    const inside = pathFinder(paths, { arrays });
    const level = levelOf(repeat ? repeat.children : nodes);
    const columns = columnsOfTable(level.columns, inside, repeat ? ENTRY_COLUMNS : SUBMISSION_COLUMNS, kindOf);
    const table: Table = { name: names(name), repeat: repeat?.name ?? '', parent, arrays, columns };
    return [table, ...level.repeats.flatMap((inner) => tableOf(inner.name, inner, table))];
  };
  return tableOf(form, undefined, undefined);
}

interface Level {
  readonly columns: readonly DataColumn[];
  readonly repeats: readonly DataSection[];
}

/** What stands in one row: down to the next repeat. */
function levelOf(nodes: readonly DataNode[]): Level {
  const levels = nodes.map((node): Level => {
    if (node.kind === 'column') return { columns: [node], repeats: [] };
    return node.kind === 'repeat' ? { columns: [], repeats: [node] } : levelOf(node.children);
  });
  return { columns: levels.flatMap(({ columns }) => columns), repeats: levels.flatMap(({ repeats }) => repeats) };
}

function columnsOfTable(
  columns: readonly DataColumn[],
  find: PathFinder,
  taken: readonly string[],
  kindOf: KindOf,
): readonly Column[] {
  const names = uniqueNames(taken);
  const answered = columns.filter(({ answer }) => answer !== 'none');
  const keys = find.columns(answered);
  const known = answered.flatMap((column) => columnsFor(column, keys.get(column) ?? [], names, kindOf));
  const others = leftOver(find, [...keys.values()].flat()).slice(0, MOST_LEFT);
  return [
    ...known,
    ...others.map((key): Column => ({ name: names(key.split('/').at(-1) ?? key, key), kind: 'text', keys: [key] })),
  ];
}
