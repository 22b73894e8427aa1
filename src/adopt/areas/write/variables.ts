import { type Written, type WrittenMap, writeYaml } from '../../../source/yaml/write.ts';
import { freeName } from './definitions.ts';
import { levelLabel } from './level-words.ts';
import type { ListTarget } from './list-targets.ts';
import type { Target } from './target.ts';

export interface AreaVariables {
  readonly files: ReadonlyMap<string, string>;
  readonly written: readonly string[];
  /** Those that the dictionary has already. */
  readonly there: readonly string[];
}

/** The questions that ask the levels, each narrowed by the answer above it. */
export function areaVariables(target: Target, lists: readonly ListTarget[]): AreaVariables {
  // What a country replaces the codes of is asked by questions of the dictionary.
  const wanted = lists.filter(({ name, replaces }) => !replaces && !target.variables.has(name));
  const there = lists.filter((list) => !wanted.includes(list)).map(({ name }) => name);
  if (wanted.length === 0) return { files: new Map(), written: [], there };
  const variables = new Map(wanted.map((list) => [list.name, variable(target, list, lists)]));
  const folder = target.folder === 'codelists/' ? 'variables/' : target.folder;
  const written = wanted.map(({ name }) => name);
  const file = freeName(target.tree, `${folder}admin-variables`, written);
  return { files: new Map([[file, writeYaml(new Map([['variables', variables]]))]]), written, there };
}

function variable(target: Target, { name, level }: ListTarget, lists: readonly ListTarget[]): WrittenMap {
  const above = lists.findLast((list) => list.level < level);
  return new Map<string, Written>([
    ['type', `select_one ${name}`],
    ['label', levelLabel(level, target.manifest?.languages ?? [])],
    ...(above && (!above.replaces || target.variables.has(above.name)) ? [['parent', above.name] as const] : []),
    ['role', `admin${level}`],
    ['hxl', level === 0 ? '#country+code' : `#adm${level}+code`],
  ]);
}
