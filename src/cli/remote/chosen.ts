import { suggest } from '../../core/suggest.ts';
import { didYouMean, quote, quotedFew } from '../../diagnostics/quote.ts';
import { type Project, projectName, type Server } from '../../remote/servers/server.ts';
import { UsageError } from '../host.ts';

/** A server, and those of its projects that a command is about. */
export interface Chosen {
  readonly server: Server;
  readonly projects: readonly Project[];
}

/**
 * What the words of a command line mean: a server, or a project on it; without words everything.
 * @throws UsageError for a word that means nothing
 */
export function chosenProjects(servers: readonly Server[], words: readonly string[]): readonly Chosen[] {
  for (const word of words) refuseUnknown(word, servers);
  return servers.flatMap((server) => {
    const isWhole = words.length === 0 || words.includes(server.name);
    const projects = server.projects.filter((project) => isWhole || words.includes(projectName(project)));
    return isWhole || projects.length > 0 ? [{ server, projects }] : [];
  });
}

function refuseUnknown(word: string, servers: readonly Server[]): void {
  const projects = servers.flatMap((server) => server.projects);
  const names = [...servers.map(({ name }) => name), ...projects.map(projectName)];
  if (names.includes(word)) return;
  // Whoever knows one server only is content to name the form.
  const meant = projects.filter(({ key, form }) => key === word || form === word).map(projectName);
  const likely = meant[0] ?? suggest(word, names);
  const help = likely === undefined ? `It has: ${quotedFew(names)}.` : didYouMean(likely).trim();
  throw new UsageError(`servers.yaml has no server and no project ${quote(word)}.`, help);
}
