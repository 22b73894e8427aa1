import { plural } from '../../core/counts.ts';
import { createCollector } from '../../diagnostics/collector.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import { readServers, SERVERS } from '../../remote/servers/read-servers.ts';
import type { Server } from '../../remote/servers/server.ts';
import { isProblem, type State } from '../../remote/state/state.ts';
import { loadState } from '../../remote/state/state-file.ts';
import type { FileTree } from '../../source/files.ts';
import { type Host, UsageError } from '../host.ts';
import { dictionaryIn } from '../one-form.ts';
import { findDictionary, isWorkbook, openSource } from '../source.ts';
import { chosenProjects } from './chosen.ts';
import { connect, type Connection } from './connect.ts';

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
  const folder = findDictionary(named, host.cwd);
  if (isWorkbook(folder)) throw new UsageError('A workbook has no servers.', 'Name the folder of a dictionary.');
  const tree = openSource(folder, host.cwd);
  const dictionary = dictionaryIn(tree, named ?? folder);
  const chosen = chosenProjects(serversIn(tree, dictionary), words);
  const state = await loadState(folder);
  if (isProblem(state)) throw new UsageError(state.message, state.help);
  return { folder, dictionary, connections: connect(chosen, folder, host), state };
}

function serversIn(tree: FileTree, dictionary: Dictionary): readonly Server[] {
  const { report, diagnostics } = createCollector();
  const { servers } = readServers(tree, dictionary, report);
  const errors = diagnostics().filter(({ severity }) => severity === 'error').length;
  if (errors > 0)
    throw new UsageError(`${plural(errors, 'error')} in ${tree.prefix}${SERVERS}.`, 'See them with: lexiform check');
  if (servers.length > 0) return servers;
  throw new UsageError(
    'The dictionary has no servers.',
    `Write ${SERVERS} beside dictionary.yaml: lexiform explain no-servers tells how.`,
  );
}
