import { type SourceText, startOf } from '../../core/location.ts';
import type { Report } from '../../diagnostics/collector.ts';
import type { Entry, MapEntry } from '../../source/entry.ts';
import type { FileTree } from '../../source/files.ts';
import type { Comment } from '../../source/yaml/comments.ts';
import { collectSections, noSections, type Project, readYamlFile } from './project.ts';

/** The files of one country: what `country.yaml` says, and the sections of all its files. */
export interface Layer {
  readonly id: string;
  /** What `country.yaml` says; nothing where it cannot be read. */
  readonly manifest: MapEntry | undefined;
  readonly source: SourceText;
  readonly definitions: Project['definitions'];
  readonly comments: readonly Comment[];
  readonly damaged: boolean;
}

/** What `lexiform rebase` writes beside `country.yaml`. */
export const BASE_FILE = 'base.yaml';

const COUNTRY_FILE = /^countries\/([^/]+)\//;

/** The folders below `countries/`, in the order of their names. */
export function countryFolders(tree: FileTree): readonly string[] {
  return [...new Set(tree.paths.flatMap((path) => path.match(COUNTRY_FILE)?.[1] ?? []))];
}

/** What the core is called where countries stand beside it. */
const CORE = 'core';
const ID = /^[a-z][a-z0-9]*$/;

/** A layer as written; undefined where there is none to read, which is reported. */
export function readLayer(tree: FileTree, id: string, report: Report): Layer | undefined {
  const folder = `countries/${id}/`;
  const manifestPath = `${folder}country.yaml`;
  const at = startOf({ path: tree.prefix + manifestPath, text: '' });
  if (!ID.test(id) || id === CORE) report('country-id', at, { folder: id, id: undefined, problem: 'unfit' });
  if (!tree.paths.includes(manifestPath)) {
    report('country-id', at, { folder: id, id: undefined, problem: 'missing' });
    return undefined;
  }
  const definitions = noSections();
  const comments: Comment[] = [];
  let damaged = false;
  let manifest: Pick<Layer, 'manifest' | 'source'> | undefined;
  for (const path of tree.paths.filter((file) => isSectionFile(file, folder))) {
    const file = readYamlFile(tree, path, report);
    damaged ||= file?.damaged ?? true;
    if (!file) continue;
    comments.push(...file.comments);
    const { source, root } = file;
    const isManifest = path === manifestPath;
    if (isManifest) manifest = { source, manifest: manifestOf(root, source) };
    collectSections(root, isManifest, definitions, report);
  }
  return manifest && { id, ...manifest, definitions, comments, damaged };
}

function isSectionFile(path: string, folder: string): boolean {
  const isElsewhere = path.startsWith(`${folder}locales/`) || path === folder + BASE_FILE;
  return path.startsWith(folder) && /\.ya?ml$/i.test(path) && !isElsewhere;
}

function manifestOf(root: Entry | undefined, source: SourceText): MapEntry | undefined {
  if (!root || root.kind === 'blank') return { kind: 'map', pairs: [], location: startOf(source) };
  return root.kind === 'map' ? root : undefined;
}
