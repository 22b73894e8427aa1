import { quote } from '../../diagnostics/quote.ts';
import { compileProject } from '../../dictionary/compile.ts';
import type { CompiledProject, CountrySource } from '../../dictionary/compiled.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { FileTree } from '../../source/files.ts';
import { UsageError } from '../host.ts';
import { namedCountries } from '../parts/chosen.ts';

/** A core with the countries that a command is about; each is compiled when it is looked at. */
export interface Layered {
  readonly core: Dictionary;
  readonly compiled: CompiledProject;
  readonly countries: readonly CountrySource[];
}

/** @throws UsageError where there is no dictionary or no country, or not the one that was named */
export function layered(tree: FileTree, shown: string, ids: readonly string[]): Layered {
  const compiled = compileProject(tree);
  const { dictionary, countries } = compiled;
  if (!dictionary) throw new UsageError(`${quote(shown)} cannot be read.`, 'lexiform check tells why.');
  if (countries.length === 0)
    throw new UsageError('The dictionary has no countries.', 'A country is a folder: countries/ID/country.yaml');
  return { core: dictionary, compiled, countries: namedCountries(countries, ids) };
}
