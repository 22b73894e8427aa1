import { existsSync } from 'node:fs';
import path from 'node:path';
import { createCollector } from '../../diagnostics/collector.ts';
import { compileDictionary } from '../../dictionary/compile.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import { readServers, SERVERS } from '../../remote/servers/read-servers.ts';
import type { Server } from '../../remote/servers/server.ts';
import type { FileTree } from '../../source/files.ts';
import { plural } from '../../core/counts.ts';
import { type Host, UsageError } from '../host.ts';
import { findDictionary, isWorkbook, openSource } from '../source.ts';

/** A dictionary and the servers that its projects are on. */
export interface OpenedServers {
  readonly folder: string;
  readonly tree: FileTree;
  readonly dictionary: Dictionary;
  readonly servers: readonly Server[];
}

const HOW = `Write ${SERVERS} beside dictionary.yaml:
  kobo-prod:
    url: https://kf.example.org
    token_env: KOBO_TOKEN
    projects:
      - form: FORM`;

/**
 * Reads servers.yaml of a dictionary, for commands that ask nothing else of it; without a name the nearest one.
 * @throws UsageError where there is none, or it has errors
 */
export function openServers(named: string | undefined, host: Host): OpenedServers {
  const folder = findDictionary(named, host.cwd);
  if (isWorkbook(folder))
    throw new UsageError('A workbook has no servers.', 'Name the folder that holds dictionary.yaml.');
  refuseMissing(folder);
  const tree = openSource(folder, host.cwd);
  const { dictionary } = compileDictionary(tree);
  if (!dictionary) throw new UsageError('The dictionary cannot be read.', 'lexiform check tells why.');
  const { report, diagnostics } = createCollector();
  const { servers } = readServers(tree, dictionary, report);
  const errors = diagnostics().filter(({ severity }) => severity === 'error').length;
  if (errors === 0 && servers.length > 0) return { folder, tree, dictionary, servers };
  if (errors === 0) throw new UsageError(`${tree.prefix}${SERVERS} names no server.`, HOW);
  throw new UsageError(`${plural(errors, 'error')} in ${tree.prefix}${SERVERS}.`, 'See them with: lexiform check');
}

function refuseMissing(folder: string): void {
  if (existsSync(path.join(folder, SERVERS))) return;
  const other = existsSync(path.join(folder, 'servers.yml'));
  throw new UsageError(
    `There is no ${SERVERS} in the folder of the dictionary.`,
    other ? `Rename servers.yml to ${SERVERS}.` : HOW,
  );
}
