import { SERVERS } from '../../remote/servers/read-servers.ts';
import type { Server } from '../../remote/servers/server.ts';
import { isProblem, type State } from '../../remote/state/state.ts';
import { loadState } from '../../remote/state/state-file.ts';
import type { FileTree } from '../../source/files.ts';
import { type Host, UsageError } from '../host.ts';
import { findDictionary, isWorkbook, openSource } from '../source.ts';

/** The folder of a dictionary, where its servers and their state are written down. */
export interface ServerFolder {
  readonly folder: string;
  readonly tree: FileTree;
}

/**
 * Finds the folder; without a name the nearest one.
 * @throws UsageError where there is none
 */
export function serverFolder(named: string | undefined, { cwd }: Host): ServerFolder {
  const folder = findDictionary(named, cwd);
  if (isWorkbook(folder)) throw new UsageError('A workbook has no servers.', 'Name the folder of a dictionary.');
  return { folder, tree: openSource(folder, cwd) };
}

/** @throws UsageError where the state file cannot be understood */
export async function stateIn(folder: string): Promise<State> {
  const state = await loadState(folder);
  if (isProblem(state)) throw new UsageError(state.message, state.help);
  return state;
}

/** @throws UsageError for a dictionary without servers */
export function expectServers(servers: readonly Server[]): readonly Server[] {
  if (servers.length > 0) return servers;
  throw new UsageError(
    'The dictionary has no servers.',
    `Write ${SERVERS} beside dictionary.yaml: lexiform explain no-servers tells how.`,
  );
}
