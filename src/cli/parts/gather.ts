import { createCollector } from '../../diagnostics/collector.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { suppress } from '../../diagnostics/suppression.ts';
import type { Compiled, CountrySource } from '../../dictionary/compiled.ts';
import { dictionariesOf } from '../../remote/servers/dictionaries.ts';
import { readServers } from '../../remote/servers/read-servers.ts';
import type { Server } from '../../remote/servers/server.ts';
import type { FileTree } from '../../source/files.ts';
import type { Comment } from '../../source/yaml/comments.ts';
import { type Found, ofCountries } from './of-countries.ts';

/** What is kept of a part once it was looked at. */
export interface PartFindings extends Found {
  /** `core`, or the id of the country. */
  readonly name: string;
  /** The names of all its forms; undefined where it could not be read at all. */
  readonly known: readonly string[] | undefined;
  readonly comments: readonly Comment[];
}

/** The core, or a workbook, with the countries that it has. */
export interface CompiledSource {
  readonly core: Compiled;
  readonly countries: readonly CountrySource[];
}

export interface Gathered {
  /** Without those that a comment sets aside. */
  readonly diagnostics: readonly Diagnostic[];
  /** What servers.yaml names; empty where there is none. */
  readonly servers: readonly Server[];
}

/** What is wrong with a source as a whole; parts come in the order of their names. */
export function gather(
  tree: FileTree,
  { core, countries: layers }: CompiledSource,
  parts: readonly PartFindings[],
): Gathered {
  const collector = createCollector();
  const ofCore = parts.filter(({ country }) => !country).flatMap(({ found }) => found);
  const inCore = [...core.diagnostics, ...ofCore];
  for (const diagnostic of inCore) collector.add(diagnostic);
  const countries = parts.filter(({ country }) => country);
  for (const diagnostic of ofCountries(inCore, countries)) collector.add(diagnostic);
  const known = new Map(parts.map(({ name, known: forms }) => [name, forms]));
  const dictionaries = dictionariesOf(core.dictionary, layers, (country) => known.get(country));
  const { servers, comments } = readServers(tree, dictionaries, collector.report);
  const spoken = [...comments, ...parts.flatMap((part) => part.comments)];
  // What the core sets aside can be found in the core alone.
  const isWhole = parts.some(({ country }) => !country);
  const [told, apart] = isWhole ? [[...core.comments, ...spoken], []] : [spoken, core.comments];
  return { diagnostics: suppress(collector.diagnostics(), told, apart), servers };
}
