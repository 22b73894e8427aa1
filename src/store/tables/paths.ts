import type { DataColumn, DataSection } from '../../model/columns/column.ts';
import { keyOfServer } from '../../vocabulary/reserved.ts';
import type { SeenPath } from '../submission-row.ts';

/** Finds the keys that the answers of one table stand under, in all versions of the form. */
export interface PathFinder {
  /** Of the entries of a repeat. */
  readonly arrays: (repeat: DataSection) => readonly string[];
  /** Of each column: its present path first, then former names of it, then other groups that it stood in. */
  readonly columns: (columns: readonly DataColumn[]) => ReadonlyMap<DataColumn, readonly string[]>;
  /** All that were seen, but those of repeats. */
  readonly seen: readonly string[];
}

/** @param around the table whose rows hold the answers; without arrays the submission itself */
export function pathFinder(
  paths: readonly SeenPath[],
  around: { readonly arrays: readonly string[] } | undefined,
): PathFinder {
  const places = new Set(around === undefined || around.arrays.length === 0 ? [''] : around.arrays);
  const here = paths.filter(({ inside, path }) => places.has(inside) && !UNWRITTEN.test(path));
  const single = here.filter(({ repeats }) => !repeats).map(({ path }) => path);
  const byName = byLastName(single);
  return {
    arrays: ({ path, name }) => {
      const moved = here.filter((seen) => seen.repeats && lastName(seen.path) === name).map((seen) => seen.path);
      return [...new Set([path.join('/'), ...moved])];
    },
    columns: (columns) => {
      const present = new Set(columns.map(({ path }) => path.join('/')));
      const times = new Map<string, number>();
      for (const name of columns.flatMap(namesOf)) times.set(name, (times.get(name) ?? 0) + 1);
      return new Map(
        columns.map((column) => {
          const own = column.path.join('/');
          const moved = namesOf(column)
            .filter((name) => times.get(name) === 1 && column.added === undefined)
            .flatMap((name) => byName.get(name) ?? [])
            .filter((key) => !present.has(key));
          return [column, [...new Set([own, ...formerPaths(column), ...moved])]];
        }),
      );
    },
    seen: single,
  };
}

/** Keys that no column takes, and that are no server's. */
export function leftOver({ seen }: PathFinder, taken: readonly string[]): readonly string[] {
  const known = new Set(taken);
  return seen.filter((key) => !known.has(key) && !keyOfServer.test(key)).toSorted();
}

/** What a path of JSON cannot hold as it is; no question is called so. */
// oxlint-disable-next-line no-control-regex
const UNWRITTEN = /["\\*\0-\u001F]/;

function namesOf({ name, question }: DataColumn): readonly string[] {
  return [name, ...(question?.meaning.was ?? []).map(({ string }) => string.text)];
}

function formerPaths({ path, question }: DataColumn): readonly string[] {
  return (question?.meaning.was ?? []).map(({ string }) => [...path.slice(0, -1), string.text].join('/'));
}

function lastName(path: string): string {
  return path.split('/').at(-1) ?? path;
}

function byLastName(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const path of paths) names.set(lastName(path), [...(names.get(lastName(path)) ?? []), path]);
  return names;
}
