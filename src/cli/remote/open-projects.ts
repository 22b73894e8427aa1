import path from 'node:path';
import { createCollector } from '../../diagnostics/collector.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { wantedOf, type Wanted } from '../../remote/plan/wanted.ts';
import type { Project } from '../../remote/servers/server.ts';
import { isProblem, type State } from '../../remote/state/state.ts';
import { loadState } from '../../remote/state/state-file.ts';
import { type FileTree, isUnreadable } from '../../source/files.ts';
import { type CheckedSource, readWhole } from '../checked-source.ts';
import { fails, printFindings } from '../findings.ts';
import { type Host, UsageError } from '../host.ts';
import { findDictionary, isWorkbook, openSource } from '../source.ts';
import { type Chosen, chosenProjects } from './chosen.ts';
import { connect, type Connection } from './connect.ts';
import { findingOptions, type PlanOptions } from './plan-options.ts';

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
  const folder = findDictionary(options.dictionary, host.cwd);
  if (isWorkbook(folder)) throw new UsageError('A workbook has no servers.', 'Name the folder of a dictionary.');
  const tree = openSource(folder, host.cwd);
  const telling = findingOptions(options);
  const checked = readWhole(tree, { form: [], country: [], profile: ['kobo'], unnamed: 'core' }, host);
  const chosen = fails(checked.diagnostics, 'error') ? [] : chosenIn(checked, words);
  const { wanted, findings } = await build(chosen, checked, tree);
  const diagnostics = [...checked.diagnostics, ...findings];
  if (fails(diagnostics, 'error')) {
    await printFindings(diagnostics, telling, host, host.now());
    return undefined;
  }
  const state = await readState(folder);
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
  if (servers.length === 0)
    throw new UsageError(
      'The dictionary has no servers.',
      'Write servers.yaml beside dictionary.yaml: lexiform explain no-servers tells how.',
    );
  const chosen = chosenProjects(servers, words).filter(({ projects }) => projects.length > 0);
  if (chosen.length === 0)
    throw new UsageError('No server has a project.', 'Name them in servers.yaml, under projects:');
  return chosen;
}

async function readState(folder: string): Promise<State> {
  const state = await loadState(folder);
  if (isProblem(state)) throw new UsageError(state.message, state.help);
  return state;
}

async function build(
  chosen: readonly Chosen[],
  { dictionary }: CheckedSource,
  tree: FileTree,
): Promise<{ readonly wanted: ReadonlyMap<Project, Wanted>; readonly findings: readonly Diagnostic[] }> {
  const { report, diagnostics } = createCollector();
  const wanted = new Map<Project, Wanted>();
  for (const project of dictionary ? chosen.flatMap(({ projects }) => projects) : []) {
    refuseCountry(project);
    const form = dictionary?.forms.get(project.form);
    const made =
      dictionary && form && (await wantedOf(dictionary, form, project, (file) => fileIn(tree, file), report));
    if (made) wanted.set(project, made);
  }
  return { wanted, findings: diagnostics() };
}

/** Countries are layers that this version does not build. */
function refuseCountry({ server, key, country }: Project): void {
  if (country === undefined) return;
  throw new UsageError(
    `This version does not build countries, and "${server}/${key}" is of the country "${country}".`,
    'Leave the project out, or its country: then it gets the form of the core.',
  );
}

function fileIn(tree: FileTree, file: string): Uint8Array {
  const bytes = tree.read(path.posix.normalize(file));
  if (!isUnreadable(bytes)) return bytes;
  throw new UsageError(
    `The file "${file}" of servers.yaml cannot be read: ${bytes.reason}.`,
    'Its path begins in the folder of servers.yaml.',
  );
}
