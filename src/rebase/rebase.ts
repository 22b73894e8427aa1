import { compileProject } from '../dictionary/compile.ts';
import { readYamlFile } from '../dictionary/project/project.ts';
import { applyEdits } from '../core/range.ts';
import { type Adaptation, adaptationsOf } from '../model/adaptations.ts';
import type { Dictionary } from '../model/dictionary.ts';
import type { FileTree } from '../source/files.ts';
import { type TakenEdit, takeEdit } from './take.ts';

/** A country as it stands, with what it says otherwise than its core. */
export interface Standing {
  readonly dictionary: Dictionary;
  readonly adaptations: readonly Adaptation[];
}

/** A country among the files of a project; undefined where it cannot be read at all. */
export function standingOf(tree: FileTree, country: string): Standing | undefined {
  const { dictionary } =
    compileProject(tree)
      .countries.find(({ id }) => id === country)
      ?.compile() ?? {};
  return dictionary && { dictionary, adaptations: adaptationsOf(dictionary) };
}

/** What becomes of the files when a country takes the words of its core. */
export interface Taken {
  readonly tree: FileTree;
  /** The new texts of files, by their paths. */
  readonly texts: ReadonlyMap<string, string>;
  /** What cannot be taken out of a file by itself. */
  readonly stuck: readonly Adaptation[];
}

/**
 * Takes the words of the core for these paths. One after the other, each in files as the one before left them: what two take
 * out together can leave a key without a value, which would say something else.
 */
export function take(tree: FileTree, country: string, paths: readonly string[]): Taken {
  const texts = new Map<string, string>();
  const stuck: Adaptation[] = [];
  const now: FileTree = { ...tree, read: (file) => encoded(texts.get(file)) ?? tree.read(file) };
  for (const path of paths) {
    const standing = standingOf(now, country);
    const adaptation = standing?.adaptations.find((each) => each.path === path);
    if (!standing?.dictionary.country || !adaptation) continue;
    const rootOf = (source: TakenEdit['source']): ReturnType<typeof rootIn> => rootIn(now, source);
    const taken = takeEdit(adaptation, standing.dictionary.country, rootOf);
    if (taken) texts.set(fileIn(now, taken.source), applyEdits(taken.source.text, [taken.edit]));
    else stuck.push(adaptation);
  }
  return { tree: now, texts, stuck };
}

function encoded(text: string | undefined): Uint8Array | undefined {
  return text === undefined ? undefined : new TextEncoder().encode(text);
}

/** What is wrong with the file is told by check. */
function rootIn(
  tree: FileTree,
  source: TakenEdit['source'],
): NonNullable<ReturnType<typeof readYamlFile>>['root'] | undefined {
  const file = fileIn(tree, source);
  return /\.ya?ml$/i.test(file) ? readYamlFile(tree, file, () => undefined)?.root : undefined;
}

function fileIn({ prefix }: FileTree, { path }: TakenEdit['source']): string {
  return path.slice(prefix.length);
}
