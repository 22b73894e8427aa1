import { plural } from '../../core/counts.ts';
import { createCollector } from '../../diagnostics/collector.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import { readServers, SERVERS } from '../../remote/servers/read-servers.ts';
import type { Server } from '../../remote/servers/server.ts';
import type { State } from '../../remote/state/state.ts';
import type { FileTree } from '../../source/files.ts';
import { type Host, UsageError } from '../host.ts';
import { dictionaryIn } from '../one-form.ts';
import { chosenProjects } from './chosen.ts';
import { connect, type Connection } from './connect.ts';
import { expectServers, serverFolder, stateIn } from './server-folder.ts';

/** The servers that a command is about, and what is known of their projects. */
export interface OpenedServers {
  readonly folder: string;
  readonly dictionary: Dictionary;
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
  const dictionary = dictionaryIn(tree, named ?? folder);
  const chosen = chosenProjects(serversIn(tree, dictionary), words);
  const state = await stateIn(folder);
  return { folder, dictionary, connections: connect(chosen, folder, host), state };
}

function serversIn(tree: FileTree, dictionary: Dictionary): readonly Server[] {
  const { report, diagnostics } = createCollector();
  const { servers } = readServers(tree, dictionary, report);
  const errors = diagnostics().filter(({ severity }) => severity === 'error').length;
  if (errors > 0)
    throw new UsageError(`${plural(errors, 'error')} in ${tree.prefix}${SERVERS}.`, 'See them with: lexiform check');
  return expectServers(servers);
}
