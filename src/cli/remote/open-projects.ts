import path from 'node:path';
import { CORE } from '../../conform/made-by.ts';
import { createCollector } from '../../diagnostics/collector.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { countryFolders } from '../../dictionary/project/layer.ts';
import { wantedOf, type Wanted } from '../../remote/plan/wanted.ts';
import { dictionariesOf } from '../../remote/servers/dictionaries.ts';
import { readServers } from '../../remote/servers/read-servers.ts';
import { type Project, projectName } from '../../remote/servers/server.ts';
import type { State } from '../../remote/state/state.ts';
import { type FileTree, isUnreadable } from '../../source/files.ts';
import { type CheckedSource, readWhole } from '../checked-source.ts';
import { fails, printFindings } from '../findings.ts';
import { type Host, UsageError } from '../host.ts';
import { type Chosen, chosenProjects } from './chosen.ts';
import { connect, type Connection } from './connect.ts';
import { findingOptions, type PlanOptions } from './plan-options.ts';
import { expectServers, serverFolder, stateIn } from './server-folder.ts';

/** The projects that a command is about, with what the dictionary wants of each. */
export interface Opened {
  readonly folder: string;
  readonly connections: readonly Connection[];
  readonly wanted: ReadonlyMap<Project, Wanted>;
  readonly state: State;
  /** The name of the dictionary. */
  readonly dictionary: string;
  /** The uids of all projects that the dictionary knows, whether they are chosen or not. */
  readonly knownUids: ReadonlySet<string>;
}

/**
 * Reads and checks the dictionary and its servers, and builds what each project is to hold; nothing is sent. Undefined
 * where there are findings, which were printed.
 * @throws UsageError for what is wrong with the call, the state file or a token
 */
export async function openProjects(
  words: readonly string[],
  options: PlanOptions,
  host: Host,
): Promise<Opened | undefined> {
  const { folder, tree } = serverFolder(options.dictionary, host);
  const telling = findingOptions(options);
  const country = partsMeant(tree, words);
  const checked = readWhole(tree, { form: [], country, profile: ['kobo'], unnamed: 'core' }, host);
  const chosen = fails(checked.diagnostics, 'error') ? [] : chosenIn(checked, words);
  const { wanted, findings } = await build(chosen, checked, tree);
  const diagnostics = [...checked.diagnostics, ...findings];
  if (fails(diagnostics, 'error')) {
    await printFindings(diagnostics, telling, host, host.now());
    return undefined;
  }
  const state = await stateIn(folder);
  return {
    folder,
    connections: connect(chosen, folder, host),
    wanted,
    state,
    dictionary: checked.dictionary?.name.string.text ?? '',
    knownUids: new Set([
      ...[...state.values()].map(({ uid }) => uid),
      ...checked.servers.flatMap(({ projects }) => projects.flatMap(({ uid }) => uid ?? [])),
    ]),
  };
}

function chosenIn({ servers }: CheckedSource, words: readonly string[]): readonly Chosen[] {
  const chosen = chosenProjects(expectServers(servers), words).filter(({ projects }) => projects.length > 0);
  if (chosen.length === 0)
    throw new UsageError('No server has a project.', 'Name them in servers.yaml, under projects:');
  return chosen;
}

async function build(
  chosen: readonly Chosen[],
  { parts }: CheckedSource,
  tree: FileTree,
): Promise<{ readonly wanted: ReadonlyMap<Project, Wanted>; readonly findings: readonly Diagnostic[] }> {
  const { report, diagnostics } = createCollector();
  const wanted = new Map<Project, Wanted>();
  for (const project of chosen.flatMap(({ projects }) => projects)) {
    const dictionary = parts.find(({ name }) => name === (project.country ?? CORE))?.dictionary;
    const form = dictionary?.forms.get(project.form);
    const made =
      dictionary && form && (await wantedOf(dictionary, form, project, (file) => fileIn(tree, file), report));
    if (made) wanted.set(project, made);
  }
  return { wanted, findings: diagnostics() };
}

/** The core, and the countries of the projects that words name: others take their time, and are not looked at. */
function partsMeant(tree: FileTree, words: readonly string[]): readonly string[] {
  const known = countryFolders(tree);
  const { servers } = readServers(
    tree,
    dictionariesOf(undefined, [], () => undefined),
    () => undefined,
  );
  const projects = servers.flatMap((server) => server.projects);
  const meant = projects.filter(
    (project) => words.length === 0 || words.includes(project.server) || words.includes(projectName(project)),
  );
  return [CORE, ...new Set(meant.flatMap(({ country }) => (known.includes(country ?? '') ? (country ?? []) : [])))];
}

function fileIn(tree: FileTree, file: string): Uint8Array {
  const bytes = tree.read(path.posix.normalize(file));
  if (!isUnreadable(bytes)) return bytes;
  throw new UsageError(
    `The file "${file}" of servers.yaml cannot be read: ${bytes.reason}.`,
    'Its path begins in the folder of servers.yaml.',
  );
}
