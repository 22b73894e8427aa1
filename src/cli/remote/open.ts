import { plural } from '../../core/counts.ts';
import { createCollector } from '../../diagnostics/collector.ts';
import { quote } from '../../diagnostics/quote.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import { readServers, SERVERS } from '../../remote/servers/read-servers.ts';
import { type Dictionaries, dictionariesOf } from '../../remote/servers/dictionaries.ts';
import type { Project, Server } from '../../remote/servers/server.ts';
import type { State } from '../../remote/state/state.ts';
import type { FileTree } from '../../source/files.ts';
import { type Host, UsageError } from '../host.ts';
import { projectIn } from '../one-form.ts';
import { chosenProjects } from './chosen.ts';
import { connect, type Connection } from './connect.ts';
import { expectServers, serverFolder, stateIn } from './server-folder.ts';

/** The servers that a command is about, and what is known of their projects. */
export interface OpenedServers {
  readonly folder: string;
  /** What a project is of: the core, or its country. */
  readonly dictionaryOf: (project: Pick<Project, 'country'>) => Dictionary;
  readonly connections: readonly Connection[];
  readonly state: State;
}

/**
 * Opens the servers of a dictionary, for commands that build nothing of it; without a name that of the nearest one.
 * @throws UsageError for what is wrong with the call, servers.yaml, the state file or a token
 */
export async function openServers(
  words: readonly string[],
  named: string | undefined,
  host: Host,
): Promise<OpenedServers> {
  const { folder, tree } = serverFolder(named, host);
  const { dictionary, countries } = projectIn(tree, named ?? folder);
  // A country takes its time to read: only those of the chosen projects are.
  const dictionaries = dictionariesOf(dictionary, countries, () => undefined);
  const chosen = chosenProjects(serversIn(tree, dictionaries), words);
  for (const project of chosen.flatMap(({ projects }) => projects)) refuseWithoutForm(project, dictionaries);
  const dictionaryOf: OpenedServers['dictionaryOf'] = ({ country }) => dictionaries.of(country) ?? dictionary;
  const state = await stateIn(folder);
  return { folder, dictionaryOf, connections: connect(chosen, folder, host), state };
}

function refuseWithoutForm({ form, country, server, key }: Project, { of }: Dictionaries): void {
  if (country === undefined || of(country)?.forms.has(form)) return;
  throw new UsageError(
    `The country ${quote(country)} has no form ${quote(form)}, of which ${quote(`${server}/${key}`)} is.`,
    'lexiform check tells more.',
  );
}

function serversIn(tree: FileTree, dictionaries: Dictionaries): readonly Server[] {
  const { report, diagnostics } = createCollector();
  const { servers } = readServers(tree, dictionaries, report);
  const errors = diagnostics().filter(({ severity }) => severity === 'error').length;
  if (errors > 0)
    throw new UsageError(`${plural(errors, 'error')} in ${tree.prefix}${SERVERS}.`, 'See them with: lexiform check');
  return expectServers(servers);
}
