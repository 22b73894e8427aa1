import type { Report } from '../../../diagnostics/collector.ts';
import type { FileTree } from '../../../source/files.ts';
import { type Written, type WrittenMap, writeYaml } from '../../../source/yaml/write.ts';
import { valueOf } from './defined-list.ts';
import type { GazetteerFacts } from './facts.ts';
import { levelLabel } from './level-words.ts';
import type { ListTarget } from './list-targets.ts';
import type { Target } from './target.ts';

/** What becomes a definition, with what is known of its gazetteer. */
export interface ToDefine {
  readonly list: ListTarget;
  readonly facts: GazetteerFacts;
}

const COMMENT = `# Places of a gazetteer, by: lexiform areas. A later import changes the CSV files and what stands under source: here.
# Write what the levels are called in the country; it stays.
`;

/** The YAML file with the lists that are defined nowhere yet; none where all are. */
export function newDefinitions(target: Target, all: readonly ToDefine[]): ReadonlyMap<string, string> {
  const wanted = all.filter(({ list }) => !list.defined);
  if (wanted.length === 0) return new Map();
  const lists = new Map(wanted.map((each) => [each.list.name, definition(target, each, all)]));
  const file = freeName(target.tree, `${target.folder}admin-areas`, [...lists.keys()]);
  return new Map([[file, COMMENT + writeYaml(new Map([['codelists', lists]]))]]);
}

function definition(target: Target, { list, facts }: ToDefine, all: readonly ToDefine[]): WrittenMap {
  const above = all.findLast((other) => other.list.level < list.level)?.list;
  const column = above && list.links.get(above.level);
  const file = list.file.slice(target.folder.length);
  if (list.replaces)
    return new Map<string, Written>([
      ['file', file],
      ['source', facts],
    ]);
  return new Map<string, Written>([
    ['label', levelLabel(list.level, target.manifest?.languages ?? [])],
    ['file', file],
    ...(above && column !== undefined
      ? [
          [
            'parent',
            new Map([
              ['codelist', above.name],
              ['column', column],
            ]),
          ] as const,
        ]
      : []),
    ['source', facts],
  ]);
}

/** A file of the usual name may hold what an earlier import defined. */
export function freeName({ paths }: FileTree, stem: string, names: readonly string[]): string {
  const plain = `${stem}.yaml`;
  return paths.includes(plain) ? `${stem}-${names.join('-')}.yaml` : plain;
}

/** The files in which lists are defined already, with the edition of the gazetteer brought up to date. */
export function updatedSources(target: Target, all: readonly ToDefine[], report: Report): ReadonlyMap<string, string> {
  const edits = new Map<string, { text: string; changes: { start: number; end: number; text: string }[] }>();
  for (const { list, facts } of all) {
    const { defined } = list;
    if (defined?.file === undefined) continue;
    const { source } = defined.definition.nameLocation;
    const missing: string[] = [];
    const file = edits.get(source.path) ?? { text: source.text, changes: [] };
    edits.set(source.path, file);
    for (const [key, value] of facts) {
      const said = defined.source && valueOf(defined.source, key);
      if (said?.kind !== 'text') missing.push(`${key}: ${value}`);
      else if (said.string.text !== value) file.changes.push({ ...said.location, text: scalarText(value) });
    }
    if (missing.length > 0) report('area-list-source', defined.definition.nameLocation, { list: list.name, missing });
  }
  const changed = [...edits].filter(([, { changes }]) => changes.length > 0);
  return new Map(changed.map(([path, file]) => [path.slice(target.tree.prefix.length), edited(file)]));
}

/** As a value stands in a file of YAML. */
function scalarText(value: string): string {
  return writeYaml(new Map([['x', value]]))
    .slice('x: '.length)
    .trimEnd();
}

function edited({ text, changes }: { text: string; changes: { start: number; end: number; text: string }[] }): string {
  return changes
    .toSorted((a, b) => b.start - a.start)
    .reduce((whole, change) => whole.slice(0, change.start) + change.text + whole.slice(change.end), text);
}
