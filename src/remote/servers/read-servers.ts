import { startOf } from '../../core/location.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { quote } from '../../diagnostics/quote.ts';
import { decodeKeys, expectMap, uniquePairs } from '../../dictionary/decode/decode.ts';
import { wrongShape } from '../../dictionary/decode/values.ts';
import { given } from '../../dictionary/language/key.ts';
import { readYamlFile } from '../../dictionary/project/project.ts';
import type { Plain } from '../../model/facets.ts';
import type { Entry, EntryPair } from '../../source/entry.ts';
import type { FileTree } from '../../source/files.ts';
import type { Comment } from '../../source/yaml/comments.ts';
import { decodeAddress } from './address-of.ts';
import type { Dictionaries } from './dictionaries.ts';
import { serverKeys } from './keys.ts';
import { readProject } from './read-project.ts';
import { coveredPlaces, isSecretKey, withoutSecrets } from './secrets.ts';
import type { Server } from './server.ts';
import { reportTwice } from './twice.ts';

export const SERVERS = 'servers.yaml';
const EXAMPLE = '{ url: https://kf.example.org, token_env: KOBO_TOKEN, projects: [{ form: household_registration }] }';

export interface ReadServers {
  readonly servers: readonly Server[];
  /** Comments that set findings aside. */
  readonly comments: readonly Comment[];
}

/** Reads `servers.yaml`; mistakes are findings, and a server that cannot be reached as it is written is left out. */
export function readServers(tree: FileTree, dictionaries: Dictionaries, report: Report): ReadServers {
  if (!tree.paths.includes(SERVERS)) return { servers: [], comments: [] };
  const tell = withoutFixes(report);
  const file = readYamlFile(withoutSecrets(tree), SERVERS, tell);
  if (!file) return { servers: [], comments: [] };
  for (const place of coveredPlaces(file.source)) report('token-in-file', place, {});
  const pairs = pairsOf(file.root, tell);
  if (file.root === undefined && !file.damaged) report('no-servers', startOf(file.source), {});
  const servers = pairs.flatMap((pair) => readServer(pair, tree, dictionaries, tell) ?? []);
  return { servers, comments: file.comments };
}

/** A fix would write the covers into the file. */
function withoutFixes(report: Report): Report {
  return (id, at, params, { severity, related } = {}) =>
    report(id, at, params, { ...(severity && { severity }), ...(related && { related }) });
}

function pairsOf(root: Entry | undefined, report: Report): readonly EntryPair[] {
  if (!root || root.kind === 'blank') return [];
  if (root.kind === 'map') return uniquePairs(root, report);
  wrongShape(
    root,
    { name: SERVERS, example: `kobo-prod: ${EXAMPLE}` },
    'a map from the name of a server to what it is',
    report,
  );
  return [];
}

function readServer(
  { key, keyLocation, value }: EntryPair,
  tree: FileTree,
  dictionaries: Dictionaries,
  report: Report,
): Server | undefined {
  const name = key.text;
  const map = expectMap(value, name, EXAMPLE, report);
  if (!map) return undefined;
  if (!/^[\w.-]{1,64}$/.test(name)) report('server-name', keyLocation, { name });
  const { values } = decodeKeys(map, serverKeys, { what: `server ${quote(name)}`, takesOthers: isSecretKey }, report);
  const [address, variable] = [given(values.url), given(values.token_env)];
  const url = address && decodeAddress(address, report);
  const tokenEnv = variable && decodeVariable(variable, report);
  const around = { server: name, dictionaries, tree, report };
  const projects = (given(values.projects)?.items ?? []).flatMap((entry) => readProject(entry, around) ?? []);
  reportTwice(projects, report);
  if (url === undefined || tokenEnv === undefined) return undefined;
  const caFile = given(values.ca_file)?.string.text;
  return { name, kind: 'kobo', url, tokenEnv, caFile, projects, location: keyLocation };
}

function decodeVariable({ string: { text: value }, origin }: Plain, report: Report): string | undefined {
  if (/^[A-Za-z_]\w*$/.test(value)) return value;
  const allowed = 'the name of an environment variable, such as KOBO_TOKEN';
  // What was covered is told by itself.
  if (!value.includes('•'))
    report('wrong-value', origin.location, { key: 'token_env', value, allowed, suggestion: undefined });
  return undefined;
}
