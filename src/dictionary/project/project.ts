import { type SourceText, startOf, type TextLocation } from '../../core/location.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { recall } from '../../diagnostics/recall.ts';
import { IGNORE } from '../../diagnostics/suppression.ts';
import { decode } from '../../source/decode.ts';
import type { Entry, MapEntry } from '../../source/entry.ts';
import { type FileTree, isUnreadable } from '../../source/files.ts';
import { type Comment, commentsWith } from '../../source/yaml/comments.ts';
import { settleParts } from '../../source/yaml/kept-parts.ts';
import { parseYaml, type YamlFile } from '../../source/yaml/parse.ts';
import { suggest } from '../../core/suggest.ts';
import { uniquePairs } from '../decode/decode.ts';
import { wrongShape } from '../decode/values.ts';
import { manifestKeys, type SectionName, sections } from '../language/form-keys.ts';

/** A definition as found: its name, where that is written, and what stands there. */
export interface Definition {
  readonly name: string;
  readonly nameLocation: TextLocation;
  readonly entry: Entry;
}

/** All YAML files of a dictionary, sorted into sections; a name stands once in each. */
export interface Project {
  readonly manifest: MapEntry | undefined;
  readonly manifestSource: SourceText | undefined;
  readonly definitions: ReadonlyMap<SectionName, ReadonlyMap<string, Definition>>;
  readonly comments: readonly Comment[];
  /** Whether lines could not be read, which was reported: what is missing may stand there. */
  readonly damaged: boolean;
}

/** A YAML file, with the comments that set findings aside. */
interface ProjectFile extends YamlFile {
  readonly comments: readonly Comment[];
}

const MANIFEST = 'dictionary.yaml';
/** These folders and files have a language of their own. */
const ELSEWHERE = /^(countries|locales)\/|^(servers|ledger)\.ya?ml$|^dictionary\.yml$/;

export function readProject(tree: FileTree, report: Report): Project {
  const definitions = noSections();
  const comments: Comment[] = [];
  let damaged = tree.unreadable.length > 0;
  let manifest: { entry: MapEntry | undefined; source: SourceText } | undefined;
  for (const { path, reason } of tree.unreadable)
    report('file-unreadable', startOf({ path: tree.prefix + path, text: '' }), {
      file: path === '' ? tree.prefix : path,
      reason,
    });
  for (const path of tree.paths.filter((file) => /\.ya?ml$/i.test(file) && !ELSEWHERE.test(file))) {
    const file = readYamlFile(tree, path, report);
    damaged ||= file?.damaged ?? true;
    if (!file) continue;
    const { source, root } = file;
    comments.push(...file.comments);
    if (path === MANIFEST) manifest = { entry: manifestMap(file), source };
    collectSections(root, path === MANIFEST, definitions, report);
  }
  if (!manifest && !tree.unreadable.some(({ path }) => path === '')) {
    const found = tree.paths.find((path) => /^dictionary\.ya?ml$/i.test(path));
    const folder = tree.prefix.replace(/\/$/, '');
    report('no-dictionary', startOf({ path: tree.prefix + MANIFEST, text: '' }), { folder, found });
  }
  return { manifest: manifest?.entry, manifestSource: manifest?.source, definitions, comments, damaged };
}

/** A manifest in which nothing stands lacks its keys; one that cannot be read was reported. */
function manifestMap({ source, root, damaged }: YamlFile): MapEntry | undefined {
  if (root?.kind === 'map') return root;
  const isEmpty = !damaged && (root === undefined || root.kind === 'blank');
  return isEmpty ? { kind: 'map', pairs: [], location: startOf(source) } : undefined;
}

/** A YAML file of the project; undefined where it could not be read at all, which was reported. */
export function readYamlFile(tree: FileTree, path: string, report: Report): ProjectFile | undefined {
  const bytes = readBytes(tree, path, report);
  const file = bytes && parsed(bytes, [tree.prefix, path], report, tree.prefix, path);
  if (file) settleParts(file.source);
  return file;
}

/** Remembered by the bytes: whoever reads a file once lets go of them, and of the entries that hold most memory. */
const parsed = recall((bytes: Uint8Array, report, prefix: string, path: string): ProjectFile => {
  const file = parseYaml(decodeText(bytes, prefix, path, report), report);
  return { ...file, comments: commentsWith(file.source, IGNORE) };
});

/** A text file of the project, decoded; what is wrong with its bytes is reported. */
export function readText(tree: FileTree, path: string, report: Report): SourceText | undefined {
  const bytes = readBytes(tree, path, report);
  return bytes && decoded(bytes, [tree.prefix, path], report, tree.prefix, path);
}

const decoded = recall((bytes: Uint8Array, report, prefix: string, path: string) =>
  decodeText(bytes, prefix, path, report),
);

function readBytes(tree: FileTree, path: string, report: Report): Uint8Array | undefined {
  const bytes = tree.read(path);
  if (!isUnreadable(bytes)) return bytes;
  report('file-unreadable', startOf({ path: tree.prefix + path, text: '' }), { file: path, reason: bytes.reason });
  return undefined;
}

function decodeText(bytes: Uint8Array, prefix: string, path: string, report: Report): SourceText {
  const { source, problems } = decode(prefix + path, bytes);
  for (const { kind, at, seen } of problems) {
    const location = { kind: 'text', source, ...at } as const;
    if (kind === 'encoding') report('file-encoding', location, { file: path, encoding: seen });
    else report('control-character', location, { seen });
  }
  return source;
}

/** Definitions by section and name, while files are read. */
export type Sections = ReadonlyMap<SectionName, Map<string, Definition>>;

export function noSections(): Sections {
  return new Map(sections.map((section) => [section, new Map<string, Definition>()]));
}

/** Sorts what a file says into sections; a name that stands twice is reported. */
export function collectSections(
  root: Entry | undefined,
  isManifest: boolean,
  definitions: Sections,
  report: Report,
): void {
  if (!root || root.kind === 'blank' || root.kind === 'damaged') return;
  if (root.kind !== 'map') {
    wrongShape(
      root,
      { name: 'the file', example: 'variables: { hh_size: { type: integer, label: … } }' },
      'sections such as variables:',
      report,
    );
    return;
  }
  for (const { key, keyLocation, value } of uniquePairs(root, report)) {
    const section = sections.find((name) => name === key.text);
    if (section) collectDefinitions(section, value, definitions, report);
    else if (!isManifest) report('unknown-key', keyLocation, unknownSection(key.text));
  }
}

function unknownSection(key: string): { key: string; what: string; suggestion: string | undefined; known: string } {
  const inManifest = manifestKeys.some(({ name }) => name === key);
  const what = inManifest ? 'this file: it belongs into dictionary.yaml' : 'a dictionary file';
  return { key, what, suggestion: inManifest ? undefined : suggest(key, sections), known: sections.join(', ') };
}

function collectDefinitions(section: SectionName, entry: Entry, definitions: Sections, report: Report): void {
  if (entry.kind === 'blank') return;
  if (entry.kind !== 'map') {
    wrongShape(entry, { name: section, example: '{ name: { … } }' }, 'a map from name to definition', report);
    return;
  }
  const named = definitions.get(section);
  for (const pair of entry.pairs) {
    const name = pair.key.text.normalize('NFC');
    const known = named?.get(name);
    const definition = { name, nameLocation: pair.keyLocation, entry: pair.value };
    if (!known) named?.set(name, definition);
    else
      report(
        'duplicate-definition',
        pair.keyLocation,
        { name, section },
        { related: [{ message: 'first defined here', location: known.nameLocation }] },
      );
  }
}
