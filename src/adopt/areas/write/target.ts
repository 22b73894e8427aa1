import type { Report } from '../../../diagnostics/collector.ts';
import { decodeManifest, type Manifest } from '../../../dictionary/define/manifest.ts';
import { type Definition, type Project, readProject, readYamlFile } from '../../../dictionary/project/project.ts';
import type { FileTree } from '../../../source/files.ts';

type Definitions = ReadonlyMap<string, Definition>;

/** The folder that places are imported into, and what the dictionary around it says. */
export interface Target {
  readonly tree: FileTree;
  /** Where new files go: '' or a path of the tree that ends with `/`. */
  readonly folder: string;
  /** The id of the country whose layer it is. */
  readonly country: string | undefined;
  /** Undefined where no dictionary is around. */
  readonly manifest: Pick<Manifest, 'languages' | 'defaultLanguage' | 'version'> | undefined;
  /** The lists and variables of the dictionary, and those of the country. */
  readonly core: Definitions;
  readonly own: Definitions;
  readonly variables: Definitions;
}

const silent: Report = () => undefined;

/**
 * Looks at a folder; mistakes in its dictionary are the matter of `check`.
 * @param tree the files of the dictionary, or of the folder alone where it is in none
 * @param folder its path in the tree; '' for the tree itself
 */
export function readTarget(tree: FileTree, folder: string): Target {
  const project = readProject(tree, silent);
  const manifest = project.manifestSource ? decodeManifest(project, silent) : undefined;
  const [, country] = /^countries\/([^/]+)/.exec(folder) ?? [];
  const core = project.definitions.get('codelists') ?? new Map<string, Definition>();
  const variables = project.definitions.get('variables') ?? new Map<string, Definition>();
  // Lists of a dictionary have a folder of their own by habit.
  const place = folder === '' ? (manifest ? 'codelists/' : '') : `${folder}/`;
  const common = { tree, folder: place, country, core, variables };
  if (country === undefined) return { ...common, manifest, own: core };
  return { ...common, ...readLayer(tree, country, manifest) };
}

/** What a layer says itself goes before what the dictionary says. */
function readLayer(tree: FileTree, country: string, core: Target['manifest']): Pick<Target, 'manifest' | 'own'> {
  const home = `countries/${country}/`;
  const own = new Map<string, Definition>();
  let manifest = core;
  for (const path of tree.paths.filter((file) => file.startsWith(home) && /(?<!\/locales\/.*)\.ya?ml$/i.test(file))) {
    const file = readYamlFile(tree, path, silent);
    if (file?.root?.kind !== 'map') continue;
    const { root, source } = file;
    if (path === `${home}country.yaml`) manifest = layerManifest({ manifest: root, manifestSource: source }, core);
    const lists = root.pairs.find(({ key }) => key.text === 'codelists')?.value;
    for (const { key, keyLocation, value } of lists?.kind === 'map' ? lists.pairs : [])
      own.set(key.text, { name: key.text, nameLocation: keyLocation, entry: value });
  }
  return { manifest, own };
}

/** A layer says its languages as a manifest does. */
function layerManifest(
  file: Pick<Project, 'manifest' | 'manifestSource'>,
  core: Target['manifest'],
): Target['manifest'] {
  const said = decodeManifest({ ...file, definitions: new Map(), comments: [], damaged: false }, silent);
  return said.languages.length > 0 ? { ...said, version: core?.version } : core;
}
